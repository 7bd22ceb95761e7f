"""What the address of an image says of it: whether it is the picture itself, how wide it is, whether it is blurred.

What stands in until a script has run is called "placeholder", is data, is blurred or is as wide as a thumb.
"""

import re
from functools import lru_cache
from itertools import zip_longest
from urllib.parse import unquote

NARROW = 120
"""Pixels. An address that says it is narrower is a preview that a script replaces, where better is at hand."""

_STANDS_IN = re.compile(
    r"(?:^|[/_.-])(?:spacer|place-?holder|1x1|1px|lazyload|lqip|no-?image|noimg|default-?image)(?:[_.-]|\d|$)|"
    r"^(?:(?:img|image|pic|thumb|bg|ajax|t|s)[_-])?(?:blank|pixel|transparent|load(?:ing|er)|lazy|gr[ae]y|dummy|empty|none|px|"
    r"clear|trans|fallback|preload)(?:[_-]?(?:\d+(?:x\d+)?|loading|lazy|pixel|image|img|placeholder))*(?:\.\w+)?$|"
    r"(?:^|[/_.-])(?:blank|transparent|load(?:ing|er)|lazy|gr[ae]y|empty|clear|fallback)(?:[_.-].*)?\.(?:gif|svg)$",
    re.IGNORECASE,
)
"""File names of what stands in for an image until a script has run; a photograph of a grey seal is a picture."""

_TEMPLATE = re.compile(r"[{}]|%7[bd]|^[^?]*(?<!\w)\*(?!\w)", re.IGNORECASE)
"""What a script fills in. A star between letters is part of a name, one in a query leaves a height open."""

_OF_TEMPLATES = ("{", "}", "%7", "*")
"""One of these stands there."""

_PICTURE = re.compile(r"\.(?:jpe?g|png|webp|avif|gif|jfif)(?:[?#/!@:~&].*)?$", re.IGNORECASE)
"""How the address of a picture's file ends."""

_FOR_SHARING = re.compile(
    r"//(?:[\w.-]*\.)?(?:facebook|twitter|x|pinterest|linkedin|whatsapp|reddit|vk|telegram)\.(?:com|me)/|/shar(?:e|er)\b",
    re.IGNORECASE,
)

_IS_SET = re.compile(r"\S\s+\d{2,4}w\s*(?:,|$)")
_WIDTH = re.compile(
    r"(?:(?:^|[?&/_,;:-])(?:w|width|wid|imwidth|resize|max|fit|fill)[=_:/]?|\brs:)(\d{1,4})(?!\d)|"
    r"[/_@=-](\d{2,4})x(?:0|\d{2,4})(?!\d)",
    re.IGNORECASE,
)
_BLURRED = re.compile(
    r"(?:[?&/,_;:-]|^)(?:e_)?blur(?:[=_:(,]?\d|=true)|[_/.-]blur(?:red)?[_/.-]|\blqip\b", re.IGNORECASE
)


def name_in(url: str) -> str:
    """The file name in an address."""
    return url.partition("?")[0].rpartition("/")[2]


@lru_cache(maxsize=1024)
def is_real(url: str) -> bool:
    """Whether an address is a picture's own, not that of what stands in for it or of what a script fills in."""
    if not url or url.startswith(("data:", "about:", "blob:", "#", "{")) or is_set(url):
        return False
    if any(map(url.__contains__, _OF_TEMPLATES)) and _TEMPLATE.search(url):
        return False
    name = url.partition("?")[0].partition("#")[0].rpartition("/")[2]
    return not _STANDS_IN.search(unquote(name) if "%" in name else name)


def may_be_picture(url: str) -> bool:
    """Whether an address is real, and none that a button for sharing has."""
    return is_real(url) and not _FOR_SHARING.search(url)


def is_preview(url: str) -> bool:
    """Whether an address says that its picture is blurred, or as small as those are that a script replaces."""
    return 0 < stated_width(url) < NARROW or is_blurred(url)


def names_picture(address: str) -> bool:
    """Whether an address ends like a picture's file."""
    return _PICTURE.search(address) is not None


def is_blurred(url: str) -> bool:
    """Whether an address says that its picture is blurred."""
    lower = url.lower()
    return ("blur" in lower or "lqip" in lower) and _BLURRED.search(lower) is not None


@lru_cache(maxsize=1024)
def stated_width(url: str) -> float:
    """The width that an address says its picture has; 0 where it says none."""
    widths = _WIDTH.findall(url)
    return float(widths[-1][0] or widths[-1][1]) if widths else 0.0


def has_less(url: str, *, than: str) -> bool:
    """Whether two addresses differ in numbers alone, which all are less in the first: "/320/a.jpg", "/750/a.jpg"."""
    if not len(url) <= len(than) <= LONGEST:
        return False
    parts = list(zip_longest(_NUMBER.split(url), _NUMBER.split(than), fillvalue=""))
    apart = [(one, other) for one, other in parts if one != other]
    return bool(apart) and all(a.isdigit() and b.isdigit() and int(a) < int(b) for a, b in apart)


LONGEST = 1000
"""Characters of addresses that are compared."""

_NUMBER = re.compile(r"(\d{2,5})", re.ASCII)


def is_set(value: str) -> bool:
    """Whether an attribute's value is a list of addresses, each with a width."""
    return "w" in value and len(value.split(None, 1)) > 1 and _IS_SET.search(value) is not None
