"""Characters: what neither HTML nor XML can carry, and what a terminal obeys."""

import re

# Control characters but tab and newline, noncharacters, lone surrogates.
_BASIC = "\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff"
_BEYOND = "".join(chr(plane * 0x10000 + end) for plane in range(1, 17) for end in (0xFFFE, 0xFFFF))
# In two steps: a set that names characters of every plane makes the search five times as slow.
_UNPRINTABLE = re.compile(f"[{_BASIC}{_BEYOND[0]}-{_BEYOND[-1]}](?<=[{_BASIC}{_BEYOND}])")


def printable(text: str, instead: str = "") -> str:
    """`text` without the characters that no post, feed or report can carry; `instead` stands in their place."""
    # Lines and tabs are the only ones of a common text that Python calls unprintable; asking is ten times as fast.
    asked = text.replace("\n", "").replace("\t", "")
    return text if asked.isprintable() else _UNPRINTABLE.sub(instead, text)


def on_one_line(text: str) -> str:
    """`text` as a part of one line: a space for each character that moves a terminal's cursor, colours or turns round.

    The two that join letters or keep them apart stay, for Persian and Hindi words are written with them.
    """
    return text if text.isprintable() else "".join(c if c.isprintable() or c in "\u200c\u200d" else " " for c in text)


def on_screen(text: str) -> str:
    """The same for a text of several lines."""
    return "\n".join(map(on_one_line, text.split("\n")))
