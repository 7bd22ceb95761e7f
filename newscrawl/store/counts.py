"""Counts: what each run's pages and listings gave."""

from collections.abc import Mapping
from datetime import datetime

from newscrawl.health import RUNS_BACK, Count, Counts
from newscrawl.store.database import Database
from newscrawl.store.runs import moment


class HealthCounts:
    """The table of counts."""

    def __init__(self, database: Database) -> None:
        self.database = database

    def put(self, run: int, fields: Counts, listings: Mapping[str, int]) -> None:
        """What a run counted."""
        rows = [("field", name, count.gave, count.pages, count.selectors) for name, count in fields.items()]
        rows += [("listing", url, links, 1, "") for url, links in listings.items()]
        with self.database.writing():
            for row in rows:
                self.database.write("INSERT OR REPLACE INTO health VALUES (?, ?, ?, ?, ?, ?)", run, *row)

    def fields(self, site: str, limit: int = RUNS_BACK) -> list[Counts]:
        """The fields of the site's last runs that read a page, newest first."""
        found: dict[int, Counts] = {}
        for run, name, gave, pages, selectors in self._rows("field", site, limit):
            found.setdefault(run, {})[name] = Count(gave, pages, selectors)
        return list(found.values())

    def listings(self, site: str, limit: int = RUNS_BACK) -> list[dict[str, int]]:
        """The listings of the site's last runs that read one, newest first: address -> links."""
        found: dict[int, dict[str, int]] = {}
        for run, url, links, _, _ in self._rows("listing", site, limit):
            found.setdefault(run, {})[url] = links
        return list(found.values())

    def news(self, site: str, limit: int = RUNS_BACK) -> list[datetime]:
        """When the last runs that found something new found it, oldest first."""
        rows = self.database.read(
            "SELECT started FROM runs JOIN sites ON sites.id = runs.site "
            "WHERE sites.name = ? AND json_extract(counts, '$.\"posts/new\"') > 0 ORDER BY runs.id DESC LIMIT ?",
            site,
            limit,
        )
        return [moment(when) for (when,) in reversed(rows)]

    def _rows(self, what: str, site: str, limit: int) -> list[tuple[int, str, int, int, str]]:
        rows = self.database.read(
            "SELECT run, health.name, gave, pages, selectors FROM health WHERE what = ? AND run IN "
            "(SELECT DISTINCT run FROM runs JOIN sites ON sites.id = runs.site JOIN health ON run = runs.id "
            "WHERE sites.name = ? AND what = ? ORDER BY runs.id DESC LIMIT ?) ORDER BY run DESC",
            what,
            site,
            what,
            limit,
        )
        return [(run, name, gave, pages, selectors) for run, name, gave, pages, selectors in rows]
