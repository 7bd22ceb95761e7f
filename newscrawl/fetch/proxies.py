"""Proxies: by which way a request goes out. PROXY says it for a site or for all, else the environment."""

from collections.abc import Mapping
from typing import Self
from urllib.parse import unquote
from urllib.request import getproxies, proxy_bypass

from scrapy import Request
from scrapy.settings import BaseSettings
from scrapy.utils.httpobj import urlparse_cached
from w3lib.http import basic_auth_header

from newscrawl.errors import ArgumentError
from newscrawl.urls.parts import split

SCHEMES = ("http", "https", "socks5", "socks5h")


class Proxies:
    """`dress` puts the way that a request goes on its copy that goes over the wire."""

    def __init__(self, said: str, environment: Mapping[str, str]) -> None:
        """`said`: what PROXY says. `environment`: scheme -> proxy, "all" for the others."""
        self.said, self.environment = said, environment

    @classmethod
    def of(cls, settings: BaseSettings) -> Self:
        # For one's own servers: a proxy would hide which addresses are connected to.
        if not settings.getbool("HTTPPROXY_ENABLED"):
            return cls("", {})
        return cls(settings["PROXY"] or "", getproxies())

    def dress(self, request: Request) -> Request:
        """The request with its proxy, if it has one; a login for the proxy goes where nothing else reads it."""
        proxy = request.meta.get("proxy") or self.of_address(urlparse_cached(request).scheme, request.url)
        if not proxy:
            return request
        dressed = request.replace()
        parts = split(proxy)
        if parts.username and not is_tunnel(proxy, request.url):
            dressed.headers["Proxy-Authorization"] = basic_auth_header(*login_of(proxy) or ("", ""))
            proxy = parts._replace(netloc=parts.netloc.rpartition("@")[2]).geturl()
        dressed.meta["proxy"] = proxy
        return dressed

    def of_address(self, scheme: str, url: str) -> str:
        """The proxy for an address; "" where none stands between."""
        if self.said:
            return self.said
        found = self.environment.get(scheme) or self.environment.get("all", "")
        return "" if not found or proxy_bypass(split(url).hostname or "") else with_scheme(found)


def is_tunnel(proxy: str, url: str) -> bool:
    """Whether a proxy passes on bytes here; other proxies are asked for pages, which Scrapy does."""
    return split(proxy).scheme.startswith("socks5") or url.startswith("https:")


def login_of(proxy: str) -> tuple[str, str] | None:
    """The name and password that stand in a proxy's address."""
    parts = split(proxy)
    return (unquote(parts.username), unquote(parts.password or "")) if parts.username else None


def with_scheme(proxy: str) -> str:
    return proxy if "://" in proxy else f"http://{proxy}"


def check_proxy(proxy: str) -> None:
    """Raises ArgumentError for a PROXY that is none. What it says is not shown: it may have a password."""
    try:
        parts = split(proxy)
        good = parts.scheme in SCHEMES and bool(parts.hostname) and parts.port != 0
    except ValueError:
        good = False
    if proxy and not good:
        raise ArgumentError(
            "PROXY: an address of a proxy is accepted, e.g. http://proxy.example:3128 or socks5://name:word@127.0.0.1:1080"
        )
