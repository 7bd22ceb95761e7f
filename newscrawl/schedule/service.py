"""The scheduler as a program: its lock, its store, its signals, schedule.yml read anew when it changes."""

import logging
import os
import signal
import threading
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from newscrawl.errors import InvalidInput, PlanError, SchedulerBusy, SiteBusy, StoreError
from newscrawl.folder.config_file import FILE_NAME, read_config
from newscrawl.folder.nodes import node_of
from newscrawl.lock import Held, Lock, process_note
from newscrawl.rhythm.interval import Rhythm
from newscrawl.schedule.adaptive.policy import AdaptivePlan
from newscrawl.schedule.clock import Clock
from newscrawl.schedule.config import Select, read_plan
from newscrawl.schedule.launcher import Command, Launcher, crawl
from newscrawl.schedule.notifications import Notifier, Report
from newscrawl.schedule.paths import Paths
from newscrawl.schedule.plan import Plan, make_plan
from newscrawl.schedule.process import GRACE
from newscrawl.schedule.run import Starter
from newscrawl.schedule.scheduler import ON_TIME, Scheduler
from newscrawl.store import Store
from newscrawl.store.slots import Slot
from newscrawl.yaml_lines import YamlValue, read_lines

log = logging.getLogger(__name__)

SCHEDULER = "(scheduler)"
"""What it claims of a shared store, like a site."""

LOOK = 1.0
"""Seconds between two looks. Rhythms are told in minutes; a look at 200 sites takes about a millisecond."""

PATIENCE = 30
"""Seconds after which a store that could not be used is tried again."""

BY_TIMER = timedelta(minutes=15)
"""With `--once` a slot waits for the timer's next call, so one that starts within this is on time."""


def load_plan(
    paths: Paths, own: Mapping[str, Rhythm | None], environ: Mapping[str, str] | None, select: Select = lambda _: ()
) -> Plan:
    """The plan as it is now, of schedule.yml and of [schedule] in newscrawl.toml; raises PlanError."""
    root = _in_config(paths) or _in_file(paths.plan)
    return make_plan(own, read_plan(root, own, environ, select))


def _in_file(file: Path) -> YamlValue | None:
    try:
        return read_lines(file.read_text(encoding="utf-8"), file.name)
    except FileNotFoundError:
        return None
    except (OSError, UnicodeDecodeError) as error:
        raise PlanError(f"{file.name}: cannot be read: {error}") from None


def _in_config(paths: Paths) -> YamlValue | None:
    """[schedule] of the newscrawl.toml that is the plan's file."""
    if paths.plan.name != FILE_NAME:
        return None
    config = read_config(paths.plan)
    return YamlValue(node_of(config, ["schedule"], config.values.get("schedule", {})), FILE_NAME)


class PlanReloader:
    """The plan, read anew when the file changes. A file that became wrong is told once; the plan before stays."""

    def __init__(self, path: Path, read: Callable[[], Plan]) -> None:
        self.path, self.read = path, read
        self.stamp = self._stamp()
        self.plan = read()

    def __call__(self) -> Plan:
        stamp = self._stamp()
        if stamp != self.stamp:
            self.stamp = stamp
            try:
                self.plan = self.read()
                log.info("%s changed: %s sites", self.path.name, len(self.plan.sites))
            except InvalidInput as error:
                log.error("%s; the plan before stays", error)
        return self.plan

    def _stamp(self) -> tuple[int, int, int]:
        try:
            found = self.path.stat()
        except OSError:
            return (0, 0, 0)
        return (found.st_mtime_ns, found.st_size, found.st_ino)


def scheduler_lock(paths: Paths, now: datetime) -> Lock:
    """The lock of the one scheduler of a store; raises SchedulerBusy."""
    try:
        return Lock(paths.scheduler_lock, f"{process_note(os.getpid())}, since {now:%Y-%m-%d %H:%M} UTC")
    except Held as held:
        place = paths.store if isinstance(paths.store, Path) else paths.output
        raise SchedulerBusy(f"another scheduler works on {place}: {held}") from None


@dataclass(frozen=True, slots=True, kw_only=True)
class ServiceOptions:
    """How a scheduler does its work."""

    command: Command = crawl
    jobs: Callable[[Store], Starter] | None = None
    """Starts runs as jobs of other machines, where the store is shared; None: as processes of this one."""
    report: Report = lambda plan, sites: None
    """Writes the report after runs."""
    grace: float = GRACE
    """Seconds between asking a run to stop and killing it."""
    on_time: timedelta = ON_TIME
    """A run that starts within this of its slot is on time."""


class Service:
    """One scheduler on one store."""

    def __init__(
        self,
        paths: Paths,
        load: Callable[[], Plan],
        clock: Clock,
        options: ServiceOptions = ServiceOptions(),  # noqa: B008  # frozen
    ) -> None:
        """Raises SchedulerBusy where another scheduler works on the store."""
        self.lock = scheduler_lock(paths, clock.now())
        self.store = Store.open(paths.store)
        try:
            self.store.claim(SCHEDULER)
        except SiteBusy:
            self.store.close()
            self.lock.release()
            raise SchedulerBusy("another scheduler works on the store, on another machine") from None
        here = Launcher(paths, clock, options.command, options.grace)
        launcher = options.jobs(self.store) if options.jobs else here
        plans = AdaptivePlan(PlanReloader(paths.plan, load), self.store)
        self.scheduler = Scheduler(plans, self.store, launcher, clock, on_time=options.on_time)
        self.scheduler.adopt()
        self.notifier = Notifier(self.store.wellbeing, options.report)
        self.clock, self.stopping = clock, threading.Event()

    def forever(self) -> None:
        """Until `stopping` is set; then every run is asked to stop, and seen to its end."""
        while not self.stopping.is_set():
            try:
                self._look(self.scheduler.tick())
            except (StoreError, OSError) as error:
                # A full disk or a damaged store may be mended; the runs under way need somebody who sees to them.
                log.error("%s; trying again in %d seconds", error, PATIENCE)
                self.stopping.wait(PATIENCE)
            self.stopping.wait(LOOK)
        self._end()

    def once(self) -> int:
        """Run what is due now, and end with it; returns how many of these runs failed."""
        now, failed = self.clock.now(), 0
        while not self.stopping.is_set():
            ended = self.scheduler.tick(now)
            self._look(ended)
            failed += sum(not slot.well for slot in ended)
            if not self.scheduler.running:
                break
            self.stopping.wait(0.1)
        self._end()
        return failed

    def _look(self, ended: Sequence[Slot]) -> None:
        self.notifier.after(ended, self.scheduler.plan)

    def _end(self) -> None:
        self.scheduler.stop()
        while self.scheduler.running:
            self._look(self.scheduler.drain())
            # Not `stopping.wait`: it is set already.
            threading.Event().wait(0.1)
        self.notifier.finish(self.scheduler.plan)
        self.store.close()
        self.lock.release()

    def stop_at(self, *signals: signal.Signals) -> None:
        """End cleanly at these signals."""
        for number in signals:
            signal.signal(number, lambda *_: self.stopping.set())
