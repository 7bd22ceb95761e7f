"""What a date that a page shows is said to be, published or updated: by names, by labels, by the words before it."""

import re
from functools import cached_property, lru_cache
from itertools import islice
from typing import Literal

from newscrawl.element import Element
from newscrawl.extract.body.markup import HEADINGS
from newscrawl.extract.fields.name_kinds import is_person
from newscrawl.extract.fields.near import Near
from newscrawl.extract.page.tree import is_longer, text_of
from newscrawl.extract.vocabulary.matching import any_of
from newscrawl.extract.vocabulary.names import gives_role
from newscrawl.extract.vocabulary.phrases import Phrases

Kind = Literal["published", "updated", ""]
"""What a date is said to be; "" where nothing says it."""

# Characters of a line with dates, and of a label; longer ones are text.
LINE, LABEL = 160, 80

# Characters beside the date: "Published on … at … by". More is a sentence that mentions a date.
DATELINE_WORDS = 70

WORDS_LEADING = 5
"""Words that lead to a day which is another's."""

# Elements of a row of dates with their labels; columns of a table, of which some have dates.
LONGEST_ROW, MOST_COLUMNS = 9, 30

DIGIT = re.compile(r"\d|[〇一二三四五六七八九十元]年")
_SAYS_PUBLISHED = re.compile(
    r"publish(?!er)|pubdate|datepub|publication|posted|(?:entry|post)-date(?!__mod)|datecreated", re.IGNORECASE
)
_SAYS_UPDATED = re.compile(r"updat|modif|revised|edited|changed|aktualis", re.IGNORECASE)

_DAY_AND_YEAR = re.compile(r"\b\d{1,2}\b.{0,16}(?:19|20)\d\d|(?:19|20)\d\d.{0,16}\b\d{1,2}\b")

# A label behind one of these speaks of the date that follows: "12 May 2024, updated <b>13 May</b>".
_ENDS_PART = re.compile(r"[,;|•·–—-]\s*$")


class DateLabels:
    """What the labels and names of a page say of its dates. `near`: what stands around its headline."""

    def __init__(self, near: Near) -> None:
        self._near = near
        self._phrases = near.page.phrases
        self._published, self._updated, self._labels = _labels(self._phrases)

    def begins(self, text: str) -> bool:
        """Whether a text begins with a label."""
        return self._labels.match(text) is not None

    def pieces(self, line: str) -> list[tuple[Kind, str]]:
        """A line's parts, each with what its label says: "Published 11 May, updated 12 May" has two."""
        parts = self._labels.split(line) if self._phrases.dates.says_when(line) else [line]
        first, labels, behind = parts[0], parts[1::2], parts[2::2]
        if not labels:
            return [("", line)]
        is_second = sum(DIGIT.search(part) is not None for part in (first, *behind)) > 1
        kinds: list[Kind] = [self._kind_of_label(label, is_second=is_second) for label in labels]
        if DIGIT.search(first) and not DIGIT.search(behind[-1]) and not _ENDS_PART.search(first):
            bare, dated = _before_bracket(first)  # labels stand behind their dates
            return [("", bare), *zip(kinds, [dated, *behind], strict=False)]
        # Beside a change's day, the one before it that nothing says is the publication's.
        is_before_change = kinds[0] == "updated" and DIGIT.search(behind[0]) and _DAY_AND_YEAR.search(first)
        kind: Kind = "published" if is_before_change else ""
        return [(kind, first), *zip(kinds, behind, strict=True)]

    def _kind_of_label(self, label: str, *, is_second: bool) -> Kind:
        """What a label says. One of both kinds ("Stand", as of) is a change's where its date is a second one."""
        said = label.lower()
        return "updated" if said in self._updated and (is_second or said not in self._published) else "published"

    def kind(self, element: Element) -> Kind:
        """What an element's names say that its date is, else the words before it, else its parent's names."""
        before = self._kind_before(element)
        return kind_of_names(element, alone=bool(before)) or before

    def says_other(self, element: Element) -> bool:
        """Whether a label before an element says of its date neither: "Event date:"."""
        return _text_before(element).endswith((":", "：")) and not self.kind(element)

    def is_of_another(self, element: Element, piece: str) -> bool:
        """Whether what stands before a date that nothing says to be the article's says that it is none of its."""
        dates = self._phrases.dates
        if dates.is_of_another(dates.before_date(piece)) or dates.goes_on(piece) or self.is_led_elsewhere(element):
            return True
        before = element.getprevious()
        is_label = before is not None and text_of(before).endswith((":", "："))
        is_label = is_label or _is_term(element) or (before is not None and _heads(before))
        label = _text_before(element).rstrip(" :：") if is_label else ""
        is_of_another = 0 < len(label) <= LABEL and dates.is_of_another(f"{label}:")
        return is_of_another and not self._is_section(label)

    def is_led_elsewhere(self, element: Element) -> bool:
        """Whether the words of its line before an element lead to another day: "Offer ends <time>5 May</time>"."""
        before, parent = element.getprevious(), element.getparent()
        words = (before.tail if before is not None else parent.text if parent is not None else "") or ""
        is_label = len(words.split()) <= WORDS_LEADING and (parent is None or parent.tag not in HEADINGS)
        return is_label and self._phrases.dates.is_of_another(words)

    def _is_section(self, label: str) -> bool:
        """Whether a link of the page is called like a label: "Sport: 5 May 2026"."""
        return label.lower() in self._links

    @cached_property
    def _links(self) -> frozenset[str]:
        """What the page's short links are called, in lower case."""
        links = (link for link in self._near.page.tree.iter("a") if not is_longer(link, LABEL))
        return frozenset(text_of(link).lower() for link in links)

    def kind_inside(self, element: Element) -> Kind:
        """What a label in an element's own text says that its date is; nothing where another date stands before it."""
        text = self._near.text(element)
        if len(text) >= LINE:
            return ""
        (_, before), *labelled = self.pieces(text)
        is_second = labelled and DIGIT.search(before) and DIGIT.search(labelled[-1][1])
        return "" if not labelled or is_second else labelled[-1][0]

    def says(self, element: Element) -> Kind:
        """What the words in an element or before it say that its date is."""
        return self.kind_inside(element) or self._kind_before(element)

    def _kind_behind(self, element: Element) -> Kind:
        """What the label behind an element says of its date, where labels stand behind the dates of its row."""
        behind, row = element.getnext(), element.getparent()
        if behind is None or row is None or (element.tail or "").strip() or len(row) > LONGEST_ROW:
            return ""
        label = self._labels.fullmatch(text_of(behind)) if not len(behind) else None
        if label is None or self._labels.fullmatch(text_of(row[0])) or not self._labels.fullmatch(text_of(row[-1])):
            return ""
        return self._kind_of_label(label[0], is_second=element.getprevious() is not None)

    def _kind_before(self, element: Element) -> Kind:
        if behind := self._kind_behind(element):
            return behind
        before = _text_before(element)[-LABEL:]
        parts = self._labels.split(before) if self._phrases.dates.says_when(before) else [before]
        is_label = len(parts) > 1 and not DIGIT.search(parts[-1])
        is_second = any(map(DIGIT.search, parts))
        return self._kind_of_label(parts[-2], is_second=is_second) if is_label else self._kind_of_hint(element)

    def _kind_of_hint(self, element: Element) -> Kind:
        """What the hint says that a reader gets at the date, or at the sign before it: title="Updated 12 May"."""
        before = element.getprevious()
        sign = [before] if before is not None and not text_of(before) else []
        for hinted in (element, *sign, *islice(element.iterancestors(), 1)):
            hint = (hinted.get("title") or "").strip()
            label = self._labels.match(hint) if 0 < len(hint) <= LABEL else None
            if label is not None and len(text_of(hinted)) <= DATELINE_WORDS:
                return self._kind_of_label(label[0], is_second=False)
        return ""


