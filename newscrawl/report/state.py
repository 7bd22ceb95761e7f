"""Whether a site is well: not late, its last run did its job."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from newscrawl.report.run_history import HistoryEntry
from newscrawl.rhythm.duration import say_duration
from newscrawl.schedule.plan import SitePlan

LATE = timedelta(minutes=15)
"""A slot that is not taken up for so long is late: a timer that calls every ten minutes is not."""


@dataclass(frozen=True, slots=True)
class SiteState:
    """How a site does. `word`: "well", "ill", "late" or "new" (it never ran)."""

    word: str
    reason: str = ""
    since: datetime | None = None

    @property
    def well(self) -> bool:
        return self.word in ("well", "new")

    @property
    def line(self) -> str:
        """What `scrapy health` says of it."""
        since = f" since {self.since:%Y-%m-%d %H:%M} UTC" if self.since else ""
        return f"{self.word}{since}: {self.reason}"


def state_of(entries: Iterable[HistoryEntry], plan: SitePlan | None, slot: datetime | None, now: datetime) -> SiteState:
    """The state of a site. `entries`: its history, newest first; `slot`: the one after the last that was dealt with."""
    told = [entry for entry in entries if entry.how not in ("going on", "stopped", "lost")]
    if told and not told[0].well:
        return SiteState("ill", told[0].problem, _since(told))
    if plan and slot and now - slot > LATE and not plan.silent(now):
        return SiteState("late", f"due {say_duration(now - slot)} ago and not run", slot)
    return SiteState("well") if told else SiteState("new", "never run")


def _since(told: list[HistoryEntry]) -> datetime:
    """When the first of the last ill runs in a row was."""
    since = told[0].began
    for entry in told:
        if entry.well:
            break
        since = entry.began
    return since
