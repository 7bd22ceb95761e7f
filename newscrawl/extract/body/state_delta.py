"""Quill's pieces of a text as HTML."""

import re
from typing import Any

from newscrawl.extract.body.state_marks import block_html, marked

_OF_LINES = (("list", "li"), ("header", "h3"), ("blockquote", "blockquote"))
"""What the look of a line's end is called -> its tag."""


def html_of_delta(pieces: list[Any]) -> str:
    """Quill's pieces of a text, in which the look of a line's end is its paragraph's."""
    found, line = "", ""
    for piece in pieces:
        if not isinstance(piece, dict) or not isinstance(text := piece.get("insert"), str):
            continue
        look = attributes if isinstance(attributes := piece.get("attributes"), dict) else {}
        for part in re.split(r"(\n)", text):
            if part != "\n":
                line += marked(part, look) if part else ""
            elif line:
                tag = next((tag for key, tag in _OF_LINES if key in look), "p")
                found += block_html(tag, line)
                line = ""
    return found + (block_html("p", line) if line else "")
