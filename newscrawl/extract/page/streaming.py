"""Streaming: parts of a page that the server sent late are put where the page's own script would put them.

React sends a page in one answer but out of order: a <template id="B:1"> keeps the place, and further down stands
<div hidden id="S:1"> with what belongs there. Pages made with Next.js are built so.
"""

from newscrawl.element import Element


def put_in_place(tree: Element) -> None:
    """Move each late part to its place; parts without one stay where they are."""
    places = {name[2:]: e for e in tree.iter("template") if (name := e.get("id") or "").startswith(("B:", "P:"))}
    if not places:
        return
    parts = [e for e in tree.iter("div") if (e.get("id") or "").startswith("S:") and e.get("hidden") is not None]
    for part in parts:
        place = places.pop((part.get("id") or "")[2:], None)
        around = None if place is None else place.getparent()
        if place is not None and around is not None and part not in place.iterancestors():
            del part.attrib["hidden"]
            part.tail = place.tail
            around.replace(place, part)
