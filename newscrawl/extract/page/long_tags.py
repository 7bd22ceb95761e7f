"""Tags that would hold up the parser: with more attributes than any page has."""

import re
from collections.abc import Iterator

# libxml2 compares each attribute of a tag with all before it: 20,000 of them take a second, 200,000 minutes.
LONG_TAG, MOST_ATTRIBUTES = 50_000, 2_000

_QUOTED = re.compile(rb"""\"[^"]*\"|'[^']*'""")


def without_long_tags(html: bytes) -> bytes:
    """The page without the attributes of tags that have far too many."""
    kept, done = [], 0
    for start, end in _long_tags(html):
        kept += [html[done:start], _without_attributes(html[start:end])]
        done = end
    return b"".join([*kept, html[done:]]) if kept else html


def _long_tags(html: bytes) -> Iterator[tuple[int, int]]:
    """Where tags begin and end that are longer than LONG_TAG; found in a few leaps through an ordinary page."""
    at = 0
    while at + LONG_TAG < len(html):
        close = html.rfind(b">", at, at + LONG_TAG)
        if close >= 0:
            at = close + 1
            continue
        end = html.find(b">", at + LONG_TAG)
        end = len(html) if end < 0 else end
        start = html.find(b"<", at, end)
        if 0 <= start < end - LONG_TAG // 2:
            yield start, end
        at = end


def _without_attributes(tag: bytes) -> bytes:
    """A tag without its attributes where they are too many; one long attribute (a picture as data:) may stay."""
    bare, quoted = _QUOTED.subn(b"", tag)
    return tag if len(bare) < LONG_TAG // 2 and quoted < MOST_ATTRIBUTES else tag[:50].split()[0]
