"""OPML, the lists of feeds that readers import and export: https://opml.org/spec2.opml"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from lxml import etree

from newscrawl.errors import ArgumentError
from newscrawl.urls.resolve import typed_address


@dataclass(frozen=True, slots=True)
class Subscription:
    """A site of a list: its address, the feed's address, or both."""

    home: str = ""
    feed: str = ""
    title: str = ""
    topic: str = ""
    """The folder that it stands in."""


def read_opml(data: bytes, file: str) -> list[Subscription]:
    """The subscriptions of a file, folders within folders too. Raises ArgumentError for what is no OPML."""
    try:
        root = etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True, recover=True))
    except etree.XMLSyntaxError as error:
        raise ArgumentError(f"{file}: this is no OPML: {error}") from None
    if root is None or root.tag != "opml":
        raise ArgumentError(f"{file}: this is no OPML; a list of feeds that a reader exports is accepted")
    return [_subscription(outline) for outline in root.iter("outline") if _addresses(outline)]


def _addresses(outline: Any) -> list[str]:
    return [address for name in ("xmlUrl", "htmlUrl") if (address := typed_address(outline.get(name) or ""))]


def _subscription(outline: Any) -> Subscription:
    folder = outline.getparent()
    return Subscription(
        home=typed_address(outline.get("htmlUrl") or ""),
        feed=typed_address(outline.get("xmlUrl") or ""),
        title=" ".join((outline.get("title") or outline.get("text") or "").split()),
        topic=" ".join((folder.get("text") or "").lower().split()) if folder.tag == "outline" else "",
    )


def write_opml(sites: Iterable[Any]) -> str:
    """The sites as a reader imports them: a folder for each topic, an entry for each feed or for a home without one."""
    root = etree.Element("opml", version="2.0")
    etree.SubElement(etree.SubElement(root, "head"), "title").text = "newscrawl"
    body = etree.SubElement(root, "body")
    folders: dict[str, Any] = {}
    for site in sites:
        if site.topic not in folders:
            folders[site.topic] = etree.SubElement(body, "outline", text=site.topic)
        for attributes in _outlines(site):
            etree.SubElement(folders[site.topic], "outline", {"text": site.publisher or site.name, **attributes})
    etree.indent(root)
    return etree.tostring(root, encoding="unicode", xml_declaration=False)


def _outlines(site: Any) -> list[dict[str, str]]:
    home = {"htmlUrl": site.home} if site.home else {}
    feeds = [{"type": "rss", "xmlUrl": feed, **home} for feed in site.feeds]
    return feeds or ([{"type": "link", **home}] if home else [])
