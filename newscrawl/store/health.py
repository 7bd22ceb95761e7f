"""Counts: what each run's pages and listings gave."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from newscrawl.state.breakage import Count, Counts
from newscrawl.store.database import Database, Row
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

    def _rows(self, what: str, runs: Sequence[int]) -> list[Row]:
        question = "SELECT run, name, gave, pages, selectors FROM health WHERE what = ? AND run IN"
        return self.database.read(f"{question} ({marks(runs)})", what, *runs)


def marks(values: Sequence[int]) -> str:
    return ", ".join("?" * len(values))
