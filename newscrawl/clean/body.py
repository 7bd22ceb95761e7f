"""clean_body: a body as clean HTML that people can read, one block a line."""

import re
from html import escape

from newscrawl.clean import allowed
from newscrawl.clean.pieces import End, Start, pieces

_BLANKS = re.compile(r"[ \t\n]+")


def clean_body(html: str, base_url: str) -> str:
    """`html` with nothing in it but what the allow-list names. Never raises.

    `base_url`: the page's address; relative addresses are made absolute with it. Blanks outside `<pre>` become one
    space. Cleaning what was cleaned changes nothing.
    """
    text = _Text()
    for piece in pieces(html, base_url):
        if isinstance(piece, Start):
            text.start(piece)
        elif isinstance(piece, End):
            text.end(piece)
        else:
            text.add(piece)
    return "".join(text.parts)


class _Text:
    """The body as it grows. `held` is a blank that is written only if words follow it within the same block."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.held = ""
        self.at_edge = True
        self.depth = 0
        self.verbatim = 0

    def start(self, piece: Start) -> None:
        block = piece.tag in allowed.BLOCKS
        self.cross(block)
        if block and not self.depth and self.parts:
            self.parts.append("\n")
        attributes = "".join(map(_attribute, piece.attributes)) if piece.attributes else ""
        self.parts.append(f"<{piece.tag}{attributes}>")
        self.depth += piece.tag not in allowed.VOID
        self.verbatim += piece.tag == "pre"

    def end(self, piece: End) -> None:
        self.cross(piece.tag in allowed.BLOCKS)
        self.parts.append(f"</{piece.tag}>")
        self.depth -= 1
        self.verbatim -= piece.tag == "pre"

    def cross(self, block: bool) -> None:
        """Pass a tag: at a block's edge blanks mean nothing, before an inline tag they do."""
        if block:
            self.held, self.at_edge = "", True
        elif self.held:
            self.parts.append(" ")
            self.held, self.at_edge = "", True

    def add(self, text: str) -> None:
        if self.verbatim:
            # A browser drops a newline that follows <pre>, so one that is meant must be written twice.
            self.parts.append("\n" + text if self.at_edge and text[0] == "\n" else text)
            self.at_edge = False
            return
        text = _BLANKS.sub(" ", text)
        words = text.strip(" ")
        if not words:
            self.held = "" if self.at_edge else " "
            return
        if self.held or (text[0] == " " and not self.at_edge):
            self.parts.append(" ")
        self.parts.append(words)
        self.held, self.at_edge = " " if text[-1] == " " else "", False


def _attribute(attribute: tuple[str, str]) -> str:
    name, value = attribute
    return f' {name}="{escape(value)}"'
