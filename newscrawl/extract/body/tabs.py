"""Tabs: parts of a page that its links show, in turn or on a click."""

from itertools import islice, takewhile

from newscrawl.element import Element
from newscrawl.extract.body.disclosure_titles import LARGEST_TITLE, targets

LEVELS = 3
"""Boxes around the link of a panel's title, of which the outermost stands before the panel."""


def leads_to_panel(link: Element) -> bool:
    """Whether a link leads to what stands right behind it, or behind a box of it alone: a click on it unfolds that."""
    if not (sought := targets(link)):
        return False
    boxes = takewhile(_holds_one_link, (link, *islice(link.iterancestors(), LEVELS)))
    behind = (after.get("id") for box in boxes if (after := box.getnext()) is not None)
    return not sought.isdisjoint(behind)


def _holds_one_link(box: Element) -> bool:
    tags = [element.tag for element in islice(box.iter(), LARGEST_TITLE + 1)]
    return len(tags) <= LARGEST_TITLE and tags.count("a") == 1


def holds_tabs(element: Element) -> bool:
    """Whether links of a box lead to parts of it alone, which are shown in turn: `<a href="#prices">`."""
    leads = {a.get("href") or "" for a in element.iter("a")}
    parts = {f"#{e.get('id')}" for e in element.iter("div", "section")} if leads else set()
    return len(leads) > 0 and leads <= parts


def holds_panel(element: Element) -> bool:
    """Whether a box holds what its tabs show."""
    return any(e.get("role") in ("tabpanel", "region") for e in element.iter("div", "section"))
