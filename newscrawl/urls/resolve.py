"""Addresses as pages and feeds write them -> absolute ones, and which belong to one site."""

import re
from functools import lru_cache
from urllib.parse import SplitResult, urljoin, urlsplit

# The plain case, which is nearly every one: a sitemap has 50,000, and urljoin takes 30 times as long.
_WHOLE = re.compile(r"https?://[\w-]{1,20}(?:\.[\w-]{1,20}){0,5}(?::\d{1,4})?(?:[/?][^\s#&\ud800-\udfff]*)?")


def web_address(address: str, base: str) -> str:
    """An absolute http or https address without its fragment; "" where there is none that can be asked for."""
    if _WHOLE.fullmatch(address):
        return address
    try:
        joined = urljoin(base, "".join(address.replace("&amp;", "&").split())) if address else ""
    except ValueError:
        return ""
    return joined.partition("#")[0] if can_be_asked_for(joined) else ""


def can_be_asked_for(address: str) -> bool:
    """Whether an address is http or https, with a host and a port that can be. `http://www..example.com/` has none."""
    try:
        address.encode()
        parts = urlsplit(address)
        return parts.scheme in ("http", "https") and parts.port != 0 and is_host(parts.hostname or "")
    except ValueError:
        return False


@lru_cache(1000)
def is_host(name: str) -> bool:
    """Whether it can be a host's name or address: no empty part, none too long."""
    try:
        return bool(name.encode("idna"))
    except UnicodeError:
        return False


def same_site(address: str, url: str) -> bool:
    """One host, "www." and its like aside: www.example.com and news.example.com belong to example.com's site."""
    here, there = (split(a).netloc.lower().removeprefix("www.").removeprefix("m.") for a in (url, address))
    return bool(there) and (here == there or there.endswith("." + here) or here.endswith("." + there))


def split(url: str) -> SplitResult:
    """The parts of an address; of what is none, empty ones."""
    try:
        return urlsplit(url)
    except ValueError:  # a "[" in the host that opens no IPv6 address
        return SplitResult("", "", "", "", "")
