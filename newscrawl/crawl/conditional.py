"""Conditional requests: a page that did not change is answered with 304 and no body (RFC 9110, 13.1)."""

from typing import Self

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.exceptions import NotConfigured

from newscrawl.crawl.outcome import Outcome
from newscrawl.errors import StoreError
from newscrawl.fetch.errors import RunOver
from newscrawl.state.crawl_state import CrawlState


class Conditional:
    """A Scrapy downloader middleware: what is known of an address goes with each request for it, redirected or not."""

    def __init__(self, state: CrawlState, outcome: Outcome | None) -> None:
        self.state, self.outcome = state, outcome

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        state = crawler.get_extension(CrawlState)
        if not state:
            # A command that looks at a page or two, and remembers none.
            raise NotConfigured
        return cls(state, crawler.get_extension(Outcome))

    def process_request(self, request: Request) -> None:
        # A redirect carries the headers of the request that led to it, and they mean another address.
        for name in ("If-None-Match", "If-Modified-Since"):
            request.headers.pop(name, None)
        try:
            etag, modified = self.state.validators(request)
        except StoreError as error:
            if self.outcome:
                self.outcome.give_up(str(error))
            raise RunOver("the store cannot be used") from None
        if etag:
            request.headers["If-None-Match"] = etag
        if modified:
            request.headers["If-Modified-Since"] = modified
        if etag or modified:
            request.meta["handle_httpstatus_list"] = [304]
