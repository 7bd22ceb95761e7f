"""Zones: a moment of a page in the zone that another of its dates tells."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta, timezone

from newscrawl.extract.fields.date_parser import Stamp

# Zones lie within 14 hours of UTC, on quarter hours.
_FARTHEST, _QUARTER, _HALF_HOUR = timedelta(hours=14), 15 * 60, timedelta(minutes=30)


def on_its_day(moment: datetime, shown: Iterable[tuple[Stamp, str]]) -> datetime:
    """A moment said in UTC in the zone of the clock at the headline, where it is another day there: 5 May, 23:30.

    Where the headline shows that other day and no clock, it is the nearest zone that has it.
    """
    if moment.utcoffset():
        return moment
    for found, _ in shown:
        if found.day_only:
            return _on_day(moment, found.when.date())
        apart = found.when.replace(tzinfo=None) - moment.replace(tzinfo=None)
        offset = round(apart / _HALF_HOUR) * _HALF_HOUR
        is_same = abs(offset) <= _FARTHEST and abs(apart - offset) < timedelta(minutes=1)
        if is_same and found.when.date() != moment.date():
            return moment.astimezone(timezone(offset))
    return moment


def _on_day(moment: datetime, day: date) -> datetime:
    """A moment in UTC in the nearest zone of whole hours in which it is this day, where there is one."""
    hours = {1: 24 - moment.hour, -1: -1 - moment.hour}.get((day - moment.date()).days, 0)
    return moment.astimezone(timezone(timedelta(hours=hours))) if -12 <= hours <= 14 and hours else moment


def completes(naive: Stamp, other: Stamp) -> bool:
    """Whether an aware time is the same moment as one without zone, or lies on the same day as one without time."""
    if other.when.tzinfo is None:
        return False
    if naive.day_only:
        return naive.when.date() == other.when.date()
    apart = abs(other.when.replace(tzinfo=None) - naive.when)
    exact = naive.when.second != 0 and apart <= _FARTHEST
    return apart < timedelta(minutes=1) or (exact and apart.total_seconds() % _QUARTER < 1)
