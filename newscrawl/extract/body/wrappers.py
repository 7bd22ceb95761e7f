"""Wrappers: boxes inside a container that hold nearly all of its text.

What such a box is called is said of the article as a whole. It does not tell one of its blocks from another.
"""

from itertools import accumulate, takewhile

from newscrawl.element import Element
from newscrawl.extract.body.blocks import Block

WRAPS = 0.75
"""Share of the text from which a box is the body itself."""


def wrappers(blocks: list[Block], lengths: list[float], container: Element) -> list[Element]:
    """The boxes of a container that hold nearly all of what the blocks say, the outermost first.

    `lengths`: of each block's text. Such a box holds the block in the middle of the text.
    """
    least = WRAPS * sum(lengths)
    middle = _middle(blocks, lengths)
    chain = [] if middle is None else list(takewhile(lambda e: e is not container, middle.iterancestors()))
    if not chain:
        return []
    held = _held(blocks, lengths, chain)
    return list(takewhile(lambda box: held[box] >= least, reversed(chain)))


def _middle(blocks: list[Block], lengths: list[float]) -> Element | None:
    """Where the block in the middle of the text stood."""
    half, passed = sum(lengths) / 2, accumulate(lengths)
    return next((b.stood for b, x in zip(blocks, passed, strict=True) if x >= half), None)


def _held(blocks: list[Block], lengths: list[float], chain: list[Element]) -> dict[Element, float]:
    """How much of the blocks' text stands in each box of a chain, the innermost first; each element is asked once."""
    held = dict.fromkeys(chain, 0.0)
    innermost: dict[Element | None, Element | None] = {box: box for box in chain} | {None: None}
    for block, length in zip(blocks, lengths, strict=True):
        path, at = [], None if block.stood is None else block.stood.getparent()
        while at not in innermost:
            path.append(at)
            at = at.getparent() if at is not None else None
        box = innermost[at]
        innermost |= dict.fromkeys(path, box)
        if box is not None:
            held[box] += length
    return dict(zip(chain, accumulate(held.values()), strict=True))
