"""RSS 0.9x, 1.0 and 2.0, Atom and JSON Feed -> links."""

import re
from collections.abc import Iterator
from itertools import islice

from newscrawl.discover.dates import Date, read_date
from newscrawl.discover.json_feed import read_json_feed
from newscrawl.discover.link import Link
from newscrawl.discover.xml import elements, local_name, text_in
from newscrawl.element import Element
from newscrawl.text.plain import plain
from newscrawl.urls.resolve import web_address

# An item's own fields, in the order of trust, by local name: namespaces are often missing or wrong.
_PUBLISHED = ("pubDate", "published", "issued", "date", "created")
_UPDATED = ("updated", "modified")

# Entries of a feed, and fields of an entry, that are read: a whole archive has fewer.
_MOST, _MOST_FIELDS = 20_000, 500


def read_feed(data: bytes, url: str, header: str = "") -> list[Link]:
    """The entries of a feed in its order; empty where the document is none.

    `data`: the bytes as received, packed or not; broken XML gives what can be read. `url`: where it was found.
    `header`: the charset that the HTTP header names.
    Sources: the RSS 0.91, 1.0 and 2.0 specifications, RFC 4287 (Atom), jsonfeed.org version 1.1.
    """
    if data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{"):
        return read_json_feed(data, url)
    items = islice(elements(data, "item", "entry", header=header), _MOST)
    return [link for item in items if (link := _link(item, url))]


def _link(item: Element, url: str) -> Link | None:
    fields = list(_fields(item))
    address = _absolute(_address(item, fields), item, url)
    if not address:
        return None
    published = _first_date(fields, _PUBLISHED)
    updated = _first_date(fields, _UPDATED)
    return Link(
        url=address,
        title=next((plain(text) for name, text, _ in fields if name == "title" and text), ""),
        published=published.moment if published else None,
        published_precision=published.precision if published else "second",
        updated=updated.moment if updated else None,
        authors=_authors(fields),
        tags=_tags(fields),
    )


def _fields(item: Element) -> Iterator[tuple[str, str, Element]]:
    """(local name, text, element) of an item's own children; media:title and its like are not the item's."""
    for child in islice(item, _MOST_FIELDS):
        if isinstance(child.tag, str) and "mrss" not in child.tag and "/media" not in child.tag:
            yield local_name(child), text_in(child), child


def _address(item: Element, fields: list[tuple[str, str, Element]]) -> str:
    """The article's page: where the feed went through FeedBurner its original address, then the link, then the guid."""
    by_name: dict[str, list[tuple[str, Element]]] = {}
    for name, text, element in fields:
        by_name.setdefault(name, []).append((text, element))
    candidates = [text for text, _ in by_name.get("origLink", ())]
    links = sorted(by_name.get("link", ()), key=lambda found: _is_for_programs(found[1]))
    candidates += [href for text, link in links if (href := _page(link) or text)]
    candidates += [text for text, guid in by_name.get("guid", ()) if _is_address(text, guid)]
    candidates += [text for text, _ in by_name.get("id", ()) if text.startswith("http")]
    candidates += [str(about) for key, about in item.items() if str(key).endswith("}about")]
    return next((found for found in candidates if found), "")


def _page(link: Element) -> str:
    """An Atom link's address where it leads to the page and not to an enclosure, a reply or the feed itself."""
    return (link.get("href") or "").strip() if link.get("rel", "alternate") == "alternate" else ""


def _is_for_programs(link: Element) -> bool:
    """Whether a link leads to the article in another form than a page: JSON, XML."""
    return bool(re.search(r"json|xml", (link.get("type") or "").replace("xhtml+xml", ""), re.I))


def _is_address(text: str, guid: Element) -> bool:
    return text.startswith("http") and guid.get("isPermaLink", "true").lower() != "false"


def _absolute(address: str, item: Element, url: str) -> str:
    """The address resolved against xml:base, the feed's own; "" where it is no web address."""
    bases = [
        base for e in (item, *item.iterancestors()) if (base := e.get("{http://www.w3.org/XML/1998/namespace}base"))
    ]
    for base in (url, *reversed(bases)):
        url = web_address(base, url) or url
    return web_address(address, url)


def _first_date(fields: list[tuple[str, str, Element]], names: tuple[str, ...]) -> Date | None:
    texts = [text for wanted in names for name, text, _ in fields if name == wanted and text]
    return next((date for text in texts if (date := read_date(text))), None)


def _authors(fields: list[tuple[str, str, Element]]) -> list[str]:
    """People's names: dc:creator, Atom's author/name, RSS's "mail (Name)"."""
    found = []
    for name, text, element in fields:
        if name in ("creator", "author"):
            inner = element.findtext("{*}name")
            found.append(_person(plain(inner if inner is not None else text)))
    return list(dict.fromkeys(author for author in found if author))


def _person(text: str) -> str:
    """RSS 2.0 wants an address, and "address (Name)" is its usual spelling; an address alone is no name."""
    address, _, name = text.partition("(")
    if name.endswith(")") and len(address.split()) == 1 and "@" in address:
        return name[:-1].strip()
    return "" if "@" in text or text.startswith("http") else text


def _tags(fields: list[tuple[str, str, Element]]) -> list[str]:
    found = [
        plain(element.get("label") or text or element.get("term") or "")
        for name, text, element in fields
        if name in ("category", "subject")
    ]
    return list(dict.fromkeys(tag for tag in found if tag))
