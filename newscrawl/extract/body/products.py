"""Products that a text tests: links that a shop pays for, as search engines ask sites to say."""

from itertools import islice

from newscrawl.element import Element
from newscrawl.extract.page.tree import is_longer
from newscrawl.extract.vocabulary.names import words_of

LONGEST_NAME, BEHIND, LEAST_SAID = 80, 2, 60
"""Characters of a product's name; elements behind it among which the text about it begins, and its characters."""


def leads_to_shop(element: Element | None) -> bool:
    """Whether the first link in an element is one that a shop pays for: it leads to no other story."""
    link = None if element is None else next(element.iter("a"), None)
    return link is not None and "sponsored" in (link.get("rel") or "").lower()


def names_product(element: Element | None) -> bool:
    """Whether an element is the name of a product, and leads to a shop, above what the text says of it."""
    if element is None or is_longer(element, LONGEST_NAME) or not leads_to_shop(element) or _is_pressed(element):
        return False
    return any(is_longer(behind, LEAST_SAID) for behind in islice(element.itersiblings(), BEHIND))


def _is_pressed(element: Element) -> bool:
    """Whether a link looks like a button, which says "Buy"."""
    named = (element, *element.iter("a"))
    return any(not _BUTTON.isdisjoint(words_of(each.get("class") or "")) for each in named)


_BUTTON = frozenset({"btn", "button", "buttons"})
