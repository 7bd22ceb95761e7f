"""The time of day beside a date, and its zone."""

import re
from datetime import timedelta, timezone, tzinfo
from functools import cache
from typing import NamedTuple
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from newscrawl.text.zones import ZONES

_TIME = re.compile(
    r"(?P<before>上午|下午|晚上|凌晨|오전|오후|午前|午後|ص|م)?\s?(?<![\d.,/-])(?P<hour>[0-2]?\d)\s?"
    r"(?:[:.h時时点시]\s?(?P<minute>[0-5]\d)(?:[:분分]\s?(?P<second>[0-5]\d))?[分분]?)?(?!\d|[.,/-]\d)"
    r"\s?(?P<after>[ap]\.?\s?m\b\.?|[صم](?!\w))?", re.I
)  # fmt: skip
_ZONE_WORD = re.compile(r"\b([A-Za-z]{1,4}T|UTC|GMT|MEZ|MESZ|MSK|МСК|WIB|(?<=\d )Z)\b")
_OFFSET_ALONE = re.compile(
    r"(?:(?:UTC|GMT)\s?([+\-\u2212])(\d{1,2})(?::?(\d{2}))?|(?<=\d)\s?([+\-])(\d{2}):?(\d{2}))(?!\d)"
)


class TimeOfDay(NamedTuple):
    """A time of day in digits."""

    hour: str
    minute: str | None = None
    second: str | None = None
    fraction: str | None = None


def offset(sign: str, hours: str, minutes: str | None) -> timezone:
    """The zone so far from UTC."""
    distance = timedelta(hours=int(hours), minutes=int(minutes or 0))
    return timezone(-distance if sign in "-\u2212" else distance)


def zone_called(word: str | None, rest: str = "") -> tzinfo | None:
    """The zone of an abbreviation; `rest`: what stands behind it, as in "GMT+2"."""
    if word and word.lower() in ZONES:
        if word.lower() in ("gmt", "utc") and (match := re.match(r"\s?([+\-])(\d{1,2}):?(\d{2})?", rest)):
            return offset(*match.groups())
        return timezone(timedelta(hours=ZONES[word.lower()]))
    return None


def clock_in(text: str) -> TimeOfDay | None:
    """Hour, minute, second of a time in words: 14:05, 14.05 Uhr, 21h37, 2:05 p.m., 下午2:05, 21時37分."""
    for match in _TIME.finditer(text):
        half = (match["before"] or match["after"] or "").lower()
        if match["minute"] is None and not half:
            continue
        hour = int(match["hour"])
        if half and hour <= 12:
            late = half.startswith("p") or half in ("下午", "晚上", "오후", "午後", "م")
            hour = hour % 12 + (12 if late else 0)
        if hour < 24 or (hour, match["minute"]) == (24, "00"):
            return TimeOfDay(str(hour), match["minute"], match["second"])
    return None


def zone_in(text: str) -> tzinfo | None:
    """The zone that stands in a text."""
    if match := _OFFSET_ALONE.search(text):
        return offset(*(match.groups()[:3] if match[1] else match.groups()[3:]))
    if match := _AMERICAN.search(text):
        return _american(match[1])
    return next((tz for word in _ZONE_WORD.findall(text) if (tz := zone_called(word))), None)


@cache
def _american(initial: str) -> tzinfo | None:
    """The zone of America's "ET" and the like, which have a summer time; None where the system knows no zones."""
    try:
        return ZoneInfo(_AMERICA[initial])
    except (ZoneInfoNotFoundError, OSError):
        return None


_AMERICAN = re.compile(r"\d\s?[AaPp]\.?[Mm]\.?,?\s([ECMP])T\b")
_AMERICA = {"E": "America/New_York", "C": "America/Chicago", "M": "America/Denver", "P": "America/Los_Angeles"}
