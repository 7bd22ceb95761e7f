"""Slots: the scheduler's history. A row is a run, or slots that passed and that nobody will make up."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Literal

from newscrawl.store.database import Database, Row
from newscrawl.store.runs import RunRecord
from newscrawl.store.times import moment, seconds

SlotOutcome = Literal[
    "running",
    "finished",  # did its job
    "failed",  # ended by itself with an exit code that is not 0
    "crashed",  # ended by a signal that the scheduler did not send
    "deadline",  # took too long and was ended
    "stopped",  # was ended with its scheduler
    "lost",  # nobody saw its end
    "missed",  # never started, and too old to be made up
]

UNDONE = ("stopped", "lost")
"""Outcomes that are not the site's doing: the slot is tried once more."""


@dataclass(frozen=True, slots=True)
class SlotSpan:
    """A slot, and the missed ones before it that the same run makes up."""

    slot: datetime
    """When it was due."""
    first: datetime
    """The oldest slot that it stands for."""
    covers: int
    """How many slots it stands for."""


@dataclass(frozen=True, slots=True)
class SlotEnd:
    """How a slot's run ended."""

    how: SlotOutcome
    exit_code: int | None
    problem: str
    """One line; empty where the run did its job."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """A row of the history."""

    id: int
    site: str
    slot: datetime
    first: datetime
    covers: int
    late: str
    """Why it did not start on time; empty where it did."""
    started: datetime | None
    ended: datetime | None
    how: SlotOutcome
    exit_code: int | None
    problem: str
    pid: int | None
    tries: int
    """How often a worker has begun it; 0 for a process of the scheduler's machine."""

    @property
    def well(self) -> bool:
        """Whether it did its job, or at least was not kept from it by the site."""
        return self.how in ("running", "finished", *UNDONE)


SECOND = timedelta(seconds=1)
APART = timedelta(seconds=5)
"""A scheduled run enters the store a second after its process starts, and the process ends a second after it left."""


def slot_of(run: RunRecord, slots: Iterable[Slot]) -> Slot | None:
    """The slot that a run was started for; None for one that was started by hand."""
    return next((slot for slot in slots if slot.site == run.site and _spans(slot, run.started)), None)


def slots_of(runs: Iterable[RunRecord], slots: Sequence[Slot]) -> Iterator[Slot | None]:
    """The slot of each run. Both stand with the newest first, so what is too new for one run is for all after it."""
    left = list(reversed(slots))
    for run in runs:
        while left and not _begun(left[-1], run.started):
            left.pop()
        yield slot_of(run, reversed(left))


def _begun(slot: Slot, moment: datetime) -> bool:
    # The store counts whole seconds: a run may seem to begin before its process did.
    return slot.started is not None and moment >= slot.started - SECOND


def _spans(slot: Slot, moment: datetime) -> bool:
    return _begun(slot, moment) and moment <= (slot.ended + APART if slot.ended else moment)


class Slots:
    """The table of slots; every change is committed at once."""

    def __init__(self, database: Database) -> None:
        self.database = database

    def last(self, site: str, until: datetime) -> datetime | None:
        """The newest slot of a site, not after `until`, that was dealt with; a stopped one is after its second try."""
        row = self.database.one(
            "SELECT slot FROM slots WHERE site = ? AND slot <= ? "
            f"GROUP BY slot HAVING count(*) > 1 OR max(CASE WHEN how NOT IN {UNDONE} THEN 1 ELSE 0 END) = 1 "
            "ORDER BY slot DESC LIMIT 1",
            site,
            seconds(until),
        )
        return moment(row[0]) if row else None

    def start(self, site: str, span: SlotSpan, *, late: str, now: datetime, pid: int) -> int:
        """A run has started; returns its row's id."""
        return self._add(site, span, late=late, started=seconds(now), how="running", pid=pid)

    def begin(self, row: int, now: datetime) -> None:
        """A worker has begun a run that waited for one."""
        self.database.write("UPDATE slots SET started = ?, tries = tries + 1 WHERE id = ?", seconds(now), row)

    def miss(self, site: str, span: SlotSpan, late: str) -> int:
        """Record slots that passed and will not be made up."""
        return self._add(site, span, late=late, how="missed")

    def end(self, row: int, now: datetime, end: SlotEnd) -> None:
        """A run has ended, for whom it is told first."""
        self.database.write(
            "UPDATE slots SET ended = ?, how = ?, exit_code = ?, problem = ? WHERE id = ? AND how = 'running'",
            seconds(now),
            end.how,
            end.exit_code,
            end.problem,
            row,
        )

    def running(self) -> list[Slot]:
        """Runs without an end: they go on, or their scheduler died."""
        return self._rows("WHERE how = 'running' ORDER BY id")

    def of(self, site: str = "", limit: int = 2**62) -> list[Slot]:
        """The newest first, of one site or of all."""
        if site:
            return self._rows("WHERE site = ? ORDER BY slot DESC, id DESC LIMIT ?", site, limit)
        return self._rows("ORDER BY slot DESC, id DESC LIMIT ?", limit)

    def started(self, site: str, since: datetime, until: datetime) -> list[datetime]:
        """A site's slots between two moments that a run was started for, oldest first."""
        rows = self.database.read(
            "SELECT slot FROM slots WHERE site = ? AND slot BETWEEN ? AND ? AND how != 'missed' ORDER BY slot",
            site,
            seconds(since),
            seconds(until),
        )
        return [moment(slot) for (slot,) in rows]

    def get(self, row: int) -> Slot:
        """One row."""
        return self._rows("WHERE id = ?", row)[0]

    def _add(self, site: str, span: SlotSpan, **values: str | int) -> int:
        row = {"site": site, "slot": seconds(span.slot), "first": seconds(span.first), "covers": span.covers, **values}
        marks = ", ".join("?" * len(row))
        return self.database.write(f"INSERT INTO slots ({', '.join(row)}) VALUES ({marks}) RETURNING id", *row.values())

    def _rows(self, rest: str, *values: Any) -> list[Slot]:
        return [_slot(row) for row in self.database.read(f"SELECT {', '.join(COLUMNS)} FROM slots {rest}", *values)]


COLUMNS = tuple(Slot.__dataclass_fields__)
TIMES = ("slot", "first", "started", "ended")


def _slot(row: Row) -> Slot:
    values = dict(zip(COLUMNS, row, strict=True))
    for name in TIMES:
        if values[name] is not None:
            values[name] = moment(values[name])
    return Slot(**values)
