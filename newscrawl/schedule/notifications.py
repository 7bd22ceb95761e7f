"""Notifications: after a run alerts are sent and the report is written."""

import logging
from collections.abc import Callable, Collection, Sequence
from concurrent.futures import Future, ThreadPoolExecutor

from newscrawl.schedule.alerts import ping, tell
from newscrawl.schedule.plan import Plan
from newscrawl.store.slots import Slot
from newscrawl.store.wellbeing import Change, Wellbeing

log = logging.getLogger(__name__)


Report = Callable[[Plan, Collection[str]], object]
"""Writes the report of a plan, of which these sites have run."""


class Notifier:
    """What follows a run: alerts and the report, in a thread of their own, so that a slow mail server delays no run."""

    def __init__(self, wellbeing: Wellbeing, report: Report) -> None:
        self.wellbeing, self.report = wellbeing, report
        self.thread = ThreadPoolExecutor(1, "notifier")
        self.under_way: Future[list[Change]] | None = None
        self.changed: set[str] = set()

    def after(self, ended: Sequence[Slot], plan: Plan) -> None:
        """Take in the runs that ended, and go on with what is to be told and written."""
        for slot in ended:
            # One that was stopped says nothing about its site.
            if slot.how in ("finished", "failed", "crashed", "deadline"):
                self.wellbeing.note(Change(slot.site, slot.well, slot.ended or slot.slot, slot.problem))
        self.changed |= {slot.site for slot in ended}
        if self.under_way and self.under_way.done():
            self._take()
        if self.changed and not self.under_way:
            untold = self.wellbeing.untold(plan.alerts.after)
            self.under_way = self.thread.submit(self._work, plan, self.changed, untold)
            self.changed = set()

    def finish(self, plan: Plan) -> None:
        """Wait until all is told and written."""
        self.after([], plan)
        while self.under_way:
            self._take()
            self.after([], plan)
        self.thread.shutdown()

    def _take(self) -> None:
        assert self.under_way
        for change in self.under_way.result():
            self.wellbeing.told(change)
        self.under_way = None

    def _work(self, plan: Plan, sites: Collection[str], changes: Sequence[Change]) -> list[Change]:
        told = [change for change in changes if tell(plan.alerts, change)]
        ping(plan.alerts)
        try:
            self.report(plan, sites)
        except Exception:
            # A report that cannot be written is no reason to stop crawling; the log has the traceback.
            log.exception("the report was not written")
        return told
