"""Limits: what a single request and a run may grow to. Every request passes here first, redirects and retries too."""

import logging
from functools import cached_property
from typing import Self
from urllib.parse import unquote, urlunsplit

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.utils.defer import deferred_from_coro
from scrapy.utils.httpobj import urlparse_cached
from w3lib.http import basic_auth_header

from newscrawl.fetch.errors import HostLeft, OverBound, RunOver, Unusable
from newscrawl.fetch.throttle import Throttle
from newscrawl.request_context import context_of
from newscrawl.urls.domain import without_www
from newscrawl.urls.network import is_private_name
from newscrawl.urls.parts import host_of, port_of, split
from newscrawl.urls.resolve import is_host
from newscrawl.urls.sites import addresses_of

log = logging.getLogger(__name__)


class Limits:
    """A downloader middleware."""

    def __init__(self, crawler: Crawler) -> None:
        self.crawler = crawler
        throttle = crawler.get_extension(Throttle)
        assert throttle
        self.throttle = throttle
        self.longest_url = crawler.settings.getint("URLLENGTH_LIMIT")
        self.credentials: dict[tuple[str, str], tuple[str, str]] = {}
        self.pages_left = crawler.settings.getint("PAGES_PER_RUN")

    @cached_property
    def described(self) -> set[tuple[str, int]]:
        return {meant(url) for url in addresses_of(self.crawler.spider)}

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        return cls(crawler)

    async def process_request(self, request: Request) -> Request | None:
        # A redirect to another host carries the queue of the first one along.
        request.meta.pop("download_slot", None)
        host = self.throttle.of(request)
        if urlparse_cached(request).scheme not in ("http", "https"):
            raise Unusable("neither http nor https", request.url[:100])
        if not is_host(host.name):
            raise Unusable("no such host can be", request.url[:100])
        if host.left:
            raise HostLeft("site left", host.left)
        if len(request.url) > self.longest_url:
            raise OverBound("URL too long", f"{len(request.url)} characters, {self.longest_url} at most")
        if self.named(request):
            host.ports.add(port_of(request.url))
            self.remember_credentials(request)
        self.count_page()
        return self.with_credentials(request)

    def named(self, request: Request) -> bool:
        """Did the user name this address, in a site's description or by starting there?

        Articles that are taken up again at the start came from pages once.
        """
        meta = request.meta
        if meant(request.url) in self.described:
            return True
        if not meta.get("is_start_request") or meta.get("redirect_times"):
            return False
        return context_of(request).kind != "article"

    def count_page(self) -> None:
        self.pages_left -= 1
        if self.pages_left >= 0:
            return
        if self.pages_left == -1:
            log.warning("PAGES_PER_RUN=%d is reached: the run ends here", self.crawler.settings.getint("PAGES_PER_RUN"))
            assert self.crawler.engine
            deferred_from_coro(self.crawler.engine.close_spider_async(reason="pages_per_run"))
        raise RunOver("pages per run")

    def remember_credentials(self, request: Request) -> None:
        """A name and password in a start address are the user's, for that one origin."""
        parts = split(request.url)
        if parts.username:
            self.credentials[origin(request.url)] = unquote(parts.username), unquote(parts.password or "")

    def with_credentials(self, request: Request) -> Request | None:
        """Put a start address's name and password into a header. Those in the links of a page are not sent."""
        if self.credentials and (found := self.credentials.get(origin(request.url))):
            request.headers["Authorization"] = basic_auth_header(*found)
        if "@" not in urlparse_cached(request).netloc:
            return None
        parts = split(request.url)
        return request.replace(url=urlunsplit(parts._replace(netloc=origin(request.url)[1])))


def meant(url: str) -> tuple[str, int]:
    """What a user names with an address: a host; where it is a private one, with its port."""
    host = without_www(host_of(url))
    return host, port_of(url) if is_private_name(host) else 0


def origin(url: str) -> tuple[str, str]:
    """(scheme, host:port)"""
    parts = split(url)
    return parts.scheme, parts.netloc.rpartition("@")[2]
