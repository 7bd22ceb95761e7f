"""Names out of a byline's text: which it lists, without the words around them."""

import re
from functools import cache, lru_cache

from newscrawl.extract.fields.joined_names import with_commas, with_second_surnames
from newscrawl.extract.fields.name_kinds import (
    MOST_LETTERS,
    MOST_WORDS,
    is_agency,
    is_organisation,
    is_person,
    is_role,
    is_role_alone,
    with_also_names,
)
from newscrawl.extract.vocabulary.calendar import is_day
from newscrawl.extract.vocabulary.language_files import LANGUAGES, table
from newscrawl.extract.vocabulary.lexicon import Lexicon, all_languages
from newscrawl.extract.vocabulary.matching import any_of
from newscrawl.extract.vocabulary.phrases import all_phrases
from newscrawl.extract.vocabulary.places import names_a_place
from newscrawl.text.scripts import CJK, HANGUL, IN_CJK

# Blanks are single ones here: `names_in` makes them so.
_LISTED = re.compile(r"\s?(?:[,;|•·、，；]|\s[–—-]\s)\s?")
_DROPPED = re.compile(
    r"\([^)]{0,200}\)|\[[^\]]{0,200}\]|（[^）]{0,200}）|【[^】]{0,200}】|"
    r"(?<![\w.+-])[\w.+-]++@[\w-]+\.\w[\w.]*|(?<!\S)@\w+|https?://\S+"
)
UNSEEN = "\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"
"""Signs without a width, which stand at a name's ends."""

_ENDS = " \t,;:：.|/-–—*~&+•·\"'„“”»«" + UNSEEN
_ADDRESS = re.compile(r"^(?:https?:)?//|^www\.|^/")

_IN_PLACE = re.compile(r"\sin(?:\s[^\W\d_a-z][\w.’'-]{0,30}){1,3}(?=\s(?:and|und)\s)")
"""Where one of two wrote from: "Jane Doe in Kyiv and John Roe"."""
_REPORTERS = re.compile(
    rf"(?!.*(?:报道|報道|報導))\W*(?:本[报報])?(?:见习|見習)?(?:记者|通讯员|(?<=本報)記者)\s?[:：]?\s?(?=[{CJK}]{{2,4}}(?:\s[{CJK}]{{2,4}})+\W*$)"
)
"""What stands before the names of a Chinese paper's reporters, which blanks tell apart."""
_FROM_IN_KOREAN = re.compile(rf"\A[{HANGUL}]{{2,10}}\s?=\s?(?=[{HANGUL}]{{2,5}}\s?기자)")
"""Where a Korean reporter wrote: "부산=김민지 기자"."""
_OF_HOUSE = re.compile(r"(.{3,60}?)\s(?:[Ff]or|[Ff]rom|In)\s(?:[Tt]he\s)?[^\W\d_a-z]")
"""What stands behind a name in a line set with capitals: "Jane Doe For Daily Post", "Jane Doe In Kyiv"."""
_BY_PARTICLE = re.compile(r"\Ad[ei]\s(?=[^\W\d_a-zß-ÿ][\w.’'-]*\s[^\W\d_a-zß-ÿ])")
"""The "by" of Romanian and Italian, which is a name's own particle where one word stands behind it: "de Jane Doe"."""
_NO_NAME = re.compile(r"[\d©?!=<>{}#]")


# Longer is an author's life, not a byline.
BYLINE_LENGTH = 120

# Characters of a name or a role alone.
NAME_LENGTH = 60

BESIDE = re.compile(r",\s|\s[-–—/]\s")
"""Between a name and what stands behind it in its line: "Jane Doe, AFP", "Jane Doe / Editor"."""

BARS = re.compile(r"(?:(?<!\s)\s++)?+[|·•]\s*+")


# Words of a name with a role behind it.
LEAST_WITH_ROLE = 4
# A byline of thirty authors has some 1,000 characters; a text is none.
LONGEST_LIST = 5_000


