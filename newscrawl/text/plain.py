"""Text of feeds and sitemaps, which may be HTML, as one plain line."""

import html
import re

_TAG = re.compile(r"<[^<>]{1,1000}>")


def plain(text: str) -> str:
    """One line of text out of what may be HTML, once or twice escaped, as feeds have it."""
    return " ".join(html.unescape(_TAG.sub("", html.unescape(text))).split())
