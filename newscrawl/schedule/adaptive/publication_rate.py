"""The publication rate: when a site publishes, estimated from when it did. Pure: publication times in, a rate out.

What is expected in a minute is the rate of its hour of the week, times how much more comes in this minute of the hour
than in others (what is put up for the full hour), and the edition or bulletin that comes at this time of the day;
raised for a while after each article where the site's articles come in bursts. How much they do is measured by
likelihood on its own past (a Hawkes process with an exponential kernel); a site without bursts gets none.
"""

from array import array
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from datetime import datetime, timedelta
from functools import cached_property
from itertools import accumulate, pairwise, repeat
from math import exp, inf, log, sqrt
from operator import add, itemgetter, mul
from typing import Any

from newscrawl.store.times import seconds

REMEMBERED = timedelta(days=56)
"""Eight of each weekday: fewer leave a small site's hours to chance, older ones tell of another season."""

ENOUGH = 30
"""Articles without which nothing is estimated: about one for each waking hour and weekday."""

WEEK_MINUTES = 7 * 1440

MONDAY = 3 * 86400
"""Seconds from a Monday to 1970-01-01, a Thursday."""

HOUR_WEIGHT = 8.0
"""Weeks that the product of day and hour counts for beside what this hour of the week showed itself."""

DAY_WEIGHT = 3.0
"""Articles that each weekday counts for beside its own, as if all days were the same."""

CELL = 5
"""Minutes of the cells of the day in which editions are looked for: they come a few minutes sooner or later."""

CELLS, WEEK_CELLS = 1440 // CELL, 7 * 1440 // CELL

AROUND = 9
"""Cells before and after one (three quarters of an hour) by which is told what comes there in any case."""

CELL_SIGMAS, MINUTE_SIGMAS = 4.0, 1.5
"""What stands out by fewer standard deviations is chance: of 288 cells one does by 3, of 60 minutes most are alike."""

ROUNDS = 3
"""An edition found leaves less in any case to the cells around it, so a second one may stand out."""

DAY_ALONE = 1 / 3
"""Share of articles at one second of the day that no desk reaches: their pages give a day and no time."""

SHARES = (0.0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7)
LASTING = (5.0, 10.0, 20.0, 40.0)
"""What is tried: the share of articles that follow another one, and after how many minutes on average."""

JUDGED = 1000
"""The newest articles by which bursts are judged: more tell the same."""

TOGETHER = 2
"""Minutes within which articles count as put up at once, by one hand: an edition draws no more after it than one."""

FLOOR = 0.01
"""Of the mean rate, in the quietest hour: the first article of its kind must be found too."""


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


# -- the estimate: of times in whole seconds, of which a site has thousands ------------------------------------------
def cell_of(time: int) -> int:
    """The cell of the week that a time is in."""
    return (time + MONDAY) // (60 * CELL) % WEEK_CELLS


def with_time(times: Sequence[int]) -> Sequence[int]:
    """Without those that are a day alone: the one time of the day that too many have to the second."""
    often, count = Counter(each % 86400 for each in times).most_common(1)[0] if times else (0, 0)
    return times if count <= len(times) * DAY_ALONE else [each for each in times if each % 86400 != often]


def apart(times: Iterable[int]) -> list[int]:
    """Times, oldest first, without those that came together with one before."""
    kept: list[int] = []
    free = -inf
    for each in times:
        if each > free:
            kept.append(each)
            free = each + 60 * TOGETHER
    return kept


def sure(count: float, expected: float, sigmas: float) -> float:
    """By how much a count differs from what was expected, as far as that is no chance (James and Stein's shrinkage)."""
    above = count - expected
    return above * max(0.0, 1 - sigmas**2 * expected / above**2) if above else 0.0


