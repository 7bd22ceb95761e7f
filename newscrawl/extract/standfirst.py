"""Standfirst: the summary that stands on the page between the headline and the text."""

import re

from lxml import etree

from newscrawl.extract.boilerplate import Element, verdict, words_of
from newscrawl.extract.captions import CAPTION_WORDS, CREDIT_WORDS
from newscrawl.extract.container import Weights
from newscrawl.extract.tidy import squeezed

SHORTEST, LONGEST = 40, 900
"""Characters. Shorter is a kicker or a byline, longer is text."""

FAR = 1500
"""Elements between the standfirst and the text at most; toolbars with drawn icons have hundreds."""

STRONG = frozenset(
    "standfirst lead lede deck dek subtitle subheadline subheading subhead vorspann einleitung chapo chapeau preamble "
    "ingress manchet sottotitolo sommario entradilla bajada copete sumario perex anons strapline intro introduction "
    "preface sapo article__subhead".split()
)
"""What themes and newsrooms call it, in their languages."""

VAGUE = frozenset("teaser excerpt summary abstract opener synopsis description tagline spot highlights".split())
"""Words that are as often something else."""

WORDS = STRONG | VAGUE

_TAGS = frozenset("p div h2 h3 h4 span ul section strong em".split())
_UNWEIGHED = frozenset("h2 h3 h4 strong em span".split())
_PLACED = frozenset("p div h2".split())
_SENTENCE = re.compile(r"[.!?…。！？।؟][\"”“»)\s]*$")
_STRING = etree.XPath("string()")


def find_standfirst(weights: Weights, container: Element, headline: Element | None, description: str) -> Element | None:
    """The standfirst's element where it stands before the container; None where there is none.

    `description`: the page's summary for previews, to know it by.
    """
    order, of = weights.order, weights.of
    end = order.index(container)
    start = order.index(headline) + 1 if headline is not None else max(0, end - FAR)
    known = squeezed(description)[:60]
    best, best_rank = None, 0
    skipped: Element | None = None
    for element in order[start : min(end, start + FAR)]:
        tag = element.tag
        if tag in ("figure", "li", "a"):
            skipped = element
        if tag not in _TAGS or not (tag in _UNWEIGHED or 0 < of.get(element, 0) < LONGEST):
            continue
        if skipped is not None and _is_inside(element, skipped):
            continue
        rank = _rank(element, known, headline is not None)
        if rank < 3 and tag not in ("p", "h2", "h3") and verdict(element):
            skipped = element
        elif rank > best_rank:
            best, best_rank = element, rank
    return best


def _is_inside(element: Element, other: Element) -> bool:
    return any(e is other for e in element.iterancestors())


def _rank(element: Element, known: str, below_headline: bool) -> int:
    """How sure it is that an element is the standfirst.

    4 by a word for it, 3 by its text, 2 by a vague word, 1 by its place below the headline, 0 not at all.
    """
    words = _words(element)
    named = 0
    if below_headline:
        named = 4 if not words.isdisjoint(STRONG) else 2 if not words.isdisjoint(VAGUE) else 0
    placed = below_headline and element.tag in _PLACED
    if not (named or known or placed):
        return 0
    text = " ".join(str(_STRING(element)).split())
    if not SHORTEST <= len(text) <= LONGEST or _is_linked(element, text):
        return 0
    if len(known) > 30 and squeezed(text)[: len(known)] == known:
        return max(named, 3)
    if named or not placed or not _SENTENCE.search(text) or not words.isdisjoint(_NO_STANDFIRST):
        return named
    return int(len(text) > 60 and _is_plain(element))


_NO_STANDFIRST = (
    CAPTION_WORDS | CREDIT_WORDS | frozenset("note disclaimer info hint legal app notice message alert".split())
)


def _is_plain(element: Element) -> bool:
    """Whether an element holds text and inline markup alone."""
    return all(child.tag in ("a", "b", "em", "i", "span", "strong", "br") for child in element)


def _words(element: Element) -> frozenset[str]:
    values = [v for k in ("class", "data-testid", "id", "itemprop") if (v := element.get(k))]
    return frozenset[str]().union(*map(words_of, values)) if values else frozenset()


def _is_linked(element: Element, text: str) -> bool:
    return sum(len(str(_STRING(a))) for a in element.iter("a")) > 0.5 * len(text)
