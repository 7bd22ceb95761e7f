"""Outcome: what a run came to, counted as it goes, told at its end, and turned into an exit code."""

import sys
from contextlib import suppress
from functools import cached_property
from typing import Self

from scrapy import Spider, signals
from scrapy.crawler import Crawler
from scrapy.exceptions import DropItem
from scrapy.http import Response
from scrapy.utils.defer import deferred_from_coro
from twisted.python.failure import Failure

from newscrawl.article import Article
from newscrawl.crawl.advice import advice
from newscrawl.crawl.failures import count_refusal
from newscrawl.crawl.summary import summary, written_to
from newscrawl.crawl.verdict import Verdict, judge
from newscrawl.errors import StoreError
from newscrawl.fetch.logins import FILES
from newscrawl.refusals import Unwritten
from newscrawl.request_context import context_of
from newscrawl.state.crawl_state import CrawlState
from newscrawl.text.characters import on_screen


class Outcome:
    """A Scrapy extension. `verdict` is what the crawl command exits with."""

    def __init__(self, crawler: Crawler) -> None:
        self.crawler = crawler
        self.verdict = Verdict("the run did not end")
        self.unwritten = ""
        self.ended = False

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        outcome = cls(crawler)
        crawler.signals.connect(outcome.item_scraped, signals.item_scraped)
        crawler.signals.connect(outcome.item_dropped, signals.item_dropped)
        crawler.signals.connect(outcome.item_error, signals.item_error)
        crawler.signals.connect(outcome.spider_error, signals.spider_error)
        crawler.signals.connect(outcome.spider_closed, signals.spider_closed)
        return outcome

    @cached_property
    def state(self) -> CrawlState:
        return CrawlState.of(self.crawler)

    def item_scraped(self) -> None:
        self.state.counts.articles += 1

    def item_dropped(self, item: Article, exception: DropItem) -> None:
        if isinstance(exception, Unwritten):
            self.give_up(str(exception))
        else:
            count_refusal(self.state.counts, item.url, exception)

    def item_error(self, item: Article) -> None:
        self.state.counts.failed.add("article")

    def spider_error(self, failure: Failure, response: Response | Failure) -> None:
        if isinstance(failure.value, StoreError):
            self.give_up(str(failure.value))
        elif isinstance(response, Response):
            self.state.counts.failed.add(context_of(response).kind)

    def give_up(self, why: str) -> None:
        """End the run: what cannot be written now cannot be a second later, and each further request would be lost."""
        if self.unwritten:
            return
        self.unwritten = why
        if self.crawler.engine and self.crawler.engine.spider and not self.ended:
            deferred_from_coro(self.crawler.engine.close_spider_async(reason="unwritten"))
        else:
            self.say([why])

    def spider_closed(self, spider: Spider, reason: str) -> None:
        counts = self.state.counts
        problems = [self.unwritten] if self.unwritten else [*self.complaints(), judge(counts, reason).problem]
        if not self.unwritten:
            settings = self.crawler.settings
            logged_in = any(settings[name] for name in FILES)
            problems.append(advice(counts, logged_in=logged_in, failed=any(problems)))
        problems.append(self.state.lines.put())
        problems = [problem for problem in problems if problem] + self.remember(reason, problems)
        self.ended = True
        self.verdict = Verdict()
        tell(summary(spider.name, counts, written_to(self.crawler, spider)))
        self.say(problems)

    def say(self, problems: list[str]) -> None:
        """Tell what went wrong; with the first problem the run has failed."""
        self.verdict = Verdict("; ".join([*filter(None, [self.verdict.problem]), *problems]))
        for problem in problems:
            tell(f"{(self.crawler.spider or self.crawler.spidercls).name}: {problem}")

    def complaints(self) -> list[str]:
        """What is wrong with the site's pages beside what the counts tell."""
        try:
            return self.state.complaints()
        except StoreError as error:
            return [str(error)]

    def remember(self, reason: str, problems: list[str]) -> list[str]:
        """Write the run into the history; returns what kept it from being written."""
        assert self.crawler.stats
        try:
            self.state.end(reason, "; ".join(filter(None, problems)), self.crawler.stats.get_stats())
        except (StoreError, OSError) as error:
            return [] if str(error) in problems else [str(error)]
        return []


def tell(words: str) -> None:
    """Say it on the screen. Where nobody listens any more (`| head`, a full disk) the exit code still tells."""
    with suppress(OSError, ValueError):
        print(on_screen(words), file=sys.stderr, flush=True)
