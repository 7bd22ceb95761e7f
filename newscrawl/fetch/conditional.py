"""Conditional requests: a page that did not change is answered with 304 and no body (RFC 9110, 13.1)."""

from typing import Self

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.exceptions import NotConfigured

from newscrawl.memory import Memory


class Conditional:
    """A Scrapy downloader middleware: what is known of an address goes with each request for it, redirected or not."""

    def __init__(self, memory: Memory) -> None:
        self.memory = memory

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        memory = crawler.get_extension(Memory)
        if not memory:
            # A command that looks at a page or two, and remembers none.
            raise NotConfigured
        return cls(memory)

    def process_request(self, request: Request) -> None:
        # A redirect carries the headers of the request that led to it, and they mean another address.
        for name in ("If-None-Match", "If-Modified-Since"):
            request.headers.pop(name, None)
        etag, modified = self.memory.validators(request)
        if etag:
            request.headers["If-None-Match"] = etag
        if modified:
            request.headers["If-Modified-Since"] = modified
        if etag or modified:
            request.meta["handle_httpstatus_list"] = [304]
