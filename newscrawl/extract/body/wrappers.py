"""Wrappers: boxes inside a container that hold nearly all of its text.

What such a box is called is said of the article as a whole. It does not tell one of its blocks from another.
"""

from itertools import takewhile

from newscrawl.element import Element
from newscrawl.extract.body.blocks import Block

WRAPS = 0.75
"""Share of the text from which a box is the body itself."""


def wrappers(blocks: list[Block], lengths: list[float], container: Element) -> list[Element]:
    """The boxes of a container that hold nearly all of what the blocks say, the outermost first.

    `lengths`: of each block's text. Such a box holds the block in the middle of the text.
    """
    total, passed, middle = sum(lengths), 0.0, None
    for block, length in zip(blocks, lengths, strict=True):
        passed += length
        if passed >= total / 2:
            middle = block.stood
            break
    chain = [] if middle is None else list(takewhile(lambda e: e is not container, middle.iterancestors()))
    return list(takewhile(lambda box: _held(box, blocks, lengths) >= WRAPS * total, reversed(chain)))


def _held(box: Element, blocks: list[Block], lengths: list[float]) -> float:
    """How much of the blocks' text stands in a box."""
    each = zip(blocks, lengths, strict=True)
    return sum(x for b, x in each if b.stood is not None and any(e is box for e in b.stood.iterancestors()))
