"""The publication rate: how many articles a site is expected to publish in any minute.

What is expected in a minute is the rate of its hour of the week, times how much more comes in this minute of the hour
than in others (what is put up for the full hour), and the edition or bulletin that comes at this time of the day;
raised for a while after each article where the site's articles come in bursts (a Hawkes process with an exponential
kernel).
"""

from array import array
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import datetime
from functools import cached_property
from itertools import accumulate, repeat
from math import exp, inf, sqrt
from operator import add, mul
from typing import Any

WEEK_MINUTES = 7 * 1440

CELL = 5
"""Minutes of the cells of the day in which editions are looked for: they come a few minutes sooner or later."""

CELLS, WEEK_CELLS = 1440 // CELL, 7 * 1440 // CELL

TOGETHER = 2
"""Minutes within which articles count as put up at once, by one hand: an edition draws no more after it than one."""

MONDAY = 3 * 86400
"""Seconds from a Monday to 1970-01-01, a Thursday."""


@dataclass(frozen=True)
class PublicationRate:
    """Articles a minute by hour of the week (Monday 0 UTC), factors by minute of the hour, articles a minute of
    editions by cell of the week, and bursts."""

    hours: Sequence[float]
    minutes: Sequence[float]
    editions: Sequence[float]
    share: float = 0.0
    lasting: float = 10.0
    size: float = 1.0
    """Articles that come together, on average."""

    @classmethod
    def from_dict(cls, said: Mapping[str, Any]) -> "PublicationRate":
        """Out of what `to_dict` gave."""
        return cls(**{**said, "editions": array("d", said["editions"])})

    def to_dict(self) -> dict[str, Any]:
        """As JSON takes it."""
        return {each.name: _listed(getattr(self, each.name)) for each in fields(self)}

    def ahead(self, minute: int, count: int) -> list[float]:
        """Articles to be expected in so many minutes from a minute of the week on, whatever has just happened."""
        hours = range(minute // 60, (minute + count - 1) // 60 + 1)
        cells = range(minute // 60 * 60 // CELL, hours.stop * 60 // CELL)
        usual = [rate * more for rate in (self.hours[hour % 168] for hour in hours) for more in self.minutes]
        editions = [more for cell in cells for more in repeat(self.editions[cell % WEEK_CELLS], CELL)]
        return list(map(add, usual, editions))[minute % 60 : minute % 60 + count]

    # By cells, and an array: hundreds of sites are looked at together.
    @cached_property
    def roots(self) -> "array[float]":
        """The integral of the square root of the usual rate from Monday 0 UTC to the begin of each cell of the week: by
        this the requests of a week are shared out. Single minutes are too short to be asked by their own rate."""
        hours = (rate for rate in self.hours for _ in range(60 // CELL))
        usual = map(sqrt, map(add, hours, self.editions))
        return array("d", accumulate(map(mul, usual, repeat(float(CELL))), initial=0.0))

    def share_between(self, since: datetime, until: datetime) -> float:
        """The share of a week's requests that belongs between two moments less than a week apart."""
        return (self._root_at(until) - self._root_at(since)) / self.roots[-1] % 1.0

    def _root_at(self, moment: datetime) -> float:
        cell, minutes = divmod(minute_of(moment), CELL)
        return self.roots[cell] + (self.roots[cell + 1] - self.roots[cell]) * minutes / CELL

    @cached_property
    def articles(self) -> float:
        """To be expected in a week."""
        return sum(self.hours) * sum(self.minutes) + CELL * sum(self.editions)

    @cached_property
    def enough(self) -> float:
        """The part of evenly spaced requests with which articles wait no longer by this rate than evenly."""
        return self.roots[-1] ** 2 / (WEEK_MINUTES * self.articles)

    def more(self, moment: datetime, count: int, known: Sequence[int]) -> list[float]:
        """How many more articles than usual are to be expected in each of `count` minutes after a moment, by what is
        known to be published until then."""
        above = self.excited(moment, known)
        fading, at = (1 - self.share) / self.lasting, minute_of(moment) + 1
        found = []
        for place in range(at, at + count):
            least = -self.share * self.hours[place // 60 % 168]
            found.append(max(least, above * exp(-fading * (place - at + 0.5))) * self.minutes[place % 60])
        return found

    def excited(self, moment: datetime, known: Sequence[int]) -> float:
        """How far what has just been published raises the rate above the usual; below 0 where it was quiet."""
        if not self.share:
            return 0.0
        now = moment.timestamp()
        ages = [(now - each) / 60 / self.lasting for each in apart(each for each in known if each <= now)]
        echo = sum(exp(-age) for age in ages if age < 10) / self.lasting
        return self.share * (self.size * echo - self.hours[minute_of(moment) // 60])


def _listed(value: float | Sequence[float]) -> float | list[float]:
    return value if isinstance(value, float) else list(value)


def minute_of(moment: datetime) -> int:
    """The minute of the week that a moment in UTC is in."""
    return (moment.weekday() * 24 + moment.hour) * 60 + moment.minute


def cell_of(time: int) -> int:
    """The cell of the week that a time is in."""
    return (time + MONDAY) // (60 * CELL) % WEEK_CELLS


def apart(times: Iterable[int]) -> list[int]:
    """Times, oldest first, without those that came together with one before."""
    kept: list[int] = []
    free = -inf
    for each in times:
        if each > free:
            kept.append(each)
            free = each + 60 * TOGETHER
    return kept
