"""The rhythm of a site by its publication rate, out of what the store knows of it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime, time, timedelta

from newscrawl.rhythm.interval import Auto, share_of
from newscrawl.schedule.adaptive.interval import DAY, MINUTE, RECENT, WEEK, next_request, pace, price_of
from newscrawl.schedule.adaptive.publication_rate import PublicationRate
from newscrawl.schedule.adaptive.rate_estimate import REMEMBERED, estimated_rate
from newscrawl.schedule.adaptive.visibility_lag import appeared
from newscrawl.schedule.plan import Plan, SitePlan
from newscrawl.store import Store
from newscrawl.store.rates import Rates

HALF = 30
"""Seconds of a minute after which a request comes: what is put up for the full minute is in the listing by then."""

RUNS_LOOKED_AT = 10
"""Runs by which is judged how many listing requests one makes."""


MOST = 3.0
"""The largest part of the shared budget that a site gets, as a factor of an equal one: nobody is pestered."""

CROWD = 0.65
"""How much less an article counts the more its site has. With 0 the articles of all sites wait least on average, and
small sites pay for it; with 1 the mean over the sites is least. `benchmarks/freshness.py` gains by both with this."""


class AdaptiveInterval:
    """The rhythm of one site by its publication rate.

    `times` gives when its articles appeared since a moment, in whole seconds; `spent` its slots between two; `kept`
    where estimates are kept.
    """

    def __init__(
        self,
        site: str,
        requests: float,
        times: Callable[[datetime], Sequence[int]],
        spent: Callable[[datetime, datetime], Sequence[datetime]],
        kept: Rates | None = None,
    ) -> None:
        self.site, self.times, self.spent, self.kept = site, times, spent, kept
        self.written = Auto(round(requests))
        self.base, self.pool = requests, SharedBudget()
        self.second = timedelta(seconds=round(HALF + HALF * share_of(site)))
        self.rate: PublicationRate | None = None
        self.of_day: datetime | None = None

    def after(self, moment: datetime) -> datetime | None:
        """The slot after a moment: by its rate, or evenly spaced where that is not known yet."""
        moment = moment.astimezone(UTC)
        requests = max(1.0, self.base * self.pool.factor(self.site, moment))
        rate = self.rate_at(moment)
        if rate is None:
            return moment + DAY / requests
        slots = self.spent(moment - WEEK, moment)
        # In a look ahead nobody knows what will have been spent until then.
        ahead = not slots or slots[-1] < moment - MINUTE
        factor = 1.0 if ahead else pace(rate, slots, moment, requests)
        price = price_of(rate.roots[-1], 7 * requests) * factor**2
        return next_request(rate, self.times(moment - RECENT), moment, price) + self.second

    def take(self, other: "AdaptiveInterval") -> None:
        """Take over what the same rhythm, bound to another store, has estimated."""
        self.rate, self.of_day = other.rate, other.of_day
        self.pool.of_day, self.pool.factors = other.pool.of_day, other.pool.factors

    def rate_at(self, moment: datetime) -> PublicationRate | None:
        """Estimated once a day."""
        day = datetime.combine(moment.date(), time(), UTC)
        if self.of_day != day:
            self.of_day, self.rate = day, self._rate(day, moment)
        return self.rate

    def _rate(self, day: datetime, moment: datetime) -> PublicationRate | None:
        """What another process estimated on that day, or a new estimate."""
        if self.kept and (said := self.kept.of(self.site, day)):
            return PublicationRate.from_dict(said)
        rate = estimated_rate(self.times(moment - REMEMBERED), moment)
        if self.kept and rate:
            self.kept.put(self.site, day, rate.to_dict())
        return rate


class SharedBudget:
    """Sites that share their requests: each gets what it needs to do no worse than evenly spaced, and what is left goes
    where it lets articles wait least (see CROWD). That is in proportion to the integral of the square root of the rate
    (see interval.py), weighted.
    """

    def __init__(self, members: Sequence[AdaptiveInterval] = ()) -> None:
        self.members = members
        self.factors: dict[str, float] = {}
        self.of_day: datetime | None = None

    def factor(self, site: str, moment: datetime) -> float:
        """A site's part, as a factor of an equal one; shared out once a day."""
        day = datetime.combine(moment.date(), time(), UTC)
        if self.of_day != day:
            self.of_day = day
            known = {each.site: rate for each in self.members if (rate := each.rate_at(moment))}
            self.factors = shared_out(known)
        return self.factors.get(site, 1.0)


