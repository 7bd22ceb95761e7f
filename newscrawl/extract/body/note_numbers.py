"""Notes below a text whose number stands in a box of its own: the number begins the note that it is of."""

import re
from itertools import islice

from newscrawl.extract.body.anchors import anchor
from newscrawl.extract.body.blocks import Block

_NUMBER = re.compile(r"<p><sup>\W?\d{1,3}\W{0,2}</sup></p>")
_LINKED_NUMBER = re.compile(r'<p>(<a href="[^"<>]*#[^"<>]*"[^<>]*>\W?\d{1,3}\W{0,2}</a>)</p>')
"""A number that leads back to its mark in the text."""

LEVELS = 4
"""Boxes from a note's paragraph to the one that holds its number, too."""


def with_note_numbers(blocks: list[Block]) -> list[Block]:
    """With each note's number at its begin: it is a block of its own where the two stand in boxes."""
    kept: list[Block] = []
    number: Block | None = None
    for block in blocks:
        if number and (mark := _mark_of_note(number, block)):
            kept.pop()
            block.html = f"<p>{mark} {block.html.partition('>')[2]}"
            block.text = f"{number.text} {block.text}"
        kept.append(block)
        number = block if block.tag != "p" and _is_number(block) else None
    return kept


def _is_number(block: Block) -> bool:
    is_short = block.kind == "paragraph" and len(block.text) <= LONGEST
    return is_short and any(number.fullmatch(block.html) for number in (_NUMBER, _LINKED_NUMBER))


LONGEST = 6
"""Characters of a number with its signs."""


def _mark_of_note(number: Block, note: Block) -> str:
    """A number as it stands in its note, with an id where links lead to it; "" where both share no box."""
    box, paragraph = number.stood, note.stood
    if box is None or paragraph is None or note.kind != "paragraph":
        return ""
    if linked := _LINKED_NUMBER.fullmatch(number.html):
        name = "" if ' id="' in linked[1] else anchor(box, "a")
        return linked[1].replace(">", f"{name}>", 1) if box in islice(paragraph.iterancestors(), LEVELS) else ""
    name = anchor(box, "sup") if paragraph.getparent() is box else ""
    return f"<sup{name}>{number.text}</sup>" if name else ""
