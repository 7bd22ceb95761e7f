"""The estimate of a site's publication rate, from when it published. Pure: times in whole seconds in, a rate out."""

from array import array
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from itertools import accumulate

from newscrawl.schedule.adaptive.bursts import with_bursts
from newscrawl.schedule.adaptive.publication_rate import CELL, CELLS, PublicationRate, apart, cell_of
from newscrawl.store.times import seconds

REMEMBERED = timedelta(days=56)
"""Eight of each weekday: fewer leave a small site's hours to chance, older ones tell of another season."""

ENOUGH = 30
"""Articles without which nothing is estimated: about one for each waking hour and weekday."""

HOUR_WEIGHT = 8.0
"""Weeks that the product of day and hour counts for beside what this hour of the week showed itself."""

DAY_WEIGHT = 3.0
"""Articles that each weekday counts for beside its own, as if all days were the same."""

AROUND = 9
"""Cells before and after one (three quarters of an hour) by which is told what comes there in any case."""

CELL_SIGMAS, MINUTE_SIGMAS = 4.0, 1.5
"""What stands out by fewer standard deviations is chance: of 288 cells one does by 3, of 60 minutes most are alike."""

ROUNDS = 3
"""An edition found leaves less in any case to the cells around it, so a second one may stand out."""

DAY_ALONE = 1 / 3
"""Share of articles at one second of the day that no desk reaches: their pages give a day and no time."""

FLOOR = 0.01
"""Of the mean rate, in the quietest hour: the first article of its kind must be found too."""


def with_time(times: Sequence[int]) -> Sequence[int]:
    """Without those that are a day alone: the one time of the day that too many have to the second."""
    often, count = Counter(each % 86400 for each in times).most_common(1)[0] if times else (0, 0)
    return times if count <= len(times) * DAY_ALONE else [each for each in times if each % 86400 != often]


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
    return with_bursts(plain, [each for each, cell in zip(times, cells, strict=True) if not editions[cell % CELLS]])


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
