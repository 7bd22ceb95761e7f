"""Whether a line that a page shows may be one that says when: a dateline, not a sentence that mentions a day."""

import re
from itertools import chain

from newscrawl.element import Element
from newscrawl.extract.fields.date_labels import DATELINE_WORDS, DIGIT, LINE
from newscrawl.extract.page.tree import has_more, text_of
from newscrawl.text.scripts import IN_CJK

PARTS = 9
"""Elements inside a line, with itself; boxes hold more."""

LINE_LETTERS = 32
"""Letters of a line that nothing marks as a dateline, Chinese ones counted twice: "Brenholm, Monday 5 May 2024"."""

CAPTION_WORDS = 5
"""Words of a line behind a picture above which it tells of the picture: "By Jo Hill, 5 May 2024" has four."""

BADGE = (3, 5)
"""Parts of a day that is shown as on a calendar's sheet."""

LONGEST_PART = 12
"""Characters of such a part."""

_YEAR = re.compile(r"(?:19|20)\d\d")
_NO_LETTERS = re.compile(r"[\W\d_]+")

_DAYS = re.compile(r"\d[./]\d{1,2}\s?[-–~〜]\s?\d{1,2}(?![\d./]|:\d)")
"""Several days, "2026/4/22-23": those of what the article tells of."""


def has_few_parts(element: Element) -> bool:
    """Whether an element has no more elements in it than a line has."""
    return not has_more(element, PARTS)


def own_line(element: Element) -> str:
    """The text that stands in an element itself, with the labels in it where it has several."""
    if not len(element):
        return (element.text or "").strip()
    labels = list(map(_label, element))
    tails = [child.tail for child in element]
    are_several = sum(map(bool, labels)) > 1
    inside = chain.from_iterable(zip(labels, tails, strict=True)) if are_several else tails
    return " ".join(filter(None, [element.text, *inside])).strip()


def _label(element: Element) -> str:
    """The text of an element that is a label by its colon, or by the number behind it."""
    text = (element.text or "").rstrip() if element.tag in _LABELS and not len(element) else ""
    is_label = text.endswith((":", "：")) or (len(text) <= LONGEST_PART and (element.tail or "").lstrip()[:1].isdigit())
    return text if is_label and not DIGIT.search(text) else ""


_LABELS = frozenset({"b", "strong", "span", "em", "i"})


def badge(element: Element) -> str:
    """The words of an element that shows a day in parts, one below the other: "<i>14</i><i>May</i><i>2024</i>"."""
    if not BADGE[0] <= len(element) <= BADGE[1] or any(map(len, element)):
        return ""
    parts = [(part.text or "").strip() for part in element]
    return " ".join(parts) if max(map(len, parts)) <= LONGEST_PART and any(map(_YEAR.fullmatch, parts)) else ""


def may_be_dates(line: str) -> bool:
    """Whether a line is as long as those with dates, and has a number."""
    return 6 <= len(line) <= LINE and DIGIT.search(line) is not None


def is_dateline(piece: str) -> bool:
    """Whether a piece of a line is as short as a date with few words beside it, and has a number."""
    piece = " ".join(map(str.strip, piece.strip().splitlines()))  # without the source's indentation
    is_number = len(piece) > 8 and piece.isdigit()  # a telephone's, an id
    return 6 <= len(piece) <= DATELINE_WORDS and DIGIT.search(piece) is not None and not is_number


def is_short(piece: str) -> bool:
    """Whether a date on a line that no element marks has few words beside it, and is a day, not some."""
    return _DAYS.search(piece) is None and sum(map(str.isalpha, piece)) + len(IN_CJK.findall(piece)) <= LINE_LETTERS


def is_span(line: str) -> bool:
    """Whether a line is two days and a dash: a life's, an exhibition's, "June 12-14, 2026"."""
    return _SPAN.search(line) is not None


_SPAN = re.compile(
    r"(?:19|20)\d\d\s?[-–—]\s?[^|•·:]{3,24}(?:19|20)\d\d\W*$"
    r"|(?<!\d)\d{1,2}\.?\s?[-–—]\s?\d{1,2}(?:\.?\s[^\W\d]{3,12})?,?\s(?:19|20)\d\d\b"
)


def is_below_picture(element: Element, line: str) -> bool:
    """Whether a line with words of its own stands directly behind a picture: it tells when that was taken."""
    before = element.getprevious()
    if before is None or next(before.iter("img", "picture", "video"), None) is None:
        return False
    return not text_of(before) and len(_NO_LETTERS.sub(" ", line).split()) > CAPTION_WORDS
