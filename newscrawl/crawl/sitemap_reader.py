"""SitemapReader: which pages of a sitemap are offered, and which of the sitemaps that it names are read."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from math import inf

from scrapy import Request
from scrapy.http import Response

from newscrawl import discover
from newscrawl.crawl.link_filter import LinkFilter
from newscrawl.crawl.request_queue import RequestQueue
from newscrawl.discover.link import Further, Link
from newscrawl.discover.link_age import age
from newscrawl.discover.url_patterns import beside_articles
from newscrawl.discover.url_shape import score
from newscrawl.fetch.declared_encoding import declared_encoding
from newscrawl.request_context import context_of

AMPLE = 10
"""So many times the articles that a limit wants are offered to it at a time: some are known, some are no articles."""


class SitemapReader:
    """The sitemaps of one run."""

    def __init__(self, link_filter: LinkFilter, queue: RequestQueue, listing_request: Callable[..., Request]) -> None:
        """`listing_request`: as `ListingSpider` has it."""
        self.link_filter, self.queue, self.listing_request = link_filter, queue, listing_request

    def read(self, response: Response) -> Iterator[Link | Request]:
        """The pages of a sitemap that are wanted, the newest first, and requests for those that it names."""
        links, further = [], []
        for found in discover.read_sitemap(response.body, response.url, declared_encoding(response)):
            if isinstance(found, Further):
                further.append(found)
            elif not self.link_filter.refusal(found):
                links.append(found)
        links = discover.newest_first(links, response.url)
        self.queue.sitemaps.was_read(response.url, [age(link, -inf) for link in (*links[:1], *links[-1:])])
        yield from self._part_of(links, response)
        for sitemap in self.link_filter.sitemaps(further):
            yield self.listing_request(sitemap.url, kind="sitemap", reach=discover.sitemap_age(sitemap))

    def _part_of(self, links: list[Link], response: Response) -> Iterator[Link | Request]:
        """All links, or where only the newest are wanted, as many as these are likely to be among."""
        first, limit = context_of(response).offset, self.link_filter.wanted.limit
        end = first + AMPLE * limit + AMPLE if limit else len(links)
        part = links[first:end]
        doubtful = set() if discover.find.holds_articles(response.url) else self._doubtful(part)
        for link in part:
            yield replace(link, skip="a section's address") if link.url in doubtful else link
        if end < len(links):
            yield self.listing_request(response.url, kind="sitemap", offset=end, reach=age(links[end], -inf))

    def _doubtful(self, links: list[Link]) -> set[str]:
        """The addresses that look like a section's, and that nothing else tells to be articles'."""
        proven = self.queue.frontier.shapes.proven
        scores = {link.url: score(link.url) for link in links if not link.title and not proven(link.url)}
        low = {url for url, points in scores.items() if points < 0}
        if not low:
            return low
        return low - {url for url in beside_articles([link.url for link in links]) if scores.get(url) == -1}
