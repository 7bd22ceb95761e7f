"""Scripts that are written without spaces between words, as ranges for a regular expression's set of characters."""

import re

KANA = "\u3040-\u30ff"
HAN = "\u3400-\u9fff"
HANGUL = "\uac00-\ud7af"
CJK = KANA + HAN + HANGUL

IN_CJK = re.compile(f"[{CJK}]")
"""One of their characters."""

IN_HANGUL = re.compile(f"[{HANGUL}]")
"""One of Korean's characters, which has blanks between its words all the same."""


def ideographic(value: str) -> bool:
    """Whether a text is written in characters of which each is a word, so that half as many say as much."""
    return 2 * len(IN_CJK.findall(value[:500])) > len(value[:500])
