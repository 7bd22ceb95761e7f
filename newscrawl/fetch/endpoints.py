"""Where a connection goes: straight to a host whose address is allowed, or through a proxy that passes on bytes."""

from typing import Any

from twisted.internet.endpoints import HostnameEndpoint, wrapClientTLS
from twisted.internet.interfaces import IReactorPluggableNameResolver
from twisted.web.client import URI
from twisted.web.iweb import IAgentEndpointFactory
from zope.interface import implementer

from newscrawl.fetch.proxies import login_of
from newscrawl.fetch.ssrf import Guard
from newscrawl.fetch.tunnel import Tunnel, connect, socks5
from newscrawl.urls.parts import split

PROXY_PORTS = {"http": 80, "https": 443, "socks5": 1080, "socks5h": 1080}


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
    """Endpoints of the hosts themselves."""

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
