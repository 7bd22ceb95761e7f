"""OtherHandler: a download handler that the user set in DOWNLOAD_HANDLERS, a browser's for one, inside our manners.

Pace, robots.txt, retries and recordings hold for it. What it connects to is its own affair: here only a host's name can
be looked at.
"""

import logging
from collections.abc import Awaitable
from time import monotonic
from typing import Any

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.exceptions import DownloadTimeoutError
from scrapy.http import Response
from scrapy.utils.defer import maybe_deferred_to_future
from scrapy.utils.httpobj import urlparse_cached
from scrapy.utils.misc import build_from_crawler, load_object
from twisted.internet.defer import Deferred

from newscrawl.fetch.errors import AddressRefused, HostLeft, download_failed
from newscrawl.fetch.throttle import Throttle
from newscrawl.urls.network import is_private_name
from newscrawl.urls.parts import port_of

log = logging.getLogger(__name__)


class OtherHandler:
    """A Scrapy download handler around the one that OTHER_HANDLERS names for a request's scheme."""

    lazy = True

    def __init__(self, crawler: Crawler) -> None:
        throttle = crawler.get_extension(Throttle)
        assert throttle
        self.crawler, self.throttle = crawler, throttle
        self.private_hosts = set(crawler.settings.getlist("PRIVATE_HOSTS"))
        names = crawler.settings.getdict("OTHER_HANDLERS")
        made = {name: build_from_crawler(load_object(name), crawler) for name in dict.fromkeys(names.values())}
        self.handlers = {scheme: made[name] for scheme, name in names.items()}
        log.warning(
            "pages are fetched by %s: logins, proxies, bounds and the guard on private addresses are its own affair",
            ", ".join(map(str, made)),
        )

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> "OtherHandler":
        return cls(crawler)

    async def download_request(self, request: Request) -> Response:
        url = urlparse_cached(request)
        host = self.throttle.named(url.hostname or "")
        if host.left:
            raise HostLeft("site left", host.left)
        if is_private_name(host.name) and not (port_of(request.url) in host.ports or host.name in self.private_hosts):
            raise AddressRefused("private address", host.name)
        host.sent.append(monotonic())
        try:
            return await self.ask(self.handlers[url.scheme], request)
        except Exception as error:
            self.crawler.signals.send_catch_log(download_failed, request=request, error=error)
            raise

    async def ask(self, handler: Any, request: Request) -> Response:
        began = monotonic()
        try:
            answer: Deferred[Response] | Awaitable[Response] = handler.download_request(request)
            return await (maybe_deferred_to_future(answer) if isinstance(answer, Deferred) else answer)
        except TimeoutError as error:
            raise DownloadTimeoutError(str(error)) from error
        finally:
            request.meta.setdefault("download_latency", monotonic() - began)

    async def close(self) -> None:
        for handler in dict.fromkeys(self.handlers.values()):
            closing = handler.close()
            if closing is not None:
                await (maybe_deferred_to_future(closing) if isinstance(closing, Deferred) else closing)
