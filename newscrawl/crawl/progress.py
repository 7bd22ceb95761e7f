"""What a person sees of a run while it goes: a progress line on a terminal, plain log lines elsewhere, and no noise."""

import logging
import shutil
import sys
from typing import Any, Self, TextIO

from scrapy import Spider, logformatter, signals
from scrapy.crawler import Crawler
from scrapy.exceptions import NotConfigured
from scrapy.settings import SETTINGS_PRIORITIES, BaseSettings
from scrapy.utils.log import DEFAULT_LOGGING

from newscrawl.crawl.listing_spider import ListingSpider
from newscrawl.crawl.log_record import LogRecord
from newscrawl.errors import ArgumentError
from newscrawl.state.crawl_state import CrawlState
from newscrawl.state.run_counts import RunCounts
from newscrawl.text.counts import counted

LEVELS = ("DEBUG", "INFO", "WARNING", "ERROR", "CRITICAL")
CLEAR = "\r\x1b[K"


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

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        if not sys.stderr.isatty():
            raise NotConfigured
        progress = cls(crawler, sys.stderr)
        for signal in (signals.item_scraped, signals.item_dropped, signals.response_received):
            crawler.signals.connect(progress.show, signal)
        crawler.signals.connect(progress.clear, signals.spider_closed)
        return progress

    def show(self, spider: Spider) -> None:
        # The cursor goes back to the line's begin, where the next log line clears it before it is written.
        width = shutil.get_terminal_size().columns - 1
        state = CrawlState.of(self.crawler)
        left = spider.queue.left() if isinstance(spider, ListingSpider) else 0
        self.screen.write(CLEAR + line(spider.name, state.counts, left)[:width] + "\r")
        self.screen.flush()

    def clear(self) -> None:
        self.screen.write(CLEAR)
        self.screen.flush()


def line(site: str, counts: RunCounts, left: int) -> str:
    """Articles written, pages left, errors."""
    articles, errors = counted(counts.articles, "article"), counted(counts.failed.total, "error")
    return f"{site}: {articles}, {counted(left, 'page')} left, {errors}"
