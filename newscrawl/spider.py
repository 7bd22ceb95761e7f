"""NewsSpider: a site is a class body of values; code only where the site is odd.

    class ExampleSpider(NewsSpider):
        name = "example"
        start_urls = ["https://example.com/news"]
        links = "h3 a"
        body = "div.story"

Where values do not suffice a site overrides `parse_article` or `parse_listing`, calls `super()`, changes what comes
back and returns it.
"""

from collections import deque
from collections.abc import AsyncIterator, Iterable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from time import time
from typing import Any, ClassVar, Self

from scrapy import Request, Spider, signals
from scrapy.crawler import Crawler
from scrapy.exceptions import DontCloseSpider
from scrapy.http import Response
from scrapy.http.response.text import TextResponse
from scrapy.spidermiddlewares.httperror import HttpError
from w3lib.url import canonicalize_url

from newscrawl.arguments import COMMON, ArgumentError, choice, moment, reject_unknown, wanted
from newscrawl.article import Article
from newscrawl.discover import Link
from newscrawl.discover.feed import read_feed
from newscrawl.discover.listing import NoLinks, card_links
from newscrawl.discover.sitemap import read_sitemap
from newscrawl.extract import Rules, read_page
from newscrawl.refusals import NoArticle, Unwanted

__all__ = ["ArgumentError", "Article", "Link", "NewsSpider", "NoLinks", "choice", "moment"]

Selectors = str | list[str]


