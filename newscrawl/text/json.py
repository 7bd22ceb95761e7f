"""JSON from the web: read without the halves of characters that its escapes can spell.

"\\ud83d" alone is what is left of an emoji that was cut in two. Python reads it, and then no file or store takes it.
"""

import json
import re
from collections.abc import Iterator
from typing import Any

_HALF = re.compile(r"(\\\\|\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2})|\\u[dD][89a-fA-F][0-9a-fA-F]{2}")

_OBJECT = re.compile(r"[\[,]\s{0,1000}(?=\{)")
# Objects that cannot be read: each may be looked at up to the document's end.
_MOST_BROKEN = 50


def whole(text: str) -> str:
    """JSON with the replacement character in place of each half of a pair.

    >>> whole(r'"\\ud83d\\ude00 \\ud83d"')
    '"\\\\ud83d\\\\ude00 \\\\ufffd"'
    """
    if "\\ud" not in text and "\\uD" not in text:
        return text
    return _HALF.sub(lambda found: found[1] or r"\ufffd", text)


def read_json(data: bytes) -> Any:
    """The value of a document, with line ends in its texts or not. Raises ValueError or RecursionError."""
    return json.loads(_text(data), strict=False)


def read_items(data: bytes, name: str) -> Iterator[Any]:
    """The objects in the list of this name, each by itself: of a document that is broken those that are whole."""
    text = _text(data)
    begin = re.search(rf'"{name}"\s{{0,100}}:\s{{0,100}}(?=\[)', text)
    decoder, at, left = json.JSONDecoder(strict=False), begin.end() if begin else len(text), _MOST_BROKEN
    for found in _OBJECT.finditer(text, at):
        if found.end() < at or not left:
            continue
        try:
            value, at = decoder.raw_decode(text, found.end())
            yield value
        except (ValueError, RecursionError):
            left -= 1


def _text(data: bytes) -> str:
    return whole(data.decode(json.detect_encoding(data), "replace"))
