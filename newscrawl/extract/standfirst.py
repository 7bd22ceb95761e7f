"""Standfirst: the summary that stands on the page between the headline and the text."""

from lxml import etree

from newscrawl.extract.boilerplate import Element, verdict, words_of
from newscrawl.extract.tidy import squeezed

SHORTEST, LONGEST = 40, 900
"""Characters. Shorter is a kicker or a byline, longer is text."""

FAR = 400
"""Elements after the headline beyond which nothing belongs to it."""

WORDS = frozenset(
    "standfirst lead lede intro introduction teaser excerpt summary deck dek subtitle subheadline subheading subhead "
    "abstract vorspann einleitung chapo chapeau preface preamble ingress manchet sottotitolo sommario entradilla bajada "
    "copete sumario perex anons spot sapo opener synopsis description tagline strapline intertitre".split()
)
"""What themes and newsrooms call it, in their languages."""

_TAGS = frozenset("p div h2 h3 h4 span ul section strong em".split())
_STRING = etree.XPath("string()")


def find_standfirst(order: list[Element], container: Element, headline: Element | None, description: str) -> Element | None:
    """The standfirst's element where it stands before the container; None where there is none.

    `order`: the page's elements in document order. `description`: the page's summary for previews, to know it by.
    """
    if headline is None:
        return None
    start, end = order.index(headline), order.index(container)
    if not start < end:
        return None
    known = squeezed(description)[:60]
    found = None
    skipped: Element | None = None
    for element in order[start + 1 : min(end, start + FAR)]:
        if skipped is not None and _is_inside(element, skipped):
            continue
        if element.tag not in _TAGS:
            continue
        if element.tag != "p" and verdict(element) and not is_named(element):
            skipped = element
            continue
        if (named := is_named(element)) or known:
            text = " ".join(str(_STRING(element)).split())
            if SHORTEST <= len(text) <= LONGEST and (named or squeezed(text)[:60] == known) and not _is_linked(element, text):
                found = element
                if named:
                    break
    return found


def _is_inside(element: Element, other: Element) -> bool:
    return any(e is other for e in element.iterancestors())


def _is_linked(element: Element, text: str) -> bool:
    return sum(len(str(_STRING(a))) for a in element.iter("a")) > 0.5 * len(text)


def is_named(element: Element) -> bool:
    """Whether an element's names say that it is a standfirst."""
    if (element.get("itemprop") or "") in ("description", "alternativeHeadline", "abstract"):
        return True
    return any(not WORDS.isdisjoint(words_of(v)) for k in ("class", "data-testid", "id") if (v := element.get(k)))
