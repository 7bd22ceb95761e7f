"""Walls: a site that shows consent walls, bot checks or login forms instead of its pages is left alone for this run."""

from typing import Self

from scrapy import signals
from scrapy.crawler import Crawler
from scrapy.http import Response

from newscrawl.fetch.throttle import Throttle
from newscrawl.refusals import NoArticle

# The reasons of `newscrawl.extract.fields.refusal` that mean the visitor and not the page.
WALLS = {"challenge", "consent wall", "login"}


class BlockDetection:
    """A Scrapy spider middleware. WALLS_IN_A_ROW of them, and the host is left."""

    def __init__(self, hosts: Throttle, most: int) -> None:
        self.hosts, self.most = hosts, most

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        hosts = crawler.get_extension(Throttle)
        assert hosts
        walls = cls(hosts, crawler.settings.getint("WALLS_IN_A_ROW"))
        for came_through in (signals.item_scraped, signals.item_dropped):
            crawler.signals.connect(walls.article_read, came_through)
        return walls

    def process_spider_exception(self, response: Response, exception: Exception) -> None:
        """Counts; what becomes of the page is for the next one to say."""
        if not isinstance(exception, NoArticle) or exception.reason not in WALLS or response.request is None:
            return
        host = self.hosts.of(response.request)
        host.walls += 1
        if host.walls >= self.most:
            self.hosts.leave(host, f"{host.walls} pages in a row were no pages ({exception.reason})")

    def article_read(self, response: Response | None) -> None:
        """An article was read, whatever becomes of it: the site still shows its pages."""
        if response is not None and response.request is not None:
            self.hosts.of(response.request).walls = 0
