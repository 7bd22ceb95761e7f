"""The state of a crawl, opened once at its start; spider, stages and middlewares ask it alone.

A Scrapy extension. `crawler.get_extension(CrawlState)` is the one way to it.
"""

import logging
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Self

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.http import Response

from newscrawl import durable
from newscrawl.article import Article
from newscrawl.article_filters import COMMON
from newscrawl.discover import Link
from newscrawl.extract import Rules
from newscrawl.extract.fields.refusal import REASONS
from newscrawl.extract.reading import Reading
from newscrawl.lock import SiteLock
from newscrawl.request_context import context_of
from newscrawl.state.archive_writer import ArchiveWriter, Draft, What
from newscrawl.state.breakage import RUNS_BACK, broken_fields, counted, empty_listings, silence, together
from newscrawl.state.jsonl import Lines
from newscrawl.state.quarantine import Quarantine
from newscrawl.state.run_counts import RunCounts
from newscrawl.state.url_history import UrlHistory
from newscrawl.state.validators import Answer, exchange, validators_of
from newscrawl.store import FILE_NAME, Store
from newscrawl.store.health import Counts
from newscrawl.store.keys import address_key, listing_key
from newscrawl.store.listings import SeenListing
from newscrawl.store.runs import RunEnd, RunOutcome, canonical
from newscrawl.store.times import moment

log = logging.getLogger(__name__)

SHAPES = 300
"""Pages of earlier runs from which the shapes of a site's addresses are learnt: its last days, so that what a site
changes is tried anew when they are over."""


