"""NewsSpider: a site is a class body of values; code only where the site is odd.

    class ExampleSpider(NewsSpider):
        name = "example"
        start_urls = ["https://example.com/news"]
        links = "h3 a"
        body = "div.story"

Where values do not suffice a site overrides `parse_article` or `parse_listing`, calls `super()`, changes what comes
back and returns it.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from time import time
from typing import TYPE_CHECKING, Any, Self

from scrapy.http import Response

from newscrawl.arguments import choice, moment, web_url, web_urls
from newscrawl.article import Article
from newscrawl.crawl.cpu_budget import cpu_budget
from newscrawl.crawl.listed_values import completed, contradicts
from newscrawl.crawl.listing_spider import ListingSpider
from newscrawl.discover.link import Link, NoLinks
from newscrawl.discover.origin import Origin
from newscrawl.errors import ArgumentError
from newscrawl.extract import Rules
from newscrawl.fetch.declared_encoding import declared_encoding
from newscrawl.refusals import NoArticle, Refused, Unwanted
from newscrawl.request_context import context_of
from newscrawl.sites.description import Selectors
from newscrawl.urls.canonical import spelling
from newscrawl.urls.sites import site_name

if TYPE_CHECKING:
    from scrapy.crawler import Crawler

    from newscrawl.extract import Reading
    from newscrawl.sites.site_patterns import SitePatterns

__all__ = [
    "ArgumentError",
    "Article",
    "Link",
    "NewsSpider",
    "NoLinks",
    "choice",
    "context_of",
    "moment",
    "replace",
    "site_name",
    "web_url",
    "web_urls",
]


class NewsSpider(ListingSpider):
    """A site: its values, explained in newscrawl/sites/description.py, and for an odd one a method of its own."""

    patterns: "SitePatterns | None" = None
    """The site patterns that SITE_PATTERNS names."""

    reading: "Reading | None" = None
    """What the extraction made of the page that is being read."""

    repeated: frozenset[int] = frozenset()
    """What the site's other articles had alike, for the page being read (`newscrawl.extract.Rules.repeated`)."""

    @classmethod
    def from_crawler(cls, crawler: "Crawler", *args: Any, **arguments: Any) -> Self:
        spider = super().from_crawler(crawler, *args, **arguments)
        if folder := spider.settings["SITE_PATTERNS"]:
            from newscrawl.sites.site_patterns import SitePatterns

            spider.patterns = SitePatterns(Path(folder))
        return spider

    # -- from a page to an article -------------------------------------------------------------------------------------
    def parse_article(self, response: Response) -> Article:
        """The article on a page; raises `NoArticle` where there is none. Override for an odd site."""
        from newscrawl.extract import read_page

        rules = replace(self.rules_for(response.url), repeated=self.repeated)
        encoding = declared_encoding(response)
        self.reading = reading = read_page(response.body, response.url, rules=rules, encoding=encoding)
        if reading.article is None:
            raise NoArticle(reading.reason)
        return replace(
            reading.article,
            site=self.name,
            publisher=self.publisher or reading.article.publisher,
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

    def rules_for(self, url: str) -> Rules:
        """The rules for a page: the site's own, or where it has no selectors those of SITE_PATTERNS."""
        return self.patterns.for_url(url).completing(self.rules()) if self.patterns else self.rules()

    def _article(self, response: Response, link: Link, origin: Origin) -> Iterator[Any]:
        """The article, behind the requests that are due now; what was learnt from it stays with the frontier."""
        if response.status == 304:
            self.crawl_state.history.not_modified(context_of(response).address)
            self.crawl_state.known_articles.show(context_of(response).address)
            self.crawl_state.counts.posts.add("unchanged")
            yield from self._came_back()
            return
        article, refused = None, None
        try:
            article = self._wanted_article(response, link, origin)
        except Refused as error:
            refused = error
        self.queue.frontier.shapes.learn(link.url, article=not isinstance(refused, NoArticle))
        yield from self._came_back()
        if refused:
            raise refused
        yield article

    def _wanted_article(self, response: Response, link: Link, origin: Origin) -> Article:
        address, history = context_of(response).address, self.crawl_state.history
        # Asked before the article is recognised: one that a filter leaves out does not come in as another's twin.
        is_kept = history.keeps(address)
        read = self._read(response)
        if origin.passed and contradicts(read, link):
            self.link_filter.doubt(origin, origin.passed)
        article = self.crawl_state.recognise(completed(read, link), response)
        if not is_kept and history.keeps(address):
            self.queue.counted += 1  # known, under another address
        moved = "redirect_urls" in response.meta and spelling(response.url) != spelling(address)
        if moved and not self.link_filter.is_first(response.url):
            raise Unwanted("another address of an article met before")
        reason = self.wanted.of_article(article)
        origin.was_read(article.published, older=reason == "older")
        # An article that is kept is kept up to date, whatever this run looks for.
        if reason and not is_kept:
            self.crawl_state.left_out(response, reason)
            raise Unwanted(reason)
        if self.reading and not is_kept and not history.keeps(address):
            self.crawl_state.site_lines.met(self.reading.edges)
        self._count_parts(article)
        return article

    def _count_parts(self, article: Article) -> None:
        self.crawl_state.counts.partial += article.access == "partial"
        if article.next_page:
            self.crawl_state.counts.cut_short.add("only the first of several pages is read")

    def _read(self, response: Response) -> Article:
        """`parse_article`; what the page gave is counted, article or none."""
        address = context_of(response).address
        self.reading, self.repeated = None, self.crawl_state.repeated_lines(address)
        budget = self.settings.getfloat("PAGE_CPU_SECONDS")
        try:
            with self.crawl_state.readings.of(address), cpu_budget(budget):
                return self.parse_article(response)
        finally:
            if self.reading:
                self.crawl_state.health.page_read(self.reading, self.rules_for(response.url))


def _retrieved(response: Response) -> datetime:
    """When the answer came, to the second; in a replay, when it came to the recorded run."""
    return datetime.fromtimestamp(int(context_of(response).answered_at or time()), UTC)


def _selectors(value: Selectors) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) and value else tuple(value)
