"""Health: what each run's pages and listings gave, counted."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from newscrawl.store.database import Database, Row
from newscrawl.store.times import moment, seconds


@dataclass(frozen=True, slots=True)
class Count:
    """How many pages gave a field."""

    gave: int = 0
    pages: int = 0
    selectors: str = ""
    """The site's own, where the field has some: pages then count where one of them matched."""

    def __add__(self, other: "Count") -> "Count":
        return Count(self.gave + other.gave, self.pages + other.pages, self.selectors or other.selectors)

    def __str__(self) -> str:
        return f"{self.gave}/{self.pages}"


PUT = """INSERT INTO health VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (run, what, name)
    DO UPDATE SET gave = excluded.gave, pages = excluded.pages, selectors = excluded.selectors"""

REMOVE = "remove "
"""Before the selector of a rule that leaves something out of the body: its count is of the pages where it matched."""

Counts = dict[str, Count]
"""Field, or such a rule -> its count."""


class Health:
    """The table of counts."""

    def __init__(self, database: Database) -> None:
        self.database = database

    def put(self, run: int, fields: Counts, listings: Mapping[str, int]) -> None:
        """What a run counted."""
        rows = [("field", name, count.gave, count.pages, count.selectors) for name, count in fields.items()]
        rows += [("listing", url, links, 1, "") for url, links in listings.items()]
        with self.database.transaction():
            for row in rows:
                self.database.write(PUT, run, *row)

    def put_nowhere(self, run: int, url: str) -> None:
        """A run looked for a listing at an address, and none stood there."""
        self.database.write(PUT, run, "nowhere", url, 0, 1, "")

    def nowhere(self, run: int, since: datetime) -> frozenset[str]:
        """The addresses where runs of the same site found no listing, since then."""
        rows = self.database.read(
            "SELECT name FROM health JOIN runs ON runs.id = health.run WHERE what = 'nowhere' AND started >= ? "
            "AND site = (SELECT site FROM runs WHERE id = ?)",
            seconds(since),
            run,
        )
        return frozenset(name for (name,) in rows)

    def fields(self, runs: Sequence[int]) -> list[Counts]:
        """The fields of those runs that read a page, in the order of the runs."""
        found = {run: {} for run in runs}  # type: dict[int, Counts]
        for run, name, gave, pages, selectors in self._rows("field", runs):
            found[run][name] = Count(gave, pages, selectors)
        return [counts for counts in found.values() if counts]

    def listings(self, runs: Sequence[int]) -> list[dict[str, int]]:
        """The listings of those runs that read one, in the order of the runs: address -> links."""
        found = {run: {} for run in runs}  # type: dict[int, dict[str, int]]
        for run, url, links, _, _ in self._rows("listing", runs):
            found[run][url] = links
        return [links for links in found.values() if links]

    def news(self, runs: Sequence[int]) -> list[datetime]:
        """When those of the runs that found something new found it, oldest first."""
        rows = self.database.read(
            f"SELECT started FROM runs WHERE id IN ({marks(runs)}) AND json_extract(counts, '$.\"posts/new\"') > 0 "
            "ORDER BY id",
            *runs,
        )
        return [moment(when) for (when,) in rows]

    def completeness(self, site: str, runs: int) -> dict[str, list[Count]]:
        """Field -> its counts in the last so many runs that read a page of the site, oldest first."""
        rows = self.database.read(
            "SELECT name, gave, pages, selectors FROM health WHERE what = 'field' AND pages > 0 AND run IN ("
            "SELECT id FROM runs WHERE site = (SELECT id FROM sites WHERE name = ?) "
            "AND EXISTS (SELECT 1 FROM health WHERE run = runs.id) "
            "ORDER BY started DESC, id DESC LIMIT ?) ORDER BY run",
            site,
            runs,
        )
        found: dict[str, list[Count]] = {}
        for name, gave, pages, selectors in rows:
            if not name.startswith(REMOVE):
                found.setdefault(name, []).append(Count(gave, pages, selectors))
        return found

    def _rows(self, what: str, runs: Sequence[int]) -> list[Row]:
        question = "SELECT run, name, gave, pages, selectors FROM health WHERE what = ? AND run IN"
        return self.database.read(f"{question} ({marks(runs)})", what, *runs)


def marks(values: Sequence[int]) -> str:
    return ", ".join("?" * len(values))
