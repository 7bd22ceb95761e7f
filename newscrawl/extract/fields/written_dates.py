"""Dates that a page shows its readers: near the article's headline or, where they say what they are, below its text."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import chain, filterfalse, islice, takewhile

from lxml import etree

from newscrawl.extract.fields.date_labels import DATELINE_WORDS, DIGIT, LABEL, LINE, DateLabels, Kind, kind_of_names
from newscrawl.extract.fields.near import LONGEST_CARD, Near
from newscrawl.extract.fields.other_stories import OtherStories, is_headline
from newscrawl.extract.page.links import leads_here
from newscrawl.extract.page.page import following, preceding, string, text_of
from newscrawl.extract.vocabulary.boilerplate import SILENT_TAGS
from newscrawl.extract.vocabulary.names import roles, roles_of
from newscrawl.text.plain import plain
from newscrawl.text.scripts import IN_CJK

# A page's many <time> elements belong to its teasers; the article's own stands among the first after the headline, and
# a dateline within a few elements of it, seldom above it. Farther on they must say what they are.
NEAR_AFTER, NEAR_BEFORE, TIMES_READ = 60, 30, 3
FAR_AFTER, FAR_BEFORE = 3000, 200

# Characters of the first paragraphs: behind them dates are what the article tells of; a standfirst is shorter.
PARAGRAPHS = 400

# Elements inside a line, with itself, and characters with the spaces of the source; boxes hold more.
PARTS, WIDEST = 9, 1000

# Letters of a line that nothing marks as a dateline, Chinese ones counted twice: "Brenholm, Monday 5 September 2024".
LINE_LETTERS = 32

# Words of a line behind a picture above which it tells of the picture: "By Jo Hill, 5 May 2024" has four.
CAPTION_WORDS = 5

# Parts of a day that is shown as on a calendar's sheet, and characters of one.
BADGE, LONGEST_PART = (3, 5), 12

# Boxes around a link on a card to the page itself.
LEVELS_OF_CARD = 3

_YEAR = re.compile(r"(?:19|20)\d\d")
_NO_LETTERS = re.compile(r"[\W\d_]+")

_FULL_DATE = re.compile(r"1\d{9}(?:\d{3})?|(?:19|20)\d\d-\d\d-\d\d(?:[T ]\d\d:\d\d\S*)?")
_DATE_DATA, _UPDATE_DATA = re.compile(r"date|time|publi"), re.compile(r"updat|modif|edit")

_LINES = frozenset({"p", "div", "span", "li", "em", "i", "small", "dd", "td"})
_FOR_DATES = ("time", "abbr")
_CELLS = frozenset({"td", "dd", "li"})
"""Below the first paragraph they tell what happens when."""

_STOPS = (".", "!", "?", "。", "।", "؟", "”", "»")
_BREAKS = frozenset("br hr img div p table ul ol section figure h1 h2 h3 h4 h5 h6".split())

# Several days, "2026/4/22-23": those of what the article tells of.
_DAYS = re.compile(r"\d[./]\d{1,2}\s?[-–~〜]\s?\d{1,2}(?![\d./]|:\d)")

_SIGNED = frozenset({"div", "span", "small", "li", "p"})

# "BRENHOLM, Dec 20, 2025 (BSS) - The pier …", "(20.12.2025) The pier …"
_DATELINE = re.compile(
    r"(?<!\S)[^\W\d_a-z][^\W\d_]{1,30}, (\w{3,9}\.? \d{1,2},? (?:19|20)\d\d) ?"
    r"(?:\(\w[^()]{1,30}\)|/\w[^/]{1,30}/) ?[-–—]"
    r"|^(?:\w[\w .-]{1,30}, )?(?:\((?=.{8,10}\)))?(\d{1,2}\.\d{1,2}\.(?:19|20)\d\d)"
    r"(?:\)[.:]?|:|,? [-–—|]|(?= [„“\"«»])) ?(?=\W?\w)"
)


@dataclass(frozen=True, slots=True)
class Written:
    """A date as the page writes it, where, and what it is said to be."""

    text: str
    source: str
    kind: Kind = ""
    is_named: bool = False
    """Whether only a name of its element says of what kind it is."""


class WrittenDates:
    """The dates that a page shows. `near`: its headline."""

    def __init__(self, near: Near) -> None:
        self.page = near.page
        self.headline = near.headline
        self._at_headline = near
        self._labels = DateLabels(near)
        self._others = OtherStories(near)

    def beside(self) -> Iterator[Written]:
        """Those that stand beside the headline, from it outwards: first those in elements made for them.

        Behind the first paragraph stand cards of other stories too: what is above it goes before an element there that
        says nothing. Last those behind a label that says neither: "Event date:".
        """
        near = self._near
        made = [e for e in near if _is_made_for_dates(e)][:TIMES_READ]
        others = [e for e in made if self._labels.says_other(e)]
        below = self._below_text
        times = [(e in below, found) for e in made if e not in others for found in self._of_time(e)]
        may_say = (e for e in near if e not in others and not (e in below and e.tag in _CELLS))
        lines = [(e in below, found) for e in may_say for found in self._of_line(e)]
        placed = [(is_below and found.kind != "published", found) for is_below, found in times]
        yield from sorted((t for is_last, t in placed if not is_last), key=_says_nothing)
        yield from sorted((line for is_below, line in lines if not is_below), key=_says_nothing)
        yield from (t for is_last, t in placed if is_last)
        yield from sorted((line for is_below, line in lines if is_below), key=_says_nothing)
        yield from chain.from_iterable(map(self._of_time, others))
        for element in near if self.headline is None else [self.headline, *near]:
            yield from self._of_line_behind(element)
            yield from self._of_data(element)

    def farther(self) -> Iterator[Written]:
        """Those said to be the article's, wherever they stand: "Published on 22 April 2024" below its text."""
        if self.headline is None:
            yield from self._of_dateline()
            return
        below = islice(following(self.headline, *_FOR_DATES, *_LINES), FAR_AFTER)
        for element in chain(below, islice(preceding(self.headline), FAR_BEFORE)):
            yield from self._of_far(element)
        yield from self._of_dateline()
        yield from self._of_own_card()

    def alone(self) -> Iterator[Written]:
        """Lines behind the headline, in a box that holds both, that are dates and nothing else, and no change's."""
        behind = () if self.headline is None else islice(following(self.headline, *_FOR_DATES, *_LINES), FAR_AFTER)
        for element in behind:
            line = _own_line(element)
            if _may_be_dates(line) and self.page.phrases.dates.is_date(line) and self._is_article_s(element):
                if self._labels.says(element) != "updated":
                    yield Written(line, f"text of <{element.tag}>")

    def _is_article_s(self, element: etree._Element) -> bool:
        """Whether an element stands in a box of the headline's that is not the whole page, and in none of others."""
        box = next(box for box in element.iterancestors() if box in self._at_headline.around)
        if box.tag in ("body", "html") or self._others.hold(element) or self._is_in_sentence(element):
            return False
        return not self._at_headline.is_of_others(element)

    def _of_far(self, element: etree._Element) -> Iterator[Written]:
        if element.tag in _FOR_DATES:
            if _is_made_for_dates(element) and _has_few_parts(element):
                yield from (found for found in self._of_time(element) if found.kind)
        elif element.tag in _LINES and len(element) < PARTS and _may_be_dates(_own_line(element)):
            if self._begins_with_label(element):
                yield from (found for found in self._of_line(element) if found.kind)
            elif element.tag in _SIGNED and (signed := list(self._of_signed(element))):
                yield from signed if not self._others.hold(element) else ()

    def _of_signed(self, element: etree._Element) -> Iterator[Written]:
        """The date of a line that says who wrote it then: "By Jo on 5 May 2024", "On 5 May 2024 by <a>Jo</a>"."""
        own, whole = (element.text or "").strip(), string(element)
        phrases = self.page.phrases
        if element.tag != "p" and _is_dateline(own) and phrases.bylines.ends_in_by(own):
            yield Written(own, f"text of <{element.tag}>", "published")
        elif len(whole) <= WIDEST and _is_dateline(line := plain(whole)) and self._is_signed(element, line):
            yield Written(line, f"text of <{element.tag}>", "published")

    def _is_signed(self, element: etree._Element, line: str) -> bool:
        """Whether an element says who wrote it, and nothing in it that its date is a change's."""
        if not self.page.phrases.bylines.says_by(line) or "updated" in (kind for kind, _ in self._labels.pieces(line)):
            return False
        return all(kind_of_names(inside) != "updated" for inside in element.iter())

    def _of_dateline(self) -> Iterator[Written]:
        """The date with which the text or its description begins: "BRENHOLM, Dec 20, 2025 (BSS) - The pier …"."""
        below = islice(following(self.headline), NEAR_AFTER) if self.headline is not None else ()
        paragraphs = (text_of(e) for e in below if e.tag == "p")
        first = next((text for text in paragraphs if len(text) >= LABEL), "")
        for text in (self.page.meta("og:description", "description"), first):
            if match := _DATELINE.search(text[:LINE]):
                yield Written(match[1] or match[2], "the text's dateline", "published")

    def _of_own_card(self) -> Iterator[Written]:
        """The date on a card that leads to this very page: in a list of the latest articles."""
        for link in self.page.tree.iter("a"):
            if leads_here(self.page, link) and is_headline(link):
                nearest = islice(link.iterancestors(), LEVELS_OF_CARD)
                boxes = takewhile(lambda box: len(text_of(box)) < LONGEST_CARD, nearest)
                inside = (e for box in boxes if not self._others.is_card(box) for e in box.iter())
                lines = filter(_is_dateline, map(text_of, inside))
                dates = filter(self.page.phrases.dates.is_date, lines)
                yield from (Written(text, "a card of the page", "published") for text in dates)

    @cached_property
    def _near(self) -> list[etree._Element]:
        if self.headline is None:
            near: Iterable[etree._Element] = islice(self.page.tree.iter("time"), 1)
        else:
            above_text = takewhile(_AboveText(self._at_headline), self._at_headline.after)
            before = self._at_headline.before
            near = filterfalse(_is_of_today, before[:NEAR_BEFORE])
            near = chain(islice(above_text, NEAR_AFTER), near)
            near = chain(near, filter(_is_date_by_name, before[NEAR_BEFORE : 2 * NEAR_BEFORE]))
        inside = [] if self.headline is None else filter(self._is_date_inside, self.headline.iterdescendants())
        return [e for e in chain(inside, near) if isinstance(e.tag, str) and e.tag not in SILENT_TAGS]

    @cached_property
    def _below_text(self) -> frozenset[etree._Element]:
        """The elements behind the first paragraph."""
        after = self._at_headline.after
        first = next((n for n, e in enumerate(after) if e.tag == "p" and len(self._at_headline.text(e)) >= LABEL), -1)
        return frozenset(after[first + 1 :] if first >= 0 else ())

    def _is_date_inside(self, element: etree._Element) -> bool:
        """Whether an element of the headline is a date: by its names, or because it says nothing else."""
        return _is_date_by_name(element) or self.page.phrases.dates.is_date(self._at_headline.text(element))

    def _of_time(self, element: etree._Element) -> Iterator[Written]:
        if not self._others.hold(element) and not self._is_in_sentence(element):
            inside = self._labels.kind_inside(element)
            kind = inside or self._labels.kind(element)
            is_named = not self._labels.says(element)
            name = "time" if element.tag == "time" else f"{element.tag} title"
            values = [element.get("datetime"), element.get("content"), element.get("title"), text_of(element)]
            # Where the words say "published", systems write another date into the attribute.
            for value in reversed(values) if inside == "published" else values:
                if value and DIGIT.search(value):
                    yield Written(value, name, kind, is_named)

    def _is_in_sentence(self, element: etree._Element) -> bool:
        """Whether an element is a word of a paragraph: of what the article tells."""
        around = element.getparent()
        if around is None or around.tag != "p" or not (around.text or "").strip() or not (element.tail or "").strip():
            return False
        text = self._at_headline.text(around)
        return len(text) >= LABEL and text.endswith(_STOPS)

    def _of_line(self, element: etree._Element) -> Iterator[Written]:
        line = _own_line(element) or _badge(element)
        pieces = [p for p in self._labels.pieces(line) if _is_dateline(p[1])] if _may_be_dates(line) else []
        if pieces and (self._others.hold(element) or self._is_in_sentence(element)):
            return
        if pieces and not _is_below_picture(element, line):
            for kind, piece in pieces:
                is_named = not kind and not self._labels.says(element)
                yield Written(piece, f"text of <{element.tag}>", kind or self._labels.kind(element), is_named)

    def _of_line_behind(self, element: etree._Element) -> Iterator[Written]:
        """A date on a line of its own that is in no element: "<br>22 November 2026<br>"."""
        line = (element.tail or "").strip()
        if _may_be_dates(line) and all(e is None or e.tag in _BREAKS for e in (element, element.getnext())):
            for kind, piece in self._labels.pieces(line):
                if _is_dateline(piece) and _is_short(piece) and not self._others.hold(element):
                    yield Written(piece, f"text behind <{element.tag}>", kind)

    def _of_data(self, element: etree._Element) -> Iterator[Written]:
        """A date that a script writes into the page: data-timestamp="1714640100"; what "2 hours ago" is short for."""
        title = element.get("title") or ""
        if not _is_made_for_dates(element) and _may_be_dates(title) and self.page.phrases.dates.is_date(title):
            yield from self._of_time(element)
        for name, value in ((str(name), str(value)) for name, value in element.items()):
            if name.startswith("data-") and _FULL_DATE.fullmatch(value) and _DATE_DATA.search(name):
                if not self._others.hold(element):
                    yield Written(value, f"{element.tag} {name}", "updated" if _UPDATE_DATA.search(name) else "")

    def _begins_with_label(self, element: etree._Element) -> bool:
        """Whether a line says at once what its date is; in the middle it is a sentence that tells of a date."""
        if not _has_few_parts(element) or len(raw := string(element)) > WIDEST:
            return False
        text = plain(raw)
        return _may_be_dates(text) and (self._labels.begins(text) or bool(self._labels.kind(element)))


