"""Slides: the boxes of a slideshow, of which a page shows one and hides the others until a reader comes to them."""

from newscrawl.extract.body.text_map import Weights
from newscrawl.extract.vocabulary.boilerplate import reason_for

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
