"""The scheduler with real processes and a real store; the clock is moved by an argument."""

import os
import signal
import sqlite3
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from newscrawl.errors import SchedulerBusy, StoreError
from newscrawl.rhythm.quiet_hours import read_quiet
from newscrawl.schedule.process import CrawlProcess
from newscrawl.store.runs import RunEnd
from newscrawl.store.slots import SlotSpan
from tests.support.locks import holding
from tests.support.scheduler_bench import MORNING, Bench, plan

STUBBORN = (
    "import signal, time; signal.signal(signal.SIGTERM, signal.SIG_IGN); print('ready', flush=True); time.sleep(60)"
)
# It starts a helper that outlives it, as a browser would, and ends at once when it is asked.
HELPER = "import time; print('ready', flush=True); time.sleep(60)"
PARENT = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {HELPER!r}])"


@pytest.fixture
def benches(tmp_path: Path) -> Iterator[Callable[..., Bench]]:
    made: list[Bench] = []

    def make(*values: object, **options: object) -> Bench:
        made.append(Bench(tmp_path, *values, **options))  # type: ignore[arg-type]
        return made[-1]

    yield make
    for bench in made:
        for run in bench.service.scheduler.running.values():
            os.killpg(run.pid, signal.SIGKILL)
            if isinstance(run, CrawlProcess) and run.process:
                run.process.wait()


def test_five_missed_slots_are_made_up_by_one_run(benches: Callable[..., Bench]) -> None:
    bench = benches(plan("one"))
    bench.settle()
    bench.clock.shift += timedelta(hours=2, minutes=30)
    bench.settle()
    bench.clock.shift += timedelta(minutes=30)
    bench.settle()
    assert [(slot.covers, slot.how) for slot in bench.history] == [(1, "finished"), (5, "finished"), (1, "finished")]
    assert "suspended or its clock set forward by 2 h 30 min, 5 slots made up by one run" in bench.history[1].late


def test_what_a_stopped_scheduler_missed_is_made_up_at_its_start(benches: Callable[..., Bench]) -> None:
    bench = benches(plan("one", every="1 day"))
    bench.settle()
    bench.service._end()
    bench.clock.shift += timedelta(hours=30)
    bench.service = bench.another()
    bench.settle()
    assert len(bench.history) == 2
    assert "the scheduler was off" in bench.history[1].late


def test_a_clock_that_goes_back_repeats_nothing_and_stops_nothing(benches: Callable[..., Bench]) -> None:
    bench = benches(plan("one", every="1 hour"))
    bench.settle()
    bench.clock.shift += timedelta(hours=1)
    bench.settle()
    bench.clock.shift -= timedelta(seconds=20)
    bench.settle()
    assert len(bench.history) == 2
    bench.clock.shift -= timedelta(days=400)
    bench.settle()
    bench.clock.shift += timedelta(hours=1)
    bench.settle()
    assert len(bench.history) == 4


def test_a_run_that_ignores_sigterm_is_killed_at_its_deadline(benches: Callable[..., Bench]) -> None:
    bench = benches(plan("deaf", every="1 day", deadline=3600), STUBBORN)
    bench.until(lambda: bench.ready("deaf"))
    bench.clock.go_on(hours=1)
    bench.settle()
    (slot,) = bench.history
    assert (slot.how, slot.exit_code, slot.problem) == ("deadline", -9, "ended by its deadline, killed")


def test_what_a_run_started_dies_with_it(benches: Callable[..., Bench]) -> None:
    bench = benches(plan("family", every="1 day", deadline=3600), PARENT)
    bench.until(lambda: bench.ready("family"))
    group = bench.service.scheduler.running["family"].pid
    bench.clock.go_on(hours=1)
    bench.settle()
    with pytest.raises(ProcessLookupError):
        for _ in range(1000):
            os.killpg(group, 0)
            time.sleep(0.02)


def test_a_hung_run_blocks_no_other_and_never_runs_twice(benches: Callable[..., Bench]) -> None:
    bench = benches(plan("hung", "well"), {"hung": STUBBORN, "well": ""})
    bench.until(lambda: bench.ready("hung") and len(bench.service.scheduler.running) == 1)
    bench.clock.shift += timedelta(minutes=30)
    bench.until(lambda: len(bench.service.scheduler.running) == 1 and len(bench.history) == 3)
    assert [(slot.site, slot.how) for slot in bench.history] == [
        ("hung", "running"),
        ("well", "finished"),
        ("well", "finished"),
    ]


def test_at_most_so_many_run_at_once_and_the_late_say_why(benches: Callable[..., Bench]) -> None:
    bench = benches(plan("a", "b", "c", jobs=1, every="10 minutes", deadline=3600))
    most = 0
    for _ in range(2):
        bench.clock.go_on(minutes=10)
        bench.service.scheduler.tick()
        while bench.service.scheduler.running:
            most = max(most, len(bench.service.scheduler.running))
            bench.clock.go_on(minutes=2)
            time.sleep(0.1)
            bench.service.scheduler.tick()
    assert most == 1
    assert any("waited for a free place, 1 at once" in slot.late for slot in bench.history)


def test_how_a_run_ended_is_told_with_its_reason(benches: Callable[..., Bench]) -> None:
    codes = {
        "ill": "print('ill: no listing could be read'); print('Spider closed'); raise SystemExit(1)",
        "dead": "import os; os.kill(os.getpid(), 11)",
        "fine": "",
    }
    bench = benches(plan("ill", "dead", "fine", jobs=3), codes)
    bench.settle()
    assert {slot.site: (slot.how, slot.problem) for slot in bench.history} == {
        "ill": ("failed", "no listing could be read"),
        "dead": ("crashed", "ended by signal 11 (SIGSEGV)"),
        "fine": ("finished", ""),
    }


