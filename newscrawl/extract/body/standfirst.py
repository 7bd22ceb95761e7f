"""Standfirst: the summary that stands on the page between the headline and the text."""

import re
from collections.abc import Iterator
from itertools import islice, takewhile

from newscrawl.element import Element
from newscrawl.extract.body.text_map import Weights, length_of
from newscrawl.extract.page.tree import has_more, string
from newscrawl.extract.vocabulary.boilerplate import verdict
from newscrawl.extract.vocabulary.name_table import Role
from newscrawl.extract.vocabulary.names import roles_of
from newscrawl.extract.vocabulary.phrases import all_phrases
from newscrawl.text.letters import letters

SHORTEST, LONGEST = 40, 900
"""Characters. Shorter is a kicker or a byline, longer is text."""

SHORTEST_NAMED, SHORTEST_BELOW = 20, 30
"""Characters of a sentence that is called so, and of a line right below the headline that is."""

MOST_ELEMENTS = 40
"""Elements of a standfirst, which is text, with itself."""

FAR = 1500
"""Elements that may hold text between the headline and the text at most."""

_TAGS = ("p", "div", "h2", "h3", "h4", "ul", "section", "strong", "span")
_WHOLES = ("figure", "li", "a", "h1")
_SEEN = (*_TAGS, *_WHOLES, "article", "main")
_UNWEIGHED = frozenset("h2 h3 h4 strong".split())
_PLACED = frozenset("p div h2 h3".split())
_OF_OTHERS = frozenset({"comments", "newsletter"})
"""Reasons for which a whole box is skipped; boxes called else hold headlines' own standfirsts, too."""

_PARTED = re.compile(r"\s[|·•]\s|[:：]$")
SENTENCE = re.compile(r"[.!?…。！？।؟][\"”“»)\s]*$")


def find_standfirst(weights: Weights, container: Element, headline: Element | None, description: str) -> Element | None:
    """The standfirst's element where it stands before the container; None where there is none.

    `description`: the page's summary for previews, to know it by.
    """
    if headline is not None and is_inside(headline, container):
        return None
    known = known_by(description)
    around = frozenset(container.iterancestors())
    best, best_rank = None, 0
    skipped: Element | None = None
    is_of_others = False
    for element in _between(headline, container):
        tag = element.tag
        if tag in _WHOLES and not (is_of_others and skipped is not None and is_inside(element, skipped)):
            skipped, is_of_others = element, False
        if tag not in _TAGS or element in around or not (tag in _UNWEIGHED or 0 < weights.get(element, 0) < LONGEST):
            continue
        if skipped is not None and is_inside(element, skipped):
            continue
        rank = _rank(element, known, headline)
        reason = verdict(element) if rank < 3 and tag not in ("p", "h2", "h3") else ""
        if reason and not _is_own_teaser(element, rank):
            skipped, is_of_others = element, reason in _OF_OTHERS
        elif rank > best_rank or (rank == best_rank and tag == "p" and best is not None and is_inside(element, best)):
            best, best_rank = element, rank
    return best


def known_by(description: str) -> str:
    """The letters by which a standfirst is known that a page's summary for previews says, too."""
    return letters(description)[:60]


def says(text: str, known: str) -> bool:
    """Whether a text is what the page's summary says, by the letters that it is known by."""
    return len(known) > 30 and letters(text[: 3 * len(known)]).startswith(known)


def _between(headline: Element | None, container: Element) -> Iterator[Element]:
    """Elements that may hold text, from the headline to the container; where there is none, what stands before it."""
    walk = _after(headline) if headline is not None else _before(container)
    return islice(takewhile(lambda e: e is not container, walk), FAR)


def _after(element: Element) -> Iterator[Element]:
    at: Element | None = element
    while at is not None:
        for sibling in at.itersiblings():
            yield from sibling.iter(*_SEEN)
        at = at.getparent()