# The words around names are asked of every page in all languages: a byline keeps those of its agency or its author.


@cache
def _leading() -> re.Pattern[str]:
    """What stands before a name: "Written by", "Text:"."""
    lexicon = all_languages()
    before = any_of(lexicon.words("by", "by_label", "before_name"))
    return re.compile(
        rf"^\W*(?:(?:{any_of(lexicon.words('written'))})\s+)?(?:{before})(?:\s*[:：|/／｜●＝=]\s*|(?<=[{CJK}])[・·]|(?<=[記记]者)|\s+)",
        re.I,
    )


@cache
def _trailing() -> re.Pattern[str]:
    """What stands behind a name: "… in Kyiv", "… is a staff writer"."""
    behind = all_languages().words("behind_name")
    run_on = any_of(word for word in behind if not word.isascii() and word.upper() == word.lower())
    number = r"\s\d(?!\d?/[^\W\d]).*$"  # not of "Bündnis 90/Die Grünen"
    report = rf"(?:／.{{2,6}}|\s[{CJK}]{{0,4}})(?:報導|報道|报道)$"
    return re.compile(rf"\s(?:{any_of(behind)})(?!\w).*$|(?:{run_on})$|{number}|{report}")


@cache
def _joins_here() -> list[tuple[re.Pattern[str], re.Pattern[str]]]:
    """Words that join names in one language and stand behind them in another, each with how a line of the first begins:
    "Door A en B" names two."""
    behind = frozenset(all_languages().words("behind_name"))
    told = [(Lexicon([language]), behind.intersection(table(language)["and"])) for language in sorted(LANGUAGES)]
    return [
        (
            re.compile(rf"\W*(?:{any_of(lexicon.words('by', 'by_label'))})(?!\w)", re.I),
            re.compile(rf" (?:{any_of(both)}) "),
        )
        for lexicon, both in told
        if both
    ]


@cache
def _joined() -> re.Pattern[str]:
    return re.compile(rf"\s(?:{any_of(all_languages().words('and'))}|&|\+)\s|\s?[/＆&]\s?", re.I)


@cache
def _of_picture() -> re.Pattern[str]:
    """What begins with the word for a picture and names who took it: "Foto Jane Doe"."""
    return re.compile(rf"(?:{any_of(all_languages().words('credit'))})\s(?=[^\W\d_]\S*\s\S)", re.I)


@cache
def _and() -> re.Pattern[str]:
    """An "and" left at the begin of a name; with a capital, or of one letter, it may be part of one ("Dan", "E")."""
    return re.compile(
        rf"^(?:{any_of(word for word in all_languages().words('and') if len(word) > 1 or word in 'yи')})\s+"
    )


def names_in(text: str) -> list[str]:
    """The names a byline lists, people's and organisations', without the words around them."""
    return list(_names_in(text)) if len(text) <= LONGEST_LIST else []


@lru_cache(maxsize=256)
def _names_in(text: str) -> list[str]:
    text = " ".join(_DROPPED.sub(" ", with_commas(text)).split())
    if not text or _ADDRESS.match(text):
        return []
    for label, joins in _joins_here():
        text = joins.sub(" & ", text) if label.match(text) else text
    text = _FROM_IN_KOREAN.sub("", text) if "=" in text else text
    if of_paper := _REPORTERS.match(text):
        text = text[of_paper.end() :].replace(" ", ",")
    text = _IN_PLACE.sub("", _leading().sub("", text))
    listed = [_trimmed(part) for part in _LISTED.split(text) if not is_day(part)]
    parts = [
        name for part in listed for name in map(_without_house, _divided(_without_house(part))) if _may_be_name(name)
    ]
    if any(is_person(name) for name in parts):  # then a lone word is the place it was written in, or a desk
        whole = (n for n in parts if (" " in n and not names_a_place(n)) or IN_CJK.search(n) or is_organisation(n))
        parts = [n for n in whole if is_person(n) or not is_role(n)]
    return parts


