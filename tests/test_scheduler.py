"""The scheduler with real processes and a real store; the clock is moved by an argument."""

import json
import os
import shlex
import signal
import socketserver
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest

from newscrawl.schedule.alerts import Change, Wellbeing, tell
from newscrawl.schedule.clock import Clock
from newscrawl.schedule.due import Due
from newscrawl.schedule.history import History, Slot
from newscrawl.schedule.lock import Held
from newscrawl.schedule.places import Places
from newscrawl.schedule.plan import Alerts, Plan, SitePlan
from newscrawl.schedule.rhythm import read_rhythm
from newscrawl.schedule.service import Service
from newscrawl.store import Store, StoreError

ROOT = Path(__file__).resolve().parent.parent
MORNING = datetime(2026, 11, 22, 8, tzinfo=UTC)
STUBBORN = (
    "import signal, time; signal.signal(signal.SIGTERM, signal.SIG_IGN); print('ready', flush=True); time.sleep(60)"
)
# It starts a helper that outlives it, as a browser would, and ends at once when it is asked.
PARENT = "import subprocess, sys; subprocess.run([sys.executable, '-c', 'import time; time.sleep(60)'])"


def plan(*sites: str, every: str = "30 minutes", jobs: int = 2, deadline: float = 60.0) -> Plan:
    each = {"every": read_rhythm(every), "deadline": timedelta(seconds=deadline)}
    return Plan(sites={site: SitePlan(site=site, **each) for site in sites}, jobs=jobs)


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

    def __init__(self, folder: Path, plan: Plan, code: str | dict[str, str] = "", grace: float = 0.3) -> None:
        self.plan, self.code = plan, code
        self.places = Places(project=ROOT, output=folder, plan=folder / "schedule.yml")
        self.clock = MovedClock.at(MORNING)
        self.grace = grace
        self.service = self.another()

    def another(self) -> Service:
        return Service(self.places, lambda: self.plan, self.clock, command=self.command, grace=self.grace)

    def command(self, plan: SitePlan) -> list[str]:
        return [sys.executable, "-c", self.code[plan.site] if isinstance(self.code, dict) else self.code]

    def until(self, done: Callable[[], bool], seconds: float = 30) -> None:
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
        return self.service.scheduler.history.slots()[::-1]

    def ready(self, site: str) -> bool:
        """Whether the site's run has said something."""
        return any(log.read_text() for log in (self.places.output / "logs" / site).glob("*.log"))


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
            run.process and run.process.wait()


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
    assert (
        bench.history[1].late == "6 h late: the scheduler was off" or "the scheduler was off" in bench.history[1].late
    )


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
    bench = benches(plan("deaf", deadline=0.5), STUBBORN)
    bench.until(lambda: bench.ready("deaf"))
    bench.settle()
    (slot,) = bench.history
    assert (slot.how, slot.exit_code, slot.problem) == ("deadline", -9, "ended by its deadline, killed")


def test_what_a_run_started_dies_with_it(benches: Callable[..., Bench]) -> None:
    bench = benches(plan("family", deadline=0.5), PARENT)
    bench.service.scheduler.tick()
    group = bench.service.scheduler.running["family"].pid
    bench.settle()
    with pytest.raises(ProcessLookupError):
        for _ in range(100):
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
    from dataclasses import replace

    from newscrawl.schedule.quiet import read_quiet

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


def test_auto_follows_the_habits_in_the_store(benches: Callable[..., Bench]) -> None:
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
    with pytest.raises(Held, match=f"process {os.getpid()}, since 2026-11-22 08:00 UTC"):
        bench.another()


def test_the_store_tells_how_a_run_ended_that_nobody_saw(benches: Callable[..., Bench]) -> None:
    bench = benches(plan("one", "two"))
    store, history = bench.service.store, bench.service.scheduler.history
    for site in ("one", "two"):
        history.start(site, Due(MORNING, MORNING, 1), late="", now=MORNING, pid=1)
        run = store.runs.begin(site, {}, MORNING)
        store.runs.end(run, MORNING, outcome="finished", problem="body 0/9" if site == "two" else "")
    history.start("three", Due(MORNING, MORNING, 1), late="", now=MORNING, pid=1)
    bench.service._end()
    bench.service = bench.another()
    assert [(slot.site, slot.how, slot.problem) for slot in bench.history] == [
        ("one", "finished", ""),
        ("two", "failed", "body 0/9"),
        ("three", "lost", "its scheduler ended before it did"),
    ]


