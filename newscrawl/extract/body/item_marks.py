"""Marks of items: one picture before item after item of a list, as ticks, crosses and arrows are drawn; and numbers.

They say that the items are items, and which, which the list says without them.
"""

from itertools import islice

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


MOST_ASKED = 10
"""Items of a list that are asked whether they are numbered."""


def are_numbered(items: Element) -> bool:
    """Whether the items of an <ol> begin with their numbers, which it shows without them: `<li><span>1</span>Rinse`."""
    rows = list(islice(items.iterchildren("li"), MOST_ASKED)) if items.tag == "ol" else []
    return len(rows) >= FEWEST and all(_number(row) == str(n) for n, row in enumerate(rows, 1))


def is_number(element: Element) -> bool:
    """Whether an element is the number that its item begins with."""
    item = element.getparent()
    return item is not None and element.getprevious() is None and _number(item) != ""


def _number(item: Element) -> str:
    """The number that an item has in an element of its own before what it says; "" where it has none."""
    first = next(item.iterchildren(), None)
    if first is None or next(first.iterchildren(), None) is not None or (item.text or "").strip():
        return ""
    if not first.tail and first.getnext() is None:
        return ""
    number = (first.text or "").strip().rstrip(".):").removeprefix("0")
    return number if number.isdecimal() else ""