def test_quiet_hours_hold_a_late_run_back(benches: Callable[..., Bench]) -> None:
    quiet = plan("one", every="1 hour")
    site = replace(quiet.sites["one"], quiet=(read_quiet("09:30-11:00 UTC"),))
    bench = benches(replace(quiet, sites={"one": site}))
    bench.settle()
    bench.clock.shift += timedelta(hours=1, minutes=45)
    bench.settle()
    assert len(bench.history) == 1
    bench.clock.shift += timedelta(hours=1, minutes=30)
    bench.settle()
    assert len(bench.history) == 2


def test_auto_follows_what_the_store_knows(benches: Callable[..., Bench]) -> None:
    bench = benches(plan("one", every="auto 24 a day"))
    pages = bench.service.store.pages
    for number in range(400):
        # Every twenty minutes from 4:00 to 7:40, for 33 days.
        at = MORNING - timedelta(days=33 - number // 12, minutes=240 - 20 * (number % 12))
        pages.change(pages.add("one", f"https://one.example/{number}", at, [number]), published=at, state="posted")
    bench.settle()
    after = bench.service.scheduler.plan.sites["one"].after
    slots, moment = [], MORNING
    while moment < MORNING + timedelta(days=1):
        moment = after(moment) or moment
        slots.append(moment)
    assert sum(4 <= slot.hour < 8 for slot in slots) > len(slots) / 2


def test_a_second_scheduler_on_the_store_is_told_of_the_first(benches: Callable[..., Bench]) -> None:
    bench = benches(plan("one"))
    with pytest.raises(SchedulerBusy, match=f"process {os.getpid()}, since 2026-11-22 08:00 UTC"):
        bench.another()


def test_the_store_tells_how_a_run_ended_that_nobody_saw(benches: Callable[..., Bench]) -> None:
    bench = benches(plan("one", "two"))
    store, slots = bench.service.store, bench.service.store.slots
    for site in ("one", "two"):
        slots.start(site, SlotSpan(MORNING, MORNING, 1), late="", now=MORNING, pid=1)
        run = store.runs.begin(site, {}, MORNING)
        store.runs.end(run, MORNING, RunEnd(outcome="finished", problem="body 0/9" if site == "two" else ""))
    slots.start("three", SlotSpan(MORNING, MORNING, 1), late="", now=MORNING, pid=1)
    bench.service._end()
    bench.service = bench.another()
    assert [(slot.site, slot.how, slot.problem) for slot in bench.history] == [
        ("one", "finished", ""),
        ("two", "failed", "body 0/9"),
        ("three", "lost", "its scheduler ended before it did"),
    ]


def test_a_run_started_by_hand_makes_the_slot_wait(benches: Callable[..., Bench]) -> None:
    bench = benches(plan("one", "other", every="1 hour"))
    bench.settle()
    with holding(bench.paths.locks, "one"):
        bench.clock.go_on(hours=1)
        bench.settle()
        bench.clock.go_on(minutes=5)
        bench.settle()
        assert [slot.site for slot in bench.history[2:]] == ["other"]
    bench.settle()
    last = bench.history[-1]
    assert (last.site, last.how, last.late) == ("one", "finished", "5 min late: a run started by hand was going")


def test_the_reason_outlives_the_scheduler_that_met_the_run(benches: Callable[..., Bench]) -> None:
    """With `--once` each look is a scheduler of its own."""
    bench = benches(plan("one", every="1 hour"))
    bench.settle()
    bench.clock.go_on(minutes=50)
    by_hand = bench.service.store.runs.begin("one", {}, bench.clock.now())
    bench.clock.go_on(minutes=20)
    bench.service.store.runs.end(by_hand, bench.clock.now(), RunEnd(outcome="finished"))
    bench.service._end()
    bench.service = bench.another()
    bench.settle()
    assert bench.history[-1].late == "10 min late: a run started by hand was going"


def test_a_run_started_by_hand_is_not_taken_over(benches: Callable[..., Bench]) -> None:
    bench = benches(plan("one", every="1 hour", deadline=0.1))
    bench.service.store.slots.start("one", SlotSpan(MORNING, MORNING, 1), late="", now=MORNING, pid=os.getpid())
    with holding(bench.paths.locks, "one"):
        bench.service._end()
        bench.service = bench.another()
        assert not bench.service.scheduler.running
    assert [slot.how for slot in bench.history] == ["lost"]


@pytest.mark.parametrize("change", ["INSERT", "UPDATE"])
def test_what_the_store_does_not_take_is_put_down_later(change: str, benches: Callable[..., Bench]) -> None:
    """A full disk, at the start of a run or at its end, is mended by the next look: no run is lost, none is a stray."""
    sleeps = "import time; time.sleep(60)" if change == "INSERT" else ""
    bench = benches(plan("example"), sleeps)
    database = sqlite3.connect(bench.paths.store, isolation_level=None)
    database.execute(f"CREATE TRIGGER full BEFORE {change} ON slots BEGIN SELECT RAISE(ABORT, 'full'); END")
    with pytest.raises(StoreError, match="full"):
        bench.until(lambda: False)
    with pytest.raises(StoreError, match="full"):
        bench.service.scheduler.tick()
    database.execute("DROP TRIGGER full")
    bench.until(lambda: bool(bench.history) and bench.history[0].how == ("running" if sleeps else "finished"))
    assert len(bench.history) == 1
