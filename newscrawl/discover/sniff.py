"""What a document is by its first bytes, and whether it is whole.

Servers call a feed text/html, and a page that is gone a feed.
"""

import re
from itertools import islice
from typing import Literal

from newscrawl.discover import xml
from newscrawl.discover.xml import ROOT, unpack

Kind = Literal["feed", "sitemap", "json", "page", "text"]

_LOOKED_AT = 4096
_PAGE = re.compile(rb"<(!doctype html|html|head|body|div|article|section|ul|li|main|p|a|h\d)[\s>]", re.I)
_INSIDE_PAGE = re.compile(rb"<(head|body|title|meta|script)[\s>]", re.I)
_LIST = re.compile(rb"<(?:\w{1,20}:)?(?:feed|rss|rdf|urlset|sitemapindex)\s[^<>]{0,2000}?(?:xmlns|version)", re.I)
# What a feed or sitemap whose own tag is broken is known by.
_ENTRIES = re.compile(rb"<(?:\w{1,20}:)?(item|entry|url|sitemap)(?:\s[^<>]{0,2000})?>\s*<")
# What stands in no page, whatever else does.
_SITEMAP = re.compile(rb"<(?:\w{1,20}:)?(?:url|sitemap)(?:\s[^<>]{0,2000})?>\s{0,99}<(?:\w{1,20}:)?loc[\s>]")


def kind_of(data: bytes) -> Kind:
    """What the bytes are, packed or not. "text" is what none of the others fits."""
    start = b"".join(islice(unpack(data), 1))[:_LOOKED_AT].lstrip(b"\xef\xbb\xbf \t\r\n")
    if start.startswith((b"{", b"[")):
        return "feed" if b"jsonfeed.org/version" in start else "json"
    if _SITEMAP.search(start):
        return "sitemap"
    found, page = ROOT.search(start) or _ENTRIES.search(start), _PAGE.search(start)
    if page and not (found and (found.start() < page.start() or _notices(start, found.start()))):
        return "page"
    if not found:
        return "text"
    return "sitemap" if found[1].lower() in (b"urlset", b"sitemapindex", b"url", b"sitemap") else "feed"


def breaks_off(data: bytes) -> bool:
    """Whether a feed or sitemap ends before its end."""
    if data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{"):
        return not data.rstrip().endswith(b"}")
    return kind_of(data) in ("feed", "sitemap") and xml.breaks_off(data)


def _notices(start: bytes, at: int) -> bool:
    """Whether what stands before a feed or sitemap is what a broken script said, and no page around it."""
    return bool(_LIST.match(start, at)) and not _INSIDE_PAGE.search(start, 0, at)