@pytest.mark.parametrize("change", ["INSERT", "UPDATE"])
def test_what_the_store_does_not_take_is_put_down_later(change: str, benches: Callable[..., Bench]) -> None:
    """A full disk, at the start of a run or at its end, is mended by the next look: no run is lost, none is a stray."""
    sleeps = "import time; time.sleep(60)" if change == "INSERT" else ""
    bench = benches(plan("example"), sleeps)
    write = bench.service.store.database.write
    write(f"CREATE TRIGGER full BEFORE {change} ON slots BEGIN SELECT RAISE(ABORT, 'full'); END")
    with pytest.raises(StoreError, match="full"):
        bench.until(lambda: False)
    with pytest.raises(StoreError, match="full"):
        bench.service.scheduler.tick()
    write("DROP TRIGGER full")
    bench.until(lambda: bool(bench.history) and bench.history[0].how == ("running" if sleeps else "finished"))
    assert len(bench.history) == 1


# -- the program -------------------------------------------------------------------------------------------------------
SETTINGS = """
from newscrawl.settings import *
SPIDER_MODULES = ["made"]
"""
SPIDERS = """
import asyncio, signal
from newscrawl.spider import NewsSpider

class Deaf(NewsSpider):
    name = "deaf"
    async def start(self):
        signal.signal(signal.SIGTERM, signal.SIG_IGN)
        await asyncio.sleep(60)
        yield

class Empty(NewsSpider):
    name = "empty"
    every = "1 hour"
    async def start(self):
        return
        yield
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project of two sites that need no network."""
    (tmp_path / "scrapy.cfg").write_text("[settings]\ndefault = made_settings\n")
    (tmp_path / "made_settings.py").write_text(SETTINGS)
    (tmp_path / "made.py").write_text(SPIDERS)
    return tmp_path


def scrapy(project: Path, *words: str, **environ: str) -> list[str]:
    return [sys.executable, "-m", "scrapy", *words]


def environ(project: Path) -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(ROOT), "NEWSCRAWL_OUTPUT": str(project / "output")}


def run(project: Path, *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        scrapy(project, *words), cwd=project, env=environ(project), capture_output=True, text=True, timeout=60
    )


def said(process: subprocess.Popen[str]) -> Iterator[str]:
    """What the process says, for at most 20 seconds."""
    guard = threading.Timer(20, process.kill)
    guard.start()
    assert process.stderr
    try:
        for line in process.stderr:  # noqa: UP028  (`yield from` would close the pipe)
            yield line
    finally:
        guard.cancel()


def test_check_prints_the_next_runs(project: Path) -> None:
    done = run(project, "schedule", "--check", "--at", "2026-11-22T08:00")
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("1 of 2 sites are scheduled")
    assert done.stdout.count("  empty") == 10


def test_a_wrong_plan_ends_with_its_line(project: Path) -> None:
    (project / "schedule.yml").write_text("sites:\n  dead: 1 hour\n")
    done = run(project, "schedule")
    assert done.returncode == 2
    assert "schedule.yml:2: there is no site 'dead'; did you mean deaf?" in done.stderr


def test_nothing_to_run_is_told(project: Path) -> None:
    (project / "schedule.yml").write_text("sites: {empty: never}\n")
    done = run(project, "schedule", "--once")
    assert done.returncode == 2
    assert "nothing is scheduled" in done.stderr


def test_a_damaged_store_is_told_in_one_line(project: Path) -> None:
    (project / "output").mkdir()
    (project / "output" / "newscrawl.db").write_text("no database")
    done = run(project, "schedule", "--once")
    assert done.returncode == 1
    assert done.stderr.splitlines()[-1].startswith(f"{project}/output/newscrawl.db: is no store")
    assert "Traceback" not in done.stderr


