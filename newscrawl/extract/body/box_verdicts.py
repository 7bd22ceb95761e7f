"""Names of boxes: what an element says itself that it is, each asked once a page."""

from functools import cached_property

from newscrawl.element import Element
from newscrawl.extract.body.slides import hidden_slides
from newscrawl.extract.body.text_map import Weights
from newscrawl.extract.vocabulary.boilerplate import verdict
from newscrawl.extract.vocabulary.names import gives_role

NEVER = frozenset({"comments", "cookie notice", "licence", "<nav>", "<footer>"})
"""Boxes that may hold most of a page's text and are not the article."""


class Verdicts:
    """Why elements' tags, roles and names make them no part of an article, each found out once.

    `weights`: the running text of the page's elements, by which the slides of a slideshow are known.
    """

    def __init__(self, weights: Weights) -> None:
        self._known: dict[Element, str] = {}
        self._weights = weights

    @cached_property
    def _slides(self) -> frozenset[str]:
        return hidden_slides(self._weights)

    def of(self, element: Element) -> str:
        """Why, or ""."""
        if (known := self._known.get(element)) is None:
            known = verdict(element)
            if known == "hidden" and element.get("class") in self._slides:
                known = ""
            self._known[element] = known
        return known


def is_named_body(element: Element) -> bool:
    """Whether an element says itself that it holds an article's body."""
    for key in ("class", "id", "data-testid"):
        if (names := element.get(key)) and gives_role(names, "body"):
            return True
    return "articleBody" in (element.get("itemprop") or "") or element.get("property") == "articleBody"
