"""JSON Feed (jsonfeed.org, versions 1 and 1.1) -> links."""

from typing import Any

from newscrawl.discover.dates import read_date
from newscrawl.discover.link import Link
from newscrawl.text.json import read_items, read_json
from newscrawl.urls.resolve import web_address

Item = dict[str, Any]


MOST = 20_000
"""Entries that are read, as of a feed in XML."""


def read_json_feed(data: bytes, url: str) -> list[Link]:
    """The items in the feed's order; of a broken feed those that are whole; empty where the document is none."""
    try:
        feed = read_json(data)
        items = _list(feed, "items") if isinstance(feed, dict) else []
    except (ValueError, RecursionError):
        items = list(read_items(data, "items"))
    return [link for item in items[:MOST] if isinstance(item, dict) and (link := _link(item, url))]


def _link(item: Item, url: str) -> Link | None:
    named = _text(item, "id")
    address = _text(item, "url") or _text(item, "external_url") or (named if named.startswith("http") else "")
    address = web_address(address, url)
    if not address:
        return None
    published, updated = read_date(_text(item, "date_published")), read_date(_text(item, "date_modified"))
    return Link(
        url=address,
        title=" ".join(_text(item, "title").split()),
        published=published.moment if published else None,
        published_precision=published.precision if published else "second",
        updated=updated.moment if updated else None,
        authors=_authors(item),
        tags=[tag for tag in _list(item, "tags") if isinstance(tag, str)],
    )


def _authors(item: Item) -> list[str]:
    people = [*_list(item, "authors"), item.get("author")]
    names = [_text(person, "name") for person in people if isinstance(person, dict)]
    return list(dict.fromkeys(name for name in names if name))


def _text(item: Item, name: str) -> str:
    value = item.get(name)
    return value.strip() if isinstance(value, str) else ""


def _list(item: Item, name: str) -> list[Any]:
    value = item.get(name)
    return value if isinstance(value, list) else []
