"""A few pages of a site, fetched one after another as a crawl would, for a command that looks at them."""

import shutil
import sys
from asyncio import Future
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass
from typing import Any, TypeVar

from scrapy import Request, Spider
from scrapy.crawler import CrawlerProcessBase

from newscrawl.crawl.progress import CLEAR
from newscrawl.errors import NoPage
from newscrawl.fetch.check_settings import check_fetching
from newscrawl.fetch.declared_encoding import declared_encoding

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Fetched:
    """What came of one address: `problem` is one line, empty where a page came with status 200."""

    url: str
    body: bytes = b""
    charset: str = ""
    """As the HTTP header declares it."""
    problem: str = ""


Fetch = Callable[[str], Awaitable[Fetched]]
"""Fetches an address; never raises."""


def fetch_page(process: CrawlerProcessBase, url: str) -> Fetched:
    """One page; raises NoPage where it cannot be had."""
    fetched = with_fetch(process, lambda fetch: fetch(url))
    if fetched.problem:
        raise NoPage(f"{url}: {fetched.problem}")
    return fetched


def with_fetch(process: CrawlerProcessBase, work: Callable[[Fetch], Awaitable[T]]) -> T:
    """Run `work` with a fetch that keeps robots.txt, manners and -s REPLAY=FILE; raises what it raises.

    Raises ArgumentError, before any request, for a setting of fetching that is none.
    """
    check_fetching(process.settings)
    results: list[T | Exception] = []
    # Nothing is written, counted or remembered of these pages.
    settings = {"ITEM_PIPELINES": {}, "EXTENSIONS": {}, "SPIDER_MIDDLEWARES": {}, "LOG_LEVEL": "CRITICAL"}
    for name, value in settings.items():
        process.settings.set(name, value, priority="cmdline")
    running = process.crawl(PageSpider, work=work, results=results)
    process.start()
    if not results:
        raise (running.exception() if isinstance(running, Future) else None) or RuntimeError("fetching did not begin")
    if isinstance(results[0], Exception):
        raise results[0]
    return results[0]


class PageSpider(Spider):
    """The spider behind `with_fetch`."""

    name = "pages"

    def __init__(self, work: Callable[[Fetch], Awaitable[Any]], results: list[Any]) -> None:
        super().__init__()
        self.work, self.results = work, results
        self.begun = False

    async def start(self) -> AsyncIterator[Any]:
        try:
            self.results.append(await self.work(self.fetch))
        except Exception as error:  # handed to whoever called `with_fetch`
            self.results.append(error)
        return
        yield

    async def fetch(self, url: str) -> Fetched:
        assert self.crawler.engine
        self.tell(f"asking for {url}")
        try:
            # The first address is the user's own word: it may be on this machine or this network.
            meta = {"is_start_request": not self.begun}
            self.begun = True
            response = await self.crawler.engine.download_async(Request(url, dont_filter=True, meta=meta))
        except Exception as error:  # robots.txt, time-outs, names that are not there: one line each
            return Fetched(url, problem=str(error).strip().rstrip(".") or type(error).__name__)
        finally:
            self.tell("")
        problem = "" if response.status == 200 else f"answered {response.status}"
        return Fetched(response.url, response.body, declared_encoding(response), problem)

    def tell(self, what: str) -> None:
        """Show a person what is waited for: site discovery asks for some twenty pages, one a second."""
        if sys.stderr.isatty():
            width = shutil.get_terminal_size().columns - 1
            print(CLEAR + what[:width], end="\r", file=sys.stderr, flush=True)
