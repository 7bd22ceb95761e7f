"""The history: every slot and what became of it. A row is a run, or slots that nobody will make up."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from newscrawl.schedule.due import Due
from newscrawl.store import Database
from newscrawl.store.database import Row
from newscrawl.store.runs import moment, seconds

ENDS = {
    "running": "going on",
    "finished": "did its job",
    "failed": "ended by itself with an exit code that is not 0",
    "crashed": "ended by a signal that the scheduler did not send",
    "deadline": "took too long and was ended",
    "stopped": "was ended with its scheduler",
    "lost": "nobody saw its end",
    "missed": "never started, and too old to be made up",
}

UNDONE = ("stopped", "lost")
"""Ends that are not the site's doing: the slot is tried once more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """A row of the history."""

    id: int
    site: str
    slot: datetime
    first: datetime
    covers: int
    late: str
    started: datetime | None
    ended: datetime | None
    how: str
    exit_code: int | None
    problem: str
    pid: int | None

    @property
    def well(self) -> bool:
        """Whether it did its job, or at least was not kept from it by the site."""
        return self.how in ("running", "finished", *UNDONE)


class History:
    """The slots in a store; every change is committed at once."""

    def __init__(self, database: Database) -> None:
        self.database = database

    def last(self, site: str, until: datetime) -> datetime | None:
        """The newest slot of a site, not after `until`, that was dealt with; a stopped one is after its second try."""
        query = f"""
            SELECT max(slot) FROM (
                SELECT slot FROM slots WHERE site = ? AND slot <= ?
                GROUP BY slot HAVING count(*) > 1 OR max(how NOT IN {UNDONE}))"""
        found = self.database.one(query, site, seconds(until))
        return moment(found[0]) if found and found[0] is not None else None

    def start(self, site: str, due: Due, *, late: str, now: datetime, pid: int) -> int:
        """A run has started; returns its row's id."""
        return self._add(site, due, late, started=now, how="running", pid=pid)

    def miss(self, site: str, due: Due, late: str) -> int:
        """Slots passed that nobody will make up."""
        return self._add(site, due, late, started=None, how="missed", pid=None)

    def end(self, row: int, now: datetime, *, how: str, exit_code: int | None = None, problem: str = "") -> None:
        """A run has ended."""
        self.database.write(
            "UPDATE slots SET ended = ?, how = ?, exit_code = ?, problem = ? WHERE id = ?",
            seconds(now),
            how,
            exit_code,
            problem,
            row,
        )

    def running(self) -> list[Slot]:
        """Runs without an end: they go on, or their scheduler died."""
        return self._rows("WHERE how = 'running' ORDER BY id")

    def slots(self, site: str = "", limit: int = -1) -> list[Slot]:
        """The newest first, of one site or of all."""
        return self._rows("WHERE ? IN ('', site) ORDER BY slot DESC, id DESC LIMIT ?", site, limit)

    def row(self, row: int) -> Slot:
        """One row."""
        return self._rows("WHERE id = ?", row)[0]

    def _add(self, site: str, due: Due, late: str, *, started: datetime | None, how: str, pid: int | None) -> int:
        return self.database.write(
            "INSERT INTO slots (site, slot, first, covers, late, started, how, pid) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            site,
            seconds(due.slot),
            seconds(due.first),
            due.covers,
            late,
            started and seconds(started),
            how,
            pid,
        )

    def _rows(self, rest: str, *values: Any) -> list[Slot]:
        return [_slot(row) for row in self.database.read(f"SELECT {', '.join(COLUMNS)} FROM slots {rest}", *values)]


COLUMNS = tuple(Slot.__dataclass_fields__)
TIMES = ("slot", "first", "started", "ended")


def _slot(row: Row) -> Slot:
    values = dict(zip(COLUMNS, row, strict=True))
    return Slot(**values | {name: moment(values[name]) for name in TIMES if values[name] is not None})
