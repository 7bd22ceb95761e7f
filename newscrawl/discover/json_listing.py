"""A listing in JSON, as load-more buttons get it -> links, whatever its shape."""

from collections.abc import Iterator
from itertools import islice
from typing import Any
from urllib.parse import parse_qsl, urlencode, urlunsplit

from lxml import etree

from newscrawl.discover.cards import cards
from newscrawl.discover.dates import read_date
from newscrawl.discover.link import Link
from newscrawl.discover.paging import next_page
from newscrawl.element import Element
from newscrawl.extract.page.long_tags import without_long_tags
from newscrawl.text.json import read_json
from newscrawl.text.plain import plain
from newscrawl.urls.parts import split
from newscrawl.urls.resolve import web_address
from newscrawl.urls.sites import same_site

Node = dict[str, Any]

MOST = 20_000
"""Objects with an address and strings with links of one answer: a button gets a hundred, a page's data thousands."""

LONGEST = 1_000_000
"""Characters of such a string that are read: of a page with 40,000 elements."""

_ADDRESS = ("url", "link", "href", "permalink", "canonicalUrl", "canonical_url", "website_url", "webUrl", "path")
_TITLE = ("title", "headline", "headlines", "name", "heading")
_NEXT = ("next", "nextPage", "next_page", "nextUrl", "next_url", "nextPageUrl", "next_page_url", "nextLink")
_SAYS_WHERE = frozenset(_ADDRESS + _NEXT)
_PAGE = ("page", "paged", "p", "pagenumber", "page_number", "pn")
_OFFSET = ("offset", "start", "from", "skip")
_PUBLISHED = (
    "published", "publishedAt", "published_at", "datePublished", "date_gmt", "date", "pubDate", "created_at",
    "display_date", "publish_date",
)  # fmt: skip


def json_links(data: bytes, url: str) -> list[Link]:
    """The articles in a JSON answer: objects with an address and a title, and HTML in strings read as a listing."""
    try:
        return value_links(read_json(data), url)
    except (ValueError, RecursionError):
        return []


def value_links(answer: Any, url: str) -> list[Link]:
    """The same in a value that was read already."""
    found: dict[str, Link] = {}
    for value in islice(_walk(answer), MOST):
        for link in _of_html(value, url) if isinstance(value, str) else _of_object(value, url):
            found.setdefault(link.url, link)
    return list(found.values())


def json_next(data: bytes, url: str, count: int) -> str:
    """The address of the next part; "" where none can be told. `count`: how many articles this part has.

    Where the answer names none, the number in this part's own address is counted on, as the page's script does.
    """
    try:
        answer = read_json(data)
    except (ValueError, RecursionError):
        return ""
    for value in islice(_walk(answer), MOST):
        found = _next_in_html(value, url) if isinstance(value, str) else web_address(_text(value, _NEXT), url)
        if found and found != url and same_site(found, url):
            return found
    return _counted_on(url, count) if count else ""


def _next_in_html(html: str, url: str) -> str:
    tree = _tree(html)
    return next_page(tree, url) if tree is not None else ""


def _counted_on(url: str, count: int) -> str:
    parts = split(url)
    query = parse_qsl(parts.query, keep_blank_values=True)
    for place, (name, value) in enumerate(query):
        step = 1 if name.lower() in _PAGE else count if name.lower() in _OFFSET else 0
        if step and value.isdecimal() and len(value) < 7:
            query[place] = (name, str(int(value) + step))
            return urlunsplit(parts._replace(query=urlencode(query)))
    return ""


def _walk(answer: Any) -> Iterator[Node | str]:
    """Every object with an address, and every string with a link in it, in the document's order."""
    waiting = [answer]
    while waiting:
        value = waiting.pop()
        if isinstance(value, dict):
            if not _SAYS_WHERE.isdisjoint(value):
                yield value
            waiting.extend(reversed(value.values()))
        elif isinstance(value, list):
            waiting.extend(reversed(value))
        elif isinstance(value, str) and "<a " in value:
            yield value


def _tree(html: str) -> Element | None:
    data = without_long_tags(html[:LONGEST].encode("utf-8", "replace"))
    return etree.fromstring(data, etree.HTMLParser(encoding="utf-8"))


def _of_html(html: str, url: str) -> list[Link]:
    tree = _tree(html)
    return cards(tree, url) if tree is not None else []


def _of_object(node: Node, url: str) -> Iterator[Link]:
    address = web_address(_text(node, _ADDRESS), url)
    title = plain(_text(node, _TITLE))
    # An ItemList of schema.org may name its pages by their addresses alone.
    if address and (title or node.get("@type") == "ListItem") and same_site(address, url):
        published = read_date(_text(node, _PUBLISHED) or _number(node, _PUBLISHED))
        yield Link(
            url=address,
            title=title,
            published=published.moment if published else None,
            published_precision=published.precision if published else "second",
        )


def _text(node: Node, names: tuple[str, ...]) -> str:
    """The first of these that is text; WordPress wraps its titles as {"rendered": …}, Arc as {"basic": …}."""
    for name in names:
        value = node.get(name)
        value = value.get("rendered") or value.get("basic") if isinstance(value, dict) else value
        if isinstance(value, str) and value:
            return value
    return ""


def _number(node: Node, names: tuple[str, ...]) -> str:
    """The first of these that is a whole number: the clock of Unix, in seconds or thousandths."""
    return next((str(node[name]) for name in names if type(node.get(name)) is int), "")
