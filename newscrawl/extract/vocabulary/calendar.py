"""Names of months and weekdays, from the Unicode CLDR by tools/make_calendar.py, and those of the solar calendar."""

import tomllib
from collections.abc import Iterable
from functools import cache
from pathlib import Path

_SOLAR = (
    "فروردین حمل", "اردیبهشت ثور", "خرداد جوزا", "تیر سرطان", "مرداد اسد امرداد", "شهریور سنبله", "مهر میزان",
    "آبان عقرب", "آذر قوس", "دی جدی", "بهمن دلو", "اسفند حوت",
)  # fmt: skip

SOLAR_MONTHS = {name: number for number, names in enumerate(_SOLAR, 1) for name in names.split()}
"""A month's name in Iran or Afghanistan -> 1 to 12."""


@cache
def _calendar() -> dict[str, dict[str, list[str]]]:
    return tomllib.loads(Path(__file__).with_name("calendar.toml").read_text(encoding="utf-8"))


@cache
def months() -> dict[str, int]:
    """Month's name in lower case, without a dot -> 1 to 12."""
    return {name: int(month) for month, names in _calendar()["months"].items() for name in names}


def weekdays(languages: Iterable[str]) -> list[str]:
    """The weekdays of some languages, in lower case; none of a language that the calendar does not have."""
    return [day for language in languages for day in _calendar()["weekdays"].get(language, ())]
