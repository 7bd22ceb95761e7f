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

_BOX_ENDINGS = ("wrapper", "wrap", "container", "box", "area", "section", "holder", "panel", "widget", "module")
"""Words for a box that stand at the end of names run together; what stands before them says what it holds."""

_BOX = re.compile(rf"(\w{{3,}}?)(?:{'|'.join(_BOX_ENDINGS)})")


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
    return _REASON_OF_WORD.get(_what_a_box_holds(word), "")


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
    return ROLES_OF_WORD.get(held, NO_ROLES) if (held := _what_a_box_holds(word)) else NO_ROLES


def _what_a_box_holds(word: str) -> str:
    """What a box holds whose name is run together: "comment" of "commentwrapper"; "" where no such word ends it."""
    return box[1] if word.endswith(_BOX_ENDINGS) and (box := _BOX.fullmatch(word)) else ""
