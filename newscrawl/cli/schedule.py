"""What `scrapy schedule` does, from Scrapy's settings to the service."""

import heapq
import os
import signal
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any, TextIO

from scrapy.settings import BaseSettings
from scrapy.spiderloader import get_spider_loader
from scrapy.utils.conf import closest_scrapy_cfg

from newscrawl.errors import PlanError, RhythmError
from newscrawl.report.write import write_report
from newscrawl.rhythm.interval import Rhythm, read_rhythm
from newscrawl.schedule.adaptive.policy import with_adaptive_intervals
from newscrawl.schedule.clock import Clock
from newscrawl.schedule.launcher import crawl
from newscrawl.schedule.paths import Paths
from newscrawl.schedule.plan import Plan
from newscrawl.schedule.process import GRACE
from newscrawl.schedule.scheduler import ON_TIME
from newscrawl.schedule.service import BY_TIMER, Service, ServiceOptions, load_plan
from newscrawl.sites.site_filters import Selection, select
from newscrawl.store import Store

NOTHING = (
    "nothing is scheduled: no site has a rhythm of its own, and {} gives none; "
    'write "every: 30 minutes" for all sites there, or "sites: {{aljazeera: 30 minutes}}" for one'
)
SHOWN = 10
"""`--check` prints so many runs."""


def find_paths(settings: BaseSettings, plan: str | None = None) -> Paths:
    """Where this project's things are. Raises PlanError for a plan that is named and is not there."""
    if plan and not Path(plan).exists():
        raise PlanError(f"--plan {plan}: there is no such file")
    project = Path(closest_scrapy_cfg()).resolve().parent
    return Paths(
        project=project, output=Path(settings["OUTPUT"]).resolve(), plan=Path(plan or project / "schedule.yml")
    )


def the_plan(settings: BaseSettings, paths: Paths) -> Plan:
    """The project's plan; raises PlanError."""
    return load_plan(paths, own_rhythms(settings), os.environ, selecting(settings))


def selecting(settings: BaseSettings) -> Callable[[Selection], list[str]]:
    """Gives the names of the sites that a selection takes."""
    loader = get_spider_loader(settings)
    return lambda selection: [site.name for site in select(loader, selection)]


def own_rhythms(settings: BaseSettings) -> dict[str, Rhythm | None]:
    """What each site's class says of its own rhythm, by name; raises PlanError."""
    loader = get_spider_loader(settings)
    return {name: _own(name, loader.load(name)) for name in loader.list()}


def _own(name: str, spider: Any) -> Rhythm | None:
    every = getattr(spider, "every", "")
    try:
        return read_rhythm(every) if every else None
    except RhythmError as error:
        raise PlanError(f"{name}: every = {every!r}: {error}") from None


class Program:
    """`scrapy schedule` with its options read."""

    def __init__(
        self,
        settings: BaseSettings,
        plan: str | None,
        at: datetime | None,
        options: Sequence[str],
        grace: float | None = None,
    ) -> None:
        self.paths = find_paths(settings, plan)
        self.own = own_rhythms(settings)
        self.clock = Clock.at(at) if at else Clock()
        self.command = partial(crawl, options=[part for option in options for part in ("-s", option)])
        self.settings, self.grace = settings, GRACE if grace is None else grace

    def plan(self) -> Plan:
        """The plan as it is now; raises PlanError."""
        return load_plan(self.paths, self.own, os.environ, selecting(self.settings))

    def check(self, out: TextIO) -> None:
        """Print what would run when."""
        plan, now = self.plan(), self.clock.now()
        if not plan.sites:
            raise PlanError(NOTHING.format(self.paths.plan.name))
        if self.paths.store.exists():
            with Store.open(self.paths.store) as store:
                self._tell(with_adaptive_intervals(plan, store), now, out)
        else:
            self._tell(plan, now, out)

    def _tell(self, plan: Plan, now: datetime, out: TextIO) -> None:
        print(f"{len(plan.sites)} of {len(self.own)} sites are scheduled, {plan.jobs} at once", file=out)
        for slot, site in next_runs(plan, now):
            print(f"{slot.astimezone():%Y-%m-%d %H:%M:%S %Z}  {site}", file=out)
        for site, each in plan.sites.items():
            if each.after(now) is None:
                print(f"{site} never runs: all its times are in quiet hours", file=out)

    def once(self) -> int:
        """Run what is due and end; 1 where a run failed. Raises SchedulerBusy."""
        return 1 if self._service(BY_TIMER).once() else 0

    def forever(self) -> int:
        """Until SIGTERM or SIGINT. Raises SchedulerBusy."""
        self._service(ON_TIME).forever()
        return 0

    def _service(self, on_time: timedelta) -> Service:
        if not self.plan().sites:
            raise PlanError(NOTHING.format(self.paths.plan.name))
        options = ServiceOptions(
            command=self.command,
            report=lambda plan, sites: write_report(self.paths.output, plan, self.clock.now(), sites),
            grace=self.grace,
            on_time=on_time,
        )
        service = Service(self.paths, self.plan, self.clock, options)
        service.stop_at(signal.SIGTERM, signal.SIGINT)
        return service


def next_runs(plan: Plan, now: datetime, count: int = SHOWN) -> list[tuple[datetime, str]]:
    """The next slots of all sites, the earliest first."""
    slots = [(slot, site) for site, each in plan.sites.items() if (slot := each.after(now))]
    heapq.heapify(slots)
    found: list[tuple[datetime, str]] = []
    while slots and len(found) < count:
        found.append(slots[0])
        slot, site = slots[0]
        if following := plan.sites[site].after(slot):
            heapq.heapreplace(slots, (following, site))
        else:
            heapq.heappop(slots)
    return found
