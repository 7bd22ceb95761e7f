"""The sites that are not well, for `scrapy health`."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from newscrawl.report.run_history import run_history, running_sites
from newscrawl.report.state import LATE, SiteState, state_of
from newscrawl.schedule.adaptive.policy import with_adaptive_intervals
from newscrawl.schedule.paths import Paths
from newscrawl.schedule.plan import Plan
from newscrawl.store import Store

LOOKED_AT = 50
"""Entries a site: "since" goes back so far."""


GIVEN_UP = timedelta(days=7)
"""So long after its last run a site is looked at that no description has, or no longer: one that was crawled by its
address alone, or was taken out of `sites/`."""


@dataclass(frozen=True, slots=True)
class Known:
    """The sites that a folder knows."""

    plan: Plan
    described: Collection[str] = ()
    """The names of all that can be crawled by name."""


def ill_sites(
    paths: Paths, known: Known, now: datetime, only: Sequence[str] = ()
) -> tuple[list[tuple[str, SiteState]], int]:
    """Those that are not well, and how many of those that are looked at were ever crawled.

    Raises LookupError for a site that was never heard of.
    """
    plan = known.plan
    with Store.reading(paths.store) as store:
        crawled = store.runs.sites()
        names = sorted({*crawled, *plan.sites})
        if unknown := [name for name in only if name not in names]:
            raise LookupError(f"{unknown[0]} was never crawled and is not scheduled")
        current = {*plan.sites, *known.described}
        names = [name for name in names if name in current or _is_recent(store, name, now)]
        plan = with_adaptive_intervals(plan, store)
        on = running_sites(store, paths.output)
        states = [(name, _state(store, plan, name, now, on)) for name in only or names]
    return [(name, state) for name, state in states if not state.well], len({*(only or names)} & {*crawled})


def _is_recent(store: Store, site: str, now: datetime) -> bool:
    return any(now - run.started < GIVEN_UP for run in store.runs.of(site, 1))


def _state(store: Store, plan: Plan, site: str, now: datetime, under_way: Sequence[str]) -> SiteState:
    entries = run_history(store, site, LOOKED_AT, under_way=under_way)
    rhythm, last = plan.sites.get(site), store.slots.last(site, now)
    # A slot after one of the last minutes cannot be late, and by a publication rate it takes long to say.
    slot = rhythm.after(last) if rhythm and last and now - last > LATE else None
    return state_of(entries, rhythm, slot, now)
