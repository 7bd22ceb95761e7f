"""RSS and Atom -> links."""

from lxml import etree

from newscrawl.discover.link import Link


def read_feed(xml: bytes, url: str) -> list[Link]:
    """The entries of an RSS or Atom feed, in its order; broken XML gives what could be read."""
    parser = etree.XMLParser(recover=True, resolve_entities=False, no_network=True)
    root = etree.fromstring(xml, parser)
    if root is None:
        return []
    return [Link(url=link) for item in root.iter("{*}item", "{*}entry") if (link := _address(item))]


def _address(item: etree._Element) -> str:
    for link in item.iter("{*}link"):
        if address := (link.get("href") or link.text or "").strip():
            return address
    return ""
