"""RequestQueue: what a run has still to ask for, and whose turn it is.

The listings that a site's description names go first, so that what they say of one article comes together. Then the
articles, the newest first; then, one at a time, the further listings: next pages, sections, sitemaps. Under a limit a
listing that may have newer articles goes before those that wait. So a limit is met by the newest, whatever listing
they stand on, and what is out of range is never asked for.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from math import inf
from typing import TYPE_CHECKING

from scrapy import Request
from scrapy.http import Response

from newscrawl.crawl.link_filter import Told
from newscrawl.discover.frontier import Frontier, Mark
from newscrawl.discover.link import Link
from newscrawl.discover.origin import Origin
from newscrawl.discover.sitemap_order import SitemapOrder
from newscrawl.request_context import context_of, with_context

if TYPE_CHECKING:
    from newscrawl.state.crawl_state import CrawlState

# An index of indexes is met, and one of those never: a server may make sitemaps that name further ones without end.
LEVELS = 2
# So many sitemaps of which nobody knows how late they reach are read before any article. Sites have one to three, and
# one that has 60 is not read whole for five articles.
UNKNOWN = 6


class RequestQueue:
    """The requests of one run that are to come."""

    def __init__(self, state: "CrawlState", limit: int | None, pages: int) -> None:
        """`limit`: articles to ask for. `pages`: how many pages of one listing are read."""
        self.state, self.pages = state, pages
        self.frontier: Frontier[Request] = Frontier(newest=limit is not None)
        self.sitemaps = SitemapOrder()
        self.unknown = UNKNOWN
        self.budget = limit
        """Articles that the limit leaves; None without one."""

        self.counted = 0
        """Articles within the limit that are known already."""

        self.open = 0
        """Listings asked for and not yet read."""

        self.listed: set[str] = set()
        """Addresses of listings that are asked for or wait."""

    def left(self) -> int:
        """How many pages are still to come, as far as is known."""
        waiting = len(self.frontier.waiting)
        articles = waiting if self.budget is None else min(waiting, self.budget)
        return self.open + self.frontier.asked + articles + len(self.frontier.further)

    def begin(self, listings: Iterable[Request]) -> None:
        """The first listings are asked for."""
        for request in listings:
            self.open += 1
            self.listed.add(request.url)

    def due(self, request_for: Callable[[Link, Origin], Request]) -> Iterator[Request]:
        """The requests whose turn it is. Under a limit, no more articles than it leaves.

        `request_for`: makes the request for an article.
        """
        while self.unknown and (listing := self._further(inf)):
            yield listing
        if self.open > 0:
            return
        while self.budget != 0 and (found := self.frontier.take()):
            link, origin, mark = found
            if mark == "known":
                self._count(mark)
                self.state.known_articles.show(link.url)
            elif request := self._article(link, origin, request_for):
                self._count(mark)
                if mark == "visit":
                    self.state.known_articles.visits(link.url)
                self.frontier.went()
                yield request
        if self.budget != 0 and (listing := self._further()):
            yield listing

    def _count(self, mark: Mark | None) -> None:
        self.counted += mark in ("known", "again")
        if self.budget and mark != "visit":
            self.budget -= 1

    def _further(self, reach: float | None = None) -> Request | None:
        """The listing whose turn it is. `reach`: as `Frontier.take_further` has it."""
        if not (found := self.frontier.take_further(reach)):
            return None
        listing, reach = found
        self.open += 1
        self.unknown -= reach == inf
        return with_context(listing, reach=reach)

    def _article(self, link: Link, origin: Origin, request_for: Callable[[Link, Origin], Request]) -> Request | None:
        if self.frontier.shapes.hopeless(link.url):
            self.state.counts.skipped.add("its like were no articles")
            self.state.history.refused(link.url, "its like were no articles")
            return None
        try:
            return request_for(link, origin)
        except ValueError as error:  # no address that can be asked for, out of an odd site's own parse_listing
            self.state.counts.skipped.add("no address")
            self.state.history.refused(link.url, f"no address: {error}")
            return None

    def follow(
        self, request: Request, response: Response, origin: Origin, told: Mapping[str, Told]
    ) -> Iterator[Request]:
        """A further listing now or in its turn. `told`: what the links of this one told, by address."""
        kind, here = context_of(request).kind, context_of(response)
        same = kind == "sitemap" and context_of(request).offset > 0
        level = here.level + (kind == here.kind == "sitemap" and not same)
        if (request.url in self.listed and not same) or level > LEVELS:
            return
        with_context(request, level=level)
        if kind == "listing":
            with_context(request, page=here.page + 1, before=here.before | told.keys())
            if here.page < self.pages and goes_on(told, here.before):
                self.frontier.add_further(request, origin)
        elif kind == "section":
            self.frontier.add_further(request, Origin(), lambda: (-inf, 0))
        elif kind == "sitemap":
            self.sitemaps.met(request.url)
            self.frontier.add_further(request, Origin(), lambda: self.reach(request))
        else:
            self.open += 1
            yield request
        self.listed.add(request.url)

    def reach(self, sitemap: Request) -> tuple[float, float]:
        """How late a sitemap's pages may reach, and its place among those of one reach."""
        known = context_of(sitemap).reach
        reach, place = (known, 0.0) if known < inf else self.sitemaps.reach(sitemap.url)
        return (reach, place) if reach < inf or self.unknown > 0 else (-inf, 0)

    def nothing_under_way(self, limit: int | None) -> None:
        """An answer that was lost is forgotten. `limit`: articles that may still be asked for."""
        self.open = self.frontier.asked = 0
        self.budget = limit

    @property
    def waits(self) -> bool:
        """Whether anything is left to ask for."""
        return self.frontier.waits


def goes_on(told: Mapping[str, Told], before: frozenset[str]) -> bool:
    """Whether a listing's next page is worth a request.

    What its own pages had before tells nothing: some answer any page's number with the same page.
    """
    told_here = {what for key, what in told.items() if key not in before}
    return "new" in told_here or ("passed over" in told_here and "known" not in told_here)
