"""What `scrapy schedule` does, from Scrapy's settings to the service."""

import argparse
import heapq
import os
import signal
import sys
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from functools import partial
from typing import TextIO

from scrapy.settings import BaseSettings, Settings
from scrapy.spiderloader import get_spider_loader
from scrapy.utils.log import configure_logging

from newscrawl.arguments import typed_moment
from newscrawl.cli.plan import own_rhythms, selecting
from newscrawl.cli.project import find_paths
from newscrawl.cli.work import as_jobs
from newscrawl.crawl.check_settings import check_settings
from newscrawl.errors import InvalidInput, PlanError
from newscrawl.folder.own_sites import own_names
from newscrawl.report.write import write_report
from newscrawl.schedule.adaptive.policy import with_adaptive_intervals
from newscrawl.schedule.clock import Clock
from newscrawl.schedule.launcher import crawl
from newscrawl.schedule.plan import Plan
from newscrawl.schedule.process import GRACE
from newscrawl.schedule.scheduler import ON_TIME
from newscrawl.schedule.service import BY_TIMER, Service, ServiceOptions, load_plan
from newscrawl.store import Store

NOTHING = (
    "nothing is scheduled: no site has a rhythm of its own, and {} gives none; "
    'write "every: 30 minutes" for all sites there, or "sites: {{aljazeera: 30 minutes}}" for one'
)
SHOWN = 10
"""`--check` prints so many runs."""


def schedule(settings: Settings, options: argparse.Namespace) -> int:
    """Print what is due (--check), run it and end (--once), or go on until a signal.

    Raises PlanError, or SchedulerBusy where another scheduler works on the store.
    """
    configure_logging(settings)
    program = Program(settings, options)
    if options.check:
        program.check(sys.stdout)
        return 0
    return program.once() if options.once else program.forever()


def _moment(text: str | None) -> datetime | None:
    return typed_moment("--at", text, "") if text else None


class Program:
    """`scrapy schedule` with its options read."""

    def __init__(self, settings: BaseSettings, options: argparse.Namespace) -> None:
        self.paths = find_paths(settings, options.plan)
        self.own = own_rhythms(settings)
        at = _moment(options.at)
        self.clock = Clock.at(at) if at else Clock()
        self.command = partial(crawl, options=[part for option in options.set or () for part in ("-s", option)])
        self.settings, self.grace = settings, GRACE if options.grace is None else options.grace

    def plan(self) -> Plan:
        """The plan as it is now; raises PlanError."""
        return load_plan(self.paths, self.own, os.environ, selecting(self.settings))

    def check(self, out: TextIO) -> None:
        """Print what would run when."""
        plan, now = self.plan(), self.clock.now()
        if not plan.sites:
            raise PlanError(NOTHING.format(self.paths.plan.name))
        if found := list(problems(plan, self.settings)):
            raise PlanError(f"{self.paths.plan.name}: {'; '.join(found)}")
        with Store.reading(self.paths.store) as store:
            new = [site for site in plan.sites if store.slots.last(site, now) is None]
            self._tell(with_adaptive_intervals(plan, store), now, new, out)

    def _tell(self, plan: Plan, now: datetime, new: Sequence[str], out: TextIO) -> None:
        """`new`: the sites that never ran by the schedule."""
        print(f"{len(plan.sites)} of {len(self.own)} sites are scheduled, {plan.jobs} at once", file=out)
        if new:
            rest = f" and {len(new) - SHOWN} more" if len(new) > SHOWN else ""
            print(f"at the next start, for they are new: {', '.join(new[:SHOWN])}{rest}", file=out)
        first = {site: each.after(now) for site, each in plan.sites.items()}
        for slot, site in next_runs(plan, first):
            print(f"{slot.astimezone():%Y-%m-%d %H:%M:%S %Z}  {site}", file=out)
        for site in (site for site, slot in first.items() if slot is None):
            print(f"{site} never runs: all its times are in quiet hours", file=out)
        for site in sorted(own_names() & set(self.own) - set(plan.sites)):
            print(f'{site} is not scheduled: "every: 1 hour" in its description would give it a rhythm', file=out)

    def once(self) -> int:
        """Run what is due and end; 1 where a run failed."""
        return 1 if self._service(BY_TIMER).once() else 0

    def forever(self) -> int:
        """Until SIGTERM or SIGINT."""
        self._service(ON_TIME).forever()
        return 0

    def _service(self, on_time: timedelta) -> Service:
        if not self.plan().sites:
            raise PlanError(NOTHING.format(self.paths.plan.name))
        shared = self.paths.store if isinstance(self.paths.store, str) else ""
        options = ServiceOptions(
            jobs=as_jobs(shared, self.settings) if shared else None,
            command=self.command,
            report=lambda plan, sites: write_report(self.paths, plan, self.clock.now(), sites),
            grace=self.grace,
            on_time=on_time,
        )
        service = Service(self.paths, self.plan, self.clock, options)
        service.stop_at(signal.SIGTERM, signal.SIGINT)
        return service


def problems(plan: Plan, settings: BaseSettings) -> Iterator[str]:
    """What would keep a site's run from starting: its arguments and settings, as the run itself checks them."""
    loader = get_spider_loader(settings)
    for name, site in plan.sites.items():
        try:
            loader.load(name)(**site.arguments)
            if site.settings:  # a copy takes milliseconds
                own = settings.copy()
                own.setdict(dict(site.settings), priority="cmdline")
                check_settings(own)
        except InvalidInput as error:
            yield f"{name}: {error}"


def next_runs(plan: Plan, first: Mapping[str, datetime | None], count: int = SHOWN) -> list[tuple[datetime, str]]:
    """The next slots of all sites, the earliest first. `first`: that of each site."""
    slots = [(slot, site) for site, slot in first.items() if slot]
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
