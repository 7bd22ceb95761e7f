"""A listing in JSON, as load-more buttons get it -> links, whatever its shape."""

import json
from collections.abc import Iterator
from typing import Any

from lxml import etree

from newscrawl.discover.address import same_site, web_address
from newscrawl.discover.cards import cards
from newscrawl.discover.dates import read_date
from newscrawl.discover.link import Link
from newscrawl.discover.plain import plain

Node = dict[str, Any]

_ADDRESS = ("url", "link", "href", "permalink", "canonicalUrl", "canonical_url", "webUrl", "path")
_TITLE = ("title", "headline", "name", "heading")
_PUBLISHED = ("published", "publishedAt", "published_at", "datePublished", "date_gmt", "date", "pubDate", "created_at")


def json_links(data: bytes, url: str) -> list[Link]:
    """The articles in a JSON answer: objects with an address and a title, and HTML in strings read as a listing."""
    try:
        answer = json.loads(data)
    except (ValueError, RecursionError):
        return []
    found: dict[str, Link] = {}
    for value in _walk(answer):
        for link in _of_html(value, url) if isinstance(value, str) else _of_object(value, url):
            found.setdefault(link.url, link)
    return list(found.values())


def _walk(answer: Any) -> Iterator[Node | str]:
    """Every object, and every string with a link in it, in the document's order."""
    waiting = [answer]
    while waiting:
        value = waiting.pop()
        if isinstance(value, dict):
            yield value
            waiting.extend(reversed(value.values()))
        elif isinstance(value, list):
            waiting.extend(reversed(value))
        elif isinstance(value, str) and "<a " in value:
            yield value


def _of_html(html: str, url: str) -> list[Link]:
    tree = etree.fromstring(html, etree.HTMLParser())
    return cards(tree, url) if tree is not None else []


def _of_object(node: Node, url: str) -> Iterator[Link]:
    address = web_address(_text(node, _ADDRESS), url)
    title = plain(_text(node, _TITLE))
    if address and title and same_site(address, url):
        published = read_date(_text(node, _PUBLISHED))
        yield Link(
            url=address,
            title=title,
            published=published.moment if published else None,
            published_precision=published.precision if published else "second",
        )


def _text(node: Node, names: tuple[str, ...]) -> str:
    """The first of these that is text; WordPress wraps its titles as {"rendered": …}."""
    for name in names:
        value = node.get(name)
        value = value.get("rendered") if isinstance(value, dict) else value
        if isinstance(value, str) and value:
            return value
    return ""
