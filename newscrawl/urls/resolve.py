"""Addresses as pages and feeds write them -> absolute ones."""

import re
from collections.abc import Callable
from functools import lru_cache
from urllib.parse import urljoin

from newscrawl.urls.parts import split, without_fragment

EDGES = "".join(map(chr, range(33)))
"""What browsers drop at both ends of an address: blanks and control characters."""

LONGEST = 8_192
"""Characters of an address: no server takes longer ones (8 kB is the usual limit)."""

# The plain case, which is nearly every one: a sitemap has 50,000, and urljoin takes 30 times as long.
_WHOLE = re.compile(
    r"https?://[\w-]{1,20}(?:\.[\w-]{1,20}){0,5}(?::[1-9]\d{0,3}|:[1-5]\d{4})?(?:[/?][^\s#&\ud800-\udfff]*)?"
)
# An address from the site's root with nothing in it that joining would change ("..", "//host").
_FROM_ROOT = re.compile(r"/(?:[\w%=&+~,-][\w/%=&+~,.-]*)?(?:\?[\w%=&+~,./-]+)?$", re.ASCII)
# Line ends and tabs inside an address are dropped, as browsers do; a space is written as one.
_IN_NO_ADDRESS = str.maketrans({"\t": None, "\r": None, "\n": None, " ": "%20"})

# WHATWG URL, "forbidden domain code points".
_IN_NO_HOST = re.compile(r"[\x00-\x20\x7f#%/<>?@\[\\\]^|]")

# A dot within a host's name, or a port; an IPv6 address.
_SAYS_HOST = re.compile(r"^(?:[^/?#]*[^/?#.\u3002\uff0e\uff61][.\u3002\uff0e\uff61:][^/?#.]|\[|localhost(?![^/?#]))")

# What stands between the parts of a host's name, and how long the name and each part may be: as "xn--…" 63 bytes.
_DOTS = re.compile("[.\u3002\uff0e\uff61]")
_LONGEST_HOST, _LONGEST_LABEL = 253, 59


Absolute = Callable[[str], str]
"""An address as one page writes it -> an absolute one, "" for what is none."""


def joined(base: str, address: str) -> str:
    """An address as it is meant on a page at `base`; "" for what is none."""
    try:
        return urljoin(base, address)
    except ValueError:  # e.g. an open bracket where a host stands
        return ""


def absolute(address: str | None, base: str) -> str:
    """An address in a page's markup, as browsers read it, as an absolute http(s) one; "" where it is none."""
    url = (address or "").strip()
    if len(url.split(None, 1)) > 1:
        url = url.translate(_IN_NO_ADDRESS)
    if not url or len(url) > LONGEST:
        return ""
    whole = url.startswith(("https://", "http://"))
    if whole and url.isascii() and "[" not in url:  # checking and joining are slow, and most are plain and whole
        return url
    if "/." not in url and _FROM_ROOT.match(url):
        url = _origin(base) + url
    else:
        url = url if whole and split(url).scheme else joined(base, url)
    return url if url.startswith(("https://", "http://")) else ""


@lru_cache(100)
def _origin(base: str) -> str:
    """The scheme and host of a page, which an address that begins with one "/" is joined to."""
    return joined(base, "/")[:-1]


def web_address(address: str, base: str) -> str:
    """An address that is to be asked for, absolute and without its fragment; "" where it cannot be."""
    if len(address) > LONGEST:
        return ""
    if _WHOLE.fullmatch(address):
        return address
    # Feeds break an address into lines; a space within a line is the address's own.
    lines = address.replace("&amp;", "&").strip().splitlines()
    found = without_fragment("".join(line.strip() for line in lines).translate(_IN_NO_ADDRESS))
    if _WHOLE.fullmatch(found):
        return found
    if not (found.startswith(("https://", "http://")) and split(found).netloc):
        found = joined(base, found) if address else ""
    return without_fragment(found) if _WHOLE.fullmatch(found) or can_be_asked_for(found) else ""


def without_feed_scheme(address: str) -> str:
    """The web address in feed:https://… and feed://…, which old readers registered for; any other as it is."""
    scheme, colon, rest = address.partition(":")
    if not colon or scheme.lower() != "feed":
        return address
    return f"http:{rest}" if rest.startswith("//") else rest


def typed_address(text: str) -> str:
    """The web address that a person typed, with https where no scheme is named; "" where it is none.

    A word alone is none: it is a site's name, or misspelled. A host of one's own network has its scheme or its port.
    """
    text = without_feed_scheme(text.strip())
    address = text if "://" in text else f"https://{text}"
    if "://" not in text and not _SAYS_HOST.search(text):
        return ""
    if any(map(str.isspace, address)) or not can_be_asked_for(address):
        return ""
    parts = split(address)
    return address if parts.path else parts._replace(path="/").geturl()


def can_be_asked_for(address: str) -> bool:
    """Whether an address is http or https, with a host and a port that can be. `http://www..example.com/` has none."""
    try:
        address.encode()
        parts = split(address)
        name = parts.hostname or ""
        can_be = is_host if name.isascii() else _may_be_host
        return parts.scheme in ("http", "https") and parts.port != 0 and can_be(name)
    except ValueError:
        return False


def _may_be_host(name: str) -> bool:
    """Whether a name in other letters may be a host's; `is_host` says so when it is asked for.

    To spell it in ASCII takes four microseconds a letter, and a sitemap may have 100,000 such names.
    """
    *parts, last = _DOTS.split(name)
    parts += [last] if last else []  # a dot may end it
    short = len(name) <= _LONGEST_HOST and all(0 < len(part) <= _LONGEST_LABEL for part in parts)
    return short and not _IN_NO_HOST.search(name)


@lru_cache(1000)
def is_host(name: str) -> bool:
    """Whether it can be a host's name or address: no empty part, none too long."""
    try:
        return bool(name.encode("idna")) and not _IN_NO_HOST.search(name)
    except UnicodeError:
        return False
