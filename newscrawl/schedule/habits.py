"""Habits: when a site publishes, estimated from when it did. Pure: publication times in, a rate out.

The rate is that of its hour of the week, times how much more comes at this time of the day than its hour says (what is
put up for the full hour, the edition that comes at five), raised for a while after each article where the site's
articles come in bursts. How much they do is measured by likelihood on its own past (a Hawkes process with an
exponential kernel); a site without bursts gets none.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from functools import cached_property
from math import exp, log, sqrt

REMEMBERED = timedelta(days=28)
"""Four of each weekday: older ones tell of another season."""

ENOUGH = 30
"""Articles without which nothing is estimated: about one for each waking hour and weekday."""

HOUR_WEIGHT = 2.0
"""Weeks that the product of day and hour counts for beside what this hour of the week showed itself."""

CELL = 5
"""Minutes of the cells of the day: runs start and end within a minute or two, so finer ones are of no use."""

CELLS = 1440 // CELL

CELL_WEIGHT = 3.0
"""Articles that the hour's rate counts for beside what a cell of the day showed itself (gamma prior)."""

DAY_ALONE = 1 / 3
"""Share of articles at one second of the day that no desk reaches: their pages give a day and no time."""

MINUTE_WEIGHT = 5.0
"""The same for a minute of the hour."""

SHARES = (0.0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7)
LASTING = (5.0, 10.0, 20.0, 40.0)
"""What is tried: the share of articles that follow another one, and after how many minutes on average."""

TOGETHER = 2.0
"""Minutes within which articles count as put up at once, by one hand: an edition draws no more after it than one."""

FLOOR = 0.02
"""Of the mean rate, in the quietest hour: the first article of its kind must be found too."""