def _before(element: Element) -> Iterator[Element]:
    for at in (element, *islice(element.iterancestors(), 4)):
        for sibling in at.itersiblings(preceding=True):
            yield from sibling.iter(*_SEEN)


def is_inside(element: Element, other: Element) -> bool:
    return any(e is other for e in element.iterancestors())


def _rank(element: Element, known: str, headline: Element | None) -> int:
    """How sure it is that an element is the standfirst.

    4 by a word for it, 3 by its text, 2 by a vague word, 1 by its place below the headline, 0 not at all.
    """
    said = roles_of(element, "class", "data-testid", "id", "itemprop")
    named = _named(said) if headline is not None else 0
    placed = headline is not None and element.tag in _PLACED
    if not (named or known or placed) or _holds_more(element):
        return 0
    text = " ".join(string(element).split())
    shortest = SHORTEST if named < 4 else SHORTEST_NAMED if SENTENCE.search(text) else SHORTEST_BELOW
    if length_of(text) < shortest or len(text) > LONGEST or _is_linked(element, text):
        return 0
    if shortest == SHORTEST_BELOW and length_of(text) < SHORTEST and not _is_line_below(element, text, headline):
        return 0
    if all_phrases().holds_commission(text):
        return 0
    if says(text, known):
        return max(named, 3)
    if (
        named
        or not placed
        or not (SENTENCE.search(text) or _is_line_below(element, text, headline))
        or not said.isdisjoint(("caption", "credit", "notice"))
    ):
        return named
    may_be_headline = element.tag == "h2" or len(text) <= LONGEST_HEADLINE
    if headline is not None and may_be_headline and _is_reworded(text, string(headline)):
        return 0
    if length_of(text) <= SHORTEST_PLACED or not _is_plain(element):
        return 0
    phrases = all_phrases()
    return int(phrases.credits.credit_start(text) < 0 and not phrases.asks_for_newsletter(text))


SHORTEST_PLACED, LONGEST_HEADLINE = 50, 100
"""Characters of a summary that nothing but its place tells, and of what may be the headline in other words."""


def _is_line_below(element: Element, text: str, headline: Element | None) -> bool:
    """Whether a line right below the headline, or its box, says neither who wrote the text nor when."""
    is_below = is_right_below(element, headline)
    if not is_below or element.tag == "h2":
        return is_below
    phrases = all_phrases()
    return (
        next(element.iter("a", "time"), None) is None
        and _PARTED.search(text) is None
        and len(phrases.dates.apart_from_dates(text)) == 1
        and not phrases.bylines.says_by(text)
    )


def is_right_below(element: Element, headline: Element | None) -> bool:
    """Whether an element stands behind the headline, or behind a box of nothing else."""
    before = element.getprevious()
    return before is not None and (before is headline or (len(before) == 1 and before[0] is headline))


def _is_reworded(heading: str, headline: str) -> bool:
    """Whether a heading is the headline again, with a kicker or in other words: it has half of its words from there."""
    words = set(map(letters, heading.split()))
    return 2 * len(words & set(map(letters, headline.split()))) >= len(words)


def _named(said: frozenset[Role]) -> int:
    if "beside lead" in said:  # the "lead" is the picture above the text
        return 0
    return 4 if "standfirst" in said else 2 if "vague standfirst" in said else 0


def _is_own_teaser(element: Element, rank: int) -> bool:
    """Whether a box called "teaser" is the article's own: it leads nowhere."""
    return rank == 2 and next(element.iter("a"), None) is None


def _holds_more(element: Element) -> bool:
    """Whether an element holds pictures, buttons or many elements: a standfirst is text."""
    return next(element.iter("img", "button", "video", "form"), None) is not None or has_more(element, MOST_ELEMENTS)


def _is_plain(element: Element) -> bool:
    """Whether an element holds text and inline markup alone."""
    return all(child.tag in ("a", "b", "em", "i", "span", "strong", "br") for child in element)


def _is_linked(element: Element, text: str) -> bool:
    return sum(len(string(a)) for a in element.iter("a")) > 0.5 * len(text)
