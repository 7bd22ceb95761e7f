"""Flow figures: <figure> elements that are no picture with its caption, but hold text of the article."""

from collections.abc import Iterator
from itertools import islice

from newscrawl.element import Element
from newscrawl.extract.body.captions import LONGEST_CAPTION
from newscrawl.extract.body.markup import HEADINGS
from newscrawl.extract.page.tree import string
from newscrawl.extract.vocabulary.name_table import Role
from newscrawl.extract.vocabulary.names import roles_of

BESIDE_CAPTION = 80
"""Characters from which a paragraph that stands beside a figure's caption is text, and no second caption."""

_WHOLE = frozenset({"figure", "table", "pre"})
_TEXTS = frozenset({"blockquote", "p", "ul", "ol"})
_NO_TEXT = frozenset({"figcaption", "noscript", "template", "dialog", "a", "button"})
_OF_PICTURES: frozenset[Role] = frozenset({"caption", "credit", "licence"})
_NOT_READ: frozenset[Role] = frozenset({"hidden", "share", "player", "quoted post"})


def is_flow_figure(figure: Element) -> bool:
    """Whether a <figure> holds other than a picture: figures, a table, code, a quotation, text beside its caption."""
    if next(figure.iterdescendants(*_WHOLE), None) is not None:
        return True
    if _is_slide(figure) or _holds_words_alone(figure):
        return True
    least = LONGEST_CAPTION if next(figure.iter("figcaption"), None) is None else BESIDE_CAPTION
    return any(element.tag == "blockquote" or _own_chars(element) >= least for element in _texts_in(figure))


def _holds_words_alone(figure: Element) -> bool:
    """Whether a figure has text and nothing to look at: an editor that makes each of its blocks a figure."""
    if next(figure.iter("figcaption", "a", *_SHOWN), None) is not None or figure.get("style") or figure.get("data-src"):
        return False
    return next(figure.iter(*_TEXTS, *HEADINGS), None) is not None


_SHOWN = frozenset("img picture svg video audio iframe object embed canvas script noscript template button".split())


def _is_slide(figure: Element) -> bool:
    """Whether a figure has a heading of its own and paragraphs for a caption: one part of a text told by pictures."""
    heading = next(figure.iter("h2", "h3", "h4"), None)
    caption = None if heading is None else next(figure.iter("figcaption"), None)
    if heading is None or caption is None or caption in heading.iterancestors():
        return False
    return next(islice(caption.iter("p"), 1, None), None) is not None


def _texts_in(figure: Element) -> Iterator[Element]:
    """The outermost paragraphs, lists and quotations of a figure; none of its caption, its credit or what is hidden."""
    waiting = [*reversed(figure)]
    while waiting:
        element = waiting.pop()
        if element.tag in _NO_TEXT or roles_of(element) & (_OF_PICTURES | _NOT_READ):
            continue
        if element.tag in _TEXTS:
            yield element
        else:
            waiting.extend(reversed(element))


def _own_chars(element: Element) -> int:
    """How many characters of an element are no links."""
    return len(string(element).strip()) - sum(len(string(link)) for link in element.iter("a"))
