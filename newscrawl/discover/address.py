"""Addresses as pages and feeds write them -> absolute ones, and which belong to one site."""

import re
from urllib.parse import SplitResult, urljoin, urlsplit

# The plain case, which is nearly every one: a sitemap has 50,000, and urljoin takes 30 times as long.
_WHOLE = re.compile(r"https?://[\w-]+(?:\.[\w-]+)*(?::\d+)?(?:[/?][^\s#&]*)?")


def web_address(address: str, base: str) -> str:
    """An absolute http or https address without its fragment; "" where there is none."""
    if _WHOLE.fullmatch(address):
        return address
    try:
        joined = urljoin(base, "".join(address.replace("&amp;", "&").split())) if address else ""
    except ValueError:
        return ""
    return joined.partition("#")[0] if joined.startswith(("http://", "https://")) else ""


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
