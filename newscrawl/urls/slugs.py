"""Slugs: the words of a headline that an address is made from, and whether a text says one of them."""

import re
import unicodedata

from newscrawl.urls.parts import split

_WORD = re.compile(r"[a-z]{4,20}")
_GENERAL = frozenset("html xhtml shtml aspx index article story news post page item content".split())
_SPELLED = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "ł": "l", "ø": "o", "å": "aa", "đ": "d", "ı": "i"}
)


def words_of(url: str) -> frozenset[str]:
    """The words of the longer of the last two parts of an address: "/2026/mill-closes/", "/mill-closes/712.html"."""
    last = max(split(url).path.lower().rstrip("/").split("/")[-2:], key=len)
    return frozenset(_WORD.findall(last)) - _GENERAL


def says_one(text: str, words: frozenset[str]) -> bool:
    """Whether a text has one of an address's words, or is written in letters that addresses have none of."""
    text = text.lower()
    plain = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c)).translate(_SPELLED)
    if 2 * sum(c.isascii() for c in plain if c.isalpha()) < sum(map(str.isalpha, plain)):
        return True
    return any(word in plain or word in text.translate(_SPELLED) for word in words)
