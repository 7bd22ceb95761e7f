"""Dates farther from the headline: those said to be the article's, and lines of its box that are nothing else."""

import re
from collections.abc import Iterator
from functools import cached_property
from itertools import chain, islice, takewhile

from newscrawl.element import Element
from newscrawl.extract.body.text_map import length_of
from newscrawl.extract.fields.date_labels import LABEL, LINE, kind_of_names
from newscrawl.extract.fields.date_lines import PARTS, has_few_parts, is_dateline, may_be_dates, own_line
from newscrawl.extract.fields.element_dates import ElementDates, Written, is_made_for_dates
from newscrawl.extract.fields.near import LONGEST_CARD
from newscrawl.extract.fields.other_stories import is_headline
from newscrawl.extract.page.links import leads_here
from newscrawl.extract.page.tree import is_longer, preceding, string, text_of
from newscrawl.text.plain import plain

# Elements after and before the headline.
FAR_AFTER, FAR_BEFORE = 3000, 200

TEXT_BEGINS = 60
"""Elements behind the headline among which the text's first paragraph stands."""

WIDEST = 1000
"""Characters of a line with the spaces of the source; boxes hold more."""

LEVELS_OF_CARD = 3
"""Boxes around a link on a card to the page itself."""

MOST_CARDS = 50
"""Links to the page itself that are looked at; few pages have more than three."""

FOR_DATES = ("time", "abbr")
LINES = frozenset({"p", "div", "span", "font", "li", "em", "i", "small", "dd", "td"})
_SIGNED = frozenset({"div", "span", "small", "li", "p"})

_ENDS_DAY = " .,;(|·–-"
"""What may stand between a day and the label of the next."""

# "BRENHOLM, Dec 20, 2025 (BSS) - The pier …", "(20.12.2025) The pier …", "Dec. 20, 2025 -- The pier …"
_DATELINE = re.compile(
    r"(?<!\S)[^\W\d_a-z][^\W\d_]{1,30}, (\w{3,9}\.? \d{1,2},? (?:19|20)\d\d) ?"
    r"(?:\(\w[^()]{1,30}\)|/\w[^/]{1,30}/) ?[-–—]"
    r"|^(?:\w[\w .-]{1,30}, )?(?:\((?=.{8,10}\)))?(\d{1,2}\.\d{1,2}\.(?:19|20)\d\d)"
    r"(?:\)[.:]?|:|,? [-–—|]|(?= [„“\"«»])) ?(?=\W?\w)"
    r"|^(?:\w[\w .-]{1,30}, ){0,2}(\w{3,9}\.? \d{1,2}, (?:199[5-9]|20\d\d)) ?(?:--|[–—]) ?(?=\W?\w)"
)


