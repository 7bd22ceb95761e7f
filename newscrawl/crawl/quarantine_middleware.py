"""QuarantineMiddleware: what fails between an answer and its post goes to the quarantine, and the crawl goes on."""

from typing import Self

from scrapy import signals
from scrapy.crawler import Crawler
from scrapy.http import Response
from twisted.python.failure import Failure

from newscrawl.errors import StoreError
from newscrawl.refusals import Unwanted, Unwritten
from newscrawl.state.crawl_state import CrawlState

# Nothing is wrong with the page: the run left it out, or the disk refused what came of it.
NOT_THE_PAGE = (Unwanted, Unwritten, StoreError)


class QuarantineMiddleware:
    """A Scrapy spider middleware for what happens while a page is read, and the receiver of what happens in a stage."""

    def __init__(self, state: CrawlState) -> None:
        self.state = state

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        state = CrawlState.of(crawler)
        aside = cls(state)
        crawler.signals.connect(aside.item_dropped, signals.item_dropped)
        crawler.signals.connect(aside.item_error, signals.item_error)
        return aside

    def process_spider_exception(self, response: Response, exception: Exception) -> None:
        """Keep the page, for an error and a refusal alike; the next middleware tells which of them it is."""
        self.put(response, exception)

    def item_dropped(self, response: Response | None, exception: BaseException) -> None:
        self.put(response, exception)

    def item_error(self, response: Response | None, failure: Failure) -> None:
        assert failure.value
        self.put(response, failure.value)

    def put(self, response: Response | None, error: BaseException) -> None:
        if response is not None and not isinstance(error, NOT_THE_PAGE):
            self.state.set_aside(response, str(error) or type(error).__name__)
