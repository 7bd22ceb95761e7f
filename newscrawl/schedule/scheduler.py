"""The scheduler: each moment it sees to the runs under way, to what is due, and starts what there is room for."""

import logging
from collections.abc import Callable
from datetime import datetime, timedelta

from newscrawl.errors import StoreError
from newscrawl.rhythm.duration import say_duration
from newscrawl.schedule.clock import Clock
from newscrawl.schedule.due import Due, due
from newscrawl.schedule.plan import Plan, SitePlan
from newscrawl.schedule.process import LOST, as_told
from newscrawl.schedule.run import ScheduledRun, Starter
from newscrawl.store import RunRecord, Store
from newscrawl.store.slots import Slot, SlotEnd, slot_of

log = logging.getLogger(__name__)

ON_TIME = timedelta(seconds=60)
"""A run that starts within a minute of its slot is on time: rhythms are told in minutes."""

JUMP = 60.0
"""Seconds between the time of day and the steady clock that are a suspended machine or a clock set anew."""

SET_BACK = timedelta(hours=1)
"""Slots of the history that lie further ahead are of a clock that was wrong, and do not count. Nearer ones do: a
clock that is set right by less runs nothing twice."""

BY_HAND = "a run started by hand was going"


class Scheduler:
    """The state is in the history; what is here can be lost at any moment."""

    def __init__(
        self,
        load: Callable[[], Plan],
        store: Store,
        launcher: Starter,
        clock: Clock,
        *,
        on_time: timedelta = ON_TIME,
    ) -> None:
        self.load, self.launcher, self.clock, self.on_time = load, launcher, clock, on_time
        self.store, self.slots, self.runs = store, store.slots, store.runs
        self.plan = load()
        self.running: dict[str, ScheduledRun] = {}
        self.last: dict[str, datetime | None] = {}
        self.new: dict[str, datetime] = {}
        self.blocked: dict[str, str] = {}
        self.ahead: dict[str, tuple[SitePlan, datetime, datetime | None]] = {}
        self.off = "the scheduler was off"
        self.offset = self._offset()

    def adopt(self) -> None:
        """Take over the runs of a scheduler that died where they go on; the others ended unseen."""
        for row in self.slots.running():
            plan = self.plan.sites.get(row.site)
            run = self.launcher.reattach(row, plan.deadline if plan else timedelta(), plan.runs_as if plan else "")
            if run:
                self.running[row.site] = run
            else:
                began = row.started or row.slot
                self.slots.end(row.id, began, as_told(LOST, self._run_since(row.site, began)))

    def tick(self, now: datetime | None = None) -> list[Slot]:
        """One look at everything; `now` holds what is due at that moment. Returns the slots that ended with it."""
        self.plan = self.load()
        ended = self._reap()
        now = now or self.clock.now()
        away = self.off or self._jump()
        found = [(each, plan) for plan in self.plan.sites.values() if (each := self._due(plan, now))]
        for each, plan in sorted(found, key=lambda pair: pair[0].slot):
            self._consider(plan, each, now, away)
        self.off = ""
        return ended

    def stop(self) -> None:
        """Ask every run to stop; `tick` must not be called any more, `drain` sees them to their end.

        Those of other machines go on without it.
        """
        if not self.launcher.here:
            self.running.clear()
        for run in self.running.values():
            run.ask("stopped", self.clock.steady())

    def drain(self) -> list[Slot]:
        """The slots that ended since; nothing new is started."""
        return self._reap()

    def _reap(self) -> list[Slot]:
        steady = self.clock.steady()
        ended = [(run, end) for run in self.running.values() if (end := run.watch(steady))]
        return [self._ended(run, end) for run, end in ended]

    def _ended(self, run: ScheduledRun, end: SlotEnd) -> Slot:
        started = self.slots.get(run.row).started
        end = as_told(end, self._run_since(run.site, started)) if started else end
        self.slots.end(run.row, self.clock.now(), end)
        # From here on: what the store did not take is tried again.
        del self.running[run.site]
        self.last.pop(run.site, None)
        # What the run found may change when the next is worth while.
        self.ahead.pop(run.site, None)
        log.info("%s: %s%s", run.site, end.how, f": {end.problem}" if end.problem else "")
        return self.slots.get(run.row)

    def _run_since(self, site: str, started: datetime) -> RunRecord | None:
        """The site's last run, if it began at that moment or after it; the store counts whole seconds."""
        run = next(iter(self.runs.of(site, 1)), None)
        return run if run and run.started >= started - timedelta(seconds=1) else None

    def _due(self, plan: SitePlan, now: datetime) -> Due | None:
        last = self._last(plan.site, now + SET_BACK)
        # A new site is due from when it was first seen: from each now it would stand behind all others for ever.
        if last and self._still_to_come(plan, last, now):
            return None
        if last is None:
            now = self.new[plan.site] = min(self.new.get(plan.site, now), now)
        return due(plan.after, last, now, plan.catch_up)

    def _still_to_come(self, plan: SitePlan, last: datetime, now: datetime) -> bool:
        """Whether the slot after the last one lies ahead. Asked every second of every site, so it is remembered."""
        if self.ahead.get(plan.site, (None, None))[:2] != (plan, last):
            self.ahead[plan.site] = (plan, last, plan.after(last))
        slot = self.ahead[plan.site][2]
        return slot is None or slot > now

    def _last(self, site: str, until: datetime) -> datetime | None:
        if (last := self.last.get(site)) is None or last > until:
            last = self.last[site] = self.slots.last(site, until)
        return last

    def _consider(self, plan: SitePlan, each: Due, now: datetime, away: str) -> None:
        if each.too_late:
            self.slots.miss(plan.site, each, away or "the scheduler was busy")
            self.last[plan.site] = each.slot
            return
        if obstacle := away or self._obstacle(plan, now):
            self.blocked.setdefault(plan.site, obstacle)
        if self._obstacle(plan, now):
            return
        late = self._late(plan, each, now)
        run = self.launcher.launch(plan)
        if run is None:
            if plan.site not in self.blocked:
                log.info("%s: waits, a run started by hand is going", plan.site)
            self.blocked.setdefault(plan.site, BY_HAND)
            return
        try:
            with self.store.transaction():
                run.enter(self.slots.start(plan.site, each, late=late, now=self.clock.now(), pid=run.pid))
        except StoreError:
            run.abandon()
            raise
        self.running[plan.site], self.last[plan.site] = run, each.slot
        self.blocked.pop(plan.site, None)
        log.info("%s: started%s", plan.site, f", late: {late}" if late else "")

    def _obstacle(self, plan: SitePlan, now: datetime) -> str:
        if plan.site in self.running:
            return "the run before was still going"
        if quiet := plan.silent(now):
            return f"quiet hours until {quiet.ends(now):%H:%M} UTC"
        if self.launcher.here and len(self.running) >= self.plan.jobs:
            return f"waited for a free place, {self.plan.jobs} at once"
        return ""

    def _late(self, plan: SitePlan, each: Due, now: datetime) -> str:
        """Why a run does not start on time; empty where it does."""
        if each.covers == 1 and now - each.slot <= self.on_time:
            return ""
        behind = f", {each.covers} slots made up by one run" if each.covers > 1 else ""
        # With `--once` it was an earlier scheduler that met the run.
        by_hand = self._was_crawled_by_hand(plan.site, each.slot)
        why = BY_HAND if by_hand else self.blocked.get(plan.site, "the scheduler was busy")
        return f"{say_duration(now - each.first)} late: {why}{behind}"

    def _was_crawled_by_hand(self, site: str, moment: datetime) -> bool:
        """Whether a run that no slot stands for was going at a moment."""
        runs = [run for run in self.runs.of(site, 1) if run.ended and run.started <= moment <= run.ended]
        slots = self.slots.of(site, 2)
        return any(not slot_of(run, slots) for run in runs)

    def _offset(self) -> float:
        return self.clock.now().timestamp() - self.clock.steady()

    def _jump(self) -> str:
        """What happened to the clock since the last look, where it did not just go on."""
        before, self.offset = self.offset, self._offset()
        gap = self.offset - before
        if abs(gap) < JUMP:
            return ""
        log.warning("the clock went %s by %s", "forward" if gap > 0 else "back", say_duration(timedelta(0, abs(gap))))
        return (
            f"the machine was suspended or its clock set forward by {say_duration(timedelta(0, gap))}"
            if gap > 0
            else ""
        )
