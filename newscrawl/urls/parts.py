"""The parts of an address. Nothing here raises: what is no address has empty parts."""

import re
from urllib.parse import SplitResult, urlsplit


def split(url: str) -> SplitResult:
    """The parts of an address; all empty where it is no address."""
    try:
        return urlsplit(url)
    except ValueError:  # a "[" in the host that opens no IPv6 address
        return SplitResult("", "", "", "", "")


def host_of(url: str) -> str:
    """The host of an address in lower case, without port or brackets; "" where there is none."""
    return split(url).hostname or ""


def port_of(url: str) -> int:
    """The port of an address, or the one that its scheme implies; 0 where it has none."""
    parts = split(url)
    try:
        return parts.port or {"http": 80, "https": 443}.get(parts.scheme, 0)
    except ValueError:  # beyond 65535
        return 0


def is_web(url: str) -> bool:
    """Whether an address is one of the web: http or https."""
    # What stands so can be split: it is asked of every link of a page.
    if url.startswith(("https://", "http://")) and url.isascii() and "[" not in url and "]" not in url:
        return True
    return split(url).scheme in ("http", "https")


def without_scheme(url: str) -> str:
    """An address as people say it: `example.com/news` of https://www.example.com/news/."""
    return re.sub(r"^https?://(www\.)?", "", url).rstrip("/")


def without_fragment(url: str) -> str:
    """An address as a server sees it: without "#" and what stands behind."""
    return url.partition("#")[0]
