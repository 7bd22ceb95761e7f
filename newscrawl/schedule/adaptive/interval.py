"""`every = "auto"`: a given number of requests a day, on average over a week, each at the time where it finds most.

A request costs as much as articles may wait in sum before it pays to ask again. That price follows from the number of
requests: at a rate r of articles a minute the cheapest gap is sqrt(2 * price / r), so a week's number of requests is
the integral of sqrt(r / (2 * price)) over it. At that price the cheapest sequence of requests over the next day is
computed (dynamic programming over steps that grow from a minute to a quarter of an hour), and the first of it is the
next slot. After it, with what it found, everything is computed again. Bursts and lumps take more or fewer requests than
that integral says, so the price follows the number that the last seven days took.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta
from functools import cache
from itertools import accumulate, count
from operator import mul

from newscrawl.schedule.adaptive.publication_rate import PublicationRate, minute_of

DAY, WEEK = timedelta(days=1), timedelta(days=7)
MINUTE = timedelta(minutes=1)

FINE, MEDIUM, VIEW = 60, 360, 1440
"""Minutes that are looked ahead by the minute, by five minutes, and by a quarter of an hour."""

RECENT = timedelta(hours=6)
"""An article draws others for less than that."""

SLOWEST, FASTEST = 0.7, 4.0
"""Bounds of the pace: after days without a scheduler nothing is caught up in haste."""


def next_request(rate: PublicationRate, known: Sequence[int], last: datetime, price: float) -> datetime:
    """The minute to ask in next, after all that comes in it. `known`: publication times, in seconds,
    known at `last`, the last request, after which the rest of its minute counts for nothing."""
    ends = steps(last.minute + 1)
    expected = rate.ahead(minute_of(last) + 1, VIEW)
    for place, more in enumerate(rate.more(last, FINE, known)):
        expected[place] += more
    sums = list(accumulate(expected, initial=0.0))
    moments = list(accumulate(map(mul, expected, count(0.5)), initial=0.0))
    place = first_of_cheapest(ends, [sums[end] for end in ends], [moments[end] for end in ends], price)
    return last.replace(second=0, microsecond=0) + ends[place] * MINUTE


@cache
def steps(minute: int) -> list[int]:
    """The ends of the steps, in minutes from a minute of the hour. Longer steps end with what comes at a round time."""
    length = {end: 1 if end <= FINE else 5 if end <= MEDIUM else 15 for end in range(1, VIEW + 1)}
    return [0] + [end for end in length if (minute + end - 1) % length[end] == 0]


def pace(rate: PublicationRate, slots: Sequence[datetime], now: datetime, budget: float) -> float:
    """By how much faster requests were spent than `budget` a day allows. `slots`: those of the last seven days."""
    if not slots:
        return 1.0
    share = rate.share_between(slots[0], now) if now - slots[0] < WEEK - timedelta(hours=1) else 1.0
    ahead = (len(slots) - 7 * budget * share) / budget
    return min(FASTEST, max(SLOWEST, 1 + ahead))


def price_of(roots: float, requests: float) -> float:
    """What a request costs, in minutes that articles wait, where so many are spent over such an integral of roots."""
    return max(1e-9, (roots / requests) ** 2 / 2)


def first_of_cheapest(ends: Sequence[float], so_far: Sequence[float], weighted: Sequence[float], price: float) -> int:
    """At the end of which step the first request of the cheapest sequence comes; one comes at the end of the last.

    `ends`: minutes, from 0; `so_far`: articles until then; `weighted`: the same, each times the minutes until it.
    """
    best, first, start = [0.0], [0], 0
    for end in range(1, len(ends)):
        at = ends[end]
        # The later the request, the later the one before it (the waits are a Monge array): so no start is tried twice.
        costs = [best[place] + weighted[place] - at * so_far[place] for place in range(start, end)]
        cheapest = min(costs)
        start += costs.index(cheapest)
        best.append(cheapest + at * so_far[end] - weighted[end] + price)
        first.append(first[start] or end)
    return first[-1]
