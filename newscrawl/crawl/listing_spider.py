"""ListingSpider: from a site's start pages, feeds and sitemaps to its articles, each asked for once and in good order.

The start pages, feeds and sitemaps are read first, so that what they say of one article comes together. Then the
articles, as they stand on the listings; then, one at a time, the further listings: next pages, sections, sitemaps of
an index. So a limit is met by the newest, and what is out of range is never asked for.
"""

import asyncio
from collections.abc import AsyncIterator, Iterable, Iterator
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, Any, Self

from scrapy import Request, signals
from scrapy.crawler import Crawler
from scrapy.exceptions import DontCloseSpider
from scrapy.http import Response
from scrapy.spidermiddlewares.httperror import HttpError

from newscrawl.arguments import reject_unknown
from newscrawl.article_filters import COMMON, wanted
from newscrawl.discover import autodiscovery, find
from newscrawl.discover.feed import read_feed
from newscrawl.discover.frontier import Frontier, Origin
from newscrawl.discover.link import Further, Link
from newscrawl.discover.listing import NoLinks, base_of, card_links, further_page, likely_links, page_of
from newscrawl.discover.sitemap import newest_first, read_sitemap
from newscrawl.discover.sniff import kind_of
from newscrawl.discover.url_shape import score
from newscrawl.fetch.errors import NotAsked, is_past_the_end, line
from newscrawl.fetch.errors import reason as why
from newscrawl.request_context import Kind, context_of, with_context
from newscrawl.sites.description import Description
from newscrawl.urls.canonical import spelling

if TYPE_CHECKING:
    from newscrawl.state.crawl_state import CrawlState

# So many links of a listing are looked up at a stretch, some 50 ms: a sitemap has 50,000, and other crawls of this
# process wait meanwhile.
BREATH = 100

# What a link tells of the listing it stands on. A next page is read where this one has something new; and where it has
# nothing known, and what was passed over may go on to what is wanted: it is too young, or not of the kind.
NEW, KNOWN, PASSED_OVER = "new", "known", "passed over"
FURTHER_ON = ("newer", "excluded", "not included")

# An index of indexes is met, and one of those never: a server may make sitemaps that name further ones without end.
LEVELS = 2


