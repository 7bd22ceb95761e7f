"""Sources that an article names in a box of their own below its body: a heading that says so, and a list."""

from itertools import islice

from newscrawl.element import Element
from newscrawl.extract.body.markup import HEADINGS
from newscrawl.extract.page.tree import is_longer, text_of
from newscrawl.extract.vocabulary.boilerplate import verdict
from newscrawl.extract.vocabulary.phrases import Phrases

LEVELS, MOST_BESIDE = 2, 4
"""Boxes around a container whose next siblings are looked at, and how many of these."""

LONGEST_HEADING, LONGEST = 30, 6000
"""Characters of the heading, and of all sources."""


def find_sources(container: Element, phrases: Phrases) -> Element | None:
    """The box below a container that lists the article's sources; None where there is none."""
    at = container
    for parent in islice(container.iterancestors(), LEVELS):
        if at.tag in ("body", "html"):
            break
        if (box := next((e for e in islice(at.itersiblings(), MOST_BESIDE) if _lists(e, phrases)), None)) is not None:
            return box
        at = parent
    return None


def _lists(box: Element, phrases: Phrases) -> bool:
    """Whether a box begins with the heading of sources, and a list of words stands below it."""
    if box.tag not in ("div", "section", "aside") or len(box) < 2 or box[1].tag not in ("ul", "ol"):
        return False
    if is_longer(box, LONGEST):
        return False
    first = box[0]
    if first.tag not in (*HEADINGS, "p", "strong", "b", "div", "span") or is_longer(first, LONGEST_HEADING):
        return False
    is_of_words = next(box.iter("img", "button", "input"), None) is None
    return is_of_words and phrases.sources.heads(text_of(first)) and verdict(box) in ("", "<aside>", "page furniture")
