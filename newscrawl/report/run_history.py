"""The history of a site: its runs and its slots joined, for tables, health and the report."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from newscrawl.lock import busy
from newscrawl.schedule.paths import log_name
from newscrawl.store import RunRecord, Store
from newscrawl.store.slots import Slot, slots_of


@dataclass(frozen=True, slots=True, kw_only=True)
class HistoryEntry:
    """A run, or a slot without one. None and 0 stand for what is not known."""

    site: str
    began: datetime
    """When it started; for a slot that was missed, when it was due."""

    ended: datetime | None = None
    how: str
    """"finished", "limit", "stopped", "failed", "killed", "going on"; of the scheduler also "crashed", "deadline",
    "lost", "missed"."""

    problem: str = ""
    """One line; empty where the run did its job."""

    slot: datetime | None = None
    """When it was due; None for a run that was started by hand."""

    covers: int = 0
    """How many slots it stands for."""

    late: str = ""
    new: int = 0
    updated: int = 0
    refused: Mapping[str, int] = field(default_factory=dict)
    """Reason -> pages."""

    requests: int = 0
    replayed: int = 0
    """Answers that came out of a recording."""

    saved: int = 0
    log: str = ""
    """The name of its log, of a run that the scheduler started; only the newest are kept."""

    @property
    def took(self) -> timedelta | None:
        return self.ended - self.began if self.ended else None

    @property
    def well(self) -> bool:
        """Whether it did its job, or says nothing against the site: it goes on, or somebody stopped it."""
        return not self.problem or self.how in ("stopped", "lost", "going on")


def running_sites(store: Store, output: Path) -> list[str]:
    """The sites of which a run goes on now."""
    # Only those that the store has open: to ask for a lock is to hold it for a moment, and a run may start just then.
    claimed, sites = store.claimed(), store.runs.open()
    return [name for name in sites if (busy(output / "locks", name) if claimed is None else name in claimed)]


def run_history(store: Store, site: str = "", limit: int = 50, *, under_way: Sequence[str] = ()) -> list[HistoryEntry]:
    """The newest entries of a site, or of all. `under_way`: the sites of which a run goes on (`running_sites`)."""
    runs, slots = store.runs.of(site, limit), store.slots.of(site, limit)
    pairs = list(zip(runs, slots_of(runs, slots), strict=True))
    entries = [_entry(run, slot, under_way) for run, slot in pairs]
    with_run = {slot.id for _, slot in pairs if slot}
    entries += [_alone(slot) for slot in slots if slot.id not in with_run]
    return sorted(entries, key=lambda entry: entry.began, reverse=True)[:limit]


def _entry(run: RunRecord, slot: Slot | None, under_way: Sequence[str]) -> HistoryEntry:
    how: str = run.outcome or ("going on" if run.site in under_way else "killed")
    problem = run.problem if run.outcome else "" if how == "going on" else "ended without a word"
    if slot and slot.how in ("crashed", "deadline"):
        how, problem = slot.how, slot.problem
    return HistoryEntry(
        site=run.site,
        began=run.started,
        ended=run.ended or (slot.ended if slot else None),
        how=how,
        problem=problem,
        slot=slot.slot if slot else None,
        covers=slot.covers if slot else 0,
        late=slot.late if slot else "",
        log=_log(slot) if slot else "",
        refused=_refused(run.counts),
        requests=run.requests,
        replayed=run.counts.get("replay/answered", 0),
        saved=run.saved,
        new=run.counts.get("posts/new", 0),
        updated=run.counts.get("posts/updated", 0),
    )


def _refused(counts: Mapping[str, int]) -> dict[str, int]:
    found: dict[str, int] = {}
    for name, count in counts.items():
        kind, _, rest = name.partition("/")
        if kind == "refused":
            reason = rest.partition("/")[2] or rest
            found[reason] = found.get(reason, 0) + count
    return found


def _alone(slot: Slot) -> HistoryEntry:
    return HistoryEntry(
        site=slot.site,
        began=slot.started or slot.slot,
        ended=slot.ended,
        how="going on" if slot.how == "running" else slot.how,
        problem=slot.problem or (slot.late if slot.how == "missed" else ""),
        slot=slot.slot,
        covers=slot.covers,
        late=slot.late,
        log=_log(slot),
    )


def _log(slot: Slot) -> str:
    return log_name(slot.started) if slot.started else ""


def as_json(entry: HistoryEntry) -> dict[str, Any]:
    """An entry with its times in ISO 8601, for scripts."""
    times = {"began": entry.began, "ended": entry.ended, "slot": entry.slot}
    values = {name: getattr(entry, name) for name in HistoryEntry.__dataclass_fields__ if name not in times}
    told = {name: value.isoformat() if value else None for name, value in times.items()}
    return {"site": entry.site, **told, "seconds": entry.took.total_seconds() if entry.took else None, **values}