@dataclass(frozen=True)
class Habits:
    """Articles a minute by hour of the week (Monday 0 UTC), factors by minute of the hour and by cell of the day, and
    bursts."""

    hours: Sequence[float]
    minutes: Sequence[float]
    cells: Sequence[float]
    share: float = 0.0
    lasting: float = 10.0
    size: float = 1.0
    """Articles that come together, on average."""

    @cached_property
    def roots(self) -> list[float]:
        """For each cell of the week, the integral of the square root of the usual rate from it to the week's end: by
        this the requests of a week are shared out."""
        found = [0.0]
        for cell in range(7 * CELLS - 1, -1, -1):
            rate = self.hours[cell * CELL // 60] * self.cells[cell % CELLS]
            found.append(found[-1] + sqrt(rate) * CELL)
        return found[::-1]

    def roots_after(self, moment: datetime) -> float:
        """The same from a moment in UTC on."""
        cell = moment.weekday() * CELLS + cell_of(moment)
        within = (moment.minute % CELL + moment.second / 60) / CELL
        return self.roots[cell] + within * (self.roots[cell + 1] - self.roots[cell])

    def share_between(self, since: datetime, until: datetime) -> float:
        """The share of a week's requests that belongs between two moments less than a week apart."""
        return (self.roots_after(since) - self.roots_after(until)) / self.roots[0] % 1.0

    def usual(self, moment: datetime) -> float:
        """Articles a minute at a moment in UTC, whatever has just happened, the factors left out."""
        return self.hours[moment.weekday() * 24 + moment.hour]

    def rates(self, since: datetime, step: timedelta, count: int, known: Sequence[datetime]) -> list[float]:
        """Articles a minute to be expected in `count` steps after `since`, given the articles known by then."""
        above = self.excited(since, known)
        fading = (1 - self.share) / self.lasting
        found = []
        for place in range(count):
            moment = since + (place + 0.5) * step
            usual = self.usual(moment)
            now = usual + above * exp(-fading * (moment - since).total_seconds() / 60)
            found.append(max(now, usual * (1 - self.share)) * self._factor(since + place * step, step))
        return found

    def excited(self, moment: datetime, known: Sequence[datetime]) -> float:
        """How far what has just been published raises the rate above the usual; below 0 where it was quiet."""
        if not self.share:
            return 0.0
        times = apart([each for each in known if each <= moment])
        ages = [(moment - each).total_seconds() / 60 / self.lasting for each in times]
        echo = sum(exp(-age) for age in ages if age < 10) / self.lasting
        return self.share * (self.size * echo - self.usual(moment))

    def _factor(self, begin: datetime, step: timedelta) -> float:
        """The mean over the minutes of a step. Every minute counts: what is put up for the full hour comes in one."""
        points = max(1, round(step.total_seconds() / 60))
        within = [begin + (place + 0.5) / points * step for place in range(points)]
        return sum(self.minutes[each.minute] * self.cells[cell_of(each)] for each in within) / points


def with_time(times: Sequence[datetime]) -> list[datetime]:
    """Without those that are a day alone: the one time of the day that too many have to the second."""
    if not times:
        return []
    (often, count), *_ = Counter(each.time() for each in times).most_common(1)
    return [each for each in times if each.time() != often or count <= len(times) * DAY_ALONE]


def apart(times: Sequence[datetime]) -> list[datetime]:
    """Times, oldest first, without those that came together with one before."""
    kept: list[datetime] = []
    for each in times:
        if not kept or each - kept[-1] > timedelta(minutes=TOGETHER):
            kept.append(each)
    return kept


def cell_of(moment: datetime) -> int:
    """The cell of the day that a moment in UTC is in."""
    return (moment.hour * 60 + moment.minute) // CELL


def habits_of(published: Sequence[datetime], now: datetime) -> Habits | None:
    """The habits of a site out of its publication times, oldest first; None where they are too few to tell."""
    times = with_time([each.astimezone(UTC) for each in published if now - REMEMBERED <= each <= now])
    if len(times) < ENOUGH or now - times[0] < timedelta(days=7):
        return None
    weeks = (now - times[0]) / timedelta(days=7)
    alone = apart(times)
    hours, minutes = _hours(times, weeks), _minutes(alone)
    plain = Habits(hours, minutes, _cells(times, hours, minutes, weeks))
    share, lasting = _bursts(plain, alone, len(times) / len(alone))
    return replace(plain, share=share, lasting=lasting, size=len(times) / len(alone))


def _hours(times: Sequence[datetime], weeks: float) -> list[float]:
    by_day, by_hour, by_both = [0.0] * 7, [0.0] * 24, [0.0] * 168
    for each in times:
        by_day[each.weekday()] += 1
        by_hour[each.hour] += 1
        by_both[each.weekday() * 24 + each.hour] += 1
    by_hour = [0.2 * by_hour[h - 1] + 0.6 * by_hour[h] + 0.2 * by_hour[(h + 1) % 24] for h in range(24)]
    least = FLOOR * len(times) / 168 / weeks
    product = [by_day[cell // 24] * by_hour[cell % 24] / len(times) / weeks for cell in range(168)]
    mixed = [(by_both[cell] + HOUR_WEIGHT * product[cell]) / (weeks + HOUR_WEIGHT) for cell in range(168)]
    return [max(rate, least) / 60 for rate in mixed]


def _minutes(alone: Sequence[datetime]) -> list[float]:
    """By minute of the hour, all hours together; an edition, which comes at one hour alone, counts as one."""
    counts = Counter(each.minute for each in alone)
    return [(counts[minute] + MINUTE_WEIGHT) / (len(alone) / 60 + MINUTE_WEIGHT) for minute in range(60)]


def _cells(times: Sequence[datetime], hours: Sequence[float], minutes: Sequence[float], weeks: float) -> list[float]:
    """What is left by cell of the day when hour and minute are taken into account."""
    counts = Counter(cell_of(each) for each in times)
    by_hour = [sum(hours[hour::24]) * weeks for hour in range(24)]
    by_cell = [sum(minutes[cell * CELL % 60 : cell * CELL % 60 + CELL]) for cell in range(CELLS)]
    expected = [by_hour[cell * CELL // 60] * by_cell[cell] for cell in range(CELLS)]
    return [(counts[cell] + CELL_WEIGHT) / (expected[cell] + CELL_WEIGHT) for cell in range(CELLS)]


def _bursts(plain: Habits, times: Sequence[datetime], size: float) -> tuple[float, float]:
    """The share and the lasting that make the site's own past likeliest. `times`: without those that came together."""
    usual = [plain.usual(each) * plain.minutes[each.minute] * plain.cells[cell_of(each)] / size for each in times]
    gaps = [(later - earlier).total_seconds() / 60 - TOGETHER for earlier, later in zip(times, times[1:], strict=False)]
    tried = [(share, lasting) for lasting in LASTING for share in SHARES if share or lasting == LASTING[0]]
    return max(tried, key=lambda pair: _likelihood(usual, gaps, *pair))


def _likelihood(usual: Sequence[float], gaps: Sequence[float], share: float, lasting: float) -> float:
    # The integral of the rate is the number of articles whatever the share, so it is left out.
    total, echo = log((1 - share) * usual[0]), 0.0
    for rate, gap in zip(usual[1:], gaps, strict=True):
        # Nothing counts in the minutes in which all counts as one, so the kernel begins after them.
        arrived = exp(-gap / lasting) * (echo * exp(-TOGETHER / lasting) + 1)
        total += log((1 - share) * rate + share * arrived / lasting)
        echo = arrived
    return total