class FartherDates:
    """The dates of a page that do not stand beside its headline."""

    def __init__(self, elements: ElementDates) -> None:
        self._elements = elements
        self._near = elements.near
        self._page = elements.near.page
        self._phrases = elements.near.page.phrases
        self._labels = elements.labels
        self._others = elements.others

    def labelled(self) -> Iterator[Written]:
        """Those said to be the article's, wherever they stand: "Published on 22 April 2024" below its text."""
        headline = self._near.headline
        above = () if headline is None else islice(preceding(headline), FAR_BEFORE)
        for element, line in chain(self._below, ((e, own_line(e)) for e in above)):
            yield from self._of_far(element, line)
        yield from self._of_dateline()
        if headline is not None:
            yield from self._of_own_card()

    def alone(self) -> Iterator[Written]:
        """Lines behind the headline, in a box that holds both, that are dates and nothing else, and no change's."""
        for element, line in self._below:
            if may_be_dates(line) and self._phrases.dates.is_date(line) and self._is_article_s(element):
                said = self._labels.says(element)
                if said == "published" or not (said or self._labels.is_of_another(element, line)):
                    yield Written(line, f"text of <{element.tag}>")

    @cached_property
    def _below(self) -> list[tuple[Element, str]]:
        """The elements behind the headline that may hold a date, and what stands in them themselves."""
        far = islice(self._near.tagged(*FOR_DATES, *LINES), FAR_AFTER)
        lines = ((element, own_line(element)) for element in far)
        return [(element, line) for element, line in lines if element.tag in FOR_DATES or may_be_dates(line)]

    def _is_article_s(self, element: Element) -> bool:
        """Whether an element stands in a box of the headline's that is not the whole page, and in none of others."""
        box = next(box for box in element.iterancestors() if box in self._near.around)
        if box.tag in ("body", "html") or self._others.hold(element) or self._elements.is_in_sentence(element):
            return False
        return not self._near.is_of_others(element)

    def _of_far(self, element: Element, line: str) -> Iterator[Written]:
        if element.tag in FOR_DATES:
            if is_made_for_dates(element) and has_few_parts(element):
                yield from (found for found in self._elements.of_time(element) if found.kind)
        elif element.tag in LINES and len(element) < PARTS and may_be_dates(line):
            if self._begins_with_label(element):
                yield from (found for found in self._elements.of_line(element) if found.kind)
            elif changed := self._of_changed(element):
                yield from changed
            elif element.tag in _SIGNED and (signed := list(self._of_signed(element))):
                yield from signed if not self._others.hold(element) else ()

    def _of_changed(self, element: Element) -> list[Written]:
        """The days of a line that is two, of which the second is a change's: "5 May 2024, updated 6 May 2024"."""
        if not has_few_parts(element) or len(raw := string(element)) > WIDEST or not is_dateline(line := plain(raw)):
            return []
        pieces = self._labels.pieces(line)
        kinds = [kind for kind, _ in pieces]
        if kinds != ["published", "updated"] or not self._phrases.dates.is_date(pieces[0][1].rstrip(_ENDS_DAY)):
            return []
        found = [Written(day, f"text of <{element.tag}>", kind) for kind, day in pieces]
        return [] if self._others.hold(element) else found

    def _of_signed(self, element: Element) -> Iterator[Written]:
        """The date of a line that says who wrote it then: "By Jo on 5 May 2024", "On 5 May 2024 by <a>Jo</a>"."""
        own, whole = (element.text or "").strip(), string(element)
        if element.tag != "p" and is_dateline(own) and self._phrases.bylines.ends_in_by(own):
            yield Written(own, f"text of <{element.tag}>", "published")
        elif len(whole) <= WIDEST and is_dateline(line := plain(whole)) and self._is_signed(element, line):
            yield Written(line, f"text of <{element.tag}>", "published")

    def _is_signed(self, element: Element, line: str) -> bool:
        """Whether an element says who wrote it, and nothing in it that its date is a change's."""
        if not self._phrases.bylines.says_by(line) or "updated" in (kind for kind, _ in self._labels.pieces(line)):
            return False
        return all(kind_of_names(inside) != "updated" for inside in element.iter())

    def _of_dateline(self) -> Iterator[Written]:
        """The date with which the text or its description begins: "BRENHOLM, Dec 20, 2025 (BSS) - The pier …"."""
        below = self._near.behind[:TEXT_BEGINS]
        paragraphs = (text_of(e) for e in below if e.tag == "p")
        first = next((text for text in paragraphs if length_of(text) >= LABEL), "")
        for text in (self._page.meta("og:description", "description"), first):
            if match := _DATELINE.search(text[:LINE]):
                yield Written(match[1] or match[2] or match[3], "the text's dateline", "published")

    def _of_own_card(self) -> Iterator[Written]:
        """The date on a card that leads to this very page, in a list of the latest articles, or on such a link."""
        to_this_page = (link for link in self._page.tree.iter("a") if leads_here(self._page, link))
        for link in islice(to_this_page, MOST_CARDS):
            if is_dateline(text := text_of(link)) and self._phrases.dates.is_date(text):
                yield Written(text, "a link to the page", "published")
            elif is_headline(link):
                nearest = islice(link.iterancestors(), LEVELS_OF_CARD)
                boxes = takewhile(lambda box: not is_longer(box, LONGEST_CARD), nearest)
                inside = (e for box in boxes if not self._others.is_card(box) for e in box.iter())
                lines = filter(is_dateline, map(text_of, inside))
                dates = filter(self._phrases.dates.is_date, lines)
                yield from (Written(text, "a card of the page", "published") for text in dates)

    def _begins_with_label(self, element: Element) -> bool:
        """Whether a line says at once what its date is; in the middle it is a sentence that tells of a date."""
        if not has_few_parts(element) or len(raw := string(element)) > WIDEST:
            return False
        text = plain(raw)
        return may_be_dates(text) and (self._labels.begins(text) or bool(self._labels.kind(element)))