def estimated_rate(published: Sequence[int], now: datetime) -> PublicationRate | None:
    """The rate of a site, out of its publication times, oldest first; None where they are too few to tell."""
    first, last = seconds(now - REMEMBERED), seconds(now)
    times = with_time([each for each in published if first <= each <= last])
    if len(times) < ENOUGH or (past := last - times[0]) < 7 * 86400:
        return None
    weeks = past / (7 * 86400)
    minutes = _minutes(apart(times))
    cells = list(map(cell_of, times))
    week = Counter(cells)
    counts, by_day = [0] * CELLS, [DAY_WEIGHT] * 7
    for cell, count in week.items():
        counts[cell % CELLS] += count
        by_day[cell // CELLS] += count
    editions = _editions(counts, minutes)
    weights = [1 - more / count if more else 1.0 for more, count in zip(editions, counts, strict=True)]
    days = [count / sum(by_day) / CELL / weeks for count in by_day]
    by_cell = array("d", (day * more for day in days for more in editions))
    hours = _hours({cell: count * weights[cell % CELLS] for cell, count in week.items()}, weeks)
    plain = PublicationRate(hours, minutes, by_cell)
    return _with_bursts(plain, [each for each, cell in zip(times, cells, strict=True) if not editions[cell % CELLS]])


def _minutes(alone: Sequence[int]) -> list[float]:
    """By minute of the hour, all hours together; an edition, which comes at one hour alone, counts as one."""
    counts, each = Counter(time // 60 % 60 for time in alone), len(alone) / 60
    return [max(0.05, 1 + sure(counts[minute], each, MINUTE_SIGMAS) / each) for minute in range(60)]


def _editions(counts: Sequence[float], minutes: Sequence[float]) -> list[float]:
    """Articles by cell of the day above what comes around it."""
    shape = [sum(minutes[cell * CELL % 60 : cell * CELL % 60 + CELL]) for cell in range(CELLS)]
    shapes = _around(shape)
    found = [0.0] * CELLS
    for _ in range(ROUNDS):
        rest = [count - more for count, more in zip(counts, found, strict=True)]
        around = [rests / whole * each for rests, whole, each in zip(_around(rest), shapes, shape, strict=True)]
        before = found
        found = [max(0.0, sure(counts[cell], max(0.3, around[cell]), CELL_SIGMAS)) for cell in range(CELLS)]
        if found == before:
            break
    return found


def _around(values: list[float]) -> list[float]:
    """For each cell the sum of those around it and its own."""
    sums = list(accumulate(values[-AROUND:] + values + values[:AROUND], initial=0.0))
    return [sums[cell + 2 * AROUND + 1] - sums[cell] for cell in range(CELLS)]


def _hours(week: Mapping[int, float], weeks: float) -> list[float]:
    by_day, by_hour, by_both = [DAY_WEIGHT] * 7, [0.0] * 24, [0.0] * 168
    for cell, count in week.items():
        by_day[cell // CELLS] += count
        by_hour[cell % CELLS * CELL // 60] += count
        by_both[cell * CELL // 60] += count
    by_hour = [0.1 * by_hour[h - 1] + 0.8 * by_hour[h] + 0.1 * by_hour[(h + 1) % 24] for h in range(24)]
    least = FLOOR * sum(by_both) / 168 / weeks
    product = [by_day[cell // 24] * by_hour[cell % 24] / sum(by_day) / weeks for cell in range(168)]
    mixed = [(by_both[cell] + HOUR_WEIGHT * product[cell]) / (weeks + HOUR_WEIGHT) for cell in range(168)]
    return [max(rate, least) / 60 for rate in mixed]


def _with_bursts(plain: PublicationRate, times: Sequence[int]) -> PublicationRate:
    """With the share and the lasting that make the site's own past likeliest. `times`: without those of editions."""
    alone = apart(times)
    if not alone:
        return plain
    size, alone = len(times) / len(alone), alone[-JUDGED:]
    usual = [plain.hours[cell_of(each) * CELL // 60] * plain.minutes[each // 60 % 60] / size for each in alone]
    gaps = [(later - earlier) / 60 - TOGETHER for earlier, later in pairwise(alone)]
    tried = [(*_likeliest(usual, _echoes(gaps, lasting)), lasting) for lasting in LASTING]
    _, share, lasting = max(tried, key=itemgetter(0))
    return replace(plain, share=share, lasting=lasting, size=size)


def _echoes(gaps: Sequence[float], lasting: float) -> list[float]:
    """What each article has of those before it, each of which draws one for so many minutes."""
    kept, echo, found = exp(-TOGETHER / lasting), 0.0, [0.0]
    for gap in gaps:
        # Nothing counts in the minutes in which all counts as one, so the kernel begins after them.
        echo = exp(-gap / lasting) * (echo * kept + 1)
        found.append(echo / lasting)
    return found


def _likeliest(usual: Sequence[float], echoes: Sequence[float]) -> tuple[float, float]:
    """How likely the past is by the best of the shares, and that share."""
    best, found = -inf, 0.0
    for share in SHARES:
        # The integral of the rate is the number of articles whatever the share, so it is left out.
        rest = 1 - share
        likely = len(usual) * log(rest) + sum(map(log, map(add, usual, map((share / rest).__mul__, echoes))))
        if likely <= best:  # it has one peak
            break
        best, found = likely, share
    return best, found
