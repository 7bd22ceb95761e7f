"""Short lines that begin the text: results under a subhead, paragraphs beside the first, the first hour of a diary."""

import re

from newscrawl.element import Element
from newscrawl.extract.body.alike_rows import rows_around
from newscrawl.extract.body.blocks import LONGEST_HEADLINE, RUNNING, Block, ends_sentence
from newscrawl.extract.vocabulary.phrases import Phrases

LINES = 3
"""Short paragraphs under a subhead that are the text's beginning: a table of results. Bylines have fewer."""

STRESSED = re.compile(r"<(\w+)><(?:strong|b)>[^<>]*</(?:strong|b)></\1>")
_DIGIT = re.compile(r"\d")


def first_line(blocks: list[Block], start: int, end: int, phrases: Phrases) -> int:
    """Where short lines, alike, under a subhead or beside the first paragraph, begin the text; else `end`."""
    alike = next((n for n in range(start, end) if _is_one_of_several(blocks[n], phrases)), end)
    subhead = next((n for n in range(start, alike) if blocks[n].kind == "heading"), -1)
    first = subhead if subhead >= 0 else _first_beside(blocks, start, alike)
    lines = [b for b in blocks[first:alike] if b.kind == "paragraph" and b.tag == "p" and not b.linked]
    says_who_or_when = (phrases.bylines.is_byline(b.text) or phrases.dates.is_date(b.text) for b in lines)
    if len(lines) >= LINES and not any(says_who_or_when):
        return first
    return alike - 1 if start < alike < len(blocks) and _is_one_of_subheads(alike - 1, blocks, phrases) else alike


def _is_one_of_subheads(place: int, blocks: list[Block], phrases: Phrases) -> bool:
    """Whether a stressed line is the first of several alike, a text below each: hours, questions, stations."""
    label = blocks[place]
    if not STRESSED.fullmatch(label.html) or phrases.bylines.is_byline(label.text):
        return False
    if not (
        _DIGIT.search(label.text)
        or sum(word[:1].isalpha() for word in label.text.split()) >= FEW_WORDS
        or ends_sentence(label.text)
    ):
        return False  # a name, a place or a kicker
    lines = blocks[place + 2 : place + FAR]
    later = [b for b in lines if b.tag == label.tag and STRESSED.fullmatch(b.html) and _box(b) is _box(label)]
    has_digits = all(_DIGIT.search(b.text) for b in later) or not _DIGIT.search(label.text)
    return len(later) >= LINES - 1 and has_digits


FEW_WORDS, FAR = 3, 40
"""Words of a subhead that is neither a name nor a place; blocks among which others stand."""


def _first_beside(blocks: list[Block], start: int, text: int) -> int:
    """The first of the paragraphs that stand one after the other in one box with the text below them."""
    box = _box(blocks[text]) if text < len(blocks) else None
    first = text
    while box is not None and first > start and blocks[first - 1].tag == "p" and _box(blocks[first - 1]) is box:
        first -= 1
    return first


def _box(block: Block) -> Element | None:
    return None if block.stood is None else block.stood.getparent()


def _is_one_of_several(line: Block, phrases: Phrases) -> bool:
    """Whether a line stands in one of several boxes that are alike and say neither who wrote the text nor when."""
    rows = rows_around(line) if line.kind == "paragraph" and line.tag != "p" else []  # any two of these are alike
    is_list = sum(map(len, rows)) >= RUNNING / 2 and all(len(row) <= LONGEST_HEADLINE for row in rows)
    return is_list and not any(phrases.dates.is_date(row) or phrases.bylines.is_byline(row) for row in rows)
