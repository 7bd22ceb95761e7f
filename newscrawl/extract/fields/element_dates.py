"""The dates that one element of a page holds: as a <time>, as a line, behind it, in the data for a script."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from newscrawl.element import Element
from newscrawl.extract.body.text_map import length_of
from newscrawl.extract.fields.date_labels import DIGIT, LABEL, DateLabels, Kind
from newscrawl.extract.fields.date_lines import (
    badge,
    is_below_picture,
    is_dateline,
    is_short,
    is_span,
    may_be_dates,
    own_line,
)
from newscrawl.extract.fields.near import Near
from newscrawl.extract.fields.other_stories import OtherStories
from newscrawl.extract.page.tree import text_of

_FULL_DATE = re.compile(r"1\d{9}(?:\d{3})?|(?:19|20)\d\d-\d\d-\d\d(?:[T ]\d\d:\d\d\S*)?")
_DATE_DATA, _UPDATE_DATA = re.compile(r"date|time|publi"), re.compile(r"updat|modif|edit")
_STOPS = (".", "!", "?", "。", "।", "؟", "”", "»")
_BREAKS = frozenset("br hr img div p table ul ol section figure h1 h2 h3 h4 h5 h6".split())


@dataclass(frozen=True, slots=True)
class Written:
    """A date as the page writes it, where, and what it is said to be."""

    text: str
    source: str
    kind: Kind = ""
    is_named: bool = False
    """Whether only a name of its element says of what kind it is."""


class ElementDates:
    """The dates that elements hold which are not another story's. `near`: what stands around the page's headline."""

    def __init__(self, near: Near) -> None:
        self.near = near
        self.labels = DateLabels(near)
        self.others = OtherStories(near)
        self._is_date = near.page.phrases.dates.is_date

    def of_time(self, element: Element) -> Iterator[Written]:
        """The dates of an element made for them: in its attributes and its text."""
        if not self.others.hold(element) and not self.is_in_sentence(element):
            inside = self.labels.kind_inside(element)
            kind = inside or self.labels.kind(element)
            if not kind and self.labels.is_led_elsewhere(element):
                return
            is_named = not self.labels.says(element)
            name = "time" if element.tag == "time" else f"{element.tag} title"
            values = [element.get("datetime"), element.get("content"), element.get("title"), text_of(element)]
            # Where the words say "published", systems write another date into the attribute.
            for value in reversed(values) if inside == "published" else values:
                if value and DIGIT.search(value):
                    yield Written(value, name, kind, is_named)

    def of_line(self, element: Element) -> Iterator[Written]:
        """The dates of a line, each with what its label says."""
        line = own_line(element) or badge(element)
        pieces = [p for p in self.labels.pieces(line) if is_dateline(p[1])] if may_be_dates(line) else []
        if not pieces:
            return
        is_days = is_span(line) and not any(kind for kind, _ in pieces)
        if is_days or self.others.hold(element) or self.is_in_sentence(element):
            return
        if not is_below_picture(element, line):
            for kind, piece in pieces:
                is_named = not kind and not self.labels.says(element)
                said = kind or self.labels.kind(element)
                if said or not self.labels.is_of_another(element, piece):
                    yield Written(piece, f"text of <{element.tag}>", said, is_named)

    def of_line_behind(self, element: Element) -> Iterator[Written]:
        """A date on a line of its own that is in no element: "<br>22 November 2026<br>"."""
        line = (element.tail or "").strip()
        if may_be_dates(line) and all(e is None or e.tag in _BREAKS for e in (element, element.getnext())):
            for kind, piece in self.labels.pieces(line):
                if is_dateline(piece) and is_short(piece) and not self.others.hold(element):
                    yield Written(piece, f"text behind <{element.tag}>", kind)

    def of_data(self, element: Element) -> Iterator[Written]:
        """A date that a script writes into the page: data-timestamp="1714640100"; what "2 hours ago" is short for."""
        title = element.get("title") or ""
        if may_be_dates(title) and not is_made_for_dates(element) and self._is_date(title):
            yield from self.of_time(element)
        data = [(name, str(value)) for key, value in element.items() if (name := str(key)).startswith("data-")]
        for name, value in data:
            if _FULL_DATE.fullmatch(value) and _DATE_DATA.search(name) and not self.others.hold(element):
                yield Written(value, f"{element.tag} {name}", "updated" if _UPDATE_DATA.search(name) else "")

    def is_in_sentence(self, element: Element) -> bool:
        """Whether an element is a word of a paragraph: of what the article tells."""
        around = element.getparent()
        if around is None or around.tag != "p" or not (around.text or "").strip() or not (element.tail or "").strip():
            return False
        text = self.near.text(around)
        return length_of(text) >= LABEL and text.endswith(_STOPS)


def is_made_for_dates(element: Element) -> bool:
    """Whether an element is one for dates: <time>, <abbr> with a title, <relative-time>."""
    tag = element.tag
    is_for_them = tag == "time" or (tag == "abbr" and bool(element.get("title")))
    return is_for_them or ("-" in tag and "time" in tag and bool(element.get("datetime")))
