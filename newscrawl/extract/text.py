"""Text: a body's running text, one paragraph a line."""

from newscrawl.extract.blocks import Block

NOT_RUNNING = frozenset({"figure", "embed", "rule", "box"})
"""Captions, embeds and boxes beside the text stay in the HTML and are no part of the running text."""


MUCH = 1_000
"""Characters from which an article's text is its text, however many pictures with captions it has."""


def one_line(text: str) -> str:
    """A text with each run of white space as one space, and none at its ends."""
    if text.isprintable() and "  " not in text:  # the space is the only white space that is printable
        return text.strip(" ")
    return " ".join(text.split())


def text_of_blocks(blocks: list[Block]) -> str:
    """The running text of a body: summary, paragraphs, subheads, lists, quotes, tables and code.

    Captions where they say more than all of these: the text of a slideshow.
    """
    lines = [(b, b.text) for b in blocks if b.text and b.kind not in NOT_RUNNING]
    captions = [(b, c) for b in blocks if b.kind == "figure" and (c := _caption(b))]
    if MUCH > _chars(lines) < _chars(captions):
        of = {id(b): text for b, text in (*lines, *captions)}
        return "\n".join(of[id(b)] for b in blocks if id(b) in of)
    return "\n".join(text for _, text in lines)


def _caption(figure: Block) -> str:
    return figure.images[0].caption if figure.images else ""


def _chars(lines: list[tuple[Block, str]]) -> int:
    return sum(len(text) for _, text in lines)
