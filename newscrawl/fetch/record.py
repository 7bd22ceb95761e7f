"""RECORD: writes every answer of a run into a recording."""

import logging
from dataclasses import replace
from datetime import UTC, datetime
from time import strftime, time
from typing import TYPE_CHECKING, Self

import scrapy
from scrapy import Request, Spider, signals
from scrapy.crawler import Crawler
from scrapy.exceptions import NotConfigured
from scrapy.http import Response
from scrapy.utils.defer import deferred_from_coro

from newscrawl.fetch.errors import download_failed, line
from newscrawl.request_context import with_context
from newscrawl.warc.exchange import Exchange, pairs

if TYPE_CHECKING:
    from newscrawl.warc.recording import Recording

logger = logging.getLogger(__name__)


class Recorder:
    """A Scrapy extension. It sees what the handler returns: nothing is decompressed, redirected or retried yet."""

    def __init__(self, crawler: Crawler) -> None:
        if not crawler.settings["RECORD"]:
            raise NotConfigured
        self.crawler = crawler
        self.recording: Recording | None = None

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        recorder = cls(crawler)
        crawler.signals.connect(recorder.open, signals.spider_opened)
        crawler.signals.connect(recorder.add, signals.response_downloaded)
        crawler.signals.connect(recorder.fail, download_failed)
        crawler.signals.connect(recorder.close, signals.engine_stopped)
        return recorder

    def open(self, spider: Spider) -> None:
        # Here, for Scrapy loads extensions that are off, too.
        from newscrawl.warc.recording import Recording

        settings = self.crawler.settings
        path = file_name(settings["RECORD"], spider.name)
        about = {
            "software": f"newscrawl (Scrapy {scrapy.__version__})",
            "format": "WARC File Format 1.0",
            "http-header-user-agent": settings["USER_AGENT"],
            "robots": "obey" if settings.getbool("ROBOTSTXT_OBEY") else "ignore",
        }
        try:
            self.recording = Recording(path, settings.getint("RECORD_MAX_BYTES"), about)
        except OSError as error:
            self.give_up(error)

    def add(self, request: Request, response: Response) -> None:
        exchange = self.exchange(request)
        self.write(replace(exchange, status=response.status, headers=pairs(response.headers), body=response.body))

    def fail(self, request: Request, error: Exception) -> None:
        self.write(replace(self.exchange(request), fault=line(error)))

    def exchange(self, request: Request) -> Exchange:
        now = time()
        # What a replay sets too: an article's `retrieved` is then the same in both.
        with_context(request, answered_at=now)
        when = datetime.fromtimestamp(now, UTC)
        sent = pairs(request.headers)
        return Exchange(
            method=request.method, url=request.url, sent=sent, sent_body=request.body, headers=[], when=when
        )

    def write(self, exchange: Exchange) -> None:
        if self.recording is None:
            return
        try:
            self.recording.add(exchange)
        except OSError as error:
            self.give_up(error)

    def give_up(self, error: OSError) -> None:
        """End a run that cannot be recorded: the recording is what it was started for."""
        logger.error("the recording cannot be written: %s", error)
        self.recording = None
        if self.crawler.engine:
            deferred_from_coro(self.crawler.engine.close_spider_async(reason="recording_failed"))

    def close(self) -> None:
        if self.recording:
            self.recording.close()


def file_name(pattern: str, site: str) -> str:
    """RECORD with `%(name)s` and `%(time)s` filled in, as Scrapy does in the names of feeds."""
    return pattern.replace("%(name)s", site).replace("%(time)s", strftime("%Y-%m-%dT%H-%M-%S"))
