"""Flow figures: <figure> elements that are no picture with its caption, but hold text of the article."""

from itertools import takewhile

from newscrawl.extract.body.captions import LONGEST_CAPTION
from newscrawl.extract.page.page import string
from newscrawl.extract.vocabulary.name_table import Role
from newscrawl.extract.vocabulary.names import Element, roles_of

BESIDE_CAPTION = 80
"""Characters from which a paragraph that stands beside a figure's caption is text, and no second caption."""

_WHOLE = frozenset({"figure", "table", "pre"})
_NO_TEXT = frozenset({"figcaption", "li", "noscript", "template", "dialog", "a", "button"})
_OF_PICTURES: frozenset[Role] = frozenset({"caption", "credit", "licence"})
_NOT_READ: frozenset[Role] = frozenset({"hidden", "share", "player", "quoted post"})


def is_flow_figure(figure: Element) -> bool:
    """Whether a <figure> holds other than a picture: figures, a table, code, a quotation, text beside its caption."""
    least = 0
    for element in figure.iterdescendants(*_WHOLE, "blockquote", "p", "ul", "ol"):
        if element.tag in _WHOLE:
            return True
        if _is_of_picture(element, figure):
            continue
        if element.tag == "blockquote":
            return True
        least = least or (LONGEST_CAPTION if next(figure.iter("figcaption"), None) is None else BESIDE_CAPTION)
        if len(string(element).strip()) - sum(len(string(link)) for link in element.iter("a")) >= least:
            return True
    return False


def _is_of_picture(element: Element, figure: Element) -> bool:
    """Whether a part of a figure is its caption, its credit, a post, or what is not shown."""
    around = takewhile(lambda e: e is not figure, element.iterancestors())
    return any(e.tag in _NO_TEXT or roles_of(e) & (_OF_PICTURES | _NOT_READ) for e in (element, *around))
