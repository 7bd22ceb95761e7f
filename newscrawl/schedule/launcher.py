"""Starts `scrapy crawl SITE` as a process of its own, holding the site's lock, its output in a log."""

import os
import sys
from collections.abc import Callable, Sequence
from datetime import timedelta
from pathlib import Path

from newscrawl.schedule.clock import Clock
from newscrawl.schedule.due import Due
from newscrawl.schedule.lock import Held, Lock
from newscrawl.schedule.paths import Places
from newscrawl.schedule.plan import SitePlan
from newscrawl.schedule.process import GRACE, Run, start
from newscrawl.store.slots import Slot

LOGS_KEPT = 20
"""Logs of so many runs are kept for each site: at a run every half hour those of the last ten hours."""


Command = Callable[[SitePlan], list[str]]
"""The command line of a site's run."""


def crawl(plan: SitePlan, options: Sequence[str] = ()) -> list[str]:
    """`scrapy crawl SITE` with the plan's arguments and settings. `options` are the scheduler's own `-s NAME=value`."""
    arguments = [part for name, value in plan.arguments.items() for part in ("-a", f"{name}={value}")]
    settings = [part for name, value in plan.settings.items() for part in ("-s", f"{name}={value}")]
    return [sys.executable, "-m", "scrapy", "crawl", plan.site, *arguments, *options, *settings]


class Launcher:
    """Starts runs."""

    def __init__(self, places: Places, clock: Clock, command: Command, grace: float = GRACE) -> None:
        self.places, self.clock, self.command, self.grace = places, clock, command, grace

    def __call__(self, plan: SitePlan, each: Due) -> Run | None:
        path = self.places.lock(plan.site)
        try:
            lock = Lock(path)
        except Held:
            return None
        record = self.places.log(plan.site, self.clock.now())
        environ = {**os.environ, "NEWSCRAWL_OUTPUT": str(self.places.output)}
        with lock:
            process = start(self.command(plan), folder=self.places.project, environ=environ, lock=lock, log=record)
        forget(record.parent)
        deadline = self.clock.steady() + plan.deadline.total_seconds()
        return Run(
            site=plan.site,
            row=0,
            deadline=deadline,
            pid=process.pid,
            lock=path,
            log=record,
            process=process,
            grace=self.grace,
        )

    def again(self, row: Slot, deadline: timedelta) -> Run | None:
        """The run of a scheduler that died, if it goes on."""
        path = self.places.lock(row.site)
        try:
            Lock(path).release()
        except Held:
            assert row.pid and row.started
            left = deadline - (self.clock.now() - row.started)
            record = self.places.log(row.site, row.started)
            until = self.clock.steady() + left.total_seconds()
            return Run(site=row.site, row=row.id, deadline=until, pid=row.pid, lock=path, log=record, grace=self.grace)
        return None


def forget(folder: Path) -> None:
    """Remove all but the newest logs of a site."""
    for old in sorted(folder.glob("*.log"))[:-LOGS_KEPT]:
        old.unlink(missing_ok=True)
