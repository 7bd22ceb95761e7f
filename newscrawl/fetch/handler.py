"""The download handler: Scrapy's own for HTTP/1.1, with the guard on its connections and bounds on time and headers."""

import asyncio
from collections.abc import Sequence
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
from twisted.internet.endpoints import HostnameEndpoint, wrapClientTLS
from twisted.internet.error import ConnectionDone
from twisted.internet.interfaces import IReactorPluggableNameResolver
from twisted.python.failure import Failure
from twisted.web.client import URI, Agent
from twisted.web.iweb import UNKNOWN_LENGTH, IAgentEndpointFactory
from zope.interface import implementer

from newscrawl.fetch.ciphers import Ciphers
from newscrawl.fetch.errors import AddressRefused, HostLeft, download_failed
from newscrawl.fetch.logins import Logins
from newscrawl.fetch.private_names import (
    DataLoss,
    LenientFactory,
    LenientParser,
    LenientProtocol,
    ParseError,
    ResponseFailed,
    ScrapyAgent,
    wrap_twisted_exceptions,
)
from newscrawl.fetch.proxies import Proxies, is_tunnel, login_of
from newscrawl.fetch.ssrf import Guard
from newscrawl.fetch.throttle import Throttle
from newscrawl.fetch.tunnel import Tunnel, connect, socks5
from newscrawl.urls.network import is_private_name, is_public
from newscrawl.urls.parts import port_of, split

# Browsers and servers draw this line between 16 and 256 KB (nginx 32, Chromium 256); real answers have 1 to 8 KB.
MOST_HEADER_BYTES = 128 * 1024
PROXY_PORTS = {"http": 80, "https": 443, "socks5": 1080, "socks5h": 1080}


class Handler(HTTP11DownloadHandler):
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
        if waiting := self.waiting.get(request):
            waiting.reschedule(None)

    async def ask(self, request: Request) -> Response:
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
        if not named:
            return f"{name} is not where the crawl starts; POLITE=false is for one's own servers"
        return f"{name} is {address}, a public one; POLITE=false is for one's own servers: -s I_RUN_THIS_SITE=true"


class GuardedAgent(ScrapyAgent):
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


@implementer(IReactorPluggableNameResolver)
class GuardedReactor:
    """Twisted's reactor, whose resolver hands on no address that may not be connected to."""

    def __init__(self, reactor: Any, may_connect: Any) -> None:
        self.reactor = reactor
        self.nameResolver = Guard(reactor.nameResolver, may_connect)

    def __getattr__(self, name: str) -> Any:
        return getattr(self.reactor, name)


@implementer(IAgentEndpointFactory)
class Endpoints:
    def __init__(self, reactor: Any, tls: Any, timeout: float) -> None:
        self.reactor, self.tls, self.timeout = reactor, tls, timeout

    def endpointForURI(self, uri: URI) -> Any:  # noqa: N802 - Twisted's name
        endpoint: Any = HostnameEndpoint(self.reactor, uri.host, uri.port, timeout=self.timeout)
        if uri.scheme == b"http":
            return endpoint
        return wrapClientTLS(self.tls.creatorForNetloc(uri.host, uri.port), endpoint)


@implementer(IAgentEndpointFactory)
class Tunnels(Endpoints):
    """Endpoints behind a proxy that passes on bytes."""

    def __init__(self, reactor: Any, tls: Any, timeout: float, proxy: str) -> None:
        super().__init__(reactor, tls, timeout)
        self.proxy = proxy

    def endpointForURI(self, uri: URI) -> Any:  # noqa: N802
        parts, host = split(self.proxy), uri.host.decode("ascii")
        port = parts.port or PROXY_PORTS[parts.scheme]
        proxy: Any = HostnameEndpoint(self.reactor, parts.hostname or "", port, timeout=self.timeout)
        if parts.scheme == "https":
            proxy = wrapClientTLS(self.tls.creatorForNetloc(str(parts.hostname).encode(), port), proxy)
        handshake = connect if parts.scheme in ("http", "https") else socks5
        endpoint: Any = Tunnel(proxy, handshake(host, uri.port, login_of(self.proxy)))
        if uri.scheme == b"http":
            return endpoint
        return wrapClientTLS(self.tls.creatorForNetloc(uri.host, uri.port), endpoint)


class BoundedParser(LenientParser):
    """Bounds the headers, and does not take an answer without a length for whole when its connection broke."""

    MAX_LENGTH = MOST_HEADER_BYTES  # of one line; Twisted's own bound is 16 KB, and a policy for contents may be longer

    def lineReceived(self, line: bytes) -> None:  # noqa: N802
        self.header_bytes: int = getattr(self, "header_bytes", 0) + len(line)
        if self.header_bytes > MOST_HEADER_BYTES:
            raise ParseError("too many headers", line[:80])  # type: ignore[no-untyped-call]
        super().lineReceived(line)

    def allHeadersReceived(self) -> None:  # noqa: N802
        if ends_connection(self.response.version, self.connHeaders.getRawHeaders(b"connection", [])):
            # What Twisted looks for before it asks for another page over the same connection.
            self.connHeaders.setRawHeaders(b"connection", [b"close"])
        super().allHeadersReceived()  # type: ignore[no-untyped-call]

    def connectionLost(self, reason: Any = None) -> None:  # noqa: N802
        # Twisted passes a Failure, or the bare exception at the end of a whole answer.
        broke = not isinstance(getattr(reason, "value", reason), ConnectionDone)
        if broke and self.bodyDecoder is not None and self.response.length is UNKNOWN_LENGTH:
            self.response._bodyDataFinished(broken_off(reason, self.response))
            return
        super().connectionLost(reason)


def ends_connection(version: tuple[bytes, int, int], said: Sequence[bytes]) -> bool:
    """Whether a server closes the connection behind its answer: it says so, or speaks HTTP/1.0 and does not say no."""
    words = {word.strip().lower() for value in said for word in value.split(b",")}
    return b"close" in words or (version[1:] < (1, 1) and b"keep-alive" not in words)


def broken_off(why: Any, response: Any) -> Any:
    """What Twisted says of an answer that is shorter than its Content-Length."""
    lost = Failure(DataLoss())  # type: ignore[no-untyped-call]
    return Failure(ResponseFailed([why, lost], response))  # type: ignore[no-untyped-call]


class BoundedProtocol(LenientProtocol):
    def request(self, request: Any) -> Any:
        found = super().request(request)
        if self._parser is not None:
            self._parser.__class__ = BoundedParser
        return found


class BoundedFactory(LenientFactory):
    def buildProtocol(self, addr: Any) -> BoundedProtocol:  # noqa: N802
        return BoundedProtocol(self._quiescentCallback)  # type: ignore[no-untyped-call]
