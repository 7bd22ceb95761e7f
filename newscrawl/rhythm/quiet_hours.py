"""Quiet hours: times of day in which no run starts, e.g. "23:00-06:00 Asia/Qatar" or "Sat Sun 00:00-24:00 UTC"."""

import re
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from newscrawl.errors import RhythmError
from newscrawl.rhythm.interval import read_zone

ACCEPTED = 'accepted are hours with a time zone, e.g. "23:00-06:00 Asia/Qatar" or "Sat Sun 00:00-24:00 UTC"'
DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
FORM = re.compile(r"((?:[a-z]{3}\s+)*)(\d\d?):(\d\d)\s*-\s*(\d\d?):(\d\d)(?:\s+(\S+))?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Quiet:
    """Minutes of the local day from `start` up to `end`, over midnight where `end` is not after `start`."""

    start: int
    end: int
    zone: ZoneInfo
    days: frozenset[int] = frozenset(range(7))
    """The weekdays on which it begins, Monday 0."""

    def covers(self, moment: datetime) -> bool:
        """Whether an aware moment is in these hours."""
        local = moment.astimezone(self.zone)
        minute = local.hour * 60 + local.minute
        today, yesterday = local.weekday() in self.days, (local.weekday() - 1) % 7 in self.days
        if self.start < self.end:
            return today and self.start <= minute < self.end
        return (today and minute >= self.start) or (yesterday and minute < self.end)

    def ends(self, moment: datetime) -> datetime:
        """When the hours that cover a moment end, to the minute."""
        local = moment.astimezone(self.zone)
        midnight = datetime.combine(local.date(), time(), self.zone)
        late = self.start >= self.end and local.hour * 60 + local.minute >= self.start
        end = (midnight + timedelta(days=late, minutes=self.end)).astimezone(moment.tzinfo)
        # A clock that is set back within the hours repeats their end; the later one counts.
        while self.covers(end):
            end += timedelta(minutes=1)
        return end


def read_quiet(text: str) -> Quiet:
    """Quiet hours from their text; raises RhythmError."""
    found = FORM.fullmatch(text.strip())
    if not found:
        raise RhythmError(ACCEPTED)
    days, zone = found[1].lower().split(), read_zone(found[6] or "UTC")
    start, end = int(found[2]) * 60 + int(found[3]), int(found[4]) * 60 + int(found[5])
    if set(days) - set(DAYS) or start >= 1440 or end > 1440 or start == end or int(found[3]) > 59 or int(found[5]) > 59:
        raise RhythmError(ACCEPTED)
    return Quiet(start, end, zone, frozenset(DAYS.index(day) for day in days) or frozenset(range(7)))
