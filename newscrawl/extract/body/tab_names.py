"""Tab names: what stands on a tab is the heading of the panel that it shows."""

import re
from collections.abc import Iterator
from html import escape
from itertools import islice

from newscrawl.element import Element
from newscrawl.extract.body.blocks import LONGEST_LABEL, Block
from newscrawl.extract.body.disclosure_titles import targets
from newscrawl.extract.body.markup import HEADINGS
from newscrawl.extract.page.tree import is_longer, text_of

LEVELS, BEFORE, MOST_ELEMENTS = 3, 3, 120
"""Boxes around a panel beside which its tabs stand, elements before each, and elements of a list of tabs."""

FEWEST, MOST = 2, 20
"""Tabs of a list."""


def heading_of_panel(panel: Element) -> Block | None:
    """The heading of a panel that one of several tabs shows, as its tab names it; None where it has one itself."""
    if not _is_panel(panel) or (tab := _tab_of(panel)) is None:
        return None
    name = "" if is_longer(tab, LONGEST_LABEL) else text_of(tab)
    if not any(map(str.isalnum, name)) or _begins_with(panel, name) or not _tells(panel, name):
        return None
    return Block("heading", f"<h4>{escape(name, quote=False)}</h4>", name, tag="h4", level=4, stood=panel)


def _is_panel(element: Element) -> bool:
    return element.get("role") == "tabpanel" or not _PANES.isdisjoint((element.get("class") or "").split())


_PANES = frozenset({"tab-pane", "w-tab-pane", "tabbed-block"})
"""Panels of Bootstrap, Webflow and MkDocs, of which scripts or styles alone say what they are."""


def _tells(panel: Element, name: str) -> bool:
    """Whether a panel says more than its name, and more than links: lists of stories stand in tabs, too."""
    said, linked = len(text_of(panel)), sum(len(text_of(link)) for link in panel.iter("a"))
    return said > len(name) and 2 * linked < said


def _begins_with(panel: Element, name: str) -> bool:
    """Whether a panel begins with a heading, or says its name first."""
    first = next((e for e in islice(panel.iter(), MOST_ELEMENTS) if e is not panel and (e.text or "").strip()), None)
    return first is not None and (first.tag in HEADINGS or (first.text or "").strip() == name)


def _tab_of(panel: Element) -> Element | None:
    """The tab that names a panel, or that stands where the panel does among its own."""
    tabs = _tabs_before(panel)
    if not FEWEST <= len(tabs) <= MOST:
        return None
    named = next((tab for tab in tabs if _shows(tab, panel)), None)
    return _in_same_place(tabs, panel) if named is None and not any(map(_panels_of, tabs)) else named


def _in_same_place(tabs: list[Element], panel: Element) -> Element | None:
    """The tab that stands among all tabs where a panel stands among its own, where these are as many."""
    around = panel.getparent()
    panels = [] if around is None else list(filter(_is_panel, islice(around, MOST * 2)))
    return tabs[panels.index(panel)] if len(panels) == len(tabs) and panel in panels else None


def _tabs_before(panel: Element) -> list[Element]:
    """The tabs of the list that stands before a panel, or before a box around it and the others."""
    for box in (panel, *islice(panel.iterancestors(), LEVELS - 1)):
        for before in islice(box.itersiblings(preceding=True), BEFORE):
            if before.get("role") == "tab" or before.tag in HEADINGS:  # an accordion: what stands before it heads it
                return []
            if tabs := list(_tabs_in(before)):
                return tabs
    return []


def _tabs_in(box: Element) -> Iterator[Element]:
    """The tabs of a list: what is called a tab, else the links that lead to a panel each."""
    elements = list(islice(box.iter(), MOST_ELEMENTS))
    if not any(e.get("role") == "tablist" or _LISTS.search(e.get("class") or "") for e in elements[:10]):
        return
    tabs = [e for e in elements if e.get("role") == "tab"]
    yield from tabs or [e for e in elements if e.tag == "label" or (e.tag in ("a", "button") and _panels_of(e))]


_LISTS = re.compile(r"\bnav-tabs\b|\bw-tab-menu\b|\btabbed-labels\b")
"""Lists of tabs of the same three."""


def _panels_of(tab: Element) -> set[str]:
    """The ids of the panels that a tab says that it shows."""
    said = (tab.get("aria-controls"), tab.get("data-bs-target"), tab.get("data-target"), tab.get("data-w-tab"))
    return {name.lstrip("#") for name in said if name} | targets(tab)


def _shows(tab: Element, panel: Element) -> bool:
    """Whether a tab names a panel, or the panel the tab; a link in the tab may do so."""
    own, by = panel.get("id") or panel.get("data-w-tab"), (panel.get("aria-labelledby") or "").split()
    parts = list(islice(tab.iter(), 4))
    return any((own and own in _panels_of(e)) or (e.get("id") and e.get("id") in by) for e in parts)
