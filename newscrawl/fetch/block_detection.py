"""Block detection: a site that shows consent walls, bot checks or login forms instead of its pages is left alone."""

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

    def __init__(self, throttle: Throttle, most: int) -> None:
        self.throttle, self.most = throttle, most

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        throttle = crawler.get_extension(Throttle)
        assert throttle
        detection = cls(throttle, crawler.settings.getint("WALLS_IN_A_ROW"))
        for came_through in (signals.item_scraped, signals.item_dropped):
            crawler.signals.connect(detection.article_read, came_through)
        return detection

    def process_spider_exception(self, response: Response, exception: Exception) -> None:
        """Counts the wall; what is done with the page is decided by the middlewares after this one."""
        if not isinstance(exception, NoArticle) or exception.reason not in WALLS or response.request is None:
            return
        host = self.throttle.of(response.request)
        host.walls += 1
        if host.walls >= self.most:
            self.throttle.leave(host, f"{host.walls} pages in a row were no pages ({exception.reason})")

    def article_read(self, response: Response | None) -> None:
        """An article was read, whatever becomes of it: the site still shows its pages."""
        if response is not None and response.request is not None:
            self.throttle.of(response.request).walls = 0
