"""Crawls for tests: real Scrapy with the project's settings, in a helper process that runs one crawl after another.

A crawl costs some hundredths of a second this way, and not the start of a Python. `python tests/support/fetching.py` is
the helper: it reads one job a line,
`{"start": [urls], "settings": {...}, "follow": [urls]}`, and answers with a `Crawled`.
"""

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True, slots=True)
class Crawled:
    """What a crawl came to."""

    pages: dict[str, list[Any]]
    """path with query -> [status, characters, flags, retrieved] of what reached the spider."""

    failed: dict[str, str]
    """path with query (or the whole URL of another host) -> reason."""

    began: list[tuple[str, float]]
    """(URL, monotonic seconds at which it left its host's queue) of every request that was answered, in that order."""

    stats: dict[str, Any]
    log: list[str]
    seconds: float
    grew_kb: int
    """How much more memory the helper had at its peak than before, in KB."""


class Crawler:
    """The helper process."""

    def __init__(self, **environment: str) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-W", "error", __file__],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            cwd=ROOT,
            env={**os.environ, **environment},
        )

    def __call__(self, *start: str, follow: tuple[str, ...] = (), read: bool = False, **settings: Any) -> Crawled:
        """Crawl `start`, and from the first page that comes the pages `follow`. `read`: extract from each, too."""
        assert self.process.stdin and self.process.stdout
        self.process.stdin.write(
            json.dumps({"start": start, "follow": follow, "read": read, "settings": settings}) + "\n"
        )
        self.process.stdin.flush()
        return Crawled(**json.loads(self.process.stdout.readline()))

    def close(self) -> None:
        self.process.communicate(timeout=120)


# -- in the helper -----------------------------------------------------------------------------------------------------
FAST = {
    "DOWNLOAD_DELAY": 0,
    "DOWNLOAD_DELAY_JITTER": 0,
    "ADAPTIVE_DELAY": False,
    "RETRY_BACKOFF": 0.01,
    "RETRY_TIMES": 1,
    "LEAVE_AFTER_FAILURES": 1000,
    "CONTACT": "tests@example.com",
    "LOG_LEVEL": "INFO",
    "EXTENSIONS": {},
    "DOWNLOADER_MIDDLEWARES": {},
    "SPIDER_MIDDLEWARES": {},
    "ITEM_PIPELINES": {},
}


def serve() -> None:
    import asyncio

    from scrapy.utils.reactor import install_reactor

    install_reactor("twisted.internet.asyncioreactor.AsyncioSelectorReactor")
    from twisted.internet import reactor

    async def jobs() -> None:
        loop = asyncio.get_running_loop()
        try:
            while line := await loop.run_in_executor(None, sys.stdin.readline):
                print(json.dumps(await crawl(json.loads(line))), flush=True)
        finally:
            reactor.stop()  # type: ignore[misc]

    reactor.callWhenRunning(lambda: setattr(reactor, "jobs", asyncio.ensure_future(jobs())))
    reactor.run()  # type: ignore[misc]


async def crawl(job: dict[str, Any]) -> dict[str, Any]:
    import gc
    import logging
    from time import monotonic

    from scrapy.crawler import AsyncCrawlerRunner
    from scrapy.utils.project import get_project_settings

    settings = get_project_settings()
    settings.setdict({**FAST, **job["settings"]}, priority="cmdline")
    lines: list[str] = []
    handler = logging.Handler()
    handler.emit = lambda record: lines.append(logging.Formatter().format(record))  # type: ignore[method-assign]
    logging.getLogger().addHandler(handler)
    logging.getLogger().setLevel(logging.INFO)
    gc.collect()
    Path("/proc/self/clear_refs").write_text("5")  # the peak begins anew
    before, began = memory("VmHWM"), monotonic()
    try:
        spider = spider_class(job)
        crawler = AsyncCrawlerRunner(settings).create_crawler(spider)
        left = noted(crawler)
        await crawler.crawl_async()
    finally:
        logging.getLogger().removeHandler(handler)
    stats = {name: value for name, value in crawler.stats.get_stats().items() if isinstance(value, str | int | float)}
    return {
        "pages": spider.pages,
        "failed": spider.failures,
        "began": left,
        "stats": stats,
        "log": lines,
        "seconds": monotonic() - began,
        "grew_kb": memory("VmHWM") - before,
    }


def noted(crawler: Any) -> list[tuple[str, float]]:
    """When each request left its host's queue, noted as its answer comes: no other has left it meanwhile."""
    from scrapy import signals

    began: list[tuple[str, float]] = []

    def answered(request: Any) -> None:
        assert crawler.engine
        slot = crawler.engine.downloader.slots[request.meta["download_slot"]]
        began.append((request.url, slot.lastseen))

    crawler.signals.connect(answered, signals.headers_received, weak=False)
    return began


def read_in_every_way(body: bytes, url: str) -> None:
    """As a page, a feed and a sitemap: what a crawl may take it for."""
    from newscrawl import extract_article
    from newscrawl.discover.feed import read_feed
    from newscrawl.discover.sitemap import read_sitemap

    extract_article(body, url)
    list(read_feed(body, url))
    list(read_sitemap(body, url))


def memory(kind: str) -> int:
    """KB; `getrusage` would tell the peak of the process that started this one."""
    [line] = [line for line in Path("/proc/self/status").read_text().splitlines() if line.startswith(kind)]
    return int(line.split()[1])


def spider_class(job: dict[str, Any]) -> Any:
    from urllib.parse import urlsplit

    import scrapy

    from newscrawl.fetch.errors import line, reason
    from newscrawl.request_context import context_of

    start = job["start"]

    def name(url: str) -> str:
        parts = urlsplit(url)
        path = parts.path + (f"?{parts.query}" if parts.query else "")
        return path if start and parts.hostname == urlsplit(start[0]).hostname else url

    class Pages(scrapy.Spider):
        name = "pages"
        pages: dict[str, list[Any]] = {}
        failures: dict[str, str] = {}
        follow = list(job["follow"])

        async def start(self) -> Any:
            for url in start:
                yield scrapy.Request(url, self.parse, errback=self.failed)

        def parse(self, response: Any) -> Any:
            asked = response.meta.get("redirect_urls", [response.url])[0]
            text = getattr(response, "text", "")
            self.pages[name(asked)] = [
                response.status, len(text), response.flags, context_of(response).answered_at, response.url
            ]  # fmt: skip
            if job.get("read"):
                read_in_every_way(response.body, response.url)
            while self.follow:
                yield scrapy.Request(self.follow.pop(0), self.parse, errback=self.failed)

        def failed(self, failure: Any) -> None:
            asked = failure.request.meta.get("redirect_urls", [failure.request.url])[0]
            self.failures[name(asked)] = reason(failure.value)
            self.logger.info("%s: %s", asked, line(failure.value))

    return Pages


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    os.environ["SCRAPY_SETTINGS_MODULE"] = "newscrawl.settings"
    serve()