@dataclass(frozen=True, slots=True)
class Decision:
    """Whether a page is to be asked for."""

    reason: str
    """Why not: "known", or why this run's arguments leave it out; "" where it is to be asked for."""

    new: bool
    """Whether the link is a reason to read the listing on."""

    published: datetime | None = None
    """When it was published, where an earlier run read it and left it out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices:
    """What the settings say about the state."""

    output: Path
    jsonl: str = ""
    formats: tuple[str, ...] = ()
    """The formats that posts are written in; none with POSTS=false."""

    again: bool = False
    """INCREMENTAL=false: known articles are asked for too."""

    replay: bool = False
    retry: str = ""
    """RETRY: "" for a crawl, "stored" or "fetch" for what is set aside."""


class CrawlState:
    """All that outlives the run, for one site."""

    def __init__(
        self,
        site: str,
        arguments: dict[str, str],
        choices: Choices,
        clock: Callable[[], datetime],
        counts: RunCounts | None = None,
    ) -> None:
        """`counts`: where the run counts.

        Raises StoreError, SiteBusy or OSError, each with one line for a person, before anything is asked for.
        """
        self.site, self.choices, self.clock = site, choices, clock
        self.counts = counts or RunCounts()
        self.arguments = {**arguments, **({"retry": choices.retry} if choices.retry else {})}
        self.lock = SiteLock(choices.output / "locks", site)
        try:
            self.store = Store.open(choices.output / FILE_NAME)
            lines = self._lines()
        except BaseException:
            self.lock.release()
            raise
        self.forms = ",".join(sorted(choices.formats))
        self.caught_up = not choices.again and self.store.runs.caught_up(site, self.arguments, self.forms)
        self.run = self.store.runs.begin(site, self.arguments, clock(), self.forms)
        # Editions and sections differ; a limit or a date does not make another place.
        place = {name: value for name, value in self.arguments.items() if name not in NO_PLACE}
        self.place = canonical(place) if place else None
        self.recall = UrlHistory(self.store, site, place=self.place, forms=choices.formats, again=choices.again)
        self.quarantine = Quarantine(choices.output / "quarantine")
        once = "rebuild" not in arguments  # recordings hold an article as it was at several times
        self.keeper = ArchiveWriter(self.store, choices.output, lines, all_lines=choices.again, once=once)
        self.answers: dict[int, Answer] = {}
        """Of pages that are being read; an answer counts when its article is kept."""
        self.listings_seen: dict[int, SeenListing] = {}
        """Of listings, until the run has come to its end: a killed one has not followed all of their links."""
        self.fields: Counts = {}
        self.listings: dict[str, int] = {}
        self.saved = self.asked = 0
        self.cut_short = False
        """Whether a limit left links unasked."""

        self.broke_off = False
        """Whether a listing could not be followed to its end."""
        for path in self.store.pages.half_written(site):
            durable.discard(choices.output / path)

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        settings, spider = crawler.settings, crawler.spider
        assert spider and crawler.stats
        formats: tuple[str, ...] = ()
        if settings.getbool("POSTS"):
            from newscrawl.posts import options_from

            formats = tuple(options_from(settings)[0])
        choices = Choices(
            output=Path(settings["OUTPUT"]),
            jsonl=settings["JSONL"],
            formats=formats,
            again=not settings.getbool("INCREMENTAL"),
            replay=bool(settings["REPLAY"]),
            retry=settings["RETRY"],
        )
        counts = RunCounts(crawler.stats.inc_value)
        return cls(spider.name, getattr(spider, "arguments", {}), choices, lambda: datetime.now(UTC), counts)

    # -- listings ------------------------------------------------------------------------------------------------------
    def ask(self, link: Link) -> Decision:
        """Whether the page behind a link is to be asked for."""
        self.asked += 1
        asked = self.recall.ask(link, self.clock())
        if asked is None:
            self.saved += 1
            return Decision("known", new=not self.caught_up)
        page, undone = asked
        if page.reason and page.reason.startswith(left := self._left_out("")):
            self.saved += 1
            return Decision(page.reason.removeprefix(left), new=not self.caught_up)
        published = moment(page.published) if page.state == "wanted" and page.published is not None else None
        return Decision("", new=undone or not self.caught_up, published=published)

    def page_id(self, address: str) -> int | None:
        """The number of the page that an address leads to. It is asked for anew each time: pages turn out to be one,
        and another one may then get the number that is free."""
        return self.store.pages.id_of(address_key(self.site, address)) if address else None

    def page_of(self, message: Request | Response) -> int | None:
        """The number of the page that a request is for, or that an answer came from."""
        return self.page_id(context_of(message).address)

    def passed_over(self, link: Link, reason: str) -> None:
        """A page that is not asked for after all, and not to be asked for soon."""
        if id := self.page_id(link.url):
            self.recall.refused(id, reason, None, self.clock())

    def left_over(self) -> list[Link]:
        """Pages to ask for whether a listing shows them or not: the last run's unanswered ones, and those due again."""
        # A recording is as old as it is: a second look at its pages shows nothing new.
        return self.recall.left_over(self.clock(), visits=not self.choices.replay)

    def shapes(self) -> Iterator[tuple[str, bool]]:
        """What pages of earlier runs were: (address, whether it was an article)."""
        for url, reason in self.store.pages.answered(self.site, SHAPES):
            if not reason or reason in REASONS:
                yield url, not reason

    def to_retry(self) -> list[Link]:
        """The articles that are set aside, with what is known of them."""
        urls = [entry.url for entry in self.quarantine.entries(self.site) if entry.kind == "article"]
        for place, count in Counter(filter(None, map(self.recall.elsewhere, urls))).items():
            log.warning("%d pages that are set aside belong to %s: retry with these arguments", count, place)
        return [self.recall.link_to(url) for url in urls if not self.recall.elsewhere(url)]

    def read_listing(self, response: Response, links: int, own: int, *, leads_on: bool) -> None:
        """A listing was read to its end and had so many links, so many of them on no listing before it.

        `leads_on`: to other listings than its own next page.
        """
        self.listings[response.request.url if response.request else response.url] = links
        # Unchanged itself, it says nothing of the listings it names.
        if not leads_on:
            self.listings_seen[self._listing_key(response.url)] = SeenListing(*validators_of(response), own)

    def unchanged_listing(self, response: Response) -> int:
        """A listing was answered with 304: how many links it alone had. All of them are known."""
        links = self._listing(response.url).links
        self.saved += links
        return links

    # -- requests and answers ------------------------------------------------------------------------------------------
    def validators(self, request: Request) -> tuple[str, str]:
        """ETag and Last-Modified to send with a request; "" where there is none, or the answer is wanted anyway."""
        kind = context_of(request).kind
        if self.choices.again or self.choices.retry:
            return "", ""
        if kind == "article":
            id = self.page_of(request)
            page = self.store.pages.get(id) if id else None
            whole = page and page.state == "posted" and self.recall.forms <= page.paths.keys()
            return (page.etag or "", page.modified or "") if page and whole else ("", "")
        return self._listing(request.url)[:2] if kind and self.caught_up else ("", "")

    def unchanged(self, response: Response) -> None:
        """An article was answered with 304."""
        if id := self.page_of(response):
            self.recall.unchanged(id, self.clock())

    def recognise(self, article: Article, response: Response) -> Article:
        """The article with the address and the id that can be believed; its page is noted for what comes after."""
        addresses = [*response.meta.get("redirect_urls", []), response.url]
        id, article = self.recall.recognise(article, self.page_of(response), addresses, self.clock())
        page = self.store.pages.get(id)
        etag, modified = validators_of(response)
        link = (page.link if page else None) or ""
        self.answers[id] = Answer(url=response.url, status=response.status, etag=etag, modified=modified, link=link)
        return article

    def count(self, reading: Reading, rules: Rules) -> None:
        """A page was read, whatever came of it."""
        self.fields = together([self.fields, counted(reading, rules)])

    # -- what becomes of a page ----------------------------------------------------------------------------------------
    def keep(self, article: Article, render: Callable[[Article], list[Draft]]) -> What:
        """Post, JSON line and entry of the store, in this order. Raises OSError or StoreError."""
        answer = self.answers.pop(self.keeper.page_id(article) or 0, Answer())
        what = self.keeper.keep(article, render, self.clock(), answer)
        for url in {article.url, answer.url} - {""}:
            self.quarantine.drop(self.site, url)
        return what

    def keeps(self, response: Response) -> bool:
        """Whether the page that was answered is an article that is kept already."""
        id = self.page_of(response)
        page = self.store.pages.get(id) if id else None
        return page is not None and page.kept

    def left_out(self, response: Response, reason: str) -> None:
        """An article that this run's arguments leave out; runs with the same need not ask for it again."""
        if id := self.page_of(response):
            self.answers.pop(id, None)
            self.recall.left_out(id, self._left_out(reason), self.clock())

    def set_aside(self, response: Response, reason: str) -> None:
        """No article came of a page."""
        if id := self.page_of(response):
            self.answers.pop(id, None)
            self.recall.refused(id, reason, response.status, self.clock())
        kind = context_of(response).kind or "article"
        try:
            self.quarantine.put(self.site, kind, reason, exchange(response, self.clock()))
        except OSError as error:
            log.warning("%s cannot be set aside: %s", response.url, error.strerror)

    def failed(self, request: Request, reason: str, status: int | None) -> None:
        """No usable answer came."""
        if id := self.page_of(request):
            self.recall.failed(id, reason, status, self.clock())

    # -- the end -------------------------------------------------------------------------------------------------------
    def complaints(self) -> list[str]:
        """What is wrong with the site's layout or listings, one line each."""
        health = self.store.health
        health.put(self.run, self.fields, self.listings)
        runs = self.store.runs.alike(self.run, NO_PLACE, RUNS_BACK)
        found = broken_fields(health.fields(runs)) if self.fields else []
        found += empty_listings(self.listings, health.listings(runs[1:]))
        quiet = self.counts.posts["new"] or self.choices.replay or self.choices.retry
        return found if quiet else [*found, *silence(health.news(runs), self.clock())]

    def end(self, reason: str, problem: str, stats: dict[str, Any]) -> None:
        """The run has ended, for Scrapy's `reason`; nothing is written after this. Raises StoreError.

        `stats`: Scrapy's, for what fetching counted.
        """
        complete = reason == "finished" and not self.broke_off and not self.cut_short
        end = RunEnd(
            outcome=outcome(reason, self.cut_short),
            problem=problem,
            complete=complete,
            # What a replay asks for, it asks nobody; its answers are among the counts.
            requests=0 if self.choices.replay else stats.get("downloader/request_count", 0),
            saved=self.saved,
            counts={**self.counts.for_history(), **fetching(stats)},
        )
        try:
            with self.store.transaction():
                if complete:
                    self._put_listings()
                if self.cut_short:
                    self.store.pages.forget_wanted(self.site, self.place)
                self.store.runs.end(self.run, self.clock(), end)
            self.quarantine.thin_out(self.clock())
        finally:
            self.close()

    def close(self) -> None:
        if self.keeper.lines:
            self.keeper.lines.close()
        self.store.close()
        self.lock.release()

    # -- how -----------------------------------------------------------------------------------------------------------
    def _lines(self) -> Lines | None:
        if not self.choices.jsonl:
            return None
        path = Path(self.choices.jsonl.replace("{site}", self.site)).resolve()
        known = 0 if self.choices.again else self.store.exports.length(str(path))
        return Lines(path, known)

    def _left_out(self, reason: str) -> str:
        return f"left out by {canonical(self.arguments)}: {reason}"

    def _listing_key(self, url: str) -> int:
        return listing_key(self.site, f"{canonical(self.arguments)} {self.forms}", url)

    def _listing(self, url: str) -> SeenListing:
        return self.store.listings.get(self._listing_key(url))

    def _put_listings(self) -> None:
        for key, seen in self.listings_seen.items():
            self.store.listings.put(key, seen)


def outcome(reason: str, cut_short: bool) -> RunOutcome:
    """Scrapy's word for the end of a run as the history has it."""
    if cut_short or reason.startswith("closespider_"):
        return "limit"
    return OUTCOMES.get(reason, "failed")


OUTCOMES: dict[str, RunOutcome] = {"finished": "finished", "shutdown": "stopped"}


NO_PLACE = frozenset({*COMMON, "retry", "rebuild"})
"""Arguments that choose among articles, or say how they are come by; the others say which part of the site is read."""


def fetching(stats: dict[str, Any]) -> dict[str, int]:
    """What fetching counted that the history keeps."""
    kept = ("replay", "robotstxt", "host")
    return {name: n for name, n in stats.items() if isinstance(n, int) and name.split("/")[0] in kept}
