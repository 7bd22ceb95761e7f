"""Images that nobody is to see: they count readers."""

import re
from itertools import islice

from newscrawl.element import Element
from newscrawl.extract.body.image_addresses import names_picture

_HIDDEN = re.compile(r"display:none|visibility:hidden|(?:left|top):-\d{3}")
_COUNTS = re.compile(
    r"(?:https?:)?//(?:[\w-]{1,30}\.)?(?:mc|counter|count|hits?|stats?|pixel|track(?:er|ing)?|analytics|beacon|metrics?|top-fwz\d)"
    r"\d?\.[\w-]+\.",
    re.IGNORECASE,
)
"""Hosts that are called after what they do."""

_COUNTER = re.compile(
    r"/(?:(?:[\w-]{0,30}-)?(?:hit|counter|beacon|pixel|impression)s?(?:\.[a-z]{2,6}){0,2}|(?:\w|__utm)\.gif)\?",
    re.IGNORECASE,
)
"""At the end of the path of what is asked with who reads what: "/hit.xiti?", "/b.gif?"."""

FEW = 4
"""Attributes of an image that counts readers; lazy ones, which are hidden at first, have more."""


def is_counter(img: Element) -> bool:
    """Whether an image has no file's name and nobody is to see it, or its host counts: it counts readers."""
    source = img.get("src") or ""
    is_bare = len(img.keys()) < FEW
    counts = _COUNTS.match(source) is not None or (is_bare and _is_hidden(img.get("style")))
    counts = counts or (is_bare and not img.get("alt") and _COUNTER.search(source) is not None)
    if is_bare and not img.get("alt") and _PROGRAM.search(source) and _stands_for_script(img):
        return True
    return counts and (not names_picture(source) or _GIF.search(source) is not None)


_PROGRAM = re.compile(r"\.(?:php|aspx?|cgi|pl|jsp)\?[^#]{0,300}\b(?:rec|idsite|site_?id|action)=", re.IGNORECASE)
"""What a program is told that counts who reads without scripts."""


def _stands_for_script(img: Element) -> bool:
    return any(around.tag == "noscript" for around in islice(img.iterancestors(), 2))


_GIF = re.compile(r"\.gif(?:\?|\Z)", re.IGNORECASE)
"""What servers that count send; no picture of an article is hidden, or lies on such a host."""


def _is_hidden(style: str | None) -> bool:
    return style is not None and _HIDDEN.search(style.replace(" ", "")) is not None
