"""What a block has in common with others: its shape, the box it stands in."""

from dataclasses import dataclass
from math import log

from newscrawl.element import Element
from newscrawl.extract.body.blocks import Block
from newscrawl.extract.page.tree import only_boxes


@dataclass(slots=True)
class _Sum:
    """Blocks taken together."""

    count: int = 0
    length: float = 0.0
    linked: float = 0.0

    def add(self, block: Block, length: float) -> None:
        self.count += 1
        self.length += length
        self.linked += block.linked


_IN_BOXES = frozenset("p h2 h3 h4 ul ol".split())


class Boxes:
    """What blocks have in common: their shape, the box they stand in."""

    def __init__(self, blocks: list[Block], lengths: list[float]) -> None:
        self._of = []
        shapes: dict[object, _Sum] = {}
        boxes: dict[Element | None, _Sum] = {}
        for block, length in zip(blocks, lengths, strict=True):
            at = block.stood
            around = _around(at) if at is not None and block.tag in _IN_BOXES else at
            key = block.kind, block.tag, "" if at is None else at.get("class") or ""
            shape, box = shapes.setdefault(key, _Sum()), boxes.setdefault(around, _Sum())
            shape.add(block, length)
            box.add(block, length)
            self._of.append((shape, box))

    def of(self, n: int, total: float) -> list[float]:
        """How many are alike and their share; the share, links, blocks and length of the box."""
        shape, box = self._of[n]
        linked = box.linked / box.length if box.length else 0.0
        return [shape.count, shape.length / total, box.length / total, linked, box.count, log(1 + box.length)]


def _around(element: Element) -> Element | None:
    """The box that an element stands in, none that holds it alone."""
    *_, outermost = (element, *only_boxes(element))
    return outermost.getparent()
