"""Streamed: parts of a page that its server sent late, put where a script of the page puts them.

React sends a page in one answer but out of order: a <template id="B:1"> keeps the place, and further down stands
<div hidden id="S:1"> with what belongs there. Pages made with Next.js are built so.
"""

from lxml import etree

MARK = b'id="S:'
"""Stands in the bytes of every page that has such parts."""

_PARTS = etree.XPath('descendant::div[@hidden][starts-with(@id, "S:")]')
_PLACES = etree.XPath('descendant::template[starts-with(@id, "B:") or starts-with(@id, "P:")]')


def put_in_place(tree: etree._Element) -> None:
    """Move each late part to its place; parts without one stay where they are."""
    places = {place.get("id", "")[2:]: place for place in _PLACES(tree)}
    for part in _PARTS(tree):
        place = places.get(part.get("id", "")[2:])
        around = None if place is None else place.getparent()
        if place is None or around is None or part in place.iterancestors():
            continue
        _cut_out(part)
        del part.attrib["hidden"]
        part.tail = place.tail
        around.replace(place, part)


def _cut_out(part: etree._Element) -> None:
    """Take an element away and leave the text behind it."""
    part.tail = None
