"""Wellbeing: which sites are well, and what was told of it, so that a restart tells nothing twice."""

from dataclasses import dataclass
from datetime import datetime

from newscrawl.store.database import Database
from newscrawl.store.times import moment, seconds


@dataclass(frozen=True, slots=True)
class Change:
    """A site became ill, or well again."""

    site: str
    well: bool
    since: datetime
    reason: str
    """Why it is ill."""


class Wellbeing:
    """The table of wellbeing."""

    def __init__(self, database: Database) -> None:
        self.database = database

    def note(self, state: Change) -> None:
        """Record how a site is; does nothing where it was so before."""
        self.database.write(
            """INSERT INTO wellbeing (site, well, since, reason, failures) VALUES (?1, ?2, ?3, ?4, 1 - ?2)
               ON CONFLICT (site) DO UPDATE SET
                   since = CASE WHEN wellbeing.well = ?2 THEN wellbeing.since ELSE ?3 END, well = ?2, reason = ?4,
                   failures = CASE WHEN ?2 = 1 THEN 0 ELSE wellbeing.failures + 1 END""",
            state.site,
            int(state.well),
            seconds(state.since),
            state.reason,
        )

    def untold(self, after: int = 1) -> list[Change]:
        """The changes that nobody was told of yet. `after`: a site is told of when it has failed so often in a row."""
        query = """SELECT site, well, since, reason FROM wellbeing
                   WHERE well != told AND (well = 1 OR failures >= ?) ORDER BY since"""
        rows = self.database.read(query, after)
        return [Change(site, bool(well), moment(since), reason) for site, well, since, reason in rows]

    def told(self, change: Change) -> None:
        """Record that a change was told."""
        self.database.write("UPDATE wellbeing SET told = ? WHERE site = ?", int(change.well), change.site)
