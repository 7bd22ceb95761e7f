"""Chronologies: days that are lines of a text, since what happened or will happen then is told below each."""

from newscrawl.extract.body.blocks import LONGEST_LABEL, Block
from newscrawl.extract.body.row_reasons import BYLINES
from newscrawl.extract.vocabulary.phrases import Phrases

APART, FAR, MOST = 2, 6, 100
"""Blocks from one day of a chronology to the next, at the least; from a day to what is told; and that are looked at."""


def is_of_text(place: int, blocks: list[Block], phrases: Phrases) -> bool:
    """Whether the block in this place, which is a day, stands among the text."""
    block = blocks[place]
    if not _is_told(place, blocks):
        return False
    if block.kind != "heading" and phrases.dates.begins_with_when(block.text):
        return False
    if place >= BYLINES:  # among those before it a single day is the article's own
        return True
    days = [n for n, other in enumerate(blocks[:MOST]) if abs(n - place) >= APART and _is_alike(block, other)]
    others = sum(phrases.dates.is_date(blocks[n].text) and _is_told(n, blocks) for n in days)
    return others >= (1 if any(map(_is_text, blocks[:place])) else 2)


def _is_alike(one: Block, other: Block) -> bool:
    return (one.kind, one.tag) == (other.kind, other.tag)


def _is_told(place: int, blocks: list[Block]) -> bool:
    """Whether a text stands soon below a line."""
    return any(map(_is_text, blocks[place + 1 : place + 1 + FAR]))


def _is_text(block: Block) -> bool:
    return block.chars > LONGEST_LABEL and not block.is_link
