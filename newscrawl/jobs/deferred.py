"""The scheduler's side: a run that is due becomes a job, and its end is read in the history."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

from procrastinate.exceptions import ConnectorException

from newscrawl.errors import StoreError
from newscrawl.jobs.queue import app_of, defer, make_tables
from newscrawl.schedule.plan import SitePlan
from newscrawl.store import Store
from newscrawl.store.slots import Slot, SlotEnd


class JobLauncher:
    """Defers runs."""

    here = False

    def __init__(self, address: str, store: Store, host: Callable[[SitePlan], str]) -> None:
        """`host`: the host that a site's run meets."""
        make_tables(address)
        self.app, self.store, self.host = app_of(address), store, host
        self.going: tuple[float, set[int]] = (0.0, set())

    def launch(self, plan: SitePlan) -> "DeferredRun":
        return DeferredRun(self, plan.site, plan)

    def reattach(self, row: Slot, deadline: timedelta, runs_as: str = "") -> "DeferredRun":
        """The run of an earlier scheduler: its job stands in the queue, or a worker has it."""
        return DeferredRun(self, row.site, row=row.id)

    def is_going(self, row: int, steady: float) -> bool:
        """Whether a run has no end yet; asked once for all runs of one look."""
        if self.going[0] != steady:
            self.going = (steady, {slot.id for slot in self.store.slots.running()})
        return row in self.going[1]


@dataclass(slots=True)
class DeferredRun:
    """A run that a worker does, or will do."""

    launcher: JobLauncher
    site: str
    plan: SitePlan | None = None
    row: int = 0
    pid: int = 0

    def enter(self, row: int) -> None:
        """Put it into the queue, in the transaction that made its row."""
        assert self.plan
        self.row = row
        try:
            with self.launcher.store.shared() as connection:
                defer(self.launcher.app, connection, row, self.plan, self.launcher.host(self.plan))
        except ConnectorException as error:
            raise StoreError(f"the queue: {error}") from error

    def watch(self, steady: float) -> SlotEnd | None:
        """Its end, as its worker has put it down."""
        if self.launcher.is_going(self.row, steady):
            return None
        slot = self.launcher.store.slots.get(self.row)
        return SlotEnd(slot.how, slot.exit_code, slot.problem)

    def ask(self, why: str, steady: float) -> None:
        """It goes on without its scheduler."""

    def abandon(self) -> None:
        """It was not put into the queue: its transaction was not kept."""
