"""LinkFilter: which links of a listing are asked for, each once in a run, and what each tells of its listing."""

from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, Literal

from scrapy import Request

from newscrawl import discover
from newscrawl.article_filters import ArticleFilters
from newscrawl.discover.frontier import Frontier
from newscrawl.discover.link import Further, Link
from newscrawl.discover.origin import Origin
from newscrawl.discover.url_date import article_days
from newscrawl.discover.url_shape import is_of_history
from newscrawl.urls.canonical import spelling

if TYPE_CHECKING:
    from newscrawl.state.crawl_state import CrawlState

Told = Literal["new", "known", "passed over", ""]
"""What a link tells of the listing it stands on. A next page is read where this one has something new; and where it has
nothing known, and what was passed over may go on to what is wanted: it is too young, or not of the kind."""

FEW = 3
"""So many links out of order are looked at, each; of more the first, for the listing may have an order of its own."""

OUT_OF_RANGE = ("older", "newer")
FURTHER_ON = ("newer", "excluded", "not included")


DOUBTED = 100
"""Links of a listing that are remembered although its dates leave them out: the dates may turn out to be wrong."""


def passed_over(reason: str) -> Told:
    """What a link tells of an article that is not asked for, for this reason."""
    return "passed over" if reason in FURTHER_ON else ""


class LinkFilter:
    """The links of one run."""

    def __init__(self, wanted: ArticleFilters, state: "CrawlState", frontier: Frontier[Request]) -> None:
        self.wanted, self.state, self.frontier = wanted, state, frontier
        self.counts = state.counts
        self.seen: dict[str, Told] = {}
        """What each article's link told where it was met first, by its address as `spelling` has it."""

        self.left_over: set[str] = set()
        """Addresses that earlier runs left, and that no listing of this one has shown yet."""

    def take_up(self) -> None:
        """Queue what earlier runs left undone or is due again; take over what they learnt of the site's addresses."""
        undone: Told = "known" if self.state.caught_up else "new"
        # A recording is as old as it is: a second look at its pages shows nothing new.
        for link in self.state.history.pending(visits=not self.state.options.replay):
            key = spelling(link.url)
            self.seen[key] = undone
            self.left_over.add(key)
            self.frontier.add(key, link, Origin(), "visit" if self.state.history.keeps(link.url) else None)
        for url, article in self.state.history.shapes():
            self.frontier.shapes.learn(url, article=article)

    def offer(self, key: str, link: Link, origin: Origin) -> Told:
        """Queue an article, unless it is known or not wanted. What it tells of its listing.

        `key`: its address as `spelling` has it.
        """
        if reason := self.refusal(link):
            told_by_listing = link.published and not article_days(link.url)
            if told_by_listing and reason in OUT_OF_RANGE and len(origin.passed) < DOUBTED:
                origin.passed.append((key, link))
            return passed_over(reason)
        if link.published:
            origin.in_range()
        if key in self.seen:
            self.counts.links.add(by=key in self.left_over)
            self.left_over.discard(key)
            self.frontier.complete(key, link)
            self.state.known_articles.is_listed(link.url)
        else:
            self.counts.links.add()
            self.seen[key] = self._offer_new(key, link, origin)
        return self.seen[key]

    def _offer_new(self, key: str, link: Link, origin: Origin) -> Told:
        decision = self.state.history.decide(link)
        if reason := "" if decision.reason else self._out_of_range(link, decision.published):
            self.counts.skipped.add(reason)
            return passed_over(reason)
        if decision.reason == "known":
            self.counts.known.add()
            if decision.kept and self._waits():
                self.frontier.add(key, replace(link, published=decision.published or link.published), origin, "known")
        elif decision.reason:
            self.counts.skipped.add(decision.reason)
        else:
            self.frontier.add(key, link, origin, "again" if decision.kept else None)
        return "new" if decision.new else "known"

    def _waits(self) -> bool:
        """Whether an article that is kept waits for its turn: to count within a limit, or to come into a file."""
        return bool(self.wanted.limit) or (self.state.options.whole and not self.wanted.backfill)

    def refusal(self, link: Link) -> str:
        """Why an article is not asked for, as far as its listing tells."""
        skip = link.skip or ("a page's history" if is_of_history(link.url) else "")
        if reason := skip or self.wanted.of_link(link):
            self.counts.links.add()
            self.counts.skipped.add(reason)
            if link.published:  # a listing that gives no date would bring it back
                self.seen[spelling(link.url)] = passed_over(reason)
        return reason

    def sitemaps(self, named: list[Further]) -> list[Further]:
        """The sitemaps that are read, the newest first."""
        chosen = discover.autodiscovery.chosen(named, self.wanted.of_sitemap)
        self.counts.skipped.add("sitemap", by=len(named) - len(chosen))
        return chosen

    def suspicious(self, origin: Origin, links: int) -> list[tuple[str, Link]]:
        """Links whose pages must confirm their dates: those that are out of order, or the first where
        all are older than is wanted. `links`: how many the listing has."""
        if origin.passed and len(origin.passed) == links:
            return [each for each in origin.passed[:1] if self.wanted.of_link(each[1]) == "older"]
        return origin.amid if len(origin.amid) <= FEW else origin.amid[:1]

    def doubt(self, origin: Origin, taken: list[tuple[str, Link]]) -> None:
        """Queue links that were left out by their listing's dates, to see what their pages say."""
        origin.passed = [each for each in origin.passed if each not in taken]
        for key, link in taken:
            self.seen.pop(key, None)
            self.offer(key, replace(link, published=None, doubted=link.published), origin)

    def is_first(self, url: str) -> bool:
        """Whether an address is met for the first time in this run, raw or percent-encoded, with or without #part."""
        key = spelling(url)
        known = key in self.seen
        self.seen.setdefault(key, "known")
        return not known

    def _out_of_range(self, link: Link, published: datetime | None) -> str:
        """Why a page is left out that an earlier run read and left out: `published` is what the page itself said."""
        return self.wanted.of_link(replace(link, published=published, published_precision="day")) if published else ""
