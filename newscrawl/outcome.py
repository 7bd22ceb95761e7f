"""Outcome: what a run came to, counted as it goes, told at its end, and turned into an exit code."""

import logging
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Self

from scrapy import Spider, signals
from scrapy.crawler import Crawler
from scrapy.http import Response

from newscrawl.refusals import Refused

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Verdict:
    """How a run ended: `problem` is one line for a person, empty where the crawl did its job."""

    problem: str = ""

    @property
    def exit_code(self) -> int:
        """0 where the crawl did its job, else 1."""
        return 1 if self.problem else 0


class Outcome:
    """Reads the stats at the end of the run; `verdict` is what the crawl command exits with."""

    def __init__(self, crawler: Crawler) -> None:
        assert crawler.stats
        self.stats = crawler.stats
        self.verdict = Verdict("the run did not end")

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        outcome = cls(crawler)
        crawler.signals.connect(outcome.spider_closed, signal=signals.spider_closed)
        return outcome

    def spider_closed(self, spider: Spider, reason: str) -> None:
        self.verdict = judge(self.stats.get_stats())
        if self.verdict.problem:
            print(f"{spider.name}: {self.verdict.problem}", file=sys.stderr)


def judge(stats: dict[str, Any]) -> Verdict:
    """The verdict on a run's stats."""
    if not stats.get("listings"):
        return Verdict("no listing could be read")
    if not stats.get("links"):
        return Verdict("the listings have no article links")
    return Verdict()


class RefusalMiddleware:
    """A refusal raised while a page is read is counted and logged like one raised by a stage, without a traceback."""

    def __init__(self, crawler: Crawler) -> None:
        self.crawler = crawler

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        return cls(crawler)

    def process_spider_exception(self, response: Response, exception: Exception) -> Iterator[Any] | None:
        if not isinstance(exception, Refused):
            return None
        assert self.crawler.stats
        self.crawler.stats.inc_value(f"refused/{type(exception).__name__}/{exception.reason}")
        log.info("refused %s: %s", response.url, exception.reason)
        return iter(())
