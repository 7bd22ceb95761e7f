"""Names: what a `class`, `id`, `itemprop` or `data-testid` says that an element is.

Names are taken apart here alone (`words_of`), and every finder asks the same question (`roles`, `roles_of`): the body's
pruning, captions, the standfirst, bylines, the lead image. The words stand in `name_table`.
"""

import re
from functools import lru_cache
from itertools import takewhile
from operator import attrgetter
from typing import NamedTuple

from newscrawl.element import Element
from newscrawl.extract.vocabulary.name_table import Role
from newscrawl.extract.vocabulary.word_roles import NO_ROLES, ROLES_OF_WHOLE, ROLES_OF_WORD, parts_of, roles_of_word

_WORDS = re.compile(r"[a-z]+|[A-Z]+(?![a-z])|[A-Z][a-z]*")
_SEGMENT = re.compile(r"[A-Za-z0-9]+")
_SIZE = re.compile(r"[A-Za-z]*\d+x\d+")
_SWITCH = re.compile(r"[A-Za-z]\d|\d[A-Za-z]")
_HAS_DIGIT = re.compile(r"\d")
_HASH = re.compile(r"(?=[a-f]*\d)(?=\d*[a-f])[0-9a-f]{6,}")
_UUID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}(?:-[0-9a-f]{8})?", re.IGNORECASE)
_NO_WORDS = frozenset[str]()
_VOWEL = re.compile(r"[aeiouyAEIOUY]")
_STATE_WORDS = frozenset(
    "js has with no not without is are enable enables enabled supports can show if when "
    "typo typography font color bg theme".split()
)
"""A class that begins with one of these tells a state or the looks of a box ("has-comments", "typo-teaser"), or what a
script looks for ("js-anchors"), not what it is."""

_STATES = frozenset(("true", "false", "enabled", "disabled"))
"""Last words of a name that tells a state: "sidebar-enabled--false", "comments-disabled"."""

_WITH = frozenset(("with", "without", "has"))
"""Behind one of these a name says what a box holds or lacks, not what it is: "article-with-sidebar"."""

UUID_LENGTH = 36
"""Characters."""

_LOOKS = frozenset(("style", "styles"))
"""A name that ends in one of these ("tagStyle") tells how a box looks."""

_UTILITY = re.compile(r"[:\[\]/!]")
"""Only utility classes (Tailwind) have these in a name: "print:hidden", "md:flex" say nothing of what a box is."""


@lru_cache(maxsize=8192)
def words_of(names: str) -> frozenset[str]:
    """The words of a `class`, `id` or `data-testid`: whole names and their parts, lower case, without states."""
    return _NO_WORDS.union(*map(words_of_name, names.split()))


@lru_cache(maxsize=8192)
def words_of_name(name: str) -> frozenset[str]:
    """The words of one name, and the name itself; none where it tells a state or the looks of a box."""
    parts = _parts(name)
    return frozenset((name.lower(),)).union(*map(_words_told, parts)) if parts else _NO_WORDS


@lru_cache(maxsize=16384)
def roles_of_name(name: str) -> frozenset[Role]:
    """The roles of one name."""
    lower = name.lower()
    found = ROLES_OF_WORD.get(lower) or roles_of_word(lower)
    for part in (parts := _parts(name)):
        if part.roles:
            found = found | part.roles
    if not parts:
        found = NO_ROLES
    return found | ROLES_OF_WHOLE[lower] if lower in ROLES_OF_WHOLE else found


class _Part(NamedTuple):
    """What stands between the marks of a name: "entry" and "content" in "entry-content"."""

    written: str
    words: list[str]
    """Its words in lower case."""
    roles: frozenset[Role]
    """Their roles; none where a program made it up: such letters say "ad" or "nav" by chance."""
    goes_on: bool
    """Whether what stands behind it says what an element is, too; none of what it is with."""


def _parts(name: str) -> list[_Part]:
    """The parts of a name; none where it tells a state or the looks of a box."""
    parts = [_part(part) for part in _SEGMENT.findall(_UUID.sub("", name) if len(name) >= UUID_LENGTH else name)]
    for part in parts:
        if part.words:
            is_state = part.words[0] in _STATE_WORDS or not _STATES.isdisjoint(parts[-1].words[-1:])
            return [] if is_state or _UTILITY.search(name) else list(takewhile(_GOES_ON, parts))
    return []


_GOES_ON = attrgetter("goes_on")


@lru_cache(maxsize=16384)
def _part(part: str) -> _Part:
    words = [part] if part.isalpha() and part.islower() else [word.lower() for word in _WORDS.findall(part)]
    is_looks = len(words) > 1 and words[-1] in _LOOKS
    roles = [] if is_looks else [roles for word in words if (roles := roles_of_word(word))]
    said = NO_ROLES.union(*roles) if roles and not _is_by_program(part) else NO_ROLES
    return _Part(part, words, said, part.lower() not in _WITH)


def _words_told(part: _Part) -> frozenset[str]:
    return _NO_WORDS if _is_by_program(part.written) else frozenset(part.words)


def _is_by_program(part: str) -> bool:
    if part.isalpha() and part.islower():  # as most are
        return False
    is_mixed = len(_SWITCH.findall(part)) > 1
    is_code = not part.islower() and not part[-1].isdigit() and _HAS_DIGIT.search(part) is not None
    is_hash = _HASH.fullmatch(part) is not None
    return (is_mixed or is_code or is_hash or _is_made_up(part)) and not _SIZE.fullmatch(part)


def _is_made_up(part: str) -> bool:
    """Whether capitals cut a part into pieces that are no words: a letter alone, or none that is a vowel."""
    pieces = _WORDS.findall(part)
    if len(pieces) < 2 or max(map(len, pieces)) > 4:
        return False
    return any(len(piece) == 1 or not _VOWEL.search(piece) for piece in pieces)


@lru_cache(maxsize=8192)
def roles(names: str) -> frozenset[Role]:
    """What the names in a `class`, `id` or `itemprop` say that an element is."""
    found = [roles for name in names.split() if (roles := roles_of_name(name))]
    return NO_ROLES.union(*found) if found else NO_ROLES


def roles_of(element: Element, *attributes: str) -> frozenset[Role]:
    """What an element's names say that it is: those of its class, or of these attributes."""
    if not attributes:
        return roles(names) if (names := element.get("class")) else NO_ROLES
    found = NO_ROLES
    for name in attributes:
        if value := element.get(name):
            found = found | roles(value) if found else roles(value)
    return found


def may_give_role(names: str, role: Role) -> bool:
    """Whether a part of a role's names stands in these, as in few: a tenth of the work of reading them."""
    return any(map(names.lower().__contains__, parts_of(role)))


@lru_cache(maxsize=16384)
def gives_role(names: str, role: Role) -> bool:
    """Whether names say that an element is this."""
    return may_give_role(names, role) and role in roles(names)


def has_role(element: Element, role: Role, *attributes: str) -> bool:
    """Whether an element's names say that it is this: those of its class, or of these attributes."""
    for name in attributes or ("class",):
        if (names := element.get(name)) and gives_role(names, role):
            return True
    return False
