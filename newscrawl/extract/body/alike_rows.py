"""Rows of a list that a page makes of boxes: prices, results, the steps of a recipe, an answer's questions."""

import re
from itertools import islice

from newscrawl.element import Element
from newscrawl.extract.body.blocks import Block
from newscrawl.extract.page.tree import is_alike, is_longer, string

ROWS, ROW_LEVELS = 3, 3
"""Boxes that are alike, and boxes from a line up to the row that it stands in: the line itself, a column, a card."""

_CONTROLS = frozenset({"a", "button", "input", "select", "form", "svg"})
"""What a row of links or of a tool's buttons holds, and one of a list does not."""

LONGEST_ROW, LARGEST_ROW = 400, 40
"""Characters and elements of a row; what is larger lays out the page."""


def rows_around(line: Block) -> list[str]:
    """What three boxes side by side say that are alike, of which a line stands in one; none where there are no such.

    Each has words of its own, and nothing to follow or press.
    """
    if line.stood is None or line.linked:
        return []
    boxes = (line.stood, *islice(line.stood.iterancestors(), ROW_LEVELS - 1))
    return next(filter(None, map(_three, boxes)), [])


def holds_rows(box: Element) -> bool:
    """Whether a box is rows of two columns or more that say shares: the results of a poll, no counts of readers."""
    first = next(box.iterchildren(), None)
    return first is not None and len(first) > 1 and any(map(_SHARE.search, _three(first)))


def marks_row(box: Element) -> bool:
    """Whether a box is the day or year of a row, and the rows beside it have theirs: a chronology of boxes."""
    said = "" if is_longer(box, LONGEST_MARK) else _words(box)
    if not _DIGIT.search(said) or ":" in said:  # a time of day, as posts and comments have
        return False
    rows = next(filter(None, map(_three, islice(box.iterancestors(), ROW_LEVELS))), [])
    return rows != [] and all(len(row) > 2 * len(said) and _DIGIT.search(row) for row in rows)


LONGEST_MARK = 30
"""Characters of a day, with its weekday."""

_DIGIT = re.compile(r"\d")
_SHARE = re.compile(r"[%٪％]")


def _three(box: Element) -> list[str]:
    """What a box and two beside it say, before it or behind it."""
    first = box
    for before in islice(box.itersiblings(preceding=True), ROWS - 1):
        if not is_alike(before, box):
            break
        first = before
    rows = (first, *islice(first.itersiblings(), ROWS - 1))
    said = [_words(row) for row in rows if is_alike(row, box)]
    return said if len(said) == ROWS and "" not in said and len(set(said)) > 1 else []


def _words(row: Element) -> str:
    """What a row says; "" where it is large, or something in it is to be followed or pressed."""
    tags = [element.tag for element in islice(row.iter(), LARGEST_ROW + 1)]
    is_small = len(tags) <= LARGEST_ROW and not is_longer(row, LONGEST_ROW)
    return string(row).strip() if is_small and _CONTROLS.isdisjoint(tags) else ""
