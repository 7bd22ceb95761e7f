"""How wide an image is, as its attributes and its sets of sizes say, and which size is taken."""

import re

from newscrawl.extract.body.image_addresses import stated_width

WIDEST = 1600
"""Pixels. Of several sizes the largest up to this is taken: enough for a blog on a dense screen, not the print file."""

ENOUGH = 700
"""Pixels. Where no size up to WIDEST has as many, the next one above is taken."""

DENSITY = 500.0
"""Pixels. What a picture of one pixel density is taken to be wide, where nothing says it."""

THUMBNAIL = 400
"""Pixels. Of a narrower picture the link around it may lead to the whole."""

SETS = ("srcset", "data-srcset", "data-lazy-srcset", "data-original-set", "data-src-set", "data-sources")
"""Attributes that hold an image in several sizes."""

_NUMBER = re.compile(r"[0-9]{1,6}(?:\.[0-9]{1,4})?")
_SIZE_ALONE = re.compile(rf"{_NUMBER.pattern}[wxh]")


Attributes = dict[str, str]

Candidate = tuple[float, str]
"""A width in pixels, for densities a guess, 0 where none is said; an address."""


def pixels(value: str | None) -> int:
    """A width or height attribute in pixels; -1 where it says none."""
    number = (value or "").strip().removesuffix("px")
    return int(number) if number.isascii() and number.isdigit() and len(number) < 6 else -1


def known_width(attributes: Attributes, address: str) -> float:
    """The width of a picture as its address or else its element says; 0 where neither does."""
    return stated_width(address) or max(0, pixels(attributes.get("width")))


def sizes(srcset: str) -> list[Candidate]:
    """The candidates of a `srcset`."""
    found = []
    for candidate in re.split(r",\s+|,(?=https?://|//|/)", srcset.strip()):
        url, _, size = candidate.strip().rstrip(",").partition(" ")
        size = _width_alone(size.split())
        number = size[:-1]
        if url and not _SIZE_ALONE.fullmatch(url) and (not size or _NUMBER.fullmatch(number)):
            found.append((_width(float(number), size, url) if number else 0.0, url))
    return found


def _width_alone(sizes: list[str]) -> str:
    """The size of a candidate; of a width and a height ("400w 600h") the width."""
    widths = [size for size in sizes if not size.endswith("h")]
    return widths[0] if len(sizes) == 2 and len(widths) == 1 else " ".join(sizes)


def _width(number: float, size: str, url: str) -> float:
    """A candidate's width. Of a pixel density nothing is known but what its address says."""
    return (stated_width(url) or DENSITY * number) if size.endswith("x") else number


def largest(candidates: list[Candidate]) -> str:
    """The widest address up to WIDEST, else the narrowest above it."""
    fitting = max((c for c in candidates if c[0] <= WIDEST), key=lambda c: c[0], default=None)
    above = min((c for c in candidates if c[0] > WIDEST), key=lambda c: c[0], default=None)
    if fitting and (above is None or fitting[0] >= ENOUGH):
        return fitting[1]
    return above[1] if above else ""
