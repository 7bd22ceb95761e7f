"""Names joined otherwise than by a word between them: in brackets, by a letter, or as one name's two surnames."""

import re
from functools import cache

from newscrawl.extract.fields.name_kinds import is_agency, is_person
from newscrawl.extract.vocabulary.lexicon import all_languages
from newscrawl.extract.vocabulary.matching import any_of

_ARABIC = "[\u0621-\u064a]{2,20}"
_AND_OR_NAME = "ليد|ائل|سام|سيم|فاء|لاء|جيه|ديع|جدي|حيد|صال|داد|ضاح|هبة|هيب|رد|ردة"
_AND_IN_ARABIC = re.compile(
    rf"(?<![\u0621-\u064a])({_ARABIC} {_ARABIC}) و(?!(?:{_AND_OR_NAME})\b)(?={_ARABIC} {_ARABIC})"
)
"""The "and" that Arabic writes with the word behind it; some first names begin with its letter."""


def with_commas(text: str) -> str:
    """A line with commas where brackets or a letter join names: "Jane Doe (with John Roe)" as "Jane Doe, John Roe"."""
    if "(" in text:
        text = _with_others().sub(lambda told: f", {told[1]} " if _names_people(told[1]) else told[0], text)
    return _AND_IN_ARABIC.sub(r"\1, ", " ".join(text.split())) if " و" in text else text


def _names_people(text: str) -> bool:
    """Whether a text is a person's name or several; never "a photo", "Material der dpa"."""
    return any(map(is_person, (text, *_SHORT_WORD.split(text))))


_SHORT_WORD = re.compile(r"\s(?:[^\W\dA-Z_]{1,3}|&)\s")


@cache
def _with_others() -> re.Pattern[str]:
    """Who else wrote, in brackets behind a name, and perhaps where: "Jane Doe (with John Roe, in Kyiv)"."""
    joined = any_of(word for word in all_languages().words("and") if len(word) > 2)
    return re.compile(rf"\((?:{joined})\s([^\W\d_][^(),;]{{2,60}})(?:[,;][^()]{{0,60}})?\)", re.I)


def with_second_surnames(pieces: list[str], part: str) -> list[str]:
    """The pieces of a list of names, with second surnames where they belong: "Silva e Sousa", "Ortega y Gasset"."""
    found: list[str] = []
    for piece in pieces:
        may_be = found and " " not in piece and is_person(found[-1]) and not is_agency(piece)
        wholes = (f"{found[-1]} {join} {piece}" for join in ("e", "y", "i")) if may_be else ()
        whole = next((name for name in wholes if name in part), "")
        found = [*found[:-1], whole] if whole else [*found, piece]
    return found
