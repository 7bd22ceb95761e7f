"""CrawlState: what runs know of each other, opened once at a run's start; spider, stages and middlewares ask it alone.

A Scrapy extension. `CrawlState.of(crawler)` is the one way to it.
"""

import logging
from collections import Counter
from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any, Self

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.http import Response

from newscrawl import durable
from newscrawl.article import Article
from newscrawl.article_filters import COMMON
from newscrawl.discover import Link
from newscrawl.files import files_at, is_address
from newscrawl.lock import SiteLock
from newscrawl.request_context import context_of
from newscrawl.state.archive_writer import ArchiveWriter, FetchResult, Kept, Version
from newscrawl.state.article_identity import ArticleIdentity
from newscrawl.state.known_articles import KnownArticles
from newscrawl.state.listing_history import ListingHistory
from newscrawl.state.post_files import Draft, PostFiles
from newscrawl.state.quarantine import Quarantine, exchange
from newscrawl.state.readings import Readings
from newscrawl.state.run_counts import RunCounts
from newscrawl.state.run_end import fetching, outcome
from newscrawl.state.run_lines import RunLines
from newscrawl.state.site_health import SiteHealth
from newscrawl.state.site_lines import LinesOfSite, keys_of
from newscrawl.state.state_options import StateOptions
from newscrawl.state.url_history import Scope, UrlHistory
from newscrawl.state.usual_places import UsualPlaces
from newscrawl.state.validators import Validators, validators_of
from newscrawl.store import FILE_NAME, Store
from newscrawl.store.runs import RunEnd, canonical
from newscrawl.urls.pictures import unshown_key

log = logging.getLogger(__name__)

NO_PLACE = frozenset({*COMMON, "retry", "rebuild"})
"""Arguments that choose among articles, or say how they are come by; the others say which part of the site is read."""


