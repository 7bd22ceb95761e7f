"""Notes below a text whose number stands in a box of its own: the number begins the note that it is of."""

import re

from newscrawl.extract.body.anchors import anchor
from newscrawl.extract.body.blocks import Block

_NUMBER = re.compile(r"<p><sup>\W?\d{1,3}\W{0,2}</sup></p>")


def with_note_numbers(blocks: list[Block]) -> list[Block]:
    """With each note's number at its begin: it is a block of its own where the two stand in boxes."""
    kept: list[Block] = []
    number: Block | None = None
    for block in blocks:
        if number and (name := _name_of_note(number, block)):
            kept.pop()
            block.html = f"<p><sup{name}>{number.text}</sup> {block.html.partition('>')[2]}"
            block.text = f"{number.text} {block.text}"
        kept.append(block)
        number = block if block.tag != "p" and _NUMBER.fullmatch(block.html) else None
    return kept


def _name_of_note(number: Block, note: Block) -> str:
    """The id, as an attribute, of the box in which a number and its note stand, where links lead to it; else ""."""
    box = number.stood
    if box is None or note.kind != "paragraph" or note.stood is None or note.stood.getparent() is not box:
        return ""
    return anchor(box, "sup")
