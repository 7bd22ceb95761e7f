"""What follows a run: alerts are told and the report is written."""

import logging
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor

from newscrawl.schedule.alerts import Change, Wellbeing, tell
from newscrawl.schedule.history import Slot
from newscrawl.schedule.plan import Plan

log = logging.getLogger(__name__)


class Aftermath:
    """What follows a run: alerts and the report, in a thread of their own, so that a slow mail server delays no run."""

    def __init__(self, wellbeing: Wellbeing, report: Callable[[Plan], object]) -> None:
        self.wellbeing, self.report = wellbeing, report
        self.thread = ThreadPoolExecutor(1, "aftermath")
        self.under_way: Future[list[Change]] | None = None
        self.wanted = False

    def after(self, ended: Sequence[Slot], plan: Plan) -> None:
        """Take in the runs that ended, and go on with what is to be told and written."""
        for slot in ended:
            self.wellbeing.note(slot)
        self.wanted = self.wanted or bool(ended)
        if self.under_way and self.under_way.done():
            self._take()
        if self.wanted and not self.under_way:
            self.wanted = False
            self.under_way = self.thread.submit(self._work, plan, self.wellbeing.untold())

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

    def _work(self, plan: Plan, changes: Sequence[Change]) -> list[Change]:
        told = [change for change in changes if tell(plan.alerts, change)]
        try:
            self.report(plan)
        except Exception:
            # A report that cannot be written is no reason to stop crawling; the log has the traceback.
            log.exception("the report was not written")
        return told
