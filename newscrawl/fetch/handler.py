"""The download handler: Scrapy's own for HTTP/1.1, with the guard on its connections and a bound on the first byte.

endpoints.py says where connections go, response_parser.py how answers are read.
"""

import asyncio
from functools import cached_property
from time import monotonic
from typing import Any, cast

from scrapy import Request, signals
from scrapy.core.downloader.handlers.http11 import HTTP11DownloadHandler
from scrapy.crawler import Crawler
from scrapy.exceptions import CannotResolveHostError, DownloadTimeoutError
from scrapy.http import Response
from scrapy.utils.defer import maybe_deferred_to_future
from scrapy.utils.httpobj import urlparse_cached
from twisted.web.client import Agent

from newscrawl.fetch.ciphers import Ciphers
from newscrawl.fetch.endpoints import Endpoints, GuardedReactor, Tunnels
from newscrawl.fetch.errors import AddressRefused, HostLeft, download_failed
from newscrawl.fetch.logins import Logins
from newscrawl.fetch.private_names import ScrapyAgent, wrap_twisted_exceptions
from newscrawl.fetch.proxies import Proxies, is_tunnel
from newscrawl.fetch.response_parser import BoundedFactory
from newscrawl.fetch.throttle import Throttle
from newscrawl.urls.network import is_private_name, is_public
from newscrawl.urls.parts import port_of


class Handler(HTTP11DownloadHandler):
    """Takes the requests of one crawl."""

    def __init__(self, crawler: Crawler) -> None:
        super().__init__(crawler)
        throttle = crawler.get_extension(Throttle)
        assert throttle
        settings = crawler.settings
        self.throttle = throttle
        self.first_byte = settings.getfloat("FIRST_BYTE_TIMEOUT")
        self.polite = settings.getbool("POLITE")
        self.runs_this_site = settings.getbool("I_RUN_THIS_SITE")
        self.private_hosts = set(settings.getlist("PRIVATE_HOSTS"))
        self.proxies = Proxies.of(settings)
        self.refused: dict[str, str] = {}
        self.waiting: dict[Request, asyncio.Timeout] = {}
        if "@" in (ciphers := settings["DOWNLOADER_CLIENT_TLS_CIPHERS"] or ""):
            policy: Any = Ciphers(self._contextFactory, ciphers)
            self._contextFactory = policy
        self._pool._factory = BoundedFactory
        # Twisted sends a request again at once where a kept connection dies; ours waits, and is counted.
        self._pool.retryAutomatically = False
        crawler.signals.connect(self.headers_came, signals.headers_received)

    @cached_property
    def logins(self) -> Logins:
        """Of the site, which is known when the first request is."""
        return Logins(self._crawler.settings, self._crawler.spider)

    async def download_request(self, request: Request) -> Response:
        host = urlparse_cached(request).hostname or ""
        known = self.throttle.named(host)
        if known.left:  # while this request waited in its queue
            raise HostLeft("site left", known.left)
        known.sent.append(monotonic())
        dressed = self.proxies.dress(self.logins.dress(request))
        try:
            return self.logins.undress(await self.in_time(dressed), dressed)
        except CannotResolveHostError:
            if host in self.refused:
                raise AddressRefused("private address" if self.polite else "address", self.refused[host]) from None
            raise
        except Exception as error:
            self._crawler.signals.send_catch_log(download_failed, request=request, error=error)
            raise
        finally:
            if "download_latency" in dressed.meta:  # which sets the pace
                request.meta["download_latency"] = dressed.meta["download_latency"]

    async def in_time(self, request: Request) -> Response:
        """Bound the time until the first byte. Scrapy bounds the whole time (DOWNLOAD_TIMEOUT)."""
        try:
            async with asyncio.timeout(self.first_byte) as waiting:
                self.waiting[request] = waiting
                return await self.ask(request)
        except TimeoutError:
            raise DownloadTimeoutError(f"no answer within {self.first_byte:g} s") from None
        finally:
            self.waiting.pop(request, None)

    def headers_came(self, request: Request) -> None:
        """The first byte is there: only the whole time is bounded now."""
        if waiting := self.waiting.get(request):
            waiting.reschedule(None)

    async def ask(self, request: Request) -> Response:
        """As the base class does, but with an agent of ours."""
        agent = GuardedAgent(
            contextFactory=self._contextFactory,
            bindAddress=self._bind_address,
            pool=self._pool,
            maxsize=self._default_maxsize,
            warnsize=self._default_warnsize,
            fail_on_dataloss=self._fail_on_dataloss,
            crawler=self._crawler,
            tls_verbose_logging=self._tls_verbose_logging,
        )
        agent.may_connect = self.may_connect
        with wrap_twisted_exceptions():
            return await maybe_deferred_to_future(agent.download_request(request))

    def may_connect(self, name: str, address: str, port: int) -> bool:
        """May a connection go to this address, for a host of this name? Notes why not."""
        ports = self.throttle.named(name).ports
        # Beside the page that a private address was named for, other things answer at other ports.
        named = bool(ports) if is_public(address) else port in ports
        if not self.polite:
            if named and (self.runs_this_site or not is_public(address)):
                return True
            self.refused[name] = self.impolite(name, address, named)
            return False
        if is_public(address) or name in self.private_hosts or (named and is_private_name(name)):
            return True
        self.refused[name] = f"{name} is {address}; allow it with -s PRIVATE_HOSTS={name} if that is meant"
        return False

    def impolite(self, name: str, address: str, named: bool) -> str:
        """Why POLITE=false does not hold for an address."""
        if not named:
            return f"{name} is not where the crawl starts; POLITE=false is for one's own servers"
        return f"{name} is {address}, a public one; POLITE=false is for one's own servers: -s I_RUN_THIS_SITE=true"


class GuardedAgent(ScrapyAgent):
    """Makes the connections of one request."""

    may_connect: Any

    def _get_agent(self, request: Request, timeout: float) -> Agent:
        from twisted.internet import reactor

        endpoints: Any = Endpoints(GuardedReactor(reactor, self.may_connect), self._contextFactory, timeout)
        if proxy := request.meta.get("proxy"):
            self.check_by_name(request)
            if not is_tunnel(proxy, request.url):
                return super()._get_agent(request, timeout)
            endpoints = Tunnels(reactor, self._contextFactory, timeout, proxy)
        return cast(Agent, Agent.usingEndpointFactory(reactor, endpoints, self._pool))  # type: ignore[no-untyped-call]

    def check_by_name(self, request: Request) -> None:
        """Behind a proxy the connection is the proxy's; what can be told by the name alone is."""
        host = urlparse_cached(request).hostname or ""
        if is_private_name(host) and not self.may_connect(host, host, port_of(request.url)):
            raise AddressRefused("private address", host)