class NewsSpider(Spider):
    """A site. Everything but `name` and one place to start (`start_urls`, `feeds` or `sitemaps`) is optional."""

    feeds: ClassVar[list[str]] = []
    """Addresses of RSS, Atom or JSON feeds, e.g. ["https://example.com/rss.xml"]."""

    sitemaps: ClassVar[list[str]] = []
    """Addresses of sitemaps or sitemap indexes, e.g. ["https://example.com/news-sitemap.xml"]."""

    links: Selectors = ""
    """Where a listing page (`start_urls`) has its article links, e.g. "h3.card__title a"."""

    body: Selectors = ""
    """The element that holds an article's text; several are layouts in the order to try."""

    remove: Selectors = ""
    """What is no article inside the body, e.g. [".more-on", ".newsletter"]."""

    title: Selectors = ""
    """The headline, where the generic extraction is wrong about it."""

    authors: Selectors = ""
    """The byline's names, one element a name."""

    published: Selectors = ""
    """The publication date: an element's text, its `datetime` or `content`."""

    categories: ClassVar[list[str]] = []
    """The site's own path, outermost first, e.g. ["News", "Example", "World"]."""

    publisher: str = ""
    """The publisher's name as people know it, e.g. "The Example"."""

    language: str = ""
    """BCP 47 tag where pages do not say, e.g. "zh-CN"."""

    timezone: str = ""
    """IANA zone of dates that name none, e.g. "Asia/Qatar"."""

    accepts: ClassVar[tuple[str, ...]] = ()
    """Names of the arguments (`-a name=value`) that this site takes beside `limit`, `since` …"""

    def __init__(self, name: str | None = None, **arguments: str) -> None:
        super().__init__(name)
        reject_unknown(arguments, (*COMMON, *self.accepts))
        self.arguments = arguments
        self.wanted = wanted(arguments, self.timezone)
        self.seen: set[str] = set()
        self.budget = self.wanted.limit
        self.waiting: deque[Request] = deque()

    @classmethod
    def from_crawler(cls, crawler: Crawler, *args: Any, **arguments: Any) -> Self:
        spider = super().from_crawler(crawler, *args, **arguments)
        crawler.signals.connect(spider._idle, signals.spider_idle)
        return spider

    # -- from the start pages to links ---------------------------------------------------------------------------------
    async def start(self) -> AsyncIterator[Any]:
        for url in self.start_urls:
            yield self.listing_request(url)
        for url in self.feeds:
            yield self.listing_request(url, kind="feed")
        for url in self.sitemaps:
            yield self.listing_request(url, kind="sitemap")

    def listing_request(self, url: str, *, kind: str = "listing", **meta: Any) -> Request:
        """A request for a page of links. `kind`: "listing", "feed" or "sitemap"."""
        # dont_filter: one listing may be due again within a run, and its answer is what decides.
        return Request(url, self._links, errback=self._failed, meta={**meta, "kind": kind}, dont_filter=True)

    def parse_listing(self, response: Response) -> Iterable[Link | Request]:
        """The links on a listing, feed or sitemap, and requests for further ones. Override for an odd site.

        A request for where a listing goes on is followed only if this page of it had something new.
        """
        match response.meta["kind"]:
            case "feed":
                yield from read_feed(response.body, response.url)
            case "sitemap":
                for found in read_sitemap(response.body, response.url):
                    yield found if isinstance(found, Link) else self.listing_request(found.url, kind="sitemap")
            case _:
                yield from card_links(response, _selectors(self.links))

    def _links(self, response: Response) -> Iterator[Request]:
        assert self.crawler.stats
        self.crawler.stats.inc_value("listings")
        new = 0
        for found in self.parse_listing(response):
            if isinstance(found, Link):
                for request in self._article_request(found):
                    new += 1
                    yield from self._in_turn(request)
            elif found.meta["kind"] != "listing" or (new and response.meta["depth"] < self._depth()):
                yield from self._in_turn(found)

    def _depth(self) -> int:
        """How many pages of a listing are read, where something says when to stop, and where nothing does."""
        stops = self.wanted.limit or self.wanted.since
        return self.settings.getint("LISTING_PAGES_AT_MOST" if stops else "LISTING_PAGES") - 1

    def _article_request(self, link: Link) -> Iterator[Request]:
        assert self.crawler.stats
        if not self._first_time(link.url):
            return
        self.crawler.stats.inc_value("links")
        if reason := link.skip or self.wanted.refusal(link.published):
            self.crawler.stats.inc_value(f"skipped/{reason}")
            return
        yield Request(link.url, self._article, errback=self._failed, meta={"kind": "article"}, cb_kwargs={"link": link})

    def _first_time(self, url: str) -> bool:
        """Whether an address is met for the first time in this run, raw or percent-encoded, with or without #part."""
        key = canonicalize_url(url)
        known = key in self.seen
        self.seen.add(key)
        return not known

    # -- a limit -------------------------------------------------------------------------------------------------------
    def _in_turn(self, request: Request) -> Iterator[Request]:
        """The request now, or where a limit's budget is spent when `_idle` finds that some of it came to nothing."""
        if self.budget == 0:
            self.waiting.append(request)
        else:
            self._spend(request)
            yield request

    def _spend(self, request: Request) -> None:
        if self.budget and request.meta["kind"] == "article":
            self.budget -= 1

    def _idle(self) -> None:
        assert self.crawler.stats and self.crawler.engine
        if not self.wanted.limit or not self.waiting:
            return
        self.budget = max(0, self.wanted.limit - self.crawler.stats.get_value("item_scraped_count", 0))
        if not self.budget:
            return
        while self.waiting and self.budget:
            request = self.waiting.popleft()
            self._spend(request)
            self.crawler.engine.crawl(request)
        raise DontCloseSpider

    # -- from a page to an article -------------------------------------------------------------------------------------
    def parse_article(self, response: Response) -> Article:
        """The article on a page; raises `NoArticle` where there is none. Override for an odd site."""
        charset = response.encoding if isinstance(response, TextResponse) and response._declared_encoding() else ""
        reading = read_page(response.body, response.url, rules=self.rules(), encoding=charset or "")
        if reading.article is None:
            raise NoArticle(reading.reason)
        return replace(
            reading.article,
            site=self.name,
            categories=self.categories or reading.article.categories,
            retrieved=_retrieved(response),
        )

    def rules(self) -> Rules:
        """The class body's values in the form that the extraction takes."""
        return Rules(
            body=_selectors(self.body),
            remove=_selectors(self.remove),
            title=_selectors(self.title),
            authors=_selectors(self.authors),
            published=_selectors(self.published),
            timezone=self.timezone,
            language=self.language,
            publisher=self.publisher,
        )

    def _article(self, response: Response, link: Link) -> Iterator[Article]:
        article = _completed(self.parse_article(response), link)
        if "redirect_urls" in response.meta and not self._first_time(response.url):
            raise Unwanted("another address of an article met before")
        if reason := self.wanted.refusal(article.published):
            raise Unwanted(reason)
        yield article

    def _failed(self, failure: Any) -> None:
        assert self.crawler.stats
        request, error = failure.request, failure.value
        reason = f"answered {error.response.status}" if isinstance(error, HttpError) else failure.getErrorMessage()
        self.crawler.stats.inc_value(f"failed/{request.meta['kind']}")
        self.logger.warning("%s failed: %s: %s", request.meta["kind"], request.url, reason)


def _completed(article: Article, link: Link) -> Article:
    """The article, with what its page does not say from the link that led there."""
    blank = {name for name in ("title", "published", "authors", "section") if not getattr(article, name)}
    return replace(article, **{name: getattr(link, name) for name in blank})


def _retrieved(response: Response) -> datetime:
    """When the answer came, to the second; in a replay, when it came to the recorded run."""
    return datetime.fromtimestamp(int(response.meta.get("cache_timestamp") or time()), UTC)


def _selectors(value: Selectors) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) and value else tuple(value)