def test_a_log_that_cannot_be_written_does_not_end_the_scheduler(project: Path) -> None:
    (project / "schedule.yml").write_text("sites: {empty: 1 hour}\n")
    (project / "output").mkdir()
    (project / "output" / "logs").write_text("no folder")
    command = scrapy(project, "schedule")
    with subprocess.Popen(command, cwd=project, env=environ(project), stderr=subprocess.PIPE, text=True) as process:
        line = next(line for line in said(process) if "logs" in line)
        process.send_signal(signal.SIGTERM)
        assert process.stderr and "Traceback" not in process.stderr.read()
    assert "Not a directory" in line and "trying again" in line and process.returncode == 0


def test_once_runs_what_is_due_and_ends(project: Path, hook: tuple[str, list]) -> None:
    (project / "schedule.yml").write_text(f"alerts: {{webhook: '{hook[0]}'}}\nsites: {{empty: auto}}\n")
    done = run(project, "schedule", "--once", "--at", "2026-11-22T08:00")
    assert done.returncode == 1, done.stderr
    again = run(project, "schedule", "--once", "--at", "2026-11-22T08:00:30")
    assert again.returncode == 0, again.stderr
    with Store.open(project / "output" / "newscrawl.db") as store:
        (slot,) = History(store.database).slots()
    assert (slot.site, slot.how, slot.problem) == ("empty", "failed", "no listing could be read")
    assert [alert["text"] for alert in hook[1]] == ["empty is ill: no listing could be read"]
    assert "no listing could be read" in (project / "output" / "report" / "index.html").read_text()


def test_sigterm_ends_the_scheduler_and_its_runs(project: Path) -> None:
    (project / "schedule.yml").write_text("sites: {deaf: 1 hour, empty: never}\n")
    command = scrapy(project, "schedule", "--grace", "0.5")
    with subprocess.Popen(command, cwd=project, env=environ(project), stderr=subprocess.PIPE, text=True) as process:
        for line in said(process):
            if "deaf: started" in line:
                break
        second = run(project, "schedule")
        assert second.returncode == 1
        assert f"another scheduler works on {project}/output/newscrawl.db: process {process.pid}" in second.stderr
        process.send_signal(signal.SIGTERM)
        assert process.stderr and process.stderr.read() is not None
        assert process.wait(10) == 0
    with Store.open(project / "output" / "newscrawl.db") as store:
        assert [slot.how for slot in History(store.database).slots()] == ["stopped"]


def test_a_run_that_outlives_its_scheduler_is_taken_over(project: Path) -> None:
    path = project / "schedule.yml"
    path.write_text("sites: {deaf: 1 hour, empty: never}\n")
    command = scrapy(project, "schedule", "--grace", "0.3")
    with subprocess.Popen(command, cwd=project, env=environ(project), stderr=subprocess.PIPE, text=True) as process:
        next(line for line in said(process) if "deaf: started" in line)
        process.kill()
        assert process.stderr and process.stderr.read() is not None
    path.write_text("sites: {deaf: {every: 1 hour, deadline: 2 seconds}, empty: never}\n")
    with subprocess.Popen(command, cwd=project, env=environ(project), stderr=subprocess.PIPE, text=True) as process:
        lines = [next(line for line in said(process) if "deaf" in line)]
        process.send_signal(signal.SIGTERM)
        assert process.stderr and process.stderr.read() is not None
    assert "deaf: deadline: ended by its deadline" in lines[0]
    with Store.open(project / "output" / "newscrawl.db") as store:
        assert [slot.how for slot in History(store.database).slots()] == ["deadline"]