class CrawlState:
    """All that outlives the run, for one site. Its parts are asked directly; what concerns several of them is here."""

    def __init__(
        self, site: str, options: StateOptions, clock: Callable[[], datetime], counts: RunCounts | None = None
    ) -> None:
        """`counts`: where the run counts.

        Raises StoreError, SiteBusy or OSError, each with one line for a person, before anything is asked for.
        """
        self.site, self.options, self.clock = site, options, clock
        self.counts = counts or RunCounts()
        self.cut_short = False
        """Whether a limit left links unasked."""

        self.broke_off = False
        """Whether a listing could not be followed to its end."""

        self.results: dict[str, tuple[str, FetchResult]] = {}
        """Article's address -> the address that its page was asked for under, and how it was answered; while the
        article is in the stages."""

        self.quarantine = Quarantine(options.output / "quarantine")
        self.lock = SiteLock(options.output / "locks", site)
        try:
            self.store = Store.open(options.store or options.output / FILE_NAME)
            self.store.claim(site)
            self.lines = RunLines(self.store, site, options, clock())
        except BaseException:
            self.lock.release()
            raise
        scope = self._scope()
        self.run = self.store.runs.begin(site, options.arguments, clock())
        self.place, self.caught_up = scope.place, scope.caught_up
        self._make_parts(scope)
        self._clear_up()

    def _scope(self) -> Scope:
        arguments, anew = self.options.arguments, self.options.again or self.options.whole
        # Editions and sections differ; a limit or a date does not make another place.
        place = {name: value for name, value in arguments.items() if name not in NO_PLACE}
        return Scope(
            arguments=canonical(arguments),
            place=canonical(place) if place else None,
            again=self.options.again,
            whole=self.options.whole,
            # A listing that is read at a glance, or that did not change, does not say what it shows.
            caught_up=not anew and self.store.runs.caught_up(self.site, arguments),
        )

    def _make_parts(self, scope: Scope) -> None:
        store, site, options, clock = self.store, self.site, self.options, self.clock
        self.readings = Readings(store, site)
        self.history = UrlHistory(store, site, clock, scope)
        self.identity = ArticleIdentity(store, site, clock, scope.place)
        self.listings = ListingHistory(store, site, scope.arguments)
        self.health = SiteHealth(store, self.run)
        self.usual_places = UsualPlaces(store, self.run, clock(), again=options.again)
        self.site_lines = LinesOfSite(store, site)
        self.files = PostFiles(store, files_at(options.objects or str(options.output)), options.edits, options.objects)
        self.files.left = self.counts.left.add
        self.archive = ArchiveWriter(store, self.files, clock, self.lines)
        self.known_articles = KnownArticles(store, self.history, options, self.lines)
        self.lines.asked_for = self.known_articles.asked_for

    def _clear_up(self) -> None:
        """Remove the posts that a killed run left half written."""
        for file in self.store.posts.coming(self.site):
            if not is_address(file.root):  # an object is never there in part
                durable.discard(self.options.output / file.root / file.path)

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        spider = crawler.spider
        assert spider and crawler.stats
        options = StateOptions.of(crawler.settings, getattr(spider, "arguments", {}), getattr(spider, "wanted", None))
        return cls(spider.name, options, lambda: datetime.now(UTC), RunCounts(crawler.stats.inc_value))

    @classmethod
    def of(cls, crawler: Crawler) -> Self:
        """The state of a crawl that has begun."""
        state = crawler.get_extension(cls)
        assert state
        return state

    # -- requests ------------------------------------------------------------------------------------------------------
    def to_retry(self) -> list[Link]:
        """The articles that are set aside, with what is known of them."""
        urls = [entry.url for entry in self.quarantine.entries(self.site) if entry.kind == "article"]
        for place, count in Counter(filter(None, map(self.history.other_place, urls))).items():
            log.warning("%d pages that are set aside belong to %s: retry with these arguments", count, place)
        return [self.history.link_to(url) for url in urls if not self.history.other_place(url)]

    def validators(self, request: Request) -> Validators:
        """What to send with a request; empty where there is nothing, or the answer is wanted anyway."""
        context = context_of(request)
        if self.options.again or self.options.retry:
            return Validators()
        if context.kind == "article":
            return self.history.validators(context.address)
        return self.listings.validators(request.url) if context.kind and self.caught_up else Validators()

    # -- from an answer to what is kept of it --------------------------------------------------------------------------
    def repeated_lines(self, address: str) -> frozenset[int]:
        """The lines of the site's template that are no part of the article at an address.

        One that a kept article has stays there: without it the article would seem to be edited.
        """
        lines = self.site_lines.repeated
        page = self.history.page(address) if lines else None
        record = self.store.articles.get(page.id) if page and page.kept else None
        if record is None:
            return lines
        return lines.difference(keys_of(record["text"]), [unshown_key(record["image"])])

    def recognise(self, article: Article, response: Response) -> Article:
        """The article with the address and the id that can be believed; which page it is, is decided."""
        asked = context_of(response).address or response.url
        article = self.identity.resolve(article, [asked, *response.meta.get("redirect_urls", []), response.url])
        result = FetchResult(url=response.url, status=response.status, validators=validators_of(response))
        self.results[article.url] = (asked, result)
        return article

    def version(self, article: Article) -> Version | None:
        """The article as it will be kept; None where this run has kept it already, under another address."""
        asked, result = self.results.pop(article.url, ("", FetchResult()))
        if not asked:  # a stage gave it another address, or it comes from no page of this run
            asked = article.url
            article = self.identity.resolve(article, [asked])
        page = self.history.page(asked)
        assert page
        # Recordings hold an article as it was at several times.
        if page.id in self.archive.kept and "rebuild" not in self.options.arguments:
            return None
        return self.archive.version(article, page, result)

    def keep(self, version: Version, drafts: Sequence[Draft]) -> Kept:
        """Post, JSON line and entry of the store, in this order. Raises OSError or StoreError."""
        kept = self.archive.put(version, drafts)
        for url in {version.article.url, version.result.url} - {""}:
            self.quarantine.drop(self.site, url)
        return kept

    def left_out(self, response: Response, reason: str) -> None:
        """An article that this run's arguments leave out; runs with the same need not ask for it again."""
        self.history.left_out(self._let_go(response), reason)

    def set_aside(self, response: Response, reason: str) -> None:
        """Put a page that gave no article into the quarantine."""
        address = self._let_go(response)
        self.history.refused(address, reason, response.status)
        self.known_articles.show(address)
        kind = context_of(response).kind or "article"
        try:
            self.quarantine.put(self.site, kind, reason, exchange(response, self.clock()))
        except OSError as error:
            log.warning("%s cannot be set aside: %s", response.url, error.strerror)

    def _let_go(self, response: Response) -> str:
        """The address that a page was asked for under, whose article goes no further."""
        address = context_of(response).address
        self.results = {url: found for url, found in self.results.items() if found[0] != address}
        return address

    # -- the end -------------------------------------------------------------------------------------------------------
    def complaints(self) -> list[str]:
        """What is wrong with the site's layout or listings, one line each."""
        quiet = self.counts.posts["new"] or self.options.replay or self.options.retry
        return self.health.complaints(NO_PLACE, None if quiet else self.clock())

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
            requests=0 if self.options.replay else stats.get("downloader/request_count", 0),
            saved=self.history.saved + self.listings.saved,
            counts={**self.counts.for_history(), **fetching(stats)},
        )
        try:
            with self.store.transaction():
                self._keep_what_was_learnt(end)
                self.store.runs.end(self.run, self.clock(), end)
            self.quarantine.thin_out(self.clock())
        finally:
            self.close()

    def _keep_what_was_learnt(self, end: RunEnd) -> None:
        if end.complete:
            self.listings.commit()
        self.site_lines.keep(self.clock())
        self.usual_places.keep(self.counts.posts.total)
        if self.cut_short:
            self.store.pages.forget_wanted(self.site, self.place)
        days, most = self.options.archive_days, self.options.archive_articles
        if days or most:
            before = self.clock() - timedelta(days=days) if days else None
            self.store.articles.prune(self.site, before, most or None)

    def close(self) -> None:
        self.lines.close()
        self.store.close()
        self.lock.release()
