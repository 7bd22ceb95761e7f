"""Usual place: the element in which the site's other articles stood.

One page cannot tell the body of a short article from a longer list of other stories. A crawl can: it has met the
element, by its tag and names, around other articles of the site.
"""

from collections.abc import Iterable

from newscrawl.element import Element
from newscrawl.extract.body.container import SHORTEST_BODY, describe
from newscrawl.extract.body.layout import INLINE_TAGS
from newscrawl.extract.body.text_map import LEAVES, Weights
from newscrawl.text.letters import line_key

LEAST, LEAST_WITHIN = 0.1, 0.5
"""How much of what a chosen element likely holds of the article the usual one must hold to be taken instead, elsewhere
on the page and inside of it, where the rest may be a second part of the article."""

_NAMED_BY_TAG = frozenset({"article", "main"})


def place_key(element: Element) -> int:
    """64 bits by which an element is known again on other pages; 0 for one without names."""
    said = describe(element)
    return 0 if said == element.tag and said not in _NAMED_BY_TAG else line_key(f"the place of the body: {said}")


def usual_place(weights: Weights, known: frozenset[int]) -> Element | None:
    """The one element with running text, `weights`, that is a place where the site's articles stood (`place_key`)."""
    long = [e for e, weight in weights.items() if weight >= SHORTEST_BODY and not _is_inside_text(e)]
    found = {e for e in long if place_key(e) in known}
    outer = [e for e in found if found.isdisjoint(e.iterancestors())]
    return outer[0] if len(outer) == 1 else None


def is_rather(usual: Element, chosen: Element, good: Weights, texts: Iterable[Element]) -> bool:
    """Whether an article stands in the usual element and not in the chosen one.

    `good`: what each element likely holds of the article; `texts`: the elements in which text stands.
    """
    if good[usual] < LEAST * good[chosen]:
        return False
    if chosen not in usual.iterancestors() or good[usual] >= LEAST_WITHIN * good[chosen]:
        return True
    beside = [e for e in texts if chosen in e.iterancestors() and e is not usual and usual not in e.iterancestors()]
    return all(map(_is_other_story, beside))


def _is_other_story(element: Element) -> bool:
    """Whether an element's heading is a link."""
    return any(h.find(".//a") is not None or any(h.iterancestors("a")) for h in element.iter("h2", "h3", "h4"))


def _is_inside_text(element: Element) -> bool:
    return element.tag in LEAVES or element.tag in INLINE_TAGS
