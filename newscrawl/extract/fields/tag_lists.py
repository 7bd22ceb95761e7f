"""A list of tags in one text or many, as one name each; what writes it joins them in many ways."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

TAG_LENGTH = 60
"""Characters: a tag is a few words, not a sentence."""

_SEPARATOR = re.compile(r"[,，、،;；|\n]")
_STRONG = re.compile(r"[;；|\n]")
_JOINED = re.compile(r",(?![\s\d])")
_HASHTAGS = re.compile(r"#\w+(?:\s#\w+)+")
_AND = re.compile(r"\s(?:&|and|und|et|y|e|en|och|og|i|и|та|és|ve|dan)\s", re.IGNORECASE)
_BRACKETS = re.compile(r"\([^()]*\)|（[^（）]*）")


def listed(values: Sequence[str]) -> Iterator[str]:
    """The names of a list: of several values each is one, unless it is plainly a list of its own."""
    for value in values:
        if len(values) == 1 or len(value) > TAG_LENGTH or _is_list(value):
            yield from _divided(value)
        else:
            yield value


def _is_list(value: str) -> bool:
    """Whether one of several values is a list: "Arts, Music and Film" is one name."""
    return bool(_STRONG.search(value) or _JOINED.search(value)) or (value.count(",") > 1 and not _AND.search(value))


def _divided(value: str) -> list[str]:
    """A list that is written as one text, in its parts: not at a comma in brackets, nor before "& Economics"."""
    if _HASHTAGS.fullmatch(value):
        return value.split()
    is_strong = 2 * len(_STRONG.findall(value)) >= max(1, len(_SEPARATOR.findall(value)))
    separator = _STRONG if is_strong and not _JOINED.search(value) else _SEPARATOR
    closed = _BRACKETS.sub(lambda inside: "x" * len(inside[0]), value)
    ends = [-1, *(match.start() for match in separator.finditer(closed)), len(value)]
    found: list[str] = []
    for part in (value[before + 1 : end].strip() for before, end in pairwise(ends)):
        if found and part.startswith("& "):
            found[-1] += f", {part}"
        else:
            found.append(part)
    return found
