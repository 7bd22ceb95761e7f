"""Dates of feeds and sitemaps: RFC 822 and ISO 8601 in the spellings that are met."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from newscrawl.article import Precision
from newscrawl.text.zones import ZONES

# email.utils knows the zones of RFC 822 (GMT, EST … PDT); these are met beside them. In a feed BST is Britain's.
_ZONES = {name.upper(): f"{hours:+03}00" for name, hours in (ZONES | {"bst": 1}).items()}
_NAMED = re.compile(rf"\b({'|'.join(_ZONES)})$")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_MONTH = re.compile(r"\d{4}-\d\d")


@dataclass(frozen=True, slots=True)
class Date:
    """A moment as a feed gives it; `precision` is "day" where it gives no time."""

    moment: datetime
    precision: Precision = "second"


def read_date(text: str) -> Date | None:
    """The date, or None where it is none, or gives a time without its zone: half a date would be a guess."""
    if not text:
        return None
    text = " ".join(text.split())
    if _MONTH.fullmatch(text):
        text += "-01"
    if _DAY.fullmatch(text):
        day = _moment(datetime.fromisoformat, text)
        return Date(day.replace(tzinfo=UTC), "day") if day else None
    moment = _moment(datetime.fromisoformat, text) or _moment(_rfc822, text)
    return Date(moment) if moment and moment.tzinfo else None


def _rfc822(text: str) -> datetime:
    return parsedate_to_datetime(_NAMED.sub(lambda zone: _ZONES[zone[1]], text))


def _moment(read: Callable[[str], datetime], text: str) -> datetime | None:
    try:
        return read(text)
    except (ValueError, OverflowError, TypeError, IndexError):
        return None
