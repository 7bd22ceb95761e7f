"""RefusalMiddleware: a page that is refused while it is read is no error of the program."""

import logging
from collections.abc import AsyncIterator, Iterator
from typing import Any, Self

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.http import Response

from newscrawl.crawl.failures import count_refusal
from newscrawl.crawl.outcome import Outcome
from newscrawl.discover.link import NoLinks
from newscrawl.errors import StoreError
from newscrawl.refusals import Refused
from newscrawl.request_context import context_of
from newscrawl.state.crawl_state import CrawlState

log = logging.getLogger(__name__)


class RefusalMiddleware:
    """Count what reading a page raises on purpose, and tell it in one line without a traceback."""

    def __init__(self, crawler: Crawler) -> None:
        self.crawler = crawler

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        return cls(crawler)

    async def process_start(self, start: AsyncIterator[Any]) -> AsyncIterator[Any]:
        """End the run where the store fails before the first request, as it does later."""
        try:
            async for request in start:
                yield request
        except StoreError as error:
            self.give_up(error)

    def process_spider_exception(self, response: Response, exception: Exception) -> Iterator[Request] | None:
        counts = CrawlState.of(self.crawler).counts
        if isinstance(exception, NoLinks):
            counts.failed.add(context_of(response).kind)
            log.error("%s", exception)
        elif isinstance(exception, Refused):
            count_refusal(counts, response.url, exception)
        elif isinstance(exception, StoreError):
            self.give_up(exception)
        else:
            return None
        return iter(())

    def give_up(self, error: StoreError) -> None:
        if outcome := self.crawler.get_extension(Outcome):
            outcome.give_up(str(error))
