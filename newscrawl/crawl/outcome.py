"""Outcome: what a run came to, counted as it goes, told at its end, and turned into an exit code."""

import logging
import os
import sys
from collections import Counter
from collections.abc import AsyncIterator, Iterator
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, Self

from scrapy import Request, Spider, signals
from scrapy.crawler import Crawler
from scrapy.exceptions import DropItem
from scrapy.http import Response
from scrapy.utils.defer import deferred_from_coro
from twisted.python.failure import Failure

from newscrawl.article import Article
from newscrawl.discover.listing import NoLinks
from newscrawl.errors import StoreError
from newscrawl.posts import options_from
from newscrawl.refusals import Refused, Unwritten
from newscrawl.request_context import context_of
from newscrawl.state.crawl_state import CrawlState
from newscrawl.state.run_counts import RunCounts
from newscrawl.text.counts import counted

log = logging.getLogger(__name__)

FEW = 5


@dataclass(frozen=True, slots=True)
class Verdict:
    """How a run ended: `problem` is one line for a person, empty where the crawl did its job."""

    problem: str = ""

    @property
    def exit_code(self) -> int:
        """0 where the crawl did its job, else 1."""
        return 1 if self.problem else 0


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
        return state_of(self.crawler)

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
        """What cannot be written now cannot be written a second later either; every further request would be lost."""
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
        """Put the run into the history; what keeps it from being put there."""
        assert self.crawler.stats
        try:
            self.state.end(reason, "; ".join(filter(None, problems)), self.crawler.stats.get_stats())
        except (StoreError, OSError) as error:
            return [] if str(error) in problems else [str(error)]
        return []


def state_of(crawler: Crawler) -> CrawlState:
    state = crawler.get_extension(CrawlState)
    assert state
    return state


def tell(words: str) -> None:
    """Say it on the screen. Where nobody listens any more (`| head`, a full disk) the exit code still tells."""
    with suppress(OSError, ValueError):
        print(words, file=sys.stderr, flush=True)


def judge(counts: RunCounts, reason: str = "finished") -> Verdict:
    """The verdict on what a run counted. `reason`: Scrapy's word for why the run ended."""
    if reason == "shutdown":
        return Verdict("interrupted")
    if reason != "finished" and not reason.startswith("closespider_"):
        return Verdict(reason.replace("_", " "))
    if not counts.retried.total and not counts.listings.total:
        return Verdict("no listing could be read")
    if not counts.retried.total and not counts.links.total and not counts.listings_unchanged.total:
        return Verdict("the listings have no article links")
    failed = counts.failed.total - counts.failed["article"]
    known, posts = counts.known.total, counts.posts.total
    if failed and failed >= counts.listings.total and not posts and not known:
        return Verdict("no listing could be read")
    bad = sum(n for (kind, *_), n in counts.refused.by_reason.items() if kind != "Unwanted") + counts.failed["article"]
    # Where most is known a run has one new page or two, and those may be a video each.
    if bad >= (FEW if known else 1) and not posts:
        return Verdict(f"no article came of {counted(bad, 'page')}")
    return Verdict()


def summary(site: str, counts: RunCounts, places: list[str]) -> str:
    """What a run did, in a few lines for a person."""
    lines = [f"{site}: {_done(counts)}"]
    for tally in (counts.refused, counts.skipped, counts.failed, counts.cut_short):
        if tally.total:
            by_reason: Counter[str] = Counter()
            for reason, count in tally.by_reason.items():
                by_reason[reason[-1]] += count
            told = ", ".join(f"{what} {count}" for what, count in sorted(by_reason.items()))
            lines.append(f"  {tally.name} {tally.total}: {told}")
    return "\n".join(lines + [f"  {place}" for place in places])


def _done(counts: RunCounts) -> str:
    if counts.posts.total or not counts.articles:
        told = ", ".join(f"{counts.posts[how]} {how}" for how in ("new", "updated", "unchanged"))
        known = counts.known.total
        return f"{told}; {counted(known, 'article')} known and not asked for again" if known else told
    return counted(counts.articles, "article")


def written_to(crawler: Crawler, spider: Spider) -> list[str]:
    """Where this run's posts and feeds stand, from here if they stand below."""
    places = []
    if crawler.settings.getbool("POSTS"):
        posts = Path(crawler.settings["OUTPUT"]) / "posts"
        formats, _ = options_from(crawler.settings)
        folders = [posts / form for form in formats] if len(formats) > 1 else [posts]
        places += [f"posts in {_from_here(folder / spider.name)}" for folder in folders]
    return places + [f"feed in {_from_here(Path(str(feed)))}" for feed in crawler.settings.getdict("FEEDS")]


def _from_here(path: Path) -> str:
    relative = os.path.relpath(path)
    return str(path) if relative.startswith("..") else relative


def count_refusal(counts: RunCounts, url: str, refusal: DropItem) -> None:
    """Count and tell that a page was refused, and why."""
    reason = refusal.reason if isinstance(refusal, Refused) else str(refusal)
    counts.refused.add(type(refusal).__name__, reason)
    log.info("refused %s: %s", url, reason)


class RefusalMiddleware:
    """What a page's reading raises on purpose is counted and told in one line, without a traceback."""

    def __init__(self, crawler: Crawler) -> None:
        self.crawler = crawler

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        return cls(crawler)

    async def process_start(self, start: AsyncIterator[Any]) -> AsyncIterator[Any]:
        """What the store refuses before the first request ends the run, as it does later."""
        try:
            async for request in start:
                yield request
        except StoreError as error:
            self.give_up(error)

    def process_spider_exception(self, response: Response, exception: Exception) -> Iterator[Request] | None:
        counts = state_of(self.crawler).counts
        if isinstance(exception, NoLinks):
            counts.failed.add(context_of(response).kind)
            log.error("%s", exception)
        elif isinstance(exception, Refused):
            count_refusal(counts, response.url, exception)
        elif isinstance(exception, StoreError):
            self.give_up(exception)
        else:
            return None
        return iter(())

    def give_up(self, error: StoreError) -> None:
        if outcome := self.crawler.get_extension(Outcome):
            outcome.give_up(str(error))
