"""Starts `scrapy crawl SITE` as a process of its own, holding the site's lock, its output in a log."""

import os
import sys
from collections.abc import Callable, Sequence
from datetime import timedelta
from pathlib import Path

from newscrawl.errors import SiteBusy
from newscrawl.lock import SiteLock, busy, holder, process_note, site_lock
from newscrawl.schedule.clock import Clock
from newscrawl.schedule.paths import Paths
from newscrawl.schedule.plan import SitePlan
from newscrawl.schedule.process import GRACE, CrawlProcess, start
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

    here = True

    def __init__(self, paths: Paths, clock: Clock, command: Command, grace: float = GRACE) -> None:
        self.paths, self.clock, self.command, self.grace = paths, clock, command, grace

    def launch(self, plan: SitePlan) -> CrawlProcess | None:
        """Start a site's run; None where one is going already that this scheduler does not know of."""
        # Asked first: to wait for a lock that is held would hold up all other sites.
        if busy(self.paths.locks, plan.runs_as):
            return None
        try:
            lock = SiteLock(self.paths.locks, plan.runs_as)
        except SiteBusy:
            return None
        record = self.paths.log(plan.site, self.clock.now())
        environ = {**os.environ, **lock.handed_over(), **self.paths.environ}
        with lock:
            process = start(self.command(plan), folder=self.paths.project, environ=environ, lock=lock, log=record)
            lock.write(process_note(process.pid))
        forget(record.parent)
        deadline = self.clock.steady() + plan.deadline.total_seconds()
        return CrawlProcess(
            site=plan.site,
            row=0,
            deadline=deadline,
            pid=process.pid,
            lock=site_lock(self.paths.locks, plan.runs_as),
            log=record,
            process=process,
            grace=self.grace,
        )

    def reattach(self, row: Slot, deadline: timedelta, runs_as: str = "") -> CrawlProcess | None:
        """The run of a scheduler that died, if it goes on. `runs_as`: the name of its lock, where it is another."""
        lock = site_lock(self.paths.locks, runs_as or row.site)
        # Another process may crawl the site since: it is not ours to end.
        if row.pid is None or row.started is None or holder(lock) != process_note(row.pid):
            return None
        left = deadline - (self.clock.now() - row.started)
        record = self.paths.log(row.site, row.started)
        until = self.clock.steady() + left.total_seconds()
        return CrawlProcess(
            site=row.site, row=row.id, deadline=until, pid=row.pid, lock=lock, log=record, grace=self.grace
        )


def forget(folder: Path) -> None:
    """Remove all but the newest logs of a site."""
    for old in sorted(folder.glob("*.log"))[:-LOGS_KEPT]:
        old.unlink(missing_ok=True)
