"""Dates of feeds and sitemaps: RFC 822 and ISO 8601 in the spellings that are met, where they can be true."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

from newscrawl.article import Precision
from newscrawl.text.zones import ZONES

# email.utils knows the zones of RFC 822 (GMT, EST … PDT); these are met beside them. In a feed BST is Britain's and IST
# India's, for most feeds that write them are from there.
_ZONES = {name.upper(): f"{hours:+03}00" for name, hours in (ZONES | {"bst": 1}).items()} | {"IST": "+0530"}
_NAMED = re.compile(rf"(?<![A-Za-z])({'|'.join(map(re.escape, _ZONES))})$")
# +01:00, GMT+1, UTC+0300, and -0000, which is UTC; behind a time, for a day ends in -20 too.
_OFFSET = re.compile(r"(?<=\d)( ?)(?:GMT|UTC| )?([+-])(\d\d?)(?::?(\d\d))?$")
_COMMENT = re.compile(r" \([^()]{0,60}\)$")
_USUAL = re.compile(r"\d{4}-\d\d-\d\dT[01]\d:\d\d:\d\d(?:Z|[+-]\d\d:\d\d)")
_ISO = re.compile(r"(\d{4})([-/])(\d\d?)(?:\2(\d\d?))?(?:Z$|(?=[T ])(.+)$|$)", re.S)
_HOUR = re.compile(r"[T ](\d)(?=:)")
_LAST_MOMENT = re.compile(r"(?<![\d:])24(:00(?::00)?)(?!\d)")
_WORDS_DAY = re.compile(r"(?:[A-Za-z]{3,9},? )?(?:\d{1,2}[ -][A-Za-z]{3,9}|[A-Za-z]{3,9} \d{1,2}),?[ -]\d{4}")
# A year before 1000: the zero of some clock, which the rule for years of two digits would take to our own days.
_NO_YEAR = re.compile(r"(?:^|[^\d:+.-])0\d{3}(?=[^\d:]|$)|[ -]-\d{4} ")

_EARLIEST = datetime(1800, 1, 1, tzinfo=UTC)
_UNIX_ZERO = datetime(1970, 1, 1, tzinfo=UTC)
# Midnights where the clocks of other systems begin: OLE's and Excel's, the Macintosh's, DOS's; and PHP's of no month.
_ZEROS = {(1899, 12, 30), (1899, 12, 31), (1900, 1, 1), (1904, 1, 1), (1970, 1, 1), (1980, 1, 1), (1999, 11, 30)}
# What is announced is announced for this year or the next.
_LATEST = timedelta(days=366)


@dataclass(frozen=True, slots=True)
class Date:
    """A moment as a feed gives it; `precision` is "day" where it gives no time."""

    moment: datetime
    precision: Precision = "second"


def read_date(text: str) -> Date | None:
    """The date; None where it is none, cannot be true, or is a time without its zone: half a date would be a guess."""
    if not text or len(text) > 100:
        return None
    date = _read(" ".join(text.split()))
    return date if date and _can_be_true(date.moment) else None


def _can_be_true(moment: datetime) -> bool:
    """Not the zero of some clock (0001-01-01, 1970-01-01 0:00), and not of a far future."""
    is_midnight = not (moment.hour or moment.minute or moment.second)
    if moment == _UNIX_ZERO or (is_midnight and (moment.year, moment.month, moment.day) in _ZEROS):
        return False
    # Times at the very ends of the calendar cannot be compared across zones.
    return _EARLIEST.year < moment.year < 9999 and moment < datetime.now(UTC) + _LATEST


def _read(text: str) -> Date | None:
    if _USUAL.fullmatch(text):  # in sitemaps by the ten thousand
        plain = _moment(datetime.fromisoformat, text)
        return Date(plain) if plain else None
    if found := _ISO.match(text):
        return _iso(found)
    if _NO_YEAR.search(text):
        return None
    text = text.replace("Sept ", "Sep ").replace("Sept-", "Sep-")
    if _WORDS_DAY.fullmatch(text):
        return _day(_moment(parsedate_to_datetime, f"{text} 00:00:00"))
    return _of_time(parsedate_to_datetime, text)


def _iso(found: re.Match[str]) -> Date | None:
    year, _, month, day, time = found.groups()
    date = f"{year}-{month:0>2}-{day or '1':0>2}"
    if not time:
        return _day(_moment(datetime.fromisoformat, date))
    return _of_time(datetime.fromisoformat, date + _HOUR.sub("T0\\1", time, count=1))


def _of_time(read: Callable[[str], datetime], text: str) -> Date | None:
    """A time with its zone."""
    text = _COMMENT.sub("", text)
    text = _NAMED.sub(lambda zone: _ZONES[zone[1]], text)
    text = _OFFSET.sub(lambda found: f"{found[1]}{found[2]}{found[3]:0>2}{found[4] or '00'}", text)
    text = text.removesuffix("-0000") + "+0000" if text.endswith("-0000") else text  # email.utils: "no zone is known"
    next_day = _LAST_MOMENT.search(text)
    moment = _moment(read, _LAST_MOMENT.sub(r"00\1", text, count=1))
    if not moment or not moment.tzinfo:
        return None
    return Date(moment + timedelta(days=1) if next_day else moment)


def _day(moment: datetime | None) -> Date | None:
    return Date(moment.replace(tzinfo=UTC), "day") if moment else None


def _moment(read: Callable[[str], datetime], text: str) -> datetime | None:
    try:
        return read(text)
    except (ValueError, OverflowError, TypeError, IndexError):
        return None
