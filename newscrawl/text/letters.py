"""Letters: what is compared of two texts, names or titles."""

import re
from hashlib import blake2b

_WORD = re.compile(r"\w+")
_OTHERS = re.compile(r"[\W_]+")
_OTHERS_OF_ASCII = bytes(n for n in range(128) if not chr(n).isalnum())


def letters(text: str) -> str:
    """Letters and digits alone, without case: what stays the same between two spellings of one text."""
    # Most of what goes is ASCII, which bytes lose fifty times as fast as a pattern finds it.
    short = text.encode("utf-8", "surrogatepass").translate(None, _OTHERS_OF_ASCII).decode("utf-8", "surrogatepass")
    if short.isascii():
        return short.lower()
    return (short if short.isalnum() else _OTHERS.sub("", short)).casefold()


LONG_WORD = 4
"""Letters of a title's word that says something."""


def long_words(title: str) -> frozenset[str]:
    """The words of a title that say something, in lower case."""
    return frozenset(word for word in _WORD.findall(title.lower()) if len(word) >= LONG_WORD)


SHORTEST = 12
"""Letters. Shorter lines may be the same in several articles by chance."""

LONGEST = 2_000
"""Characters. No template's line is as long; one that is, is known by its begin."""


def line_key(line: str) -> int:
    """64 bits by which a line is known again, whatever its spaces and case; 0 for one too short."""
    said = letters(line[:LONGEST])
    if len(said) < SHORTEST:
        return 0
    return int.from_bytes(blake2b(said.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big", signed=True)
