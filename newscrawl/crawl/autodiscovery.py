"""Autodiscovery: requests for the listings to which a site's front page, its robots.txt and the usual places lead."""

import logging
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

from scrapy import Request
from scrapy.http import Response

from newscrawl import discover
from newscrawl.crawl.link_filter import LinkFilter
from newscrawl.discover.link import Further
from newscrawl.fetch.errors import GONE
from newscrawl.request_context import context_of

if TYPE_CHECKING:
    from newscrawl.discover.autodiscovery import FoundListing
    from newscrawl.state.usual_places import UsualPlaces

log = logging.getLogger(__name__)


class Autodiscovery:
    """The looking around of one run. `newscrawl.discover.autodiscovery` says where to look."""

    def __init__(
        self, link_filter: LinkFilter, usual_places: "UsualPlaces", listing_request: Callable[..., Request]
    ) -> None:
        """`listing_request`: as `ListingSpider` has it."""
        self.link_filter, self.usual_places, self.listing_request = link_filter, usual_places, listing_request
        self.told = False

    def of_robots(self, response: Response, *, past: bool) -> Iterator[Request]:
        """The sitemaps that a robots.txt names. `past`: those of everything too, not of the last days alone."""
        text = response.body if response.status == 200 else b""
        named = [Further(url=url) for url in discover.find.sitemaps(text, response.url)]
        wanted = self.link_filter.sitemaps(named)
        yield from self._told(self._requests(discover.autodiscovery.of_robots(wanted, response.url, past=past)))

    def of_empty_place(self, response: Response) -> Iterator[Request]:
        """The next of the usual places, where neither a feed nor a sitemap stands at this one."""
        if response.status in (200, *GONE):
            self.usual_places.nothing_at([*response.meta.get("redirect_urls", []), response.url][0])
        return self._requests(discover.autodiscovery.guess(context_of(response).places))

    def of_home(self, response: Response) -> Iterator[Request]:
        """The feeds and sections of a front page."""
        page = discover.page_of(response)
        leads = () if page is None else discover.autodiscovery.of_home(page, discover.base_of(response))
        yield from self._told(self._requests(leads))

    def without_home(self, response: Response) -> Iterator[Request]:
        """Where a site without a front page may list its articles all the same."""
        yield from self._told(self._requests(discover.autodiscovery.without_home(response.url)))

    def _told(self, requests: Iterable[Request]) -> Iterator[Request]:
        """The same; that places are guessed is said once: it takes a dozen requests, of which nothing else is seen."""
        for request in requests:
            if context_of(request).kind == "guess" and not self.told:
                self.told = True
                log.info("looking for feeds and sitemaps where sites usually have them, at %s first", request.url)
            yield request

    def _requests(self, leads: "Iterable[FoundListing]") -> Iterator[Request]:
        for lead in discover.autodiscovery.without(leads, self.usual_places.empty):
            request = self.listing_request(lead.url, kind=lead.kind, places=lead.places, reach=lead.reach)
            # Nothing may stand at a guessed place; what is there is then read and not an error.
            if lead.kind in ("guess", "robots"):
                request.meta["handle_httpstatus_all"] = True
            yield request
