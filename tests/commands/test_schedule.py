"""`scrapy schedule` as a user runs it."""

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from newscrawl.store import Store
from tests.support.alert_receivers import Hook, receiving
from tests.support.crawling import warm
from tests.support.locks import holding
from tests.support.warm import HELPER, Done

ROOT = Path(__file__).resolve().parents[2]
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


def run(project: Path, *words: str) -> Done:
    return HELPER.run(["scrapy", *words], environment(project), project)


def environment(project: Path) -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(ROOT), "NEWSCRAWL_OUTPUT": str(project / "output")}


@contextmanager
def scheduling(project: Path) -> Iterator[subprocess.Popen[str]]:
    """A scheduler beside the test, that is asked to end at its end."""
    words = [sys.executable, "-m", "scrapy", "schedule", "--grace", "0.3"]
    environ = environment(project)
    with subprocess.Popen(words, cwd=project, env=environ, stderr=subprocess.PIPE, text=True) as process:
        yield process
        process.send_signal(signal.SIGTERM)
        assert process.stderr and "Traceback" not in process.stderr.read()


def heard(process: subprocess.Popen[str], words: str) -> str:
    """The next line that it says with these words, waited for two minutes at the most."""
    guard = threading.Timer(120, process.kill)
    guard.start()
    assert process.stderr
    try:
        return next(line for line in process.stderr if words in line)
    finally:
        guard.cancel()


def ends(output: Path) -> list[str]:
    """How the runs ended."""
    with Store.open(output / "newscrawl.db") as store:
        return [slot.how for slot in store.slots.of()]


def test_check_prints_the_next_runs(project: Path) -> None:
    done = run(project, "schedule", "--check", "--at", "2026-11-22T08:00")
    assert done.code == 0, done.said
    assert done.out.startswith("1 of 2 sites are scheduled")
    assert done.out.count("  empty") == 10
    assert "\nat the next start, for they are new: empty\n" in done.out


def test_check_names_no_site_as_new_that_ran(project: Path) -> None:
    run(project, "schedule", "--once")
    assert "they are new" not in run(project, "schedule", "--check").out


def test_a_wrong_plan_ends_with_its_line(project: Path) -> None:
    (project / "schedule.yml").write_text("sites:\n  dead: 1 hour\n")
    done = run(project, "schedule")
    assert done.code == 2
    assert "schedule.yml:2: there is no site 'dead'; did you mean deaf?" in done.said


def test_nothing_to_run_is_told(project: Path) -> None:
    (project / "schedule.yml").write_text("sites: {empty: never}\n")
    done = run(project, "schedule", "--once")
    assert done.code == 2
    assert "nothing is scheduled" in done.said


def test_a_damaged_store_is_told_in_one_line(project: Path) -> None:
    (project / "output").mkdir()
    (project / "output" / "newscrawl.db").write_text("no database")
    done = run(project, "schedule", "--once")
    assert done.code == 1
    assert done.said.splitlines()[-1].startswith(f"scrapy schedule: {project}/output/newscrawl.db: is no store")
    assert "Traceback" not in done.said


def test_a_log_that_cannot_be_written_does_not_end_the_scheduler(project: Path) -> None:
    (project / "schedule.yml").write_text("sites: {empty: 1 hour}\n")
    (project / "output").mkdir()
    (project / "output" / "logs").write_text("no folder")
    with scheduling(project) as process:
        line = heard(process, "logs")
    assert "Not a directory" in line and "trying again" in line and process.returncode == 0


def test_once_runs_what_is_due_and_ends(project: Path) -> None:
    with receiving(Hook) as (address, got):
        alerts = f"alerts: {{webhook: 'http://{address}/', after: 1}}"
        (project / "schedule.yml").write_text(f"{alerts}\nsites: {{empty: auto}}\n")
        done = run(project, "schedule", "--once", "--at", "2026-11-22T08:00")
        assert done.code == 1, done.said
        again = run(project, "schedule", "--once", "--at", "2026-11-22T08:00:30")
    assert again.code == 0, again.said
    with Store.open(project / "output" / "newscrawl.db") as store:
        (slot,) = store.slots.of()
    assert (slot.site, slot.how, slot.problem) == ("empty", "failed", "no listing could be read")
    assert [alert["text"] for alert in got] == ["empty is ill: no listing could be read"]
    assert "no listing could be read" in (project / "output" / "report" / "index.html").read_text()


def test_a_crawl_started_by_hand_is_waited_for(tmp_path: Path) -> None:
    (tmp_path / "plan.yml").write_text("sites: {aljazeera: 1 hour}\n")
    recording = f"REPLAY={ROOT / 'tests' / 'recordings' / 'aljazeera.warc.gz'}"
    words = ("schedule", "--plan", str(tmp_path / "plan.yml"), "--once", "-s", recording)
    with holding(tmp_path / "locks", "aljazeera"):
        waits = warm(*words, output=tmp_path)
    assert (waits.code, ends(tmp_path)) == (0, []), waits.said
    done = warm(*words, output=tmp_path)
    assert (done.code, ends(tmp_path)) == (0, ["finished"]), done.said
    assert list((tmp_path / "posts" / "aljazeera").glob("*.md"))


def test_sigterm_ends_the_scheduler_and_its_runs(project: Path) -> None:
    (project / "schedule.yml").write_text("sites: {deaf: 1 hour, empty: never}\n")
    with scheduling(project) as process:
        heard(process, "deaf: started")
        second = run(project, "schedule")
        assert second.code == 1
        assert f"another scheduler works on {project}/output/newscrawl.db: process {process.pid}" in second.said
    assert process.returncode == 0
    assert ends(project / "output") == ["stopped"]


def test_a_run_that_outlives_its_scheduler_is_taken_over(project: Path) -> None:
    path = project / "schedule.yml"
    path.write_text("sites: {deaf: 1 hour, empty: never}\n")
    with scheduling(project) as process:
        heard(process, "deaf: started")
        process.kill()
    path.write_text("sites: {deaf: {every: 1 hour, deadline: 2 seconds}, empty: never}\n")
    with scheduling(project) as process:
        assert "deaf: deadline: ended by its deadline" in heard(process, "deaf")
    assert ends(project / "output") == ["deadline"]


def test_a_changed_plan_is_taken_up_and_a_wrong_one_is_not(project: Path) -> None:
    path = project / "schedule.yml"
    path.write_text("sites: {deaf: never}\n")
    with scheduling(project) as process:
        heard(process, "empty: ")
        path.write_text("sites: {deaf: sometimes}\n")
        assert "schedule.yml:1: every: 'sometimes'" in heard(process, "the plan before stays")
        path.write_text("sites: {deaf: 1 hour}\n")
        heard(process, "deaf: started")
