"""`every = "auto"`: a given number of requests a day, on average over a week, each at the time where it finds most.

A request costs as much as articles may wait in sum before it pays to ask again. That price follows from the number of
requests that are left for the week: at a rate r of articles a minute the cheapest gap is sqrt(2 * price / r), so the
week's number of requests is the integral of sqrt(r / (2 * price)). At that price the cheapest sequence of requests over
the next hours is computed (dynamic programming over short steps), and the first of it is the next slot. After it,
with what it found, everything is computed again.
"""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime, time, timedelta
from math import sqrt

from newscrawl.schedule.habits import REMEMBERED, Habits, habits_of

DAY, WEEK = timedelta(days=1), timedelta(days=7)
STEPS = 180
"""Steps that are looked ahead. More change nothing that the benchmark shows."""

GAPS_AHEAD = 12
"""The steps together are so many mean gaps long, but at least SHORTEST_VIEW: what comes later does not matter now."""

SHORTEST_VIEW = timedelta(hours=6)
LEAST_GAP = timedelta(minutes=1)


def next_request(habits: Habits, known: Sequence[datetime], last: datetime, left: float, budget: float) -> datetime:
    """When to ask next. `known`: publication times known at `last`, the last request; `left`: requests left for its
    week (UTC); `budget`: requests a day on average."""
    end = week_of(last) + WEEK
    if left < 1:
        return end + _first_gap(habits, end, budget)
    price = price_of(habits, last, end, left)
    view = max(SHORTEST_VIEW, GAPS_AHEAD * DAY / budget)
    step = view / STEPS
    place = first_of_cheapest(habits.rates(last, step, STEPS, known), step.total_seconds() / 60, price)
    return last + max(LEAST_GAP, place * step)


def price_of(habits: Habits, since: datetime, until: datetime, requests: float) -> float:
    """What a request costs, in minutes that articles wait, where so many are to be spent between two moments."""
    return max(1e-9, (roots(habits, since, until) / requests) ** 2 / 2)


def roots(habits: Habits, since: datetime, until: datetime) -> float:
    """The integral of the square root of the usual rate: what the requests of a day are shared out by."""
    total, moment = 0.0, since
    while moment < until:
        hour = min(until, moment.replace(minute=0, second=0, microsecond=0) + timedelta(hours=1))
        total += sqrt(habits.usual(moment)) * (hour - moment).total_seconds() / 60
        moment = hour
    return total


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


def week_of(moment: datetime) -> datetime:
    """The Monday, 0:00 UTC, that a moment's week began with."""
    day = moment.astimezone(UTC).date()
    return datetime.combine(day - timedelta(days=day.weekday()), time(), UTC)


def _first_gap(habits: Habits, week: datetime, budget: float) -> timedelta:
    """From a week's beginning to its first request: a gap at its price."""
    price = price_of(habits, week, week + WEEK, 7 * budget)
    return min(DAY / 2, timedelta(minutes=sqrt(2 * price / habits.usual(week))))


class Habitual:
    """The rhythm of one site by its habits. `times` gives its publication times since a moment, `spent` its slots
    between two, both out of the store; `each` the listing requests that a run makes."""

    def __init__(
        self,
        requests: float,
        times: Callable[[datetime], Sequence[datetime]],
        spent: Callable[[datetime, datetime], Sequence[datetime]],
    ) -> None:
        self.requests, self.times, self.spent = requests, times, spent
        self.habits: Habits | None = None
        self.of_day: datetime | None = None
        self.answers: dict[datetime, datetime] = {}

    def after(self, moment: datetime) -> datetime | None:
        """The slot after a moment: by its habits, or evenly spaced where they are not known yet."""
        moment = moment.astimezone(UTC)
        if moment not in self.answers:
            # What was asked for last is asked for again each second; older answers are of no use.
            if len(self.answers) > 100:
                self.answers.clear()
            self.answers[moment] = self._after(moment)
        return self.answers[moment]

    def _after(self, moment: datetime) -> datetime:
        habits = self._habits(moment)
        if habits is None:
            return moment + DAY / self.requests
        begin = week_of(moment)
        slots = self.spent(begin, moment)
        # What is usual until now counts as spent where the store knows less: a site that is new this week, a look ahead.
        share = roots(habits, moment, begin + WEEK) / roots(habits, begin, begin + WEEK)
        left = self.requests * 7 * share if not slots or slots[-1] < moment - LEAST_GAP else self.requests * 7 - len(slots)
        known = [each for each in self.times(moment - SHORTEST_VIEW) if each <= moment]
        return next_request(habits, known, moment, left, self.requests)

    def _habits(self, moment: datetime) -> Habits | None:
        """Estimated once a day."""
        day = datetime.combine(moment.date(), time(), UTC)
        if self.of_day != day:
            self.of_day, self.habits = day, habits_of(self.times(moment - REMEMBERED), moment)
        return self.habits
