"""Streaming: parts of a page that the server sent late are put where the page's own script would put them.

React sends a page in one answer but out of order: a <template id="B:1"> keeps the place, and further down stands
<div hidden id="S:1"> with what belongs there. Pages made with Next.js are built so. Others keep the text of a
component in a <template shadowrootmode>, which browsers show in its place.
"""

from newscrawl.element import Element

_SHADOWS = frozenset({"shadowrootmode", "shadowroot"})


def put_in_place(tree: Element) -> None:
    """Move each late part, and what a component shows, to its place; parts without one stay where they are."""
    templates = list(tree.iter("template"))
    for shadow in _shadows(templates):
        _show(shadow)
    places = {name[2:]: e for e in templates if (name := e.get("id") or "").startswith(("B:", "P:"))}
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


def _shadows(templates: list[Element]) -> list[Element]:
    """The first such template of each component: browsers pass the others by."""
    found: dict[Element | None, Element] = {}
    for template in templates:
        if not _SHADOWS.isdisjoint(template.keys()):
            found.setdefault(template.getparent(), template)
    return list(found.values())


def _show(shadow: Element) -> None:
    """Show the paragraphs that browsers draw for a component, and in their slot what stands in it."""
    host, slot = shadow.getparent(), next((e for e in shadow.iter("slot") if not e.get("name")), None)
    if host is None or next(shadow.iter("p"), None) is None:
        return
    shadow.tag = "div"
    if slot is not None:
        slot.text, shadow.tail = f"{slot.text or ''}{shadow.tail or ''}", None
        slot.extend(shadow.itersiblings())
