"""A scheduler for tests: real processes, a real store, and a clock that is moved by an argument."""

import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

from newscrawl.rhythm.interval import read_rhythm
from newscrawl.schedule.clock import Clock
from newscrawl.schedule.paths import Paths
from newscrawl.schedule.plan import Plan, SitePlan
from newscrawl.schedule.run import Starter
from newscrawl.schedule.service import Service, ServiceOptions
from newscrawl.store import Store
from newscrawl.store.slots import Slot

ROOT = Path(__file__).resolve().parents[2]
MORNING = datetime(2026, 11, 22, 8, tzinfo=UTC)


def plan(*sites: str, every: str = "30 minutes", jobs: int = 2, deadline: float = 60.0) -> Plan:
    rhythm, most = read_rhythm(every), timedelta(seconds=deadline)
    return Plan(sites={site: SitePlan(site=site, every=rhythm, deadline=most) for site in sites}, jobs=jobs)


class MovedClock(Clock):
    """A clock whose time passes when it is told to; to move `shift` alone is a jump of the time of day."""

    passed = 0.0

    @classmethod
    def at(cls, moment: datetime) -> "MovedClock":
        return cls(moment - datetime.now(UTC))

    def steady(self) -> float:
        return super().steady() + self.passed

    def go_on(self, **span: float) -> None:
        self.shift += timedelta(**span)
        self.passed += timedelta(**span).total_seconds()


class Bench:
    """A scheduler over a folder, with what its runs do."""

    def __init__(
        self, folder: Path, plan: Plan, code: str | dict[str, str] = "", grace: float = 0.3, store: str = ""
    ) -> None:
        """`store`: the address of a shared one, in which runs are jobs."""
        self.plan, self.code = plan, code
        self.paths = Paths(
            project=ROOT, output=folder, store=store or folder / "newscrawl.db", plan=folder / "schedule.yml"
        )
        self.host: Callable[[SitePlan], str] = lambda plan: plan.site
        self.clock = MovedClock.at(MORNING)
        self.grace = grace
        self.service = self.another()

    def another(self) -> Service:
        shared = self.paths.store if isinstance(self.paths.store, str) else ""
        options = ServiceOptions(
            command=self.command, grace=self.grace, jobs=partial(self._jobs, shared) if shared else None
        )
        return Service(self.paths, lambda: self.plan, self.clock, options)

    def _jobs(self, address: str, store: Store) -> Starter:
        from newscrawl.jobs.deferred import JobLauncher

        return JobLauncher(address, store, lambda plan: self.host(plan))

    def command(self, plan: SitePlan) -> list[str]:
        return [sys.executable, "-c", self.code[plan.site] if isinstance(self.code, dict) else self.code]

    def until(self, done: Callable[[], bool], seconds: float = 120) -> None:
        end = time.monotonic() + seconds
        while not done():
            assert time.monotonic() < end, "nothing happened"
            self.service.scheduler.tick()
            time.sleep(0.02)

    def settle(self) -> None:
        """Go on until no run is under way."""
        self.service.scheduler.tick()
        self.until(lambda: not self.service.scheduler.running)

    @property
    def history(self) -> list[Slot]:
        return self.service.scheduler.slots.of()[::-1]

    def ready(self, site: str) -> bool:
        """Whether the site's run has said something."""
        return any(log.read_text() for log in (self.paths.output / "logs" / site).glob("*.log"))
