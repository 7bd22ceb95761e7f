"""What the scheduler asks of a run, and of what starts it: a process of this machine, or a job of another one."""

from datetime import timedelta
from typing import Protocol

from newscrawl.schedule.plan import SitePlan
from newscrawl.store.slots import Slot, SlotEnd


class ScheduledRun(Protocol):
    """A run that was started and has no end yet."""

    site: str
    row: int
    """Of the history."""

    pid: int
    """0: it is no process of this machine."""

    def enter(self, row: int) -> None:
        """It has its row; in the transaction that made it."""

    def watch(self, steady: float) -> SlotEnd | None:
        """Its end if it has ended; else see to its deadline."""

    def ask(self, why: str, steady: float) -> None:
        """Ask it to stop."""

    def abandon(self) -> None:
        """Its row was not kept."""


class Starter(Protocol):
    """Starts runs."""

    here: bool
    """Whether they are processes of this machine, which has room for so many and ends them with the scheduler."""

    def launch(self, plan: SitePlan) -> ScheduledRun | None:
        """Start a site's run; None where one is going already that this scheduler does not know of."""

    def reattach(self, row: Slot, deadline: timedelta, runs_as: str = "") -> ScheduledRun | None:
        """The run of a scheduler that died, if it goes on."""
