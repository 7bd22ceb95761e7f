"""Ends: what stands below an article's text and is none of it: a wall, comments, other stories, empty headings."""

from itertools import takewhile

from newscrawl.extract.body.blocks import LEAST_HEADLINE, LONGEST_HEADLINE, LONGEST_ROW, RUNNING, Block
from newscrawl.extract.body.last_lines import reason_of_end
from newscrawl.extract.vocabulary.phrases import Phrases


def without_wall(blocks: list[Block], phrases: Phrases, removed: list[tuple[str, str]]) -> list[Block]:
    """Without a wall's plea at the end, all of its short lines: what it promises and what it costs."""
    chars, wall = 0, len(blocks)
    for n in range(len(blocks) - 1, 0, -1):
        chars += len(blocks[n].text)
        is_line = blocks[n].kind in ("paragraph", "heading")
        if is_line and chars <= LONGEST_ROW and phrases.holds_wall(blocks[n].text):
            wall = n
        elif chars > LONGEST_ROW or (is_line and len(blocks[n].text) >= RUNNING / 2):
            break
    for block in blocks[wall:]:
        block.leave_out("plea", removed)
    return blocks[:wall]


LEAST_STORIES = 3
"""Items of a list from which it may be one of other stories."""


def _is_list_of_stories(block: Block) -> bool:
    """Whether each item of a list has a link and is no longer than a headline; sources lead to other publishers."""
    if block.kind != "list" or not block.linked or block.leads_out or block.names_sources:
        return False
    items = block.html.split("<li")[1:]
    is_short = all(len(line) <= LONGEST_HEADLINE for line in block.text.split("\n"))
    return len(items) >= LEAST_STORIES and is_short and all("<a " in item for item in items)


def _is_line_of_link(block: Block) -> bool:
    """Whether a line is nothing but a link with the words of a headline."""
    return block.kind == "paragraph" and block.linked == block.chars >= LEAST_HEADLINE


def without_ends(blocks: list[Block], phrases: Phrases, removed: list[tuple[str, str]]) -> list[Block]:
    """Without headings that head nothing, and rules at either end."""
    first, last = 0, len(blocks)
    if last > 2 and _is_list_of_stories(blocks[-1]) and blocks[-2].kind in ("heading", "rule"):
        last -= 1
        blocks[last].leave_out("links at the end", removed)
    row = list(takewhile(_is_line_of_link, reversed(blocks[:last])))
    if 1 < len(row) < last and blocks[last - len(row) - 1].kind != "heading":
        last -= len(row)
        for block in row:
            block.leave_out("links", removed)
    while last and (reason := reason_of_end(blocks[last - 1], phrases, is_first=last == 1)):
        last -= 1
        blocks[last].leave_out(reason, removed)
    while first < last and blocks[first].kind == "rule":
        first += 1
    return blocks[first:last]
