"""ListingSpider: from a site's start pages, feeds and sitemaps to its articles, each asked for once and in good order.

It reads listings and makes requests. sitemap_reader.py and autodiscovery.py find further listings, link_filter.py says
which links are asked for, request_queue.py when.
"""

import asyncio
from collections.abc import AsyncIterator, Iterable, Iterator
from functools import cached_property
from typing import TYPE_CHECKING, Any, Self

from scrapy import Request, signals
from scrapy.exceptions import DontCloseSpider
from scrapy.http import Response

from newscrawl import discover
from newscrawl.arguments import reject_unknown
from newscrawl.article_filters import COMMON, filters_of
from newscrawl.crawl.autodiscovery import Autodiscovery
from newscrawl.crawl.cpu_budget import each_within
from newscrawl.crawl.link_filter import LinkFilter, Told
from newscrawl.crawl.listing_read import ListingRead
from newscrawl.crawl.lots import LOT, in_lots
from newscrawl.crawl.obstacles import obstacle
from newscrawl.crawl.request_queue import RequestQueue
from newscrawl.crawl.sitemap_reader import SitemapReader
from newscrawl.discover.link import Link, NoLinks
from newscrawl.discover.origin import Origin
from newscrawl.fetch.declared_encoding import declared_encoding
from newscrawl.fetch.errors import is_gone, is_past_the_end
from newscrawl.request_context import Kind, context_of, with_context
from newscrawl.sites.description import Description
from newscrawl.text.counts import counted
from newscrawl.urls.canonical import spelling

if TYPE_CHECKING:
    from scrapy.crawler import Crawler

    from newscrawl.state.crawl_state import CrawlState

# Where articles stand that a wrong date may hide; of listings the first page.
LOOKED_AT = ("feed", "guess", "home", "listing")

# A sitemap of 50 MB takes so many times the CPU that a page may take.
LISTINGS_MORE = 3


