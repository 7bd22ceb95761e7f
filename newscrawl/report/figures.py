"""What the report shows of a site, as values out of the store."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from statistics import median
from typing import Any

from newscrawl.report.run_history import Entry, past
from newscrawl.report.state import State, state_of
from newscrawl.schedule.history import History
from newscrawl.schedule.plan import SitePlan
from newscrawl.store import Page, Store

DAYS = 30
"""Days in the charts: a month shows weekends and what changed."""

ENTRIES = 50
NEWEST = 12
ASIDE = 50
"""Rows on a site's page: what a person looks through; `scrapy runs` has the rest."""

FIELD_RUNS = 40
"""Runs in the charts of completeness."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Completeness:
    """How many pages gave a field, run by run, oldest first: (runs' start, gave, pages)."""

    field: str
    selectors: str
    runs: Sequence[tuple[datetime, int, int]]

    @property
    def shares(self) -> list[float]:
        return [gave / pages for _, gave, pages in self.runs]


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteFigures:
    """A site in figures."""

    site: str
    state: State
    kept: int
    """Articles in all."""

    days: Sequence[int]
    """Articles by the day of their publication in UTC, the last DAYS days, oldest first."""

    delay: timedelta | None
    """Median time from publication to post in the last DAYS days; None where nothing can be said."""

    last: Entry | None
    next: datetime | None
    entries: Sequence[Entry] = ()
    newest: Sequence[dict[str, Any]] = ()
    fields: Sequence[Completeness] = ()
    aside: Sequence[Page] = ()


def figures_of(
    store: Store, site: str, plan: SitePlan | None, now: datetime, *, under_way: Sequence[str] = ()
) -> SiteFigures:
    """What the overview shows of a site; `with_details` adds what its own page shows."""
    entries = past(store, site, ENTRIES, under_way=under_way)
    last_slot = History(store.database).last(site, now)
    return SiteFigures(
        site=site,
        state=state_of(entries, plan, last_slot, now),
        kept=_kept(store, site),
        days=days_of(store.pages.publication_times(site, now - timedelta(days=DAYS)), now),
        delay=_delay(store, site, now),
        last=next((entry for entry in entries if entry.how != "missed"), None),
        next=plan.after(now) if plan else None,
        entries=entries,
    )


def with_details(site: SiteFigures, store: Store) -> SiteFigures:
    """The figures of a site's own page."""
    return replace(
        site,
        newest=store.newest.of(site.site, NEWEST),
        fields=_fields(store, site.site),
        aside=store.pages.set_aside(site.site, ASIDE),
    )


def days_of(published: Sequence[datetime], now: datetime) -> list[int]:
    """How many articles came on each of the last DAYS days, the oldest first."""
    today = now.astimezone(UTC).date()
    counts = [0] * DAYS
    for moment in published:
        back = (today - moment.astimezone(UTC).date()).days
        if 0 <= back < DAYS:
            counts[DAYS - 1 - back] += 1
    return counts


def _kept(store: Store, site: str) -> int:
    row = store.database.one(
        "SELECT count(*) FROM pages JOIN sites ON sites.id = site "
        # Only what is kept has a date, and the index of dates is counted without a look at the pages.
        "WHERE sites.name = ? AND published IS NOT NULL",
        site,
    )
    return int(row[0]) if row else 0


def _delay(store: Store, site: str, now: datetime) -> timedelta | None:
    """Of articles that were published while the site was already crawled: older ones tell of the first run alone.

    A date that is a day alone (midnight) says nothing of minutes, and neither does one in the future.
    """
    first = store.database.one(
        "SELECT site, min(started) FROM runs WHERE site = (SELECT id FROM sites WHERE name = ?)", site
    )
    if not first or first[0] is None:
        return None
    rows = store.database.read(
        "SELECT first_seen - published FROM pages WHERE site = ? AND published >= ? "
        "AND first_seen >= published AND published % 3600 != 0",
        first[0],
        max(first[1], int((now - timedelta(days=DAYS)).timestamp())),
    )
    return timedelta(seconds=median(row[0] for row in rows)) if rows else None


def _fields(store: Store, site: str) -> list[Completeness]:
    rows = store.database.read(
        "SELECT name, selectors, started, gave, pages FROM health JOIN runs ON runs.id = health.run "
        "WHERE what = 'field' AND pages > 0 AND run IN (SELECT run FROM health JOIN runs ON runs.id = run "
        "WHERE runs.site = (SELECT id FROM sites WHERE name = ?) GROUP BY run ORDER BY run DESC LIMIT ?) ORDER BY run",
        site,
        FIELD_RUNS,
    )
    found: dict[str, list[Any]] = {}
    for name, selectors, started, gave, pages in rows:
        found.setdefault(name, []).append((selectors, (datetime.fromtimestamp(started, UTC), gave, pages)))
    return [
        Completeness(field=name, selectors=each[-1][0], runs=[run for _, run in each]) for name, each in found.items()
    ]
