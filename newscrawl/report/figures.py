"""What the report shows of a site, as values out of the store."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from itertools import islice
from statistics import median
from typing import Any

from newscrawl.report.run_history import HistoryEntry, run_history
from newscrawl.report.state import SiteState, state_of
from newscrawl.schedule.plan import SitePlan
from newscrawl.store import PageRecord, Store
from newscrawl.store.health import Count

DAYS = 30
"""Days in the charts: a month shows weekends and what changed."""

ENTRIES = 50
NEWEST = 12
ASIDE = 50
"""Rows on a site's page: what a person looks through; `scrapy runs` has the rest."""

FIELD_RUNS = 40
"""Runs in the charts of completeness."""


@dataclass(frozen=True, slots=True)
class Completeness:
    """How many pages gave a field, run by run, oldest first."""

    field: str
    runs: Sequence[Count]

    @property
    def shares(self) -> list[float]:
        return [run.gave / run.pages for run in self.runs]


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteFigures:
    """A site in figures."""

    site: str
    state: SiteState
    kept: int
    """Articles in all."""

    added: int
    """Articles that came today, whenever they were published."""

    days: Sequence[int]
    """Articles by the day of their publication in UTC, the last DAYS days, oldest first."""

    delay: timedelta | None
    """Median time from publication to post in the last DAYS days; None where nothing can be said."""

    last: HistoryEntry | None
    next: datetime | None
    entries: Sequence[HistoryEntry] = ()
    newest: Sequence[dict[str, Any]] = ()
    fields: Sequence[Completeness] = ()
    aside: Sequence[PageRecord] = ()


def figures_of(
    store: Store, site: str, plan: SitePlan | None, now: datetime, *, under_way: Sequence[str] = ()
) -> SiteFigures:
    """What the overview shows of a site; `with_details` adds what its own page shows."""
    entries = run_history(store, site, ENTRIES, under_way=under_way)
    last = store.slots.last(site, now)
    slot = plan.after(last) if plan and last else None
    return SiteFigures(
        site=site,
        state=state_of(entries, plan, slot, now),
        kept=store.publications.count(site),
        added=store.publications.added(site, now.astimezone(UTC).replace(hour=0, minute=0, second=0, microsecond=0)),
        days=days_of(store.publications.published(site, now - timedelta(days=DAYS)), now),
        delay=_delay(store, site, now),
        last=next((entry for entry in entries if entry.how != "missed"), None),
        next=slot if slot and slot > now else plan.after(now) if plan else None,
        entries=entries,
    )


def with_details(site: SiteFigures, store: Store) -> SiteFigures:
    """The figures of a site's own page."""
    found = store.articles.newest_first(site.site, step=NEWEST)
    return replace(
        site,
        newest=[each.record | {"posts": store.posts.paths(each.page)} for each in islice(found, NEWEST)],
        fields=[Completeness(*each) for each in store.health.completeness(site.site, FIELD_RUNS).items()],
        aside=store.pages.set_aside(site.site, ASIDE),
    )


def days_of(published: Mapping[date, int], now: datetime) -> list[int]:
    """How many articles came on each of the last DAYS days, the oldest first."""
    today = now.astimezone(UTC).date()
    return [published.get(today - timedelta(days=back), 0) for back in reversed(range(DAYS))]


def _delay(store: Store, site: str, now: datetime) -> timedelta | None:
    """Of articles that were published while the site was already crawled: older ones tell of the first run alone."""
    first = store.runs.first(site)
    delays = store.publications.delays(site, max(first, now - timedelta(days=DAYS))) if first else []
    return timedelta(seconds=median(delays)) if delays else None
