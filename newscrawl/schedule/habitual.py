"""The rhythm of a site by its habits, out of what the store knows of it."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime, time

from newscrawl.schedule.auto import DAY, LEAST_GAP, SHORTEST_VIEW, WEEK, next_request, pace, price_of
from newscrawl.schedule.habits import REMEMBERED, Habits, habits_of
from newscrawl.schedule.plan import Plan, SitePlan
from newscrawl.schedule.rhythm import Auto
from newscrawl.store import Store
from newscrawl.store.runs import seconds

RUNS_LOOKED_AT = 10
"""Runs by which is judged how many listing requests one makes."""


class Habitual:
    """The rhythm of one site by its habits. `times` gives its publication times since a moment, `spent` its slots
    between two."""

    def __init__(
        self,
        requests: float,
        times: Callable[[datetime], Sequence[datetime]],
        spent: Callable[[datetime, datetime], Sequence[datetime]],
    ) -> None:
        # Below one a day the evenly spaced rhythm of a new site would not reach its first week's end.
        self.requests, self.times, self.spent = max(1.0, requests), times, spent
        self.a_day = round(requests)
        self.habits: Habits | None = None
        self.of_day: datetime | None = None

    def after(self, moment: datetime) -> datetime | None:
        """The slot after a moment: by its habits, or evenly spaced where they are not known yet."""
        moment = moment.astimezone(UTC)
        habits = self._habits(moment)
        if habits is None:
            return moment + DAY / self.requests
        slots = self.spent(moment - WEEK, moment)
        # In a look ahead nobody knows what will have been spent until then.
        ahead = not slots or slots[-1] < moment - LEAST_GAP
        factor = 1.0 if ahead else pace(habits, slots, moment, self.requests)
        price = price_of(habits.roots[0], 7 * self.requests) * factor**2
        known = [each for each in self.times(moment - SHORTEST_VIEW) if each <= moment]
        return next_request(habits, known, moment, price, self.requests)

    def _habits(self, moment: datetime) -> Habits | None:
        """Estimated once a day."""
        day = datetime.combine(moment.date(), time(), UTC)
        if self.of_day != day:
            self.of_day, self.habits = day, habits_of(self.times(moment - REMEMBERED), moment)
        return self.habits


class WithHabits:
    """A plan whose "auto" sites follow their habits. `read` gives the plan, bound to another store or none."""

    def __init__(self, read: Callable[[], Plan], store: Store) -> None:
        self.read, self.store = read, store
        self.rhythms: dict[tuple[str, int], Habitual] = {}
        self.written: Plan | None = None
        self.plan = Plan()

    def __call__(self) -> Plan:
        written = self.read()
        if written is not self.written:
            sites = {site: self._with_habits(plan) for site, plan in written.sites.items()}
            self.written, self.plan = written, replace(written, sites=sites)
        return self.plan

    def _with_habits(self, plan: SitePlan) -> SitePlan:
        if not isinstance(plan.every, Auto | Habitual):
            return plan
        key = (plan.site, plan.every.a_day)
        if key not in self.rhythms:
            self.rhythms[key] = habitual(self.store, *key)
        return replace(plan, every=self.rhythms[key])


def habitual(store: Store, site: str, requests: int) -> Habitual:
    """The rhythm of a site that spends so many listing requests a day."""
    runs = [run.counts.get("listings", 0) for run in store.runs.of(site, RUNS_LOOKED_AT)]
    each = max(1.0, sum(runs) / len(runs)) if runs else 1.0

    def spent(since: datetime, until: datetime) -> list[datetime]:
        query = "SELECT slot FROM slots WHERE site = ? AND slot BETWEEN ? AND ? AND how != 'missed' ORDER BY slot"
        rows = store.database.read(query, site, seconds(since), seconds(until))
        return [datetime.fromtimestamp(slot, UTC) for (slot,) in rows]

    rhythm = Habitual(requests / each, lambda since: store.pages.publication_times(site, since), spent)
    rhythm.a_day = requests
    return rhythm


def with_habits(plan: Plan, store: Store) -> Plan:
    """A plan whose "auto" sites follow their habits as this store has them."""
    return WithHabits(lambda: plan, store)()
