"""Addresses of images that wait in an attribute for a script: those of lazy loaders, of any name."""

import re

from newscrawl.extract.body.image_addresses import may_be_picture, names_picture, stated_width
from newscrawl.extract.body.image_widths import SETS, THUMBNAIL, Attributes, known_width, largest

LARGE = 600
"""Pixels. As wide as a column of text: what says it is so is taken before an address that says no size."""


_LAZY = (
    "data-src", "data-original", "data-lazy-src", "data-lazy", "data-hi-res-src", "data-full-src", "data-full",
    "data-large-file", "data-orig-file", "data-url", "data-image", "data-img", "data-img-url", "data-image-url",
    "data-lazyload", "data-echo", "data-original-src", "data-actualsrc", "data-delayed-url", "data-main",
    "data-img-src", "data-file", "data-path",
)  # fmt: skip
"""Where lazy loaders keep the address: lazysizes, WP Rocket, jQuery.lazyload, echo.js, Jetpack and newsrooms' own."""

_NAMED_LAZY = re.compile("src|lazy|original")
_NAMED_WHOLE = re.compile("full|large|zoom|hi-?res|big")
_NO_SOURCE = re.compile(
    r"href|resource|link|share|pin|page|author|avatar|caption|title|alt\b|style|sizes|class|\bid\b|usemap"
)
"""Attributes whose addresses lead elsewhere, and those that hold none."""

_ADDRESS_IN_JSON = re.compile(r"(?:https?:)?//[^\s\"'<>\\,]+|(?<=[\"'])/[^\s\"'<>\\]+")

_LARGE_KEY = re.compile(r"(?:large|full|orig|big|xl|max|hi-?res|desktop)\w{0,9}[\"']?\s*:\s*[\"'{[]*$", re.IGNORECASE)
"""Before an address in JSON: what says that it is the large one."""

_LARGE_BEHIND = re.compile(r",\s{0,3}\(?(?:x{0,3}large|full|retina|desktop)\b", re.IGNORECASE)
"""Behind an address in JSON: what says so of it."""

LONGEST_KEY = 60
"""Characters before an address that are looked at."""


def lazy_address(attributes: Attributes, *, is_needed: bool) -> str:
    """The address that waits for a script in one attribute or another. `is_needed`: the image has no other."""
    held = {n: v.strip() for n, v in attributes.items() if n not in SETS and n != "src" and ("/" in v or "." in v)}
    known = (n for n in _LAZY if n in held)
    named = (n for n in held if "lazy" in n or (n.startswith("data-") and _NAMED_LAZY.search(n)))
    for name in (*known, *named):
        if found := held_address(held[name]):
            return found
    is_small = is_needed or 0 < known_width(attributes, attributes.get("src", "")) < THUMBNAIL
    whole = (n for n in held if is_small and n.startswith("data-") and _NAMED_WHOLE.search(n))
    if found := next((a for n in whole if names_picture(a := held_address(held[n]))), ""):
        return found
    if not is_needed:
        return ""
    others = [v for n, v in held.items() if not _NO_SOURCE.search(n)]
    found = next((a for v in others if names_picture(a := held_address(v))), "")
    return found or next((a for v in others if (a := held_address(v)).startswith(("https://", "http://", "//"))), "")


def held_address(value: str) -> str:
    """The image's address that an attribute's value is, or holds as JSON; "" for any other value."""
    if value.startswith(("{", "[")):
        value = value.replace("\\/", "/")
        found = [(m, m[0]) for m in _ADDRESS_IN_JSON.finditer(value)]
        real = [(m.span(), a) for m, a in found if may_be_picture(a)]
        return largest([(stated_width(a) or LARGE * _is_called_large(value, *at), a) for at, a in real])
    if "|" in value and names_picture(last := value.rpartition("|")[2]):  # the same for a dense screen, as bLazy has it
        value = last
    is_address = "/" in value and " " not in value and may_be_picture(value)
    return value if is_address else ""


def _is_called_large(value: str, at: int, end: int) -> bool:
    """Whether the key before an address in JSON says that it is the large one, or a word behind it."""
    return (
        _LARGE_KEY.search(value, max(0, at - LONGEST_KEY), at) is not None
        or _LARGE_BEHIND.match(value, end) is not None
    )
