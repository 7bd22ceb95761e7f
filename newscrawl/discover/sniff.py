"""What a document is by its first bytes: servers call a feed text/html, and a page that is gone a feed."""

import re
from itertools import islice
from typing import Literal

from newscrawl.discover.xml import unpack

Kind = Literal["feed", "sitemap", "json", "page", "text"]

_LOOKED_AT = 4096
_FEED = re.compile(rb"<(?:\w+:)?(rss|feed|RDF)[\s>]", re.I)
_SITEMAP = re.compile(rb"<(?:\w+:)?(urlset|sitemapindex)[\s>]", re.I)
_PAGE = re.compile(rb"<(!doctype html|html|head|body|div|article|section|ul|li|main|p|a|h\d)[\s>]", re.I)


def kind_of(data: bytes) -> Kind:
    """What the bytes are, packed or not. "text" is what none of the others fits."""
    start = b"".join(islice(unpack(data), 1))[:_LOOKED_AT].lstrip(b"\xef\xbb\xbf \t\r\n")
    if start.startswith((b"{", b"[")):
        return "feed" if b"jsonfeed.org/version" in start else "json"
    found = [(m.start(), kind) for mark, kind in _MARKS if (m := mark.search(start))]
    return min(found)[1] if found else "text"


_MARKS: tuple[tuple[re.Pattern[bytes], Kind], ...] = ((_FEED, "feed"), (_SITEMAP, "sitemap"), (_PAGE, "page"))
