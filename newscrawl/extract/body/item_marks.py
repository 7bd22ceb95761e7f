"""Marks of items: one picture before item after item of a list, as ticks, crosses and arrows are drawn.

They say that the items are items, which the list says without them.
"""

from newscrawl.element import Element
from newscrawl.extract.body.image_sources import best_address
from newscrawl.extract.page.tree import string

FEWEST = 2
"""Items from which a picture that each of them has is their mark; and for each picture, where a list has several."""

LONGEST = 300
"""Characters of an item; one that says more beside a picture that others have is a comment, by who has no portrait."""


def has_marks(items: Element) -> bool:
    """Whether each item of a list says something beside a picture that others of it have, too."""
    if items.tag not in ("ul", "ol"):
        return False
    rows = [row for row in items if row.tag == "li"]
    if len(rows) < FEWEST or next(items.iter("picture", "figure", "noscript", "iframe", "video"), None) is not None:
        return False
    marks: set[str] = set()
    for row in rows:
        found = {best_address(img) for img in row.iter("img")}
        if len(found) != 1 or "" in found or not 0 < len(string(row).strip()) <= LONGEST:
            return False
        marks |= found
    return FEWEST * len(marks) <= len(rows)
