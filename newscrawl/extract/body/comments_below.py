"""The heading of comments below a text, and what follows it."""

from newscrawl.extract.body.blocks import LONGEST_LABEL, LONGEST_ROW, Block
from newscrawl.extract.vocabulary.phrases import Phrases
from newscrawl.text.letters import letters

_COUNT = " ()0123456789"
"""Around the heading of comments: how many there are."""


def without_comments(
    blocks: list[Block], titles: list[str], phrases: Phrases, removed: list[tuple[str, str]]
) -> list[Block]:
    """Without the heading of the comments at the end, and the few words behind it; all of them where it counts them.

    `titles`: the letters of the headline, which such a heading may repeat.
    """
    if counted := _heading_with_count(blocks, titles, phrases):
        for block in blocks[counted:]:
            block.leave_out("heads comments", removed)
        blocks = blocks[:counted]
    chars = 0
    for n in range(len(blocks) - 1, 0, -1):
        if blocks[n].kind == "heading" and phrases.comments.heads_comments(blocks[n].text.strip(_COUNT)):
            for block in blocks[n:]:
                block.leave_out("heads comments", removed)
            return blocks[:n]
        chars += blocks[n].chars
        if chars > LONGEST_ROW:
            break
    return blocks


LEAST_TEXT = 600
"""Characters of a text above its comments; a page of a forum begins with how many answers there are."""


def _heading_with_count(blocks: list[Block], titles: list[str], phrases: Phrases) -> int:
    """Where a line below the text says how many comments follow, or that they do where lines begin some; 0 without."""
    chars, last_begun = 0, -1
    for n, block in enumerate(blocks):
        is_line = block.kind == "heading" or (block.kind == "paragraph" and len(block.text) < LONGEST_LABEL)
        if chars >= LEAST_TEXT and is_line:
            if phrases.comments.counts_comments(block.text) or phrases.comments.heads_form(block.text):
                return n
            if phrases.comments.may_head_comments(block.text):
                if letters(block.text).endswith(tuple(titles)):
                    return n
                last_begun = last_begun if last_begun >= 0 else _last_begun(blocks, phrases)
                if n < last_begun:
                    return n
        chars += block.chars
    return 0


LEAST_COMMENTS = 2
"""Lines below one that may head comments of which each begins one: its date, its writer."""


def _last_begun(blocks: list[Block], phrases: Phrases) -> int:
    """The last block at which so many comments are begun from there on; 0 where fewer are."""
    begun = 0
    for n in range(len(blocks) - 1, 0, -1):
        lines = (line for line in blocks[n].text.split("\n") if len(line) < LONGEST_LABEL)
        begun += sum(map(phrases.comments.begins_comment, lines))
        if begun >= LEAST_COMMENTS:
            return n
    return 0
