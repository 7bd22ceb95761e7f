"""The date parser: a point of time as a page writes it, in ISO 8601 and the like or in words."""

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, tzinfo
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from newscrawl.extract.fields.calendars import in_gregorian
from newscrawl.extract.fields.date_clock import TimeOfDay, clock_in, offset, zone_called, zone_in
from newscrawl.extract.fields.date_days import EITHER, Day, day_in


@dataclass(frozen=True, slots=True)
class Stamp:
    """A time of a page."""

    when: datetime
    """Aware where the page names a zone, naive where it names none."""

    day_only: bool = False
    """True where the page gives a day without a time; `when` is then that day's midnight, naive."""


_AMERICAN_CLOCK = re.compile(r"\d\s?(?:[ap]\.?m\.?)?\s?[ECMP][SD]?T\b", re.I)
"""A clock in a zone of America, where the month comes first."""

_OFFSET = r"(?:UTC|GMT)?\s?([+\-\u2212])(\d{2}):?(\d{2})?"
_CLOCK = r"(\d{1,2}):(\d{2})(?::(\d{1,2})(?:[.,:](\d+))?)?"
_ISO = re.compile(
    rf"(\d{{4}})([-/.])(\d{{1,2}})\2(\d{{1,2}})(?:(?:\s[-–]\s|[T\s,|]+)(?:at\s)?{_CLOCK})?(?!\d)\s*(?:{_OFFSET}(?!\d)|([A-Za-z]+))?"
)
_SECONDS = re.compile(r"(\d{10}|\d{13})|/Date\((\d{13})(?:[+-]\d{4})?\)/")
"""Since 1970, alone or as .NET writes them into JSON."""

_COMPACT = re.compile(r"((?:19|20)\d{2})([01]\d)([0-3]\d)(?:T?(\d{2})(\d{2})(\d{2})?)?(Z?)")
"""Digits alone: 20240512T140500Z."""

_MARKS = {ord(mark): None for mark in "\u200e\u200f\u061c\u2066\u2067\u2068\u2069"} | {ord("،"): ","}
"""Marks that tell which way a line runs, and the Arabic comma."""

NEAR_CLOCK = 14
"""Characters behind a day within which its time stands."""

LONGEST = 160
"""Characters. A byline's date with its words is shorter; in prose a date means something else."""

_ZERO = ((1969, 12, 31), (1970, 1, 1))
"""Where some clocks begin, in any zone."""


def stamp(text: str, *, language: str = "") -> Stamp | None:
    """The time that a text names, or None. `language`: the page's BCP 47 tag, to read 03/04/2024."""
    text = text[:LONGEST].replace("\xa0", " ").strip()
    if not text.isascii():  # Arabic and other digits
        text = re.sub(r"\d", lambda m: str(int(m[0])), text.translate(_MARKS))
    language = "en-us" if language.lower() in EITHER and _AMERICAN_CLOCK.search(text) else language.lower()
    text = in_gregorian(text, language)
    try:
        found = _machine(text) or _worded(text, language)
    except (ValueError, OverflowError):
        return None
    return found if found and _believable(found.when) else None


def zone(name: str) -> tzinfo | None:
    """The zone of an IANA name, or None where there is none of that name."""
    try:
        return ZoneInfo(name) if name else None
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None


def _believable(when: datetime) -> bool:
    """Not the zero of some clock (0001-01-01, 1970-01-01 in any zone) and not of a far future."""
    return 1800 < when.year < 2100 and (when.year, when.month, when.day) not in _ZERO


def _machine(text: str) -> Stamp | None:
    """A time in one of the forms that programs write."""
    if match := _SECONDS.fullmatch(text):
        return Stamp(datetime.fromtimestamp(int((match[1] or match[2])[:10]), UTC))
    if match := _COMPACT.fullmatch(text):
        clock = TimeOfDay(match[4], match[5], match[6]) if match[4] else None
        return _at((match[1], match[2], match[3]), clock, UTC if match[7] else None)
    if match := _ISO.search(text):
        year, _, month, day, hour, minute, second, fraction, sign, hours, minutes, word = match.groups()
        behind = text[match.end() : match.end() + NEAR_CLOCK]
        if (word or "").lower() in ("am", "pm") or (hour is None and not word and clock_in(behind)):
            return None  # twelve-hour clocks, and those behind a weekday, are read with the words
        tz = offset(sign, hours, minutes) if sign else zone_called(word, text[match.end() :])
        return _at((year, month, day), TimeOfDay(hour, minute, second, fraction) if hour else None, tz)
    return None


def _at(day: Day, clock: TimeOfDay | None = None, tz: tzinfo | None = None) -> Stamp:
    """The time of these digits. Raises ValueError where there is none such."""
    number = int(day[0]) + (0 if len(day[0]) == 4 else 2000 if int(day[0]) < 70 else 1900)
    date = datetime(number, int(day[1]), int(day[2]))  # noqa: DTZ001 (naive until the page's zone is known)
    if clock is None:
        return Stamp(date, day_only=True)
    micro = int(f"{clock.fraction or ''}000000"[:6])
    second = min(int(clock.second or 0), 59)
    moment = date.replace(minute=int(clock.minute or 0), second=second, microsecond=micro, tzinfo=tz)
    return Stamp(moment + timedelta(days=1) if clock.hour == "24" else moment.replace(hour=int(clock.hour)))


def _worded(text: str, language: str) -> Stamp | None:
    """A time in one of the forms that people write."""
    found = day_in(text, language)
    if found is None:
        return None
    day, rest = found
    clock = clock_in(rest)
    return _at(day, clock, zone_in(rest)) if clock else _at(day)
