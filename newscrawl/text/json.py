"""JSON from the web: read without the halves of characters that its escapes can spell.

"\\ud83d" alone is what is left of an emoji that was cut in two. Python reads it, and then no file or store takes it.
"""

import json
import re
from typing import Any

_HALF = re.compile(r"(\\\\|\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2})|\\u[dD][89a-fA-F][0-9a-fA-F]{2}")


def whole(text: str) -> str:
    """JSON with the replacement character in place of each half of a pair.

    >>> whole(r'"\\ud83d\\ude00 \\ud83d"')
    '"\\\\ud83d\\\\ude00 \\\\ufffd"'
    """
    if "\\ud" not in text and "\\uD" not in text:
        return text
    return _HALF.sub(lambda found: found[1] or r"\ufffd", text)


def read_json(data: bytes) -> Any:
    """The value of a document. Raises ValueError or RecursionError."""
    return json.loads(whole(data.decode(json.detect_encoding(data), "replace")))