def _trimmed(part: str) -> str:
    half = len(part) // 2
    if half > 3 and part[:half].strip() == part[-half:].strip():  # once shown, once for screen readers
        part = part[:half]
    part = _BY_PARTICLE.sub("", _leading().sub("", _and().sub("", part.strip())), count=1)
    part = _behind_role(_without_role(_trailing().sub("", part)))
    return part.strip(_ENDS) + ("." if re.search(r"\b(?:Jr|Sr|[A-Z])\.$", part.strip()) else "")


def _without_house(name: str) -> str:
    """A name without what stands behind it: for whom it was written, and where."""
    of_house = _OF_HOUSE.match(name)
    if of_house is None or " " not in of_house[1] or _joined().search(name, of_house.end(1)):
        return name
    return of_house[1] if is_person(of_house[1]) else name


def _without_role(name: str) -> str:
    """A name without the role behind it, which has two words at least: "Jane Doe Staff Writer"."""
    words = name.split() if name.count(" ") >= LEAST_WITH_ROLE - 1 else []
    first = next((n for n, word in enumerate(words) if n > 1 and is_role(word)), len(words))
    has_role = len(words) - first > 1 and all(map(is_role, words[first:])) and is_person(" ".join(words[:first]))
    return " ".join(words[:first]) if has_role else name


def _behind_role(name: str) -> str:
    """A name without the role before it: "Health correspondent Jane Doe", "Valley-Post-Redakteur Karl Stein"."""
    words = name.split() if name.count(" ") > 1 else []
    last = max((n for n, word in enumerate(words[:-2]) if is_role_alone(word)), default=-1)
    behind = " ".join(words[last + 1 :])
    return behind if last >= 0 and is_person(behind) else name


# Degrees behind a name: "Jane Doe, PhD and John Roe, MPH".
_DEGREE = re.compile(r"(?:[A-Z]\.?){2,5}|Ph\.?D\.?|[A-Z][a-z]\.?[A-Z]\.?|D\.?Phil\.?")


def _divided(part: str) -> list[str]:
    """The names of "A and B" and of "A and AFP", where they are whole; "Le Figaro et AFP" and "dpa/lnw" are one."""
    pieces = [_trimmed(p) for p in _joined().split(part) if p]
    pieces = with_second_surnames(pieces, part) if len(pieces) > 2 else pieces
    names = [piece for piece in pieces if not all_phrases().is_beside_names(piece)]
    if len(names) == 1 and is_person(names[0]):
        return names
    if len(pieces) > 1 and is_person(pieces[-1]) and _DEGREE.fullmatch(pieces[0]) and not is_agency(pieces[0]):
        return pieces[1:]
    is_list = (
        len(pieces) > 1
        and is_person(pieces[0])
        and all(is_person(p) or is_agency(p) or _is_house(p) for p in pieces[1:])
    )
    people = [piece for piece in pieces if is_person(piece)] if " / " in part else []
    if len(people) == 1 and all(" " not in piece for piece in pieces if piece not in people) and not is_list:
        return people  # beside the place where it was written, or the desk
    return pieces if is_list else [part]


def _is_house(text: str) -> bool:
    """Whether a text is a paper's or an agency's name in several words; one in capitals may be somebody's initials."""
    return " " in text and is_organisation(text)


def _may_be_name(text: str) -> bool:
    letters = sum(c.isalpha() for c in text)
    if not 2 <= letters or len(text) > MOST_LETTERS or len(text.split()) > MOST_WORDS:
        return False
    if (before := _leading().match(f"{text} ")) and before.end() > len(text) and not is_role(text):
        return False
    if all_phrases().bylines.ends_in_by(text):
        return False
    if all_phrases().is_label(text):
        return False
    if " " in text and text.islower() and is_role(text):  # "our own reporter"
        return False
    if " " in text and _of_picture().match(text):
        return False
    text = with_also_names(text)
    return not _NO_NAME.search(text) and not all_phrases().is_beside_names(text)
