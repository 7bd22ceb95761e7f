"""Images that nobody is to see: they count readers."""

import re

from newscrawl.element import Element
from newscrawl.extract.body.image_addresses import names_picture

_HIDDEN = re.compile(r"display:none|visibility:hidden|(?:left|top):-\d{3}")
_COUNTS = re.compile(
    r"(?:https?:)?//(?:[\w-]{1,30}\.)?(?:mc|counter|count|hits?|stats?|pixel|track(?:er|ing)?|analytics|beacon|metrics?|top-fwz\d)"
    r"\d?\.[\w-]+\.",
    re.IGNORECASE,
)
"""Hosts that are called after what they do."""

FEW = 4
"""Attributes of an image that counts readers; lazy ones, which are hidden at first, have more."""


def is_counter(img: Element) -> bool:
    """Whether an image has no file's name and nobody is to see it, or its host counts: it counts readers."""
    source = img.get("src") or ""
    counts = _COUNTS.match(source) is not None or (len(img.keys()) < FEW and _is_hidden(img.get("style")))
    return counts and (not names_picture(source) or _GIF.search(source) is not None)


_GIF = re.compile(r"\.gif(?:\?|\Z)", re.IGNORECASE)
"""What servers that count send; no picture of an article is hidden, or lies on such a host."""


def _is_hidden(style: str | None) -> bool:
    return style is not None and _HIDDEN.search(style.replace(" ", "")) is not None