class ListingSpider(Description):
    """The way from a site's description to the requests for its articles."""

    def __init__(self, name: str | None = None, _job: str = "", **arguments: str) -> None:
        """`_job`: what Scrapyd calls the run, and tells every spider."""
        super().__init__(name)
        reject_unknown(arguments, (*COMMON, *self.accepts))
        self.arguments = arguments
        self.wanted = filters_of(arguments, self.timezone)

    @classmethod
    def from_crawler(cls, crawler: "Crawler", *args: Any, **arguments: Any) -> Self:
        spider = super().from_crawler(crawler, *args, **arguments)
        crawler.signals.connect(spider._idle, signals.spider_idle)
        return spider

    # -- what a run has, from its start on -----------------------------------------------------------------------------
    @cached_property
    def crawl_state(self) -> "CrawlState":
        """What the site's earlier runs left, and where this one's goes."""
        # Here, for it leads to all that a crawl needs, and every command of Scrapy loads the spiders.
        from newscrawl.state.crawl_state import CrawlState

        return CrawlState.of(self.crawler)

    @cached_property
    def queue(self) -> RequestQueue:
        """What is still to be asked for."""
        # Where something says when to stop a listing is followed further than where nothing does.
        stops = self.wanted.most or self.wanted.since
        pages = self.settings.getint("LISTING_PAGES_AT_MOST" if stops else "LISTING_PAGES")
        return RequestQueue(self.crawl_state, self.wanted.most, pages)

    @cached_property
    def link_filter(self) -> LinkFilter:
        """Which links are asked for."""
        return LinkFilter(self.wanted, self.crawl_state, self.queue.frontier)

    @cached_property
    def sitemap_reader(self) -> SitemapReader:
        """What of a sitemap is asked for."""
        return SitemapReader(self.link_filter, self.queue, self.listing_request)

    @cached_property
    def autodiscovery(self) -> Autodiscovery:
        """Where else a site lists its articles."""
        return Autodiscovery(self.link_filter, self.crawl_state.usual_places, self.listing_request)

    # -- where to start, and what a listing holds: what an odd site overrides ------------------------------------------
    async def start(self) -> AsyncIterator[Any]:
        if self.crawl_state.options.retry:
            requests = [self.article_request(link) for link in self.crawl_state.to_retry()]
            self.crawl_state.counts.retried.add(by=len(requests))
        else:
            self.link_filter.take_up()
            requests = self._first_requests()
        for request in requests:
            yield request

    def _first_requests(self) -> list[Request]:
        sitemaps = [*self.sitemaps, *(self.archives if self.wanted.since else [])]
        requests = [self.listing_request(url) for url in self.start_urls]
        requests += [self.listing_request(url, kind="feed") for url in self.feeds]
        requests += [self.listing_request(url, kind="sitemap") for url in sitemaps]
        if self.home and not requests:
            requests = [self.listing_request(self.home, kind="home")]
        self.queue.begin(requests)
        return requests or list(self._given())

    def listing_request(self, url: str, *, kind: Kind = "listing", **about: Any) -> Request:
        """A request for a page of links. `kind`: "listing", "feed" or "sitemap". `about`: further values of its
        `RequestContext`."""
        # dont_filter: one listing may be due again within a run, and its answer is what decides.
        request = Request(url, self._links, errback=self._failed, dont_filter=True)
        if kind in ("feed", "sitemap", "guess"):
            request.meta["download_maxsize"] = self.settings.getint("LISTING_MAXSIZE")
        return with_context(request, kind=kind, **about)

    def article_request(self, link: Link, origin: Origin | None = None) -> Request:
        """A request for an article's page."""
        known = {"link": link, "origin": origin or Origin()}
        request = Request(link.url, self._article, errback=self._failed, cb_kwargs=known, dont_filter=True)
        return with_context(request, kind="article", address=link.url)

    def parse_listing(self, response: Response) -> Iterable[Link | Request]:
        """The links on a listing, feed or sitemap, and requests for further ones. Override for an odd site.

        A request for where a listing goes on is followed only if this page of it had something new.
        """
        kind, found = context_of(response).kind, discover.kind_of(response.body)
        if kind == "robots":
            yield from self.autodiscovery.of_robots(response, past=self.whole or bool(self.wanted.since))
        elif kind == "guess" and found not in ("feed", "sitemap"):
            yield from self.autodiscovery.of_empty_place(response)
        elif found == "feed":
            yield from discover.read_feed(response.body, response.url, declared_encoding(response))
        elif found == "sitemap" or (kind, found) == ("sitemap", "text"):
            yield from self.sitemap_reader.read(response)
        elif kind in ("feed", "sitemap"):
            raise NoLinks(f"no {kind} but a {found}: {response.url}")
        else:
            yield from self._of_page(discover.readable(response))

    def _of_page(self, response: Response) -> Iterator[Link | Request]:
        chosen = (self.links,) if isinstance(self.links, str) and self.links else tuple(self.links)
        if chosen and discover.page_of(response) is None:
            raise NoLinks(f"no page: {response.url}")
        links = list(discover.card_links(response, chosen)) if chosen else discover.likely_links(response)
        yield from links
        if context_of(response).kind == "home":
            yield from self.autodiscovery.of_home(response)
        if further := discover.further_page(response, len(links)):
            yield self.listing_request(further)

    # -- from a listing to the requests that are due -------------------------------------------------------------------
    def _given(self) -> Iterator[Request]:
        """The articles in `pages`, which stand for a listing."""
        self.crawl_state.counts.listings.add()
        for page in self.pages:
            self.link_filter.offer(spelling(page), Link(url=page), Origin())
        yield from self._due()

    async def _links(self, response: Response) -> AsyncIterator[Request]:
        self.crawl_state.counts.listings.add()
        try:
            async for request in self._read_listing(response):
                yield request
        except Exception:
            self.crawl_state.broke_off |= context_of(response).page > 1
            raise
        finally:
            self.queue.open -= 1
        for request in self._due():
            yield request

    async def _read_listing(self, response: Response) -> AsyncIterator[Request]:
        state = self.crawl_state
        if response.status == 304:
            state.counts.listings_unchanged.add()
            state.counts.known.add(by=state.listings.not_modified(response.url))
            return
        context = context_of(response)
        is_sitemap = discover.kind_of(response.body) == "sitemap"
        top = discover.undated_age(response.url, context.reach) if is_sitemap else context.reach
        read = ListingRead(Origin(age=top))
        async for request in self._offered(response, read):
            yield request
        self._note_read(response, read)

    async def _offered(self, response: Response, read: ListingRead) -> AsyncIterator[Request]:
        """Offer the links of a listing to the filter; the requests for the listings that it leads to."""
        history = self.crawl_state.history
        told: dict[str, Told] = {}
        seconds = LISTINGS_MORE * self.settings.getfloat("PAGE_CPU_SECONDS")
        for found in in_lots(each_within(seconds, self.parse_listing(response)), history.look_up):
            if isinstance(found, Link):
                before, key = history.asked, spelling(found.url)
                told[key] = self.link_filter.offer(key, found, read.origin)
                read.links, read.own = read.links + 1, read.own + history.asked - before
                if read.links % LOT == 0:
                    await asyncio.sleep(0)
            else:
                read.leads_on |= context_of(found).kind != "listing"
                for request in self.queue.follow(found, response, read.origin, told):
                    yield request

    def _note_read(self, response: Response, read: ListingRead) -> None:
        """What a listing gave, for the run's verdict, the site's health and the next run."""
        state, context = self.crawl_state, context_of(response)
        if context.kind in LOOKED_AT and context.page == 1:
            self.link_filter.doubt(read.origin, self.link_filter.suspicious(read.origin, read.links))
        address = response.request.url if response.request else response.url
        if read.links or context.kind not in ("robots", "guess"):
            self.logger.info("%s: %s", address, counted(read.links, "link"))
        state.health.listing_read(address, read.links)
        state.usual_places.front_page |= context.kind == "home" and read.links > 0
        if not read.links and context.kind in ("home", "listing", "section"):
            self._note_obstacle(response)
        if discover.breaks_off(response.body):
            state.broke_off = True
            state.health.listing_broke_off(address, read.links)
        # Unchanged itself, a listing says nothing of the listings it names; and one without a link is no sign of a
        # site that is well, so it is read again.
        if read.links and not read.leads_on:
            state.listings.read(response, read.own)

    def _note_obstacle(self, response: Response) -> None:
        if reason := obstacle(response, self.settings.getfloat("PAGE_CPU_SECONDS")):
            self.crawl_state.counts.obstacles.add(reason)

    def _due(self) -> Iterator[Request]:
        due = self.queue.due(self.article_request)
        if not self.settings.getbool("DRY_RUN"):
            return due
        from newscrawl.crawl.dry_run import planned

        return planned(due, self.crawl_state)

    def _article(self, response: Response, link: Link, origin: Origin) -> Iterator[Any]:
        raise NotImplementedError

    def _came_back(self) -> Iterator[Request]:
        self.queue.frontier.came_back()
        yield from self._due()

    def _idle(self) -> None:
        """Nothing is under way: what a limit still lacks is asked for, and what waits else."""
        assert self.crawler.engine
        budget = self.queue.budget
        if most := self.wanted.most:
            counted = self.queue.counted if self.wanted.limit else 0
            budget = max(0, most - self.crawl_state.counts.came - counted)
        self.queue.nothing_under_way(budget)
        requests = list(self._due())
        self.crawl_state.cut_short = self.queue.waits
        for request in requests:
            self.crawler.engine.crawl(request)
        if requests:
            raise DontCloseSpider

    def _failed(self, failure: Any) -> Iterator[Request]:
        from newscrawl.crawl.failures import note_failure

        request, error = failure.request, failure.value
        context = context_of(request)
        if context.kind == "article":
            self.queue.frontier.came_back()
        else:
            self.queue.open -= 1
            self.crawl_state.broke_off |= context.page > 1 and not is_past_the_end(request, error)
        note_failure(request, error, self.crawl_state, self.logger)
        if context.kind == "home" and is_gone(error):
            for further in self.autodiscovery.without_home(error.response):
                yield from self.queue.follow(further, error.response, Origin(), {})
        yield from self._due()
