"""Text: a body's running text, one paragraph a line."""

from newscrawl.extract.body.blocks import Block

NOT_RUNNING = frozenset({"figure", "embed", "rule", "box"})
"""Captions, embeds and boxes beside the text stay in the HTML and are no part of the running text."""


MUCH = 1_000
"""Characters from which an article's text is its text, however many pictures with captions it has."""


INVISIBLE = "\u200b\u2060\ufeff\xad"
"""Characters without width, which are no white space."""


def one_line(text: str) -> str:
    """A text with each run of white space as one space, and none at its ends."""
    if text.isprintable() and "  " not in text:  # the space is the only white space that is printable
        return text.strip(" ")
    return " ".join(text.split())


def text_of_blocks(blocks: list[Block]) -> str:
    """The running text of a body: summary, paragraphs, subheads, lists, quotes, tables and code.

    With the captions where they say more than all of these: the text of a picture gallery.
    """
    text = "\n".join(b.text for b in blocks if b.text and b.kind not in NOT_RUNNING)
    if len(text) >= MUCH or sum(len(_caption(b)) for b in blocks) <= len(text):
        return text
    lines = (
        _caption(b) if b.kind == "figure" else b.text for b in blocks if b.kind == "figure" or b.kind not in NOT_RUNNING
    )
    return "\n".join(line for line in lines if line)


def _caption(block: Block) -> str:
    return block.images[0].caption if block.kind == "figure" and block.images else ""
