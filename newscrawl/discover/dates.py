"""Dates of feeds, sitemaps and cards: as the date parser reads them, with their zone and where they can be true."""

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from newscrawl.article import Precision
from newscrawl.extract.fields.date_parser import stamp

# In a feed BST is Britain's and IST India's, for most feeds that write them are from there.
_ZONES = {"BST": "+0100", "IST": "+0530"}
_NAMED = re.compile(r"\b(BST|IST)$")
_SHORT_MINUTE = re.compile(r"(?<=\d:)(\d)(?!\d)")
# The two usual spellings are read at once: sitemaps have them by the ten thousand.
_USUAL = re.compile(r"\d{4}-\d\d-\d\d(?:T[01]\d:\d\d:\d\d(?:\.\d{1,6})?(?:Z|[+-]\d\d:\d\d))?")
_USUAL_IN_FEEDS = re.compile(
    r"[A-Z][a-z]{2}, (\d\d?) ([A-Z][a-z]{2}) ([12]\d{3}) (\d\d:\d\d:\d\d) (?:GMT|([+-]\d\d)(\d\d))"
)
_NAMES = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()
_MONTHS = {name: f"{number:02}" for number, name in enumerate(_NAMES, 1)}

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


class DocumentDates:
    """The dates of one document. The two usual spellings take a tenth of the time of others, which are bounded."""

    def __init__(self, others: int) -> None:
        self.left = others

    def read(self, text: str) -> Date | None:
        """As `read_date`; None for what is spelled unusually and comes after too many of its kind."""
        if not text or len(text) > 100:
            return None
        text = " ".join(text.split())
        date = _usual(text)
        if date is None and self.left > 0:
            self.left -= 1
            date = _any(text)
        return date if date and _can_be_true(date.moment) else None


def read_date(text: str) -> Date | None:
    """The date; None where it is none, cannot be true, or is a time without its zone: half a date would be a guess."""
    return DocumentDates(others=1).read(text)


def _usual(text: str) -> Date | None:
    if found := _USUAL_IN_FEEDS.fullmatch(text):
        day, month, year, time, hours, minutes = found.groups()
        text = f"{year}-{_MONTHS.get(month)}-{day:0>2}T{time}{hours or '+00'}:{minutes or '00'}"
    elif not _USUAL.fullmatch(text):
        return None
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    return Date(moment) if len(text) > 10 else Date(moment.replace(tzinfo=UTC), "day")


def _any(text: str) -> Date | None:
    found = stamp(_SHORT_MINUTE.sub(r"0\1", _NAMED.sub(lambda zone: _ZONES[zone[1]], text)))
    if found is None or (found.when.tzinfo is None and not found.day_only):
        return None
    return Date(found.when.replace(tzinfo=UTC), "day") if found.day_only else Date(found.when)


def _can_be_true(moment: datetime) -> bool:
    """Not the zero of some clock (0001-01-01, 1970-01-01 0:00), and not of a far future."""
    is_midnight = not (moment.hour or moment.minute or moment.second)
    if moment == _UNIX_ZERO or (is_midnight and (moment.year, moment.month, moment.day) in _ZEROS):
        return False
    # Times at the very ends of the calendar cannot be compared across zones.
    return _EARLIEST.year < moment.year < 9999 and moment < datetime.now(UTC) + _LATEST