class ListingSpider(Description):
    """The way from a site's description to the requests for its articles."""

    def __init__(self, name: str | None = None, **arguments: str) -> None:
        super().__init__(name)
        reject_unknown(arguments, (*COMMON, *self.accepts))
        self.arguments = arguments
        self.wanted = wanted(arguments, self.timezone)
        self.budget = self.wanted.limit
        self.seen: dict[str, str] = {}  # what each article's link told where it was met first
        self.taken_up: set[str] = set()  # of earlier runs, and on no listing of this one yet
        self.listed: set[str] = set()
        self.frontier: Frontier[Request] = Frontier()
        self.open = 0  # listings asked for and not yet read

    @classmethod
    def from_crawler(cls, crawler: Crawler, *args: Any, **arguments: Any) -> Self:
        spider = super().from_crawler(crawler, *args, **arguments)
        crawler.signals.connect(spider._idle, signals.spider_idle)
        return spider

    # -- where to start, and what a listing holds: what an odd site overrides ------------------------------------------
    async def start(self) -> AsyncIterator[Any]:
        if self.memory.choices.retry:
            requests = [self.article_request(link) for link in self.memory.to_retry()]
            self._count("retried", len(requests))
        else:
            self._take_up()
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
        self.open += len(requests)
        self.listed |= {request.url for request in requests}
        return requests or list(self._given())

    def _take_up(self) -> None:
        """Let wait what earlier runs left undone or is due again, and know what they learnt of the site's addresses."""
        undone = KNOWN if self.memory.caught_up else NEW
        for link in self.memory.left_over():
            key = spelling(link.url)
            self.seen[key] = undone
            self.taken_up.add(key)
            self.frontier.add(key, link, Origin())
        for url, article in self.memory.shapes():
            self.frontier.shapes.learn(url, article=article)

    @property
    def memory(self) -> "CrawlState":
        """What the site's earlier runs left, and where this one's goes."""
        # Here, for it leads to all that a crawl needs, and every command of Scrapy loads the spiders.
        from newscrawl.state.crawl_state import CrawlState

        memory = self.crawler.get_extension(CrawlState)
        assert memory
        return memory

    def listing_request(self, url: str, *, kind: Kind = "listing", **about: Any) -> Request:
        """A request for a page of links. `kind`: "listing", "feed" or "sitemap". `about`: further values of its
        `RequestContext`."""
        # dont_filter: one listing may be due again within a run, and its answer is what decides.
        request = Request(url, self._links, errback=self._failed, dont_filter=True)
        return with_context(request, kind=kind, **about)

    def parse_listing(self, response: Response) -> Iterable[Link | Request]:
        """The links on a listing, feed or sitemap, and requests for further ones. Override for an odd site.

        A request for where a listing goes on is followed only if this page of it had something new.
        """
        kind, found = context_of(response).kind, kind_of(response.body)
        if kind == "robots":
            text = response.body if response.status == 200 else b""
            past = self.whole or bool(self.wanted.since)
            yield from self._follow(autodiscovery.of_robots(text, response.url, past=past))
        elif kind == "guess" and found not in ("feed", "sitemap"):
            yield from self._follow(autodiscovery.guess(context_of(response).places))
        elif found == "feed":
            yield from read_feed(response.body, response.url)
        elif found == "sitemap" or (kind, found) == ("sitemap", "text"):
            yield from self._of_sitemap(response)
        elif kind in ("feed", "sitemap"):
            raise NoLinks(f"no {kind} but a {found}: {response.url}")
        else:
            yield from self._of_page(response)

    def _of_page(self, response: Response) -> Iterator[Link | Request]:
        chosen = (self.links,) if isinstance(self.links, str) and self.links else tuple(self.links)
        if chosen and page_of(response) is None:
            raise NoLinks(f"no page: {response.url}")
        links = list(card_links(response, chosen)) if chosen else likely_links(response)
        yield from links
        page = page_of(response)
        if page is not None and context_of(response).kind == "home":
            yield from self._follow(autodiscovery.of_home(page, base_of(response)))
        if further := further_page(response, len(links)):
            yield self.listing_request(further)

    def _of_sitemap(self, response: Response) -> Iterator[Link | Request]:
        links, further = [], []
        for found in read_sitemap(response.body, response.url):
            if isinstance(found, Further):
                further.append(found)
            elif not self._unwanted(found):
                links.append(found)
        named = find.holds_articles(response.url)
        for link in newest_first(links):
            doubtful = (
                not named and not link.title and score(link.url) < 0 and not self.frontier.shapes.proven(link.url)
            )
            yield replace(link, skip="a section's address") if doubtful else link
        chosen = autodiscovery.chosen(further, self.wanted.of_sitemap)
        self._count("skipped/sitemap", len(further) - len(chosen))
        yield from (self.listing_request(sitemap.url, kind="sitemap") for sitemap in chosen)

    def _follow(self, leads: Iterable[autodiscovery.Lead]) -> Iterator[Request]:
        """Requests for what looking around a site leads to."""
        for lead in leads:
            request = self.listing_request(lead.url, kind=lead.kind, places=lead.places)
            # Nothing may stand at a guessed place; what is there is then read and not an error.
            if lead.kind in ("guess", "robots"):
                request.meta["handle_httpstatus_all"] = True
            yield request

    def left(self) -> int:
        """How many pages are to come, as far as is known by now."""
        waiting = len(self.frontier.waiting)
        articles = waiting if self.budget is None else min(waiting, self.budget)
        return self.open + self.frontier.asked + articles + len(self.frontier.further)

    def _given(self) -> Iterator[Request]:
        """The articles in `pages`, which stand for a listing."""
        self._count("listings")
        for page in self.pages:
            self._offer(spelling(page), Link(url=page), Origin())
        yield from self._due()

    # -- from a listing to articles: what is asked for when ------------------------------------------------------------
    async def _links(self, response: Response) -> AsyncIterator[Request]:
        self._count("listings")
        try:
            async for request in self._read_listing(response):
                yield request
        except Exception:
            self.memory.broke_off |= context_of(response).page > 1
            raise
        finally:
            self.open -= 1
        for request in self._due():
            yield request

    async def _read_listing(self, response: Response) -> AsyncIterator[Request]:
        if response.status == 304:
            self._count("listings_unchanged")
            self._count("known", self.memory.unchanged_listing(response))
            return
        origin, links, own, leads_on = Origin(), 0, 0, False
        told: dict[str, str] = {}
        for found in self.parse_listing(response):
            if isinstance(found, Link):
                links, before = links + 1, self.memory.asked
                key = spelling(found.url)
                told[key] = self._offer(key, found, origin)
                own += self.memory.asked - before
                if links % BREATH == 0:
                    await asyncio.sleep(0)
            else:
                leads_on |= context_of(found).kind != "listing"
                for request in self._place(found, response, origin, told):
                    yield request
        self.memory.read_listing(response, links, own, leads_on=leads_on)

    def _offer(self, key: str, link: Link, origin: Origin) -> str:
        """Let an article wait for its turn, unless it is known or not wanted. What it tells of its listing; "" nothing.

        `key`: its address as `spelling` has it.
        """
        if reason := self._unwanted(link):
            return PASSED_OVER if reason in FURTHER_ON else ""
        if key in self.seen:
            self._count("links", key in self.taken_up)
            self.taken_up.discard(key)
            self.frontier.complete(key, link)
            return self.seen[key]
        self._count("links")
        wish = self.memory.ask(link)
        if reason := "" if wish.reason else self._out_of_range(link, wish.published):
            self._count(f"skipped/{reason}")
            self.seen[key] = PASSED_OVER if reason in FURTHER_ON else ""
            return self.seen[key]
        if wish.reason:
            self._count("known" if wish.reason == "known" else f"skipped/{wish.reason}")
        else:
            self.frontier.add(key, link, origin)
        self.seen[key] = NEW if wish.new else KNOWN
        return self.seen[key]

    def _out_of_range(self, link: Link, published: datetime | None) -> str:
        """Why a page is left out that an earlier run read and left out: `published` is what the page itself said."""
        return self.wanted.of_link(replace(link, published=published, published_precision="day")) if published else ""

    def _unwanted(self, link: Link) -> str:
        """Why an article is not asked for, as far as its listing tells."""
        if reason := link.skip or self.wanted.of_link(link):
            self._count("links")
            self._count(f"skipped/{reason}")
            if link.published:  # a listing that gives no date would bring it back
                self.seen[spelling(link.url)] = PASSED_OVER if reason in FURTHER_ON else ""
        return reason

    def _place(self, request: Request, response: Response, origin: Origin, told: dict[str, str]) -> Iterator[Request]:
        """A further listing now or in its turn. `told`: what the links of this one told, by address."""
        kind, here = context_of(request).kind, context_of(response)
        level = here.level + (kind == here.kind == "sitemap")
        if request.url in self.listed or level > LEVELS:
            return
        with_context(request, level=level)
        if kind == "listing":
            with_context(request, page=here.page + 1, before=here.before | told.keys())
            # What this listing's own pages had before tells nothing: some answer any page's number with the same page.
            told_here = {what for key, what in told.items() if key not in here.before}
            goes_on = NEW in told_here or (PASSED_OVER in told_here and KNOWN not in told_here)
            if goes_on and here.page < self._pages():
                self.frontier.add_further(request, origin)
        elif kind == "section" or kind == here.kind == "sitemap":
            self.frontier.add_further(request, Origin())
        else:
            self.open += 1
            yield request
        self.listed.add(request.url)

    def _pages(self) -> int:
        """How many pages of a listing are read, where something says when to stop, and where nothing does."""
        stops = self.wanted.limit or self.wanted.since
        return self.settings.getint("LISTING_PAGES_AT_MOST" if stops else "LISTING_PAGES")

    def _due(self) -> Iterator[Request]:
        """The requests whose turn it is. Under a limit, no more articles than it leaves."""
        if self.open > 0:
            return
        while self.budget != 0 and (found := self.frontier.take()):
            link, origin = found
            if self.frontier.shapes.hopeless(link.url):
                self._count("skipped/its like were no articles")
                self.memory.passed_over(link, "its like were no articles")
                continue
            try:
                request = self.article_request(link, origin)
            except ValueError as error:  # no address that can be asked for, out of an odd site's own parse_listing
                self._count("skipped/no address")
                self.memory.passed_over(link, f"no address: {error}")
                continue
            self.frontier.went()
            self.budget = self.budget and self.budget - 1
            yield request
        if self.budget != 0 and (listing := self.frontier.take_further()):
            self.open += 1
            yield listing

    def article_request(self, link: Link, origin: Origin | None = None) -> Request:
        """A request for an article's page."""
        known = {"link": link, "origin": origin or Origin()}
        request = Request(link.url, self._article, errback=self._failed, cb_kwargs=known, dont_filter=True)
        return with_context(request, kind="article", address=link.url)

    def _article(self, response: Response, link: Link, origin: Origin) -> Iterator[Any]:
        raise NotImplementedError

    def _came_back(self) -> Iterator[Request]:
        self.frontier.came_back()
        yield from self._due()

    def _idle(self) -> None:
        """Nothing is under way: an answer that was lost is forgotten, and a limit's budget made up to what it lacks."""
        assert self.crawler.stats and self.crawler.engine
        self.open = self.frontier.asked = 0
        if self.wanted.limit:
            made = "posts/new" if self.settings.getbool("POSTS") else "item_scraped_count"
            self.budget = max(0, self.wanted.limit - self.crawler.stats.get_value(made, 0))
        requests = list(self._due())
        self.memory.cut_short = bool(self.frontier.waiting or self.frontier.further)
        for request in requests:
            self.crawler.engine.crawl(request)
        if requests:
            raise DontCloseSpider

    def _failed(self, failure: Any) -> Iterator[Request]:
        request, error = failure.request, failure.value
        context = context_of(request)
        if context.kind == "article":
            self.frontier.came_back()
        else:
            self.open -= 1
            self.memory.broke_off |= context.page > 1 and not is_past_the_end(request, error)
        self._tell(request, error)
        yield from self._due()

    def _tell(self, request: Request, error: Exception) -> None:
        """Count and log a failure; an article's is remembered."""
        kind, status = context_of(request).kind, error.response.status if isinstance(error, HttpError) else None
        reason = f"answered {status}" if status else line(error)
        if kind == "article" and isinstance(error, NotAsked):
            self._count(f"skipped/{error.reason}")  # the next run takes it up
            return
        if not (kind in ("guess", "robots") or is_past_the_end(request, error)):
            self._count(f"failed/{kind}")
            self._count(f"fetch/failed/{why(error)}")
            self.logger.warning("%s failed: %s: %s", kind, request.url, reason)
        if kind == "article":
            self.memory.failed(request, reason, status)

    def _count(self, what: str, by: int = 1) -> None:
        assert self.crawler.stats
        if by:
            self.crawler.stats.inc_value(what, by)
