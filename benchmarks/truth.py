"""What a page's truth says, and how texts are compared with it: by their letters, or by four words in a row."""

import html
import re
import unicodedata
from collections import Counter
from typing import Any

from newscrawl.text.scripts import CJK

WORDS = 4
"""Words in a row that two texts have in common."""

_WORD = re.compile(rf"[{CJK}]|[^\W_]+")
_ALIKE = str.maketrans(
    {"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-", "―": "-"} | dict.fromkeys("\xad\u200b\ufeff", "")
)


def plain(text: str) -> str:
    """A text on one line in small letters, with one kind of quotation marks and dashes."""
    text = html.unescape(unicodedata.normalize("NFKC", text)).translate(_ALIKE)
    return " ".join(text.split()).lower()


def tight(text: str) -> str:
    """Letters and digits alone."""
    return re.sub(r"[\W_]+", "", plain(text))


def shingles(text: str) -> Counter[tuple[str, ...]]:
    """All runs of four words, a Chinese sign being one; of a shorter text the whole."""
    words = _WORD.findall(unicodedata.normalize("NFKC", text).lower())
    return Counter(tuple(words[n : n + WORDS]) for n in range(max(1, len(words) - WORDS + 1))) if words else Counter()


def truth_text(truth: dict[str, Any]) -> str:
    """The body that a page's truth states, one paragraph a line."""
    body = truth["body"]
    sections = [
        line
        for part in body.get("sections") or ()
        for key in ("headline", "paragraphs")
        for line in part.get(key) or ()
    ]
    return "\n".join([*(body.get("summary") or ()), *sections])