class _AboveText:
    """Whether an element still stands above the article's text; asked for each in the page's order."""

    def __init__(self, near: Near) -> None:
        self._near = near
        self._left = PARAGRAPHS

    def __call__(self, element: etree._Element) -> bool:
        if element.tag in ("p", "div", "td"):
            text = self._near.text(element) if element.tag == "p" else (element.text or "").strip()
            self._left -= len(text) if len(text) >= LABEL else 0
        return self._left > 0


def _says_nothing(found: Written) -> bool:
    return found.kind != "published"


def _is_made_for_dates(element: etree._Element) -> bool:
    tag = element.tag
    is_for_them = tag == "time" or (tag == "abbr" and bool(element.get("title")))
    return is_for_them or ("-" in tag and "time" in tag and bool(element.get("datetime")))


def _is_date_by_name(element: etree._Element) -> bool:
    return element.tag == "time" or "page furniture" in roles(element.get("class") or "")


def _is_of_today(element: etree._Element) -> bool:
    """Whether an element says in a page's top which day is today."""
    parent = element.getparent()
    return any("today" in roles_of(box, "class", "id") for box in ([element] if parent is None else [element, parent]))


def _has_few_parts(element: etree._Element) -> bool:
    return next(islice(element.iter(), PARTS, None), None) is None


