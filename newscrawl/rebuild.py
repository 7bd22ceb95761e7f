"""Rebuild: the pages of recordings are read again, and the posts that come out different are written again.

Nothing is asked of any site. Reading runs on all cores; posts and the store are written by one process.
"""

import logging
import multiprocessing
import signal
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import islice
from typing import Any

from scrapy import Request, Spider
from scrapy.crawler import Crawler
from scrapy.exceptions import DropItem
from scrapy.extension import ExtensionManager
from scrapy.http import Headers, Response
from scrapy.pipelines.media import MediaPipeline
from scrapy.responsetypes import responsetypes
from scrapy.settings import Settings
from scrapy.statscollectors import MemoryStatsCollector
from scrapy.utils.misc import build_from_crawler, load_object

from newscrawl.article import Article
from newscrawl.crawl.failures import count_refusal
from newscrawl.crawl.listed_values import completed
from newscrawl.crawl.summary import summary, written_to
from newscrawl.discover import Link
from newscrawl.fetch.decompression import content
from newscrawl.fetch.errors import FetchError
from newscrawl.refusals import Refused
from newscrawl.request_context import with_context
from newscrawl.state.crawl_state import CrawlState
from newscrawl.warc.exchange import Exchange
from newscrawl.warc.index import Indexed
from newscrawl.warc.records import Broken, read_at

log = logging.getLogger(__name__)

# Pages that are given to the readers at once: enough to keep them busy, few enough to hold what they bring back.
BATCH = 400
# A few pages are read sooner than readers are started.
FEW = 100


@dataclass(frozen=True, slots=True)
class Task:
    """A page to read, and what is known of it."""

    page: Indexed
    link: Link
    repeated: frozenset[int] = frozenset()
    """The lines of the site's template (`newscrawl.extract.Rules.repeated`)."""


@dataclass(frozen=True, slots=True)
class Read:
    """What came of it: an article with its answer's headers, or why there is none."""

    task: Task
    article: Article | None = None
    headers: tuple[tuple[bytes, bytes], ...] = ()
    refusal: DropItem | None = None
    error: str = ""


class Reader:
    """One site's pages into articles, as its crawl does it, up to the stage that writes."""

    def __init__(self, site: str, arguments: dict[str, str], settings: Settings) -> None:
        self.crawler = crawler_of(site, settings)
        self.spider: Any = self.crawler.spidercls.from_crawler(self.crawler, **arguments)
        names = sorted(settings.getdict("ITEM_PIPELINES").items(), key=lambda item: item[1])
        *self.stages, self.last = [name for name, _ in names]
        kinds = [load_object(name) for name in self.stages]
        # What fetches has fetched; the stage that writes knows what is there.
        self.pure = [build_from_crawler(kind, self.crawler) for kind in kinds if not issubclass(kind, MediaPipeline)]

    def read(self, task: Task) -> Read:
        """Never raises for what a page holds."""
        try:
            found = read_at(task.page.place)
            article = self.through(self.parsed(task, found))
        except DropItem as refusal:
            return Read(task, refusal=refusal)
        except (FetchError, Broken) as error:
            return Read(task, error=str(error))
        except Exception as error:
            return Read(task, error=f"{type(error).__name__}: {error}")
        return Read(task, article, tuple(found.headers))

    def parsed(self, task: Task, found: Exchange) -> Article:
        """The article on a recorded page, as the site's crawl reads it."""
        self.spider.repeated = task.repeated
        return completed(self.spider.parse_article(response_of(found)), task.link)

    def through(self, article: Article) -> Article:
        for stage in self.pure:
            article = stage.process_item(article)
        return article


reader: Reader | None = None


def begin(site: str, arguments: dict[str, str], settings: Settings) -> None:
    """In a process of its own: the reader that `read` uses, unless the process was born with it."""
    global reader
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches all; the one that writes ends the others
    logging.disable(logging.INFO)
    reader = reader or Reader(site, arguments, settings)


def read(task: Task) -> Read:
    assert reader
    return reader.read(task)


