"""Omissions: which elements are left out where they stand; in a heading, a list or a quotation fewer are."""

from newscrawl.element import Element
from newscrawl.extract.body.disclosure_titles import is_term
from newscrawl.extract.body.layout import INLINE_TAGS, is_inline
from newscrawl.extract.body.markup import HEADINGS, is_gutter, is_language, numbers_lines
from newscrawl.extract.body.media import AROUND_PICTURES, large_picture
from newscrawl.extract.body.open_block import OpenBlock
from newscrawl.extract.body.pruning import Pruner
from newscrawl.extract.body.words_in_sentences import is_word
from newscrawl.extract.body.written import WrittenBlocks

TABLE_PARTS = ("tr", "td", "th", "thead", "tbody", "tfoot")

_OF_LISTINGS = ("td", "span")
"""Elements that may hold the numbers of a listing's lines."""


class Omissions:
    """Asks the judge of a place, and knows what is open there."""

    def __init__(self, judge: Pruner, open_block: OpenBlock, written: WrittenBlocks) -> None:
        self._judge, self._open, self._written = judge, open_block, written

    def reason(self, element: Element, tag: str) -> str:
        """Why an element is left out, or "". What stands inside a quotation, a table or code is part of it."""
        if tag == "button" and (self._open.heading is not None or is_word(element) or is_term(element)):
            return ""
        structure, reason = self._open.structure, self._judge.reason(element, tag)
        if tag in _OF_LISTINGS and self._numbers_lines(element, tag):
            return "numbers of lines"
        if structure is None or reason == "hidden":
            return reason
        if structure.is_code and is_language(element):
            return "language of a listing"
        if not reason:
            return "number of an item" if structure.numbers_item(element) else ""
        is_part = structure.is_code or tag in ("footer", "cite", *TABLE_PARTS)
        return "" if is_part else reason

    def _numbers_lines(self, element: Element, tag: str) -> bool:
        """Whether a cell of a listing, or an element within its lines, holds their numbers."""
        structure = self._open.structure
        if tag == "td":
            return numbers_lines(element) or (structure is not None and is_gutter(element))
        return structure is not None and structure.is_code and is_gutter(element)

    def is_doubtful(self, element: Element, tag: str, reason: str) -> bool:
        """Whether a box that its names speak against is written all the same, for the judge of blocks to look at."""
        return (
            self._written.doubted is None
            and self._open.heading is None
            and self._open.structure is None
            and not is_inline(element, tag)
            and not (reason in AROUND_PICTURES and large_picture(element) is not None)
            and self._judge.is_doubtful(element, reason)
        )

    def is_no_text(self, element: Element, tag: str) -> bool:
        """Whether an element beside the container holds no running text, or is the heading of what may hold some."""
        if self._open.structure is not None or element in self._judge.weights:
            return False
        return tag not in HEADINGS and tag not in INLINE_TAGS
