"""What a person sees of a run while it goes: a progress line on a terminal, plain log lines elsewhere, and no noise."""

import asyncio
import logging
import shutil
import sys
from time import monotonic
from typing import Any, Self, TextIO

from scrapy import Spider, logformatter, signals
from scrapy.crawler import Crawler
from scrapy.exceptions import NotConfigured
from scrapy.http import Response
from scrapy.settings import SETTINGS_PRIORITIES, BaseSettings
from scrapy.utils.log import DEFAULT_LOGGING

from newscrawl.article import Article
from newscrawl.crawl.listing_spider import ListingSpider
from newscrawl.crawl.log_record import LogRecord
from newscrawl.crawl.progress_line import at_hand, cut, progress_line
from newscrawl.errors import ArgumentError
from newscrawl.fetch.throttle import Throttle
from newscrawl.request_context import context_of
from newscrawl.state.crawl_state import CrawlState
from newscrawl.urls.parts import without_scheme

LEVELS = ("DEBUG", "INFO", "WARNING", "ERROR", "CRITICAL")
CLEAR = "\r\x1b[K"

EVERY = 0.5
"""Seconds between two lines on a terminal."""


def quieten(settings: BaseSettings, terminal: bool) -> None:
    """Choose what is logged: with -L DEBUG all of Scrapy's own, else what it finds wrong and what newscrawl says.

    Raises ArgumentError where LOG_LEVEL is none: Scrapy would end in a traceback before any command begins.
    """
    if str(settings["LOG_LEVEL"]) not in LEVELS:
        raise ArgumentError(f"LOG_LEVEL={settings['LOG_LEVEL']}: accepted are {', '.join(LEVELS)}")
    logging.setLogRecordFactory(LogRecord)
    if terminal:
        settings.set("LOG_FORMAT", CLEAR + "%(levelname)s: %(message)s", priority="project")
    if terminal and settings.getpriority("LOG_LEVEL") == SETTINGS_PRIORITIES["project"]:
        settings.set("LOG_LEVEL", "WARNING", priority="project")
    if settings["LOG_LEVEL"] != "DEBUG":
        # Not on the logger itself: Scrapy sets its level from here, later, at the start of each process.
        loggers: Any = DEFAULT_LOGGING["loggers"]
        loggers["scrapy"]["level"] = "WARNING"
        # It warns at each start that no Referer is sent, which is how newscrawl wants it.
        loggers["scrapy.downloadermiddlewares.redirect"] = {"level": "ERROR"}
        # newscrawl.crawl.export says it in one line.
        loggers["scrapy.extensions.feedexport"] = {"level": "CRITICAL"}


class LogFormatter(logformatter.LogFormatter):
    """Names an article by its address; Scrapy's own writes the whole of it, body included."""

    def scraped(self, item: Any, response: Any, spider: Spider) -> Any:
        return self._line(logging.DEBUG, "scraped %(url)s", item)

    def dropped(self, item: Any, exception: BaseException, response: Any, spider: Spider) -> Any:
        return self._line(logging.DEBUG, "dropped %(url)s", item)

    def item_error(self, item: Any, exception: BaseException, response: Any, spider: Spider) -> Any:
        return self._line(logging.ERROR, "a stage failed on %(url)s", item)

    def _line(self, level: int, message: str, item: Any) -> Any:
        return {"level": level, "msg": message, "args": {"url": getattr(item, "url", item)}}


class Progress:
    """A Scrapy extension: one line that is written over, only where a person sees it."""

    def __init__(self, crawler: Crawler, screen: TextIO) -> None:
        self.crawler, self.screen = crawler, screen
        self.begun, self.title = monotonic(), ""
        self.ticking: asyncio.Task[None] | None = None

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        if not sys.stderr.isatty() or not crawler.settings.getbool("PROGRESS"):
            raise NotConfigured
        progress = cls(crawler, sys.stderr)
        crawler.signals.connect(progress.begin, signals.spider_opened)
        crawler.signals.connect(progress.came, signals.item_scraped)
        crawler.signals.connect(progress.show, signals.item_dropped)
        crawler.signals.connect(progress.read, signals.response_received)
        crawler.signals.connect(progress.end, signals.spider_closed)
        return progress

    def begin(self, spider: Spider) -> None:
        self.ticking = asyncio.ensure_future(self._tick(spider))

    async def _tick(self, spider: Spider) -> None:
        """Time goes on while nothing comes."""
        while True:
            self.show(spider)
            await asyncio.sleep(EVERY)

    def came(self, item: Article, spider: Spider) -> None:
        self.title = item.title
        self.show(spider)

    def read(self, response: Response, spider: Spider) -> None:
        """What is read says that the run goes on: before the first article a site's listings may take half a minute."""
        if context_of(response).kind not in ("article", ""):
            self.title = without_scheme(response.url)
        self.show(spider)

    def show(self, spider: Spider) -> None:
        # The cursor goes back to the line's begin, where the next log line clears it before it is written.
        width = shutil.get_terminal_size().columns - 1
        counts, elapsed = CrawlState.of(self.crawler).counts, monotonic() - self.begun
        left = spider.queue.left() if isinstance(spider, ListingSpider) else 0
        throttle = self.crawler.get_extension(Throttle)
        line = progress_line(spider.name, counts, left, elapsed)
        line += at_hand(throttle.waiting() if throttle else None, self.title)
        self.screen.write(CLEAR + cut(line, width) + "\r")
        self.screen.flush()

    def end(self) -> None:
        if self.ticking:
            self.ticking.cancel()
        self.screen.write(CLEAR)
        self.screen.flush()