def _before_bracket(text: str) -> tuple[str, str]:
    """A text's part before its last bracket, where that holds a number, and the rest: "14 May 9:00 (15 May"."""
    start = max(text.rfind("("), text.rfind("（"))
    return (text[:start], text[start + 1 :]) if start > 0 and DIGIT.search(text[start:]) else ("", text)


@lru_cache(maxsize=64)
def _labels(phrases: Phrases) -> tuple[frozenset[str], frozenset[str], re.Pattern[str]]:
    """The labels of publication, those of changes, and both as one pattern."""
    updated, published = phrases.lexicon.words("updated"), phrases.lexicon.words("published")
    pattern = any_of(dict.fromkeys((*published, *sorted(set(updated)))))
    return frozenset(published), frozenset(updated), re.compile(f"({pattern})", re.IGNORECASE)


def kind_of_names(element: Element, *, alone: bool = False) -> Kind:
    """What the names of an element say, else those of a parent that holds nothing else, unless it is asked alone.

    A post that never changed is called both: published.
    """
    parent = element.getparent()
    for box in [element] if parent is None or alone else [element, parent]:
        names = " ".join(filter(None, map(box.get, ("class", "id", "itemprop"))))
        kind = _kind_of(names)
        if kind:
            is_alone = box is element or len(text_of(box)) <= DATELINE_WORDS
            return "" if not is_alone or (kind == "updated" and gives_role(names, "page furniture")) else kind
    return ""


def _kind_of(names: str) -> Kind:
    """What names say of a date. The microformat hAtom calls a post's only date "updated"; a class says both then."""
    if _SAYS_PUBLISHED.search(names):
        return "published"
    return "updated" if _SAYS_UPDATED.search(names) else ""


def _is_term(value: Element) -> bool:
    """Whether an element is the value of a term: "<dt>When</dt><dd>5 May 2026</dd>"."""
    before = value.getprevious()
    return before is not None and (value.tag, before.tag) in _TERMS


_TERMS = frozenset({("dd", "dt"), ("td", "th")})


def _heads(before: Element) -> bool:
    """Whether what stands before a date is a subhead of a word or two, "Deadline", and not who wrote it, "Jane Doe"."""
    is_subhead = before.tag in _SUBHEADS and 0 < len(text_of(before).split()) <= WORDS_OF_SUBHEAD
    return is_subhead and not is_person(text_of(before))


WORDS_OF_SUBHEAD = 2
_SUBHEADS = frozenset({"h3", "h4", "h5", "h6"})


def _column_label(cell: Element) -> str:
    """What heads the column of a cell, where the row above it is one of headings."""
    row = cell.getparent()
    above = None if cell.tag != "td" or row is None else row.getprevious()
    if row is None or above is None:
        return ""
    cells, heads = (list(islice(each, MOST_COLUMNS + 1)) for each in (row, above))
    if len(cells) > MOST_COLUMNS or len(heads) != len(cells) or any(head.tag != "th" for head in heads):
        return ""
    return text_of(heads[cells.index(cell)])


def _text_before(element: Element) -> str:
    """The words directly before an element: in its parent, or before a parent that begins with it."""
    at: Element | None = element
    if label := _column_label(element):
        return label
    for _ in range(3):
        if at is None or (parent := at.getparent()) is None:
            return ""
        before = at.getprevious()
        text = (parent.text or "") if before is None else (before.tail or "").strip() or text_of(before)
        if text.strip() or (before is not None and before.tag not in _SIGNS):
            return text.strip()
        at = parent
    return ""


_SIGNS = frozenset({"svg", "img", "i"})
"""A sign between a label and its date, as of a calendar."""
