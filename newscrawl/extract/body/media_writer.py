"""The writer of media: a picture or an embed is read whole and put where it stands, or left out."""

from newscrawl.element import Element
from newscrawl.extract.body.blocks import Block
from newscrawl.extract.body.container import describe
from newscrawl.extract.body.flow_figures import is_flow_figure
from newscrawl.extract.body.images import IMAGE_TAGS, is_small, sign_of
from newscrawl.extract.body.media import AROUND_EMBEDS, AROUND_PICTURES, embed_of_box, large_picture, media_block
from newscrawl.extract.body.noscripts import takes_place
from newscrawl.extract.body.open_block import OpenBlock
from newscrawl.extract.body.pruning import Pruner
from newscrawl.extract.body.written import WrittenBlocks
from newscrawl.urls.resolve import Absolute

UNTOLD = frozenset("script style svg noscript button input label link meta template path rt".split())
"""Left out on every page and of no interest to who asks what was left out."""


class MediaWriter:
    """Writes the pictures and embeds of a container."""

    def __init__(self, absolute: Absolute, judge: Pruner, open_block: OpenBlock, written: WrittenBlocks) -> None:
        self._absolute, self._judge = absolute, judge
        self._open, self._written = open_block, written
        self._image: Element | None = None  # the last picture

    def write(self, element: Element, tag: str) -> bool:
        """Read a picture or an embed whole; True where the element is to be walked into instead."""
        if reason := self._reason(element, tag):
            return self.leave_out(element, reason)
        if self._holds_text(element, tag):
            self._open.flush()
            return True
        if tag == "img" and (sign := sign_of(element)):
            self._open.text(sign)
            return False
        block = media_block(element, self._absolute)
        if block is None:
            return tag == "figure" and next(element.iter("blockquote"), None) is not None
        self._place(block, element, tag)
        return False

    def leave_out(self, element: Element, reason: str) -> bool:
        """Leave out an element, but for the embed or the large picture that it stands around."""
        if reason in AROUND_EMBEDS and (embed := embed_of_box(element, reason, self._absolute)):
            self._open.add(embed)
            if element not in self._judge.weights:
                return False
        elif reason in AROUND_PICTURES and (picture := large_picture(element)) is not None:
            return self.write(picture, picture.tag)
        if element.tag not in UNTOLD:
            self._written.removed.append((describe(element), reason))
        return False

    def _reason(self, element: Element, tag: str) -> str:
        """Why a picture or an embed is left out, or ""."""
        if element in self._judge.removals:
            return self._judge.removals[element]
        reason = self._judge.reason(element, "div") if tag == "figure" else ""
        return "" if reason in AROUND_PICTURES else reason

    def _holds_text(self, element: Element, tag: str) -> bool:
        """Whether a figure or a <noscript> holds text of the article, and is no picture with its caption."""
        if tag == "figure" and (self._open.structure is not None or is_flow_figure(element)):
            return True
        return tag in ("figure", "noscript") and self._judge.is_heavy(element)

    def _place(self, block: Block, element: Element, tag: str) -> None:
        """Put a picture or an embed where it stands: behind the sentence that it cuts; not twice for a <noscript>."""
        block.picture = element
        if tag == "img" and self._open.is_cut_by(element.tail):
            if not is_small(element):
                self._open.put_behind(block)
        elif tag != "noscript" or not takes_place(element, block, self._written.blocks[-2:], self._image):
            self._open.add(block)
            self._image = next(element.iter(*IMAGE_TAGS), None)
