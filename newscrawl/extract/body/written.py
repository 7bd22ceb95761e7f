"""The blocks that are written so far: which box they stand in, which of them are doubted, what was left out instead."""

from newscrawl.element import Element
from newscrawl.extract.body.asides import is_box
from newscrawl.extract.body.blocks import Block, is_label
from newscrawl.extract.body.calls import calls
from newscrawl.extract.body.captions import LONGEST_CAPTION
from newscrawl.extract.body.container import describe
from newscrawl.extract.body.linked_embeds import embed_beside
from newscrawl.extract.body.media import merge_caption
from newscrawl.extract.body.pruning import Pruner
from newscrawl.extract.vocabulary.name_table import Role
from newscrawl.extract.vocabulary.names import roles_of
from newscrawl.extract.vocabulary.word_roles import NO_ROLES
from newscrawl.urls.resolve import Absolute

BOX_BLOCKS = 40
"""A box of related links has fewer blocks; larger boxes are not judged by their links (and judging stays linear)."""

MOST_OF_TEXT = 0.8
"""Share of a container's text from which a box is no box beside it; a speech in full below a report has .6."""

BOX_LEVELS = 3
"""Boxes around one that are asked whether they are its own."""


class WrittenBlocks:
    """What a writer has written."""

    def __init__(self, absolute: Absolute, judge: Pruner) -> None:
        self.blocks: list[Block] = []
        self.removed: list[tuple[str, str]] = []
        """What was left out, and why."""
        self.doubted: Element | None = None
        """What is written though something speaks against it."""
        self.doubt = ""
        """What speaks against it."""
        self._certain = 0  # number of blocks when the doubt began
        self._boxes: list[tuple[Element, int, int]] = []  # (element, numbers of blocks and of what went when it began)
        self._absolute, self._judge = absolute, judge

    # ---- doubts ----------------------------------------------------------------------------------

    def begin_doubt(self, element: Element, reason: str) -> None:
        """What comes from here on is doubted."""
        self.doubted, self.doubt, self._certain = element, reason, len(self.blocks)

    def end_doubt(self) -> None:
        """What comes from here on is not."""
        if self.doubted is not None:
            self._mark(self.blocks[self._certain :], self.doubted, self.doubt)
        self.doubted, self.doubt = None, ""

    @staticmethod
    def _mark(blocks: list[Block], element: Element, reason: str) -> None:
        told = describe(element)
        for block in blocks:
            block.doubt, block.doubted = reason, told

    # ---- boxes -----------------------------------------------------------------------------------

    def begin_box(self, element: Element) -> None:
        """Begin an element whose blocks are one box, or the page's own wrapper."""
        self._boxes.append((element, len(self.blocks), len(self.removed)))

    @property
    def innermost(self) -> Element | None:
        """The box that is open."""
        return self._boxes[-1][0] if self._boxes else None

    def roles_around(self, source: Element | None, text: str) -> frozenset[Role]:
        """The roles of a paragraph, and of the smallest boxes around it that say it is a caption or a credit."""
        if source is None:
            return NO_ROLES
        own = roles_of(source)
        if len(text) > LONGEST_CAPTION:
            return own
        for box, *_ in self._boxes[-1:-3:-1]:
            if self._judge.weights.get(box, 0.0) > LONGEST_CAPTION:
                break
            if "caption" in (around := roles_of(box)):
                return own | around
            if "credit" in around:
                own |= around
        return own

    def end_box(self, *, is_judged: bool = True) -> None:
        """End the innermost box: its blocks may be one picture with its caption, a card to leave out, or a box."""
        element, mark, told = self._boxes.pop()
        if not is_judged or not 0 < len(self.blocks) - mark <= BOX_BLOCKS:
            return
        doubted = [b for b in self.blocks[mark:] if b.doubt]
        inside = [b for b in self.blocks[mark:] if not b.doubt] if doubted else self.blocks[mark:]
        if 1 < len(inside) < 5 and (merged := merge_caption(inside, element, self._absolute)) is not None:
            self.blocks[mark:] = [merged, *doubted]
        elif reason := self._judge.reason_by_contents(element, inside):
            if embed := embed_beside(reason, element, self._absolute):
                self.blocks[mark:] = [embed, *doubted]
                return
            if self._judge.is_doubtful(element, reason):
                self._mark(inside, element, reason)
                return
            self.removed.append((describe(element), reason))
            self.blocks[mark:] = [b for b in inside if b.kind == "embed" and reason == "links"]  # a sound, and its file
        elif _heads_cards(inside, self.removed[told:]):
            for block in inside:
                block.leave_out("heads cards", self.removed)
        elif mark and not self._judge.is_heavy(element) and calls(element, inside):
            for block in inside:
                block.leave_out("call", self.removed)
        elif self._is_beside(element) and not _are_points_above(inside, self.blocks[:mark]):
            self.blocks[mark:] = [_box(inside), *doubted]

    def _is_beside(self, element: Element) -> bool:
        """Whether an element is a box beside the text, alone; one that holds nearly all of the text is no such box."""
        return is_box(element) and not self._judge.is_heavy(element, MOST_OF_TEXT) and not self._is_in_box()

    def _is_in_box(self) -> bool:
        """Whether the boxes that are open are, but for the page's, one beside the text: what is in it is its row."""
        return any(is_box(box) and not self._judge.is_heavy(box) for box, *_ in self._boxes[-1 : -1 - BOX_LEVELS : -1])


_OF_CARDS = frozenset({"links", "card", "teaser", "another article", "related"})
"""Why what stood below a heading went, where it was other stories."""

FEWEST_CARDS = 2


def _heads_cards(inside: list[Block], removed: list[tuple[str, str]]) -> bool:
    """Whether all that is left of a box is the label above its stories, which went."""
    is_label_alone = len(inside) == 1 and inside[0].kind in ("heading", "paragraph") and is_label(inside[0])
    return is_label_alone and sum(reason in _OF_CARDS for _, reason in removed) >= FEWEST_CARDS


def _are_points_above(inside: list[Block], before: list[Block]) -> bool:
    """Whether a box holds the key points of the article: a list alone, perhaps below a label, before any paragraph."""
    lists = [b for b in inside if b.kind == "list"]
    is_list_alone = len(lists) == 1 and all(b.kind == "list" or is_label(b) for b in inside)
    return is_list_alone and not lists[0].linked and not any(b.kind == "paragraph" and b.tag == "p" for b in before)


def _box(inside: list[Block]) -> Block:
    html = "".join(b.html for b in inside)
    text = "\n".join(b.text for b in inside if b.text)
    return Block("box", f'<div class="box">{html}</div>', text, images=[i for b in inside for i in b.images])
