"""Outward links: lists of links, and lines that are one, most of which lead to other publishers.

They are what an article rests on or recommends: sources, tools, books, apps. A site's own lists lead to its own pages;
the networks, where it asks to be shared, followed or heard, are nobody's sources.
"""

import re

from newscrawl.extract.body.blocks import LEAST_HEADLINE, Block
from newscrawl.extract.body.networks import is_network
from newscrawl.urls.domain import name_of
from newscrawl.urls.parts import split

_HOST = re.compile(r'<a [^>]{0,200}?href="(?:https?://([^/"?#]{1,250}))?')

MOST_READ = 60
"""Links of a list that are looked at."""


def mark_outward(blocks: list[Block], url: str) -> None:
    """Mark the links that lead away from the publisher of the page at `url`."""
    links = [b for b in blocks if b.is_link and (b.kind == "paragraph" or _is_list(b))]
    here = name_of(split(url).netloc) if links else ""
    for block in links:
        hosts = _HOST.findall(block.html)[:MOST_READ]
        away = [host for host in hosts if host and not is_network(host) and not _is_kin(name_of(host), here)]
        block.leads_out = 2 * len(away) > len(hosts)


def _is_list(block: Block) -> bool:
    return block.kind == "list" and len(block.text) >= LEAST_HEADLINE


def _is_kin(one: str, other: str) -> bool:
    """Whether two names are of one publisher: equal under another ending, or one begins with the other."""
    return bool(one and other) and (one.startswith(other) or other.startswith(one))
