"""Pictures by their addresses: whether two show the same one, and which of them is the whole of it."""

import re
from functools import lru_cache
from urllib.parse import unquote

from newscrawl.text.letters import line_key

# File names that say nothing of the picture: a common last part of addresses that hold the id before it.
_COMMON = frozenset(
    "image original master default jpeg webp large medium small photo picture thumbnail thumb lead main social".split()
)
_SIZE = re.compile(
    r"[-_@~](?:\d+x\d*|w?\d{2,4}[wp]?|[whsxvc]\d+|\d+x|scaled|v?-?\d+to\d+.*|v\d+_\d+.*|_?\d{1,2})$", re.I
)
_ENDING = re.compile(r"(?:\.(?:jpe?g|png|webp|avif|gif|jfif|ece|img)){1,4}$")
_WORD = re.compile(r"[0-9a-zA-Z]{7,}")
_DAY = re.compile(r"(?:19|20)\d{6,8}")
# What no picture's id is: a size, and how signed tokens (JWT) of every kind begin.
_NO_ID = re.compile(r"\d+x\d+|eyjhbgci\w*")

# An id has so many digits, or is so long and has one: a word of a headline has neither.
DIGITS, LONG_ID = 4, 16

# Characters of a file's name on the disks of this world.
LONGEST_NAME = 255

Key = tuple[str, frozenset[str]]
"""What tells a picture in its address: the file's name without size and ending, and ids."""


def same_picture(a: str, b: str) -> bool:
    """Whether two addresses are versions of one picture: crops, sizes and formats aside.

    >>> same_picture("https://a.com/2024/05/cat-on-roof-300x200.jpg", "https://cdn.a.com/w1200/cat-on-roof.webp")
    True
    """
    return is_one_of(picture_key(a), [picture_key(b)])


def is_whole(url: str, of: str) -> bool:
    """Whether an address is that of the file of which another is a smaller copy, as content systems call them.

    >>> is_whole("https://a.com/cat-scaled.jpg", of="https://a.com/cat-1024x683.jpg")
    True
    """
    whole, copy = (_ENDING.sub("", without_query(address).lower()) for address in (url, of))
    file, sized = whole.removesuffix("-scaled"), copy
    while sized != file and (shorter := _SIZE.sub("", sized)) != sized:
        sized = shorter
    return sized == file and whole != copy


def is_one_of(key: Key, others: list[Key]) -> bool:
    """Whether a picture is one of some, by their keys."""
    stem, ids = key
    telling = len(stem) >= 8 or (len(stem) >= 4 and stem not in _COMMON)
    return any((telling and stem == other) or not ids.isdisjoint(other_ids) for other, other_ids in others)


@lru_cache(maxsize=64)
def picture_key(url: str) -> Key:
    """What tells the picture of an address."""
    url = innermost(url)
    return _stem(url), _tokens(url)


def innermost(url: str) -> str:
    """The picture's address inside a resizer's (https://resizer/?url=https%3A%2F%2F…)."""
    url = unquote(unquote(url)) if "%" in url else url
    at = max(url.rfind("https://"), url.rfind("http://"))
    return url[at:] if at > 0 else url


def unshown_key(url: str) -> int:
    """64 bits by which a picture that a page declares and does not show is known again on other pages."""
    return line_key(f"declared and not shown: {without_query(url)}")


def without_query(url: str) -> str:
    """An address without its query and fragment."""
    return url.partition("?")[0].partition("#")[0]


def file_of(url: str) -> str:
    """The last part of an address's path."""
    return without_query(url).rpartition("/")[2]


def _stem(url: str) -> str:
    """The file's name without size and ending."""
    file = without_query(url).rstrip("/").rpartition("/")[2].lower()
    name = _without_size(_ENDING.sub("", file[-LONGEST_NAME:]))
    return "" if name in _COMMON else name


def _without_size(name: str) -> str:
    while (shorter := _SIZE.sub("", name)) != name:
        name = shorter
    return name


def _tokens(url: str) -> frozenset[str]:
    """The ids in an address's path: hashes, UUIDs' parts, long numbers, a file's whole path; not days.

    A host has the same for all.
    """
    path = without_query(url).partition("://")[2].partition("/")[2].lower()
    words = {w for w in _WORD.findall(path) if _is_id(w) and not _DAY.fullmatch(w) and not _NO_ID.fullmatch(w)}
    return frozenset(words | {path} if len(path) >= LONG_ID and _ENDING.search(path) else words)


def _is_id(word: str) -> bool:
    digits = sum(map(str.isdigit, word))
    return digits >= DIGITS or (digits > 0 and len(word) >= LONG_ID)