def test_a_changed_plan_is_taken_up_and_a_wrong_one_is_not(project: Path) -> None:
    path = project / "schedule.yml"
    path.write_text("sites: {deaf: never}\n")
    command = scrapy(project, "schedule", "--grace", "0.5")
    with subprocess.Popen(command, cwd=project, env=environ(project), stderr=subprocess.PIPE, text=True) as process:
        for line in said(process):
            if "empty: " in line:
                path.write_text("sites: {deaf: sometimes}\n")
            if "the plan before stays" in line:
                assert "schedule.yml:1: every: 'sometimes'" in line
                path.write_text("sites: {deaf: 1 hour}\n")
            if "deaf: started" in line:
                break
        process.send_signal(signal.SIGTERM)
        assert process.stderr and process.stderr.read() is not None


# -- alerts ------------------------------------------------------------------------------------------------------------
class Hook(BaseHTTPRequestHandler):
    got: list[dict[str, object]]

    def do_POST(self) -> None:
        self.got.append(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
        self.send_response(204)
        self.end_headers()

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def hook() -> Iterator[tuple[str, list[dict[str, object]]]]:
    got: list[dict[str, object]] = []
    server = HTTPServer(("127.0.0.1", 0), type("Hook", (Hook,), {"got": got}))
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/", got
    server.shutdown()
    thread.join()
    server.server_close()


def test_a_change_is_told_once(benches: Callable[..., Bench], tmp_path: Path, hook: tuple[str, list]) -> None:
    """Ill twice, well twice: two alerts."""
    address, got = hook
    told = tmp_path / "told"
    command = (sys.executable, "-c", f"import os; print(os.environ['NEWSCRAWL_TEXT'], file=open({str(told)!r}, 'a'))")
    bench = benches(plan("one"))
    wellbeing = Wellbeing(bench.service.store.database)
    for code in ("exit('one: <b>$(broken)')", "exit('again')", "", ""):
        bench.code = code
        bench.clock.shift += timedelta(minutes=30)
        bench.settle()
        wellbeing.note(bench.history[-1])
        for change in wellbeing.untold():
            assert tell(Alerts(command=command, webhook=address), change)
            wellbeing.told(change)
    assert told.read_text().splitlines() == ["one is ill: <b>$(broken)", "one is well again"]
    assert [(each["state"], each["site"], each["text"]) for each in got] == [
        ("ill", "one", "one is ill: <b>$(broken)"),
        ("well", "one", "one is well again"),
    ]


def test_an_alert_that_reached_nobody_is_told_later(benches: Callable[..., Bench]) -> None:
    bench = benches(plan("one"), "exit('one: broken')")
    bench.settle()
    wellbeing = Wellbeing(bench.service.store.database)
    wellbeing.note(bench.history[-1])
    (change,) = wellbeing.untold()
    assert not tell(Alerts(webhook="http://127.0.0.1:1/"), change)
    assert not tell(Alerts(webhook="file:///etc/passwd"), change)
    assert not tell(Alerts(command=tuple(shlex.split("false"))), change)
    assert wellbeing.untold() == [change]


class Post(socketserver.StreamRequestHandler):
    """A mail server that takes everything."""

    got: list[str]

    def handle(self) -> None:
        self.wfile.write(b"220 here\r\n")
        for line in self.rfile:
            word = line.split()[0].upper()
            self.wfile.write({b"DATA": b"354 go on\r\n", b"QUIT": b"221 bye\r\n"}.get(word, b"250 well\r\n"))
            if word == b"DATA":
                self.got.append(b"".join(iter(self.rfile.readline, b".\r\n")).decode())
                self.wfile.write(b"250 well\r\n")
            if word == b"QUIT":
                return


def test_an_alert_by_mail_is_one_line_and_no_header_of_its_own() -> None:
    got: list[str] = []
    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), type("Post", (Post,), {"got": got})) as server:
        threading.Thread(target=server.serve_forever).start()
        change = Change("one", False, MORNING, "broken\r\nBcc: everybody@example.org\n.\nlast")
        smtp = f"smtp://127.0.0.1:{server.server_address[1]}"
        assert tell(Alerts(email=("me@example.org",), smtp=smtp), change)
        server.shutdown()
    head, _, body = got[0].partition("\r\n\r\n")
    assert "Subject: newscrawl: one is ill: broken Bcc: everybody@example.org . last" in head
    assert "\nBcc:" not in head
    assert "last" in body
