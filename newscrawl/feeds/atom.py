"""Atom (RFC 4287)."""

from datetime import UTC, datetime
from uuid import NAMESPACE_URL, uuid5

from lxml import etree

from newscrawl.element import Element
from newscrawl.feeds.entry import Feed, FeedEntry

ATOM = "http://www.w3.org/2005/Atom"
LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"


def atom(feed: Feed) -> bytes:
    """The feed as a document in UTF-8."""
    root = etree.Element(f"{{{ATOM}}}feed", nsmap={None: ATOM})  # type: ignore[dict-item]
    _language(root, feed.language)
    # A feed keeps its id when it moves, so no address will do.
    _add(root, "id", uuid5(NAMESPACE_URL, f"newscrawl:{feed.site}").urn)
    _add(root, "title", feed.title)
    _add(root, "updated", _time(feed.updated))
    _add(_add(root, "author"), "name", feed.title)
    _add(root, "generator", "newscrawl")
    if feed.address:
        _add(root, "link", rel="self", type="application/atom+xml", href=feed.address)
    for entry in feed.entries:
        _entry(_add(root, "entry"), entry, feed)
    return etree.tostring(root, encoding="utf-8", xml_declaration=True, pretty_print=True)


def _entry(element: Element, entry: FeedEntry, feed: Feed) -> None:
    if entry.language != feed.language:
        _language(element, entry.language)
    _add(element, "id", entry.id)
    _add(element, "title", entry.title)
    _add(element, "published", _time(entry.published))
    _add(element, "updated", _time(entry.updated))
    if entry.url:
        _add(element, "link", rel="alternate", type="text/html", href=entry.url)
    if entry.image:
        _add(element, "link", rel="enclosure", href=entry.image)
    for name in entry.authors:
        _add(_add(element, "author"), "name", name)
    for tag in entry.tags:
        _add(element, "category", term=tag)
    if entry.summary:
        _add(element, "summary", entry.summary)
    _add(element, "content", entry.body, type="html")


def _add(parent: Element, name: str, words: str = "", **attributes: str) -> Element:
    element = etree.SubElement(parent, f"{{{ATOM}}}{name}", attributes)
    element.text = words or None
    return element


def _language(element: Element, language: str) -> None:
    if language:
        element.set(LANGUAGE, language)


def _time(when: datetime) -> str:
    return when.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
