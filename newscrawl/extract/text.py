"""Text: a body's running text, one paragraph a line."""

from newscrawl.extract.blocks import Block

NOT_RUNNING = frozenset({"figure", "embed", "rule", "box"})
"""Captions, embeds and boxes beside the text stay in the HTML and are no part of the running text."""


def one_line(text: str) -> str:
    """A text with each run of white space as one space, and none at its ends."""
    if text.isprintable() and "  " not in text:  # the space is the only white space that is printable
        return text.strip(" ")
    return " ".join(text.split())


def text_of_blocks(blocks: list[Block]) -> str:
    """The running text of a body: summary, paragraphs, subheads, lists, quotes, tables and code."""
    return "\n".join(b.text for b in blocks if b.text and b.kind not in NOT_RUNNING)
