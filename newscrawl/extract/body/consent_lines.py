"""Lines beside an embed that ask a reader to accept cookies before it is shown, in boxes that nobody calls so."""

from functools import partial
from itertools import takewhile

from newscrawl.element import Element
from newscrawl.extract.body.blocks import Block
from newscrawl.extract.body.consent_boxes import asking_box, is_held, names_provider
from newscrawl.extract.vocabulary.phrases import Phrases

LONGEST_ASK = 300
"""Characters."""

MOST_LINES = 3
"""Lines of a consent tool's box before or behind its embed."""


def without_consent(blocks: list[Block], phrases: Phrases, removed: list[tuple[str, str]]) -> list[Block]:
    """Without short lines right beside an embed that speak of consent, of accepting, and of whose the embed is.

    What is no paragraph need not say that.
    """
    if not any(block.kind == "embed" for block in blocks):
        return blocks
    asking = _asked_in_boxes(blocks)
    kept = []
    for n, block in enumerate(blocks):
        beside = [*blocks[max(0, n - 1) : n], *blocks[n + 1 : n + 2]]
        embeds = [b for b in beside if b.kind == "embed"]
        asks = embeds and _asks(block, phrases)
        if id(block) in asking or (asks and (block.tag != "p" or _names_one(block, embeds))):
            block.leave_out("plea", removed)
        else:
            kept.append(block)
    return kept


def _asked_in_boxes(blocks: list[Block]) -> set[int]:
    """The lines with which tools ask in the boxes of what they hold back."""
    found: set[int] = set()
    for n, embed in enumerate(blocks):
        held = embed.picture if embed.kind == "embed" else None
        box = asking_box(held, embed.html) if held is not None and is_held(held) else None
        if box is not None:
            beside = (blocks[max(0, n - MOST_LINES) : n][::-1], blocks[n + 1 : n + 1 + MOST_LINES])
            found.update(id(line) for lines in beside for line in takewhile(partial(_is_line_of, box), lines))
    asked = sum(block.chars for block in blocks if id(block) in found)
    return found if 2 * asked < sum(block.chars for block in blocks) else set()  # a short post with a button in it


def _is_line_of(box: Element, line: Block) -> bool:
    """Whether a block is a line in a box, and none that is called a caption."""
    is_line = line.kind in ("paragraph", "heading") and line.roles.isdisjoint(("caption", "credit"))
    return is_line and line.stood is not None and (line.stood is box or box in line.stood.iterancestors())


def _asks(block: Block, phrases: Phrases) -> bool:
    is_line = block.kind in ("paragraph", "heading") and len(block.text) <= LONGEST_ASK
    asks = phrases.of_consent(block.text) and phrases.accepts(block.text)
    return is_line and (asks or phrases.begins_plea(block.text))


def _names_one(block: Block, embeds: list[Block]) -> bool:
    return any(names_provider(block.text, embed.html) for embed in embeds)
