"""Slides: the boxes of a slideshow, of which a page shows one and hides the others until a reader comes to them."""

from itertools import islice

from newscrawl.element import Element
from newscrawl.extract.body.captions import LONGEST_CAPTION
from newscrawl.extract.body.image_addresses import names_picture
from newscrawl.extract.body.text_map import Weights
from newscrawl.extract.page.tree import is_longer
from newscrawl.extract.vocabulary.boilerplate import is_hidden, reason_for

LEAST = 3
"""Boxes that are alike."""

SHARE = 0.35
"""Of all the page's running text, which they hold together at least."""


def hidden_slides(weights: Weights) -> frozenset[str]:
    """The classes of boxes that are the article's text although they are hidden.

    A class that says no more than "hidden" is that of any box.
    """
    number: dict[str, int] = {}
    held: dict[str, float] = {}
    for element, weight in weights.items():
        if names := element.get("class"):
            number[names] = number.get(names, 0) + 1
            held[names] = held.get(names, 0.0) + weight
    least = SHARE * max(weights.values(), default=0.0)
    return frozenset(names for names, n in number.items() if n >= LEAST and held[names] > least and _says_more(names))


def _says_more(names: str) -> bool:
    return any(reason_for(name) != "hidden" for name in names.split())


MOST_BESIDE = 40
"""Slides before one among which the one that is shown is looked for."""


def is_picture_slide(element: Element) -> bool:
    """Whether a hidden element holds a picture and is one of a row of which another such is shown: its turn comes."""
    if not _holds_picture(element) or is_longer(element, LONGEST_CAPTION):
        return False
    names = frozenset((element.get("class") or "").split())
    before = islice(element.itersiblings(element.tag, preceding=True), MOST_BESIDE)
    alike = (e for e in before if not names.isdisjoint((e.get("class") or "").split()) or not (names or e.get("class")))
    return any(not is_hidden(e) and _holds_picture(e) for e in alike)


def _holds_picture(element: Element) -> bool:
    """Whether an element holds a picture, and no link but to a picture."""
    if element.tag not in ("li", "div", "figure") or next(element.iter("img"), None) is None:
        return False
    return all(names_picture(link.get("href") or "") for link in element.iter("a"))
