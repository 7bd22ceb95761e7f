"""Names of months and weekdays, from the Unicode CLDR by tools/make_calendar.py, and those of the solar calendar."""

import re
import tomllib
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any
from unicodedata import normalize

_SOLAR = (
    "فروردین حمل", "اردیبهشت ثور", "خرداد جوزا", "تیر سرطان", "مرداد اسد امرداد", "شهریور سنبله", "مهر میزان",
    "آبان عقرب", "آذر قوس", "دی جدی", "بهمن دلو", "اسفند حوت",
)  # fmt: skip

SOLAR_MONTHS = {name: number for number, names in enumerate(_SOLAR, 1) for name in names.split()}
"""A month's name in Iran or Afghanistan -> 1 to 12."""


SHORTEST = 3
"""Letters of a month that is cut short; without its accents it is some other word."""

_ACCENTS = re.compile("[\u0300-\u036f]")
"""Those of Latin, Greek and Cyrillic letters alone: other scripts' marks are letters."""


@cache
def _calendar() -> dict[str, Any]:
    return tomllib.loads(Path(__file__).with_name("calendar.toml").read_text(encoding="utf-8"))


@cache
def months() -> dict[str, int]:
    """Month's name in lower case, without a dot -> 1 to 12."""
    return {name: int(month) for month, names in _calendar()["months"].items() for name in names}


def month(name: str, language: str = "") -> int | None:
    """The month that a name in lower case, without a dot, means in a language; None for any other word.

    Croats call October what is November to Czechs and Poles.
    """
    own: dict[str, int] = _calendar()["other_months"]
    return own.get(f"{language.partition('-')[0]} {name}") or months().get(name) or _without_accents().get(_bare(name))


@cache
def _without_accents() -> dict[str, int]:
    """The months as capitals and old typewriters have them: "AOUT", "ΜΑΡΤΙΟΥ"."""
    return {_bare(name): number for name, number in reversed(months().items()) if len(name) > SHORTEST}


def _bare(name: str) -> str:
    return name if name.isascii() else _ACCENTS.sub("", normalize("NFD", name))


def weekdays(languages: Iterable[str]) -> list[str]:
    """The weekdays of some languages, in lower case; none of a language that the calendar does not have."""
    return [day for language in languages for day in _calendar()["weekdays"].get(language, ())]


def is_day(text: str) -> bool:
    """Whether a text is numbers and words of the calendar alone: "– Tue Aug 31"; "Sun Jun" is somebody's name."""
    words = [word.strip(_AROUND) for word in text.lower().split()]
    said = [word for word in words if word and not word[0].isdigit()]
    return 0 < len(said) < len(list(filter(None, words))) and all(map(_is_of_calendar, said))


_AROUND = ".,;–—-|·• "


def _is_of_calendar(word: str) -> bool:
    return word in _all_weekdays() or month(word) is not None


@cache
def _all_weekdays() -> frozenset[str]:
    return frozenset(day for days in _calendar()["weekdays"].values() for day in days)
