"""What one word of a name says that an element is, by the table of names."""

import re
from functools import cache
from typing import Literal, get_args

from newscrawl.extract.vocabulary.name_table import BEGINNINGS, WHOLE_NAMES, WORDS_OF, Reason, Role

NO_ROLES = frozenset[Role]()
REASONS = frozenset[Role](get_args(Reason))

_LONG = 8
"""Letters of a word above which its beginning counts."""

_STARTS = tuple(BEGINNINGS)

_BOX_ENDINGS = tuple(
    "wrapper wrap container box area section holder panel widget module banner bar list form notice hint hinweis info "
    "text header footer menu button buttons btn link links block row item items popup message overlay icons bio".split()
)
"""Words for a box that stand at the end of names run together; what stands before them says what it holds."""

_PLACES = tuple("main top bottom left right side sub mobile page site header footer".split())
"""Words for a place that stand at the begin of such names; what stands behind them says what is there."""

_BOX = re.compile(rf"(\w{{3,}}?)(?:{'|'.join(_BOX_ENDINGS)})")
_AT_PLACE = re.compile(rf"(?:{'|'.join(_PLACES)})(\w{{2,}})")


def _by_word(table: dict[Role, str]) -> dict[str, frozenset[Role]]:
    found: dict[str, set[Role]] = {}
    for role, words in table.items():
        for word in words.split():
            found.setdefault(word, set()).add(role)
    return {word: frozenset(roles) for word, roles in found.items()}


ROLES_OF_WORD = _by_word(WORDS_OF)
ROLES_OF_WHOLE = _by_word(WHOLE_NAMES)
_REASON_OF_WORD: dict[str, Reason] = {word: reason for reason in get_args(Reason) for word in WORDS_OF[reason].split()}


def reason_of_word(word: str) -> Reason | Literal[""]:
    """Why a box that one of `words_of`'s words names is no part of an article; "" where the word does not say so."""
    if word in _REASON_OF_WORD:
        return _REASON_OF_WORD[word]
    if len(word) > _LONG and word.startswith(_STARTS):
        return _by_beginning(word)
    return next((_REASON_OF_WORD[told] for told in _told_by(word) if told in _REASON_OF_WORD), "")


def _by_beginning(word: str) -> Reason:
    return next(role for start, role in BEGINNINGS.items() if word.startswith(start))


def with_reason(words: frozenset[str]) -> list[str]:
    """Those of `words_of`'s words for which `reason_of_word` has one."""
    return [word for word in words if reason_of_word(word)]


@cache
def parts_of(role: Role) -> tuple[str, ...]:
    """Of these one stands in every name of a role, in lower case."""
    beginnings = {start for start, reason in BEGINNINGS.items() if reason == role}
    words = {*WORDS_OF.get(role, "").split(), *WHOLE_NAMES.get(role, "").split()} | beginnings
    return tuple(sorted(word for word in words if not any(other in word for other in words - {word})))


def whole_roles(name: str) -> frozenset[Role]:
    """The roles that a name, in lower case, has as a whole alone."""
    return ROLES_OF_WHOLE.get(name, NO_ROLES)


def roles_of_word(word: str) -> frozenset[Role]:
    """The roles of a word in lower case."""
    if word in ROLES_OF_WORD:
        return ROLES_OF_WORD[word]
    if len(word) > _LONG and word.startswith(_STARTS):
        return frozenset[Role]({_by_beginning(word)})
    return NO_ROLES.union(*(ROLES_OF_WORD.get(told, NO_ROLES) for told in _told_by(word)))


def _told_by(word: str) -> list[str]:
    """What names run together tell: "nav" of "topnav", "comment" of "commentlist"."""
    found = [_AT_PLACE.fullmatch(word) if word.startswith(_PLACES) else None]
    found += [_BOX.fullmatch(word) if word.endswith(_BOX_ENDINGS) else None]
    return [match[1] for match in found if match]
