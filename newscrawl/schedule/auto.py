"""`every = "auto"`: a given number of requests a day, on average over a week, each at the time where it finds most.

A request costs as much as articles may wait in sum before it pays to ask again. That price follows from the number of
requests: at a rate r of articles a minute the cheapest gap is sqrt(2 * price / r), so a week's number of requests is
the integral of sqrt(r / (2 * price)) over it. At that price the cheapest sequence of requests over the next hours is
computed (dynamic programming over short steps), and the first of it is the next slot. After it, with what it found,
everything is computed again. Bursts and lumps take more or fewer requests than that integral says, so the price
follows the number that the last seven days took.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta

from newscrawl.schedule.habits import Habits

DAY, WEEK = timedelta(days=1), timedelta(days=7)
STEPS = 180
"""Steps that are looked ahead. More change nothing that the benchmark shows."""

GAPS_AHEAD = 12
"""The steps together are so many mean gaps long, but at least SHORTEST_VIEW: what comes later does not matter now."""

SHORTEST_VIEW = timedelta(hours=3)
RECENT = timedelta(hours=6)
"""An article draws others for less than that."""

LEAST_GAP = timedelta(minutes=1)
SLOWEST, FASTEST = 0.7, 4.0
"""Bounds of the pace: after days without a scheduler nothing is caught up in haste."""


def next_request(habits: Habits, known: Sequence[datetime], last: datetime, price: float, budget: float) -> datetime:
    """When to ask next. `known`: publication times known at `last`, the last request; `budget`: requests a day."""
    view = max(SHORTEST_VIEW, GAPS_AHEAD * DAY / budget)
    step = view / STEPS
    place = first_of_cheapest(habits.rates(last, step, STEPS, known), step.total_seconds() / 60, price)
    return last + max(LEAST_GAP, place * step)


def pace(habits: Habits, slots: Sequence[datetime], now: datetime, budget: float) -> float:
    """By how much faster requests were spent than `budget` a day allows. `slots`: those of the last seven days."""
    if not slots:
        return 1.0
    share = habits.share_between(slots[0], now) if now - slots[0] < WEEK - timedelta(hours=1) else 1.0
    ahead = (len(slots) - 7 * budget * share) / budget
    return min(FASTEST, max(SLOWEST, 1 + ahead))


def price_of(roots: float, requests: float) -> float:
    """What a request costs, in minutes that articles wait, where so many are spent over such an integral of roots."""
    return max(1e-9, (roots / requests) ** 2 / 2)


def first_of_cheapest(rates: Sequence[float], step: float, price: float) -> int:
    """In how many steps the first request of the cheapest sequence comes. `rates`: articles a minute in each step."""
    count = len(rates)
    so_far, weighted = [0.0], [0.0]
    for place, rate in enumerate(rates):
        so_far.append(so_far[-1] + rate * step)
        weighted.append(weighted[-1] + rate * step * (place + 0.5) * step)
    best, first = [0.0] + [float("inf")] * count, [0] * (count + 1)
    for end in range(1, count + 1):
        for start in range(end - 1, -1, -1):
            waiting = end * step * (so_far[end] - so_far[start]) - (weighted[end] - weighted[start])
            if best[start] + waiting + price < best[end]:
                best[end], first[end] = best[start] + waiting + price, first[start] or end
            if waiting > best[end]:
                break  # an earlier start only waits longer
    return first[count]