def shared_out(known: Mapping[str, PublicationRate]) -> dict[str, float]:
    """Each site's part, as a factor of an equal one: 1 on average."""
    roots = {site: rate.roots[-1] / rate.articles ** (CROWD / 2) for site, rate in known.items()}
    least = {site: rate.enough for site, rate in known.items()}
    low, high = 0.0, MOST / min(roots.values(), default=1.0)
    for _ in range(40):
        scale = (low + high) / 2
        factors = {site: min(MOST, max(least[site], scale * root)) for site, root in roots.items()}
        low, high = (scale, high) if sum(factors.values()) < len(factors) else (low, scale)
    return factors


class AdaptivePlan:
    """A plan whose "auto" sites follow their publication rate.

    `read` gives the plan, bound to another store or none.
    """

    def __init__(self, read: Callable[[], Plan], store: Store) -> None:
        self.read, self.store = read, store
        self.rhythms: dict[tuple[str, Auto], AdaptiveInterval] = {}
        self.written: Plan | None = None
        self.plan = Plan()

    def __call__(self) -> Plan:
        written = self.read()
        if written is not self.written:
            sites = {site: self._adaptive(plan) for site, plan in written.sites.items()}
            self.written, self.plan = written, replace(written, sites=sites)
            self._share()
        return self.plan

    def _adaptive(self, plan: SitePlan) -> SitePlan:
        every = plan.every.written if isinstance(plan.every, AdaptiveInterval) else plan.every
        if not isinstance(every, Auto):
            return plan
        if (plan.site, every) not in self.rhythms:
            self.rhythms[plan.site, every] = adaptive_interval(self.store, plan.site, every)
            if isinstance(plan.every, AdaptiveInterval):
                # Estimated today already, by the scheduler; the report after each run must not do it again.
                self.rhythms[plan.site, every].take(plan.every)
        return replace(plan, every=self.rhythms[plan.site, every])

    def _share(self) -> None:
        rhythms = [plan.every for plan in self.plan.sites.values() if isinstance(plan.every, AdaptiveInterval)]
        members = [rhythm for rhythm in rhythms if rhythm.written.shared]
        pool = SharedBudget(members)
        for rhythm in members:
            pool.of_day, pool.factors = pool.of_day or rhythm.pool.of_day, pool.factors or rhythm.pool.factors
            rhythm.pool = pool


def adaptive_interval(store: Store, site: str, every: Auto) -> AdaptiveInterval:
    """The rhythm of a site that spends so many listing requests a day."""
    runs = [run.counts.get("listings", 0) for run in store.runs.of(site, RUNS_LOOKED_AT)]
    each = max(1.0, sum(runs) / len(runs)) if runs else 1.0

    def spent(since: datetime, until: datetime) -> list[datetime]:
        return store.slots.started(site, since, until)

    def times(since: datetime) -> list[int]:
        return appeared(store.publications.sightings(site, since), store.runs.complete(site, since))

    rhythm = AdaptiveInterval(site, every.a_day / each, times, spent, store.rates)
    rhythm.written = every
    return rhythm


def with_adaptive_intervals(plan: Plan, store: Store) -> Plan:
    """A plan whose "auto" sites follow their publication rate as this store has it."""
    return AdaptivePlan(lambda: plan, store)()