def _own_line(element: etree._Element) -> str:
    """The text that stands in an element itself."""
    if not len(element):
        return (element.text or "").strip()
    return " ".join(filter(None, [element.text, *(child.tail for child in element)])).strip()


def _badge(element: etree._Element) -> str:
    """The words of an element that shows a day in parts, one below the other: "<i>14</i><i>May</i><i>2024</i>"."""
    if not BADGE[0] <= len(element) <= BADGE[1] or any(map(len, element)):
        return ""
    parts = [(part.text or "").strip() for part in element]
    return " ".join(parts) if max(map(len, parts)) <= LONGEST_PART and any(map(_YEAR.fullmatch, parts)) else ""


def _may_be_dates(line: str) -> bool:
    return 6 <= len(line) <= LINE and DIGIT.search(line) is not None


def _is_dateline(piece: str) -> bool:
    piece = piece.strip()
    is_number = len(piece) > 8 and piece.isdigit()  # a telephone's, an id
    return 6 <= len(piece) <= DATELINE_WORDS and DIGIT.search(piece) is not None and not is_number


def _is_short(piece: str) -> bool:
    """Whether a date on a line that no element marks has few words beside it, and is a day, not some."""
    return _DAYS.search(piece) is None and sum(map(str.isalpha, piece)) + len(IN_CJK.findall(piece)) <= LINE_LETTERS


def _is_below_picture(element: etree._Element, line: str) -> bool:
    """Whether a line with words of its own stands directly behind a picture: it tells when that was taken."""
    before = element.getprevious()
    if before is None or next(before.iter("img", "picture", "video"), None) is None:
        return False
    return not text_of(before) and len(_NO_LETTERS.sub(" ", line).split()) > CAPTION_WORDS
