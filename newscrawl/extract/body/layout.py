"""Layout: which elements a browser sets in a line of text, and which as blocks."""

from itertools import chain, islice, takewhile

from newscrawl.element import Element

INLINE_TAGS = frozenset(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark q ruby rb rp rt s samp small "
    "span strike strong sub sup time tt u var wbr".split()
)

_BLOCK_TAGS = frozenset(
    "address article aside blockquote body center dd details dialog div dl dt fieldset figcaption figure footer form "
    "h1 h2 h3 h4 h5 h6 header hgroup hr html li main menu nav ol p pre search section summary table tbody td tfoot th "
    "thead tr ul caption colgroup col legend amp-img picture img iframe video audio noscript object embed svg "
    "button".split()
)
"""Elements that a browser lays out as blocks, and those that are read as pictures, embeds or controls."""


def is_inline(element: Element, tag: str) -> bool:
    """Whether an element is part of a line: what no standard knows is, as in a browser, where no block stands in it."""
    if tag in INLINE_TAGS:
        return True
    if tag in _BLOCK_TAGS or not (len(element) or element.text):
        return False
    blocks = element.iter(*_BLOCK_TAGS)
    return next((block for block in islice(blocks, INERT_BLOCKS) if not _is_inert(block, element)), None) is None


INERT_BLOCKS = 9
"""Blocks in the template of an element of a script's own, as of a card that opens over a name."""


def _is_inert(block: Element, element: Element) -> bool:
    """Whether a block stands in a template inside an element, or is hidden there: nobody sees it."""
    around = takewhile(lambda box: box is not element, islice(block.iterancestors(), INERT_BLOCKS))
    return any(box.tag == "template" or box.get("hidden") is not None for box in chain([block], around))


def holds_block(element: Element) -> bool:
    """Whether an element is more than a line of text: another block, a picture or a control stands in it."""
    return any(e.tag in _BLOCK_TAGS for e in element.iterdescendants())  # a search for so many tags takes longer


def is_line(element: Element) -> bool:
    """Whether a <div> is laid out as a paragraph: text that no block and no break parts."""
    return element.tag == "div" and not any(e.tag in _PARTING for e in element.iterdescendants())


_PARTING = _BLOCK_TAGS | {"br"}


def is_bare_line(element: Element) -> bool:
    """Whether such a <div> has no name, either: a name may tell a card's line from the text."""
    return is_line(element) and not (element.get("class") or element.get("id"))


def beside(element: Element) -> list[Element]:
    """The elements before and behind an element."""
    return [e for e in (element.getprevious(), element.getnext()) if e is not None]
