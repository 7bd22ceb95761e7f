"""Outcome: what a run came to, counted as it goes, told at its end, and turned into an exit code."""

import logging
import os
import sys
from collections.abc import AsyncIterator, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self

from scrapy import Request, Spider, signals
from scrapy.crawler import Crawler
from scrapy.exceptions import DropItem
from scrapy.http import Response
from scrapy.utils.defer import deferred_from_coro
from twisted.python.failure import Failure

from newscrawl.article import Article
from newscrawl.crawl.progress import several
from newscrawl.discover.listing import NoLinks
from newscrawl.errors import StoreError
from newscrawl.posts import options_from
from newscrawl.refusals import Refused, Unwritten
from newscrawl.request_context import context_of
from newscrawl.state.crawl_state import CrawlState

log = logging.getLogger(__name__)

Stats = Mapping[str, Any]

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
        assert crawler.stats
        self.crawler, self.stats = crawler, crawler.stats
        self.verdict = Verdict("the run did not end")
        self.unwritten = ""
        self.ended = False

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        outcome = cls(crawler)
        crawler.signals.connect(outcome.item_dropped, signals.item_dropped)
        crawler.signals.connect(outcome.item_error, signals.item_error)
        crawler.signals.connect(outcome.spider_error, signals.spider_error)
        crawler.signals.connect(outcome.spider_closed, signals.spider_closed)
        return outcome

    def item_dropped(self, item: Article, exception: DropItem) -> None:
        if isinstance(exception, Unwritten):
            self.give_up(str(exception))
        else:
            count_refusal(self.stats, item.url, exception)

    def item_error(self, item: Article) -> None:
        self.stats.inc_value("failed/article")

    def spider_error(self, failure: Failure, response: Response | Failure) -> None:
        if isinstance(failure.value, StoreError):
            self.give_up(str(failure.value))
        elif isinstance(response, Response):
            self.stats.inc_value(f"failed/{context_of(response).kind}")

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
        stats = self.stats.get_stats()
        problems = [self.unwritten] if self.unwritten else [*self.complaints(stats), judge(stats, reason).problem]
        problems = [problem for problem in problems if problem] + self.remember(reason, problems)
        self.ended = True
        self.verdict = Verdict()
        tell(summary(spider.name, stats, written_to(self.crawler, spider)))
        self.say(problems)

    def say(self, problems: list[str]) -> None:
        """Tell what went wrong; with the first problem the run has failed."""
        self.verdict = Verdict("; ".join([*filter(None, [self.verdict.problem]), *problems]))
        for problem in problems:
            tell(f"{(self.crawler.spider or self.crawler.spidercls).name}: {problem}")

    def complaints(self, stats: Stats) -> list[str]:
        """What is wrong with the site's pages beside what the stats tell."""
        memory = self.crawler.get_extension(CrawlState)
        try:
            return memory.complaints(stats.get("posts/new", 0)) if memory else []
        except StoreError as error:
            return [str(error)]

    def remember(self, reason: str, problems: list[str]) -> list[str]:
        """Put the run into the history; what keeps it from being put there."""
        memory = self.crawler.get_extension(CrawlState)
        try:
            if memory:
                memory.end(reason, "; ".join(filter(None, problems)), self.stats.get_stats())
        except (StoreError, OSError) as error:
            return [] if str(error) in problems else [str(error)]
        return []


def tell(words: str) -> None:
    """Say it on the screen. Where nobody listens any more (`| head`, a full disk) the exit code still tells."""
    with suppress(OSError, ValueError):
        print(words, file=sys.stderr, flush=True)


def judge(stats: Stats, reason: str = "finished") -> Verdict:
    """The verdict on a run's stats. `reason`: Scrapy's word for why the run ended."""
    if reason == "shutdown":
        return Verdict("interrupted")
    if reason != "finished" and not reason.startswith("closespider_"):
        return Verdict(reason.replace("_", " "))
    if "retried" not in stats and not stats.get("listings"):
        return Verdict("no listing could be read")
    if "retried" not in stats and not stats.get("links") and not stats.get("listings_unchanged"):
        return Verdict("the listings have no article links")
    failed = sum(_under(stats, "failed").values()) - stats.get("failed/article", 0)
    if failed and failed >= stats.get("listings", 0) and not _under(stats, "posts") and not stats.get("known"):
        return Verdict("no listing could be read")
    bad = sum(_under(stats, "refused", but="Unwanted").values()) + stats.get("failed/article", 0)
    # Where most is known a run has one new page or two, and those may be a video each.
    if bad >= (FEW if stats.get("known") else 1) and not _under(stats, "posts"):
        return Verdict(f"no article came of {several(bad, 'page')}")
    return Verdict()


def summary(site: str, stats: Stats, places: list[str]) -> str:
    """What a run did, in a few lines for a person."""
    lines = [f"{site}: {_done(stats)}"]
    for name in ("refused", "skipped", "failed", "cut short"):
        if counts := _under(stats, name):
            told = ", ".join(f"{what} {count}" for what, count in sorted(counts.items()))
            lines.append(f"  {name} {sum(counts.values())}: {told}")
    return "\n".join(lines + [f"  {place}" for place in places])


def _done(stats: Stats) -> str:
    if _under(stats, "posts") or not stats.get("item_scraped_count"):
        told = ", ".join(f"{stats.get(f'posts/{how}', 0)} {how}" for how in ("new", "updated", "unchanged"))
        known = stats.get("known", 0)
        return f"{told}; {several(known, 'article')} known and not asked for again" if known else told
    return several(stats["item_scraped_count"], "article")


def _under(stats: Stats, name: str, but: str = "") -> dict[str, int]:
    """What was counted under a name, by reason: "refused/Incomplete/no date" gives "no date"."""
    found: dict[str, int] = {}
    for key, count in stats.items():
        kind, _, rest = key.partition("/")
        if kind == name and not (but and rest.startswith(but)):
            reason = rest.rpartition("/")[2] if kind == "refused" else rest
            found[reason] = found.get(reason, 0) + count
    return found


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


def count_refusal(stats: Any, url: str, refusal: DropItem) -> None:
    """Count and tell that a page was refused, and why."""
    reason = refusal.reason if isinstance(refusal, Refused) else str(refusal)
    stats.inc_value(f"refused/{type(refusal).__name__}/{reason}")
    log.info("refused %s: %s", url, reason)


class RefusalMiddleware:
    """What a page's reading raises on purpose is counted and told in one line, without a traceback."""

    def __init__(self, crawler: Crawler) -> None:
        assert crawler.stats
        self.crawler, self.stats = crawler, crawler.stats

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
        if isinstance(exception, NoLinks):
            self.stats.inc_value(f"failed/{context_of(response).kind}")
            log.error("%s", exception)
        elif isinstance(exception, Refused):
            count_refusal(self.stats, response.url, exception)
        elif isinstance(exception, StoreError):
            self.give_up(exception)
        else:
            return None
        return iter(())

    def give_up(self, error: StoreError) -> None:
        if outcome := self.crawler.get_extension(Outcome):
            outcome.give_up(str(error))