class Rebuild:
    """One site."""

    def __init__(self, site: str, arguments: dict[str, str], settings: Settings, jobs: int = 1) -> None:
        """`jobs`: processes that read. Raises StoreError, SiteBusy, ArgumentError or OSError, each with one line for a
        person."""
        self.site = site
        self.reader = Reader(site, arguments, settings)
        # Before the store is opened: no other process may have a part in its connection.
        self.pool = readers(jobs, self.reader, (site, arguments, settings)) if jobs > 1 else None
        self.crawler = self.reader.crawler
        self.stats = self.crawler.stats = MemoryStatsCollector(self.crawler)
        self.crawler.spider = self.reader.spider
        self.reader.spider.arguments = {**arguments, "rebuild": "recordings"}
        self.state = CrawlState.from_crawler(self.crawler)
        self.crawler.extensions = ExtensionManager(self.state, crawler=self.crawler)
        self.writer = build_from_crawler(load_object(self.reader.last), self.crawler)

    def run(self, pages: list[Indexed]) -> str:
        """Read the pages and write what changed; the summary for a person."""
        problem = "interrupted"
        try:
            for found in self.all_read(pages):
                self.keep(found)
            problem = ""
        finally:
            if self.pool:
                self.pool.terminate()
                self.pool.join()
            self.state.end("finished" if not problem else "shutdown", problem, self.stats.get_stats())
        return summary(self.reader.spider.name, self.state.counts, written_to(self.crawler, self.reader.spider))

    def all_read(self, pages: list[Indexed]) -> Iterator[Read]:
        tasks = map(self.task, pages)
        if self.pool is None:
            yield from map(self.reader.read, tasks)
            return
        while batch := list(islice(tasks, BATCH)):
            yield from self.pool.imap(read, batch, chunksize=4)

    def task(self, page: Indexed) -> Task:
        return Task(page, self.state.history.link_to(page.url), self.state.repeated_lines(page.url))

    def keep(self, found: Read) -> None:
        url = found.task.page.url
        if found.article is None:
            self.leave(url, found)
            return
        response = Response(url, headers=Headers(_lists(found.headers)), request=request_for(url))
        try:
            article = self.state.recognise(found.article, response)
            if article.url != found.article.url:
                article = self.again(found.task, article)
            self.writer.process_item(article)
        except Refused as refusal:
            count_refusal(self.state.counts, url, refusal)

    def again(self, task: Task, article: Article) -> Article:
        """Read a page again with another base, where the address that it gives itself was not believed."""
        page = self.reader.parsed(task, read_at(task.page.place))
        return self.reader.through(replace(page, url=article.url, site_id=article.site_id))

    def leave(self, url: str, found: Read) -> None:
        if found.refusal:
            count_refusal(self.state.counts, url, found.refusal)
        else:
            self.state.counts.failed.add("article")
            log.warning("%s: %s", url, found.error)


def readers(jobs: int, found: Reader, about: tuple[Any, ...]) -> Any:
    """Processes that read. Where the system can copy a process they have the reader already."""
    global reader
    reader = found
    how = "fork" if "fork" in multiprocessing.get_all_start_methods() else "spawn"
    return multiprocessing.get_context(how).Pool(jobs, begin, about)


def crawler_of(site: str, settings: Settings) -> Crawler:
    from scrapy.spiderloader import get_spider_loader

    spidercls: type[Spider] = get_spider_loader(settings).load(site)
    settings = settings.copy()
    spidercls.update_settings(settings)
    return Crawler(spidercls, settings)


def response_of(found: Exchange) -> Response:
    """A recorded answer as a spider gets it: unpacked. Raises FetchError where it cannot be."""
    headers = Headers(_lists(found.headers))
    body = content(headers, found.body, MOST)
    headers.pop("Content-Encoding", None)
    kind = responsetypes.from_args(headers=headers, url=found.url, body=body)
    request = with_context(request_for(found.url), answered_at=found.when.timestamp())
    return kind(found.url, status=found.status, headers=headers, body=body, request=request)


def request_for(url: str) -> Request:
    return with_context(Request(url), kind="article", address=url)


# Bytes of an unpacked page; the crawl's own bound, DOWNLOAD_MAXSIZE, had its say when the page was recorded.
MOST = 10 * 2**20


def _lists(headers: Iterable[tuple[bytes, bytes]]) -> dict[bytes, list[bytes]]:
    found: dict[bytes, list[bytes]] = {}
    for name, value in headers:
        found.setdefault(name, []).append(value)
    return found
