"""Two workers and a scheduler over one PostgreSQL, whose clocks differ, killed at any moment, the database too: what is
kept is that of an undisturbed run on SQLite, no host is met faster than its delay, and every slot has its end."""

import os
import random
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from newscrawl.errors import StoreError
from newscrawl.store import FILE_NAME, Place, RunRecord, Store
from tests.support.crawling import ROOT
from tests.support.machines import STORIES, Machine, Papers, running, wait_until
from tests.support.postgres import Cluster, schema

pytest.importorskip("procrastinate")

OTHER_CLOCK = next(iter(sorted(Path("/usr/lib").glob("*/faketime/libfaketimeMT.so.1"))), None)


def clock(ahead: str) -> dict[str, str]:
    """An environment in which the time of day is another one; what measures durations stays as it is."""
    return {"LD_PRELOAD": str(OTHER_CLOCK), "FAKETIME": ahead, "FAKETIME_DONT_FAKE_MONOTONIC": "1"}


def posts(outputs: Sequence[Path]) -> dict[str, str]:
    """The posts of some machines; where two have written one, it is the same."""
    found: dict[str, str] = {}
    for output in outputs:
        for path in (output / "posts").rglob("*.md"):
            text = path.read_text()
            assert found.setdefault(str(path.relative_to(output)), text) == text, path
    return found


def kept(place: Place) -> list[tuple[str, str, str]]:
    with Store.open(place) as store:
        records = [each.record for site in store.runs.sites() for each in store.articles.as_kept(site)]
    return sorted((record["url"], record["title"], record["text"]) for record in records)


def slots(address: str) -> list[tuple[str, str, str]]:
    with Store.open(address) as store:
        return sorted((slot.site, slot.how, slot.problem) for slot in store.slots.of())


def runs(address: str) -> list[RunRecord]:
    with Store.open(address) as store:
        return store.runs.of(limit=1_000)


def jobs(address: str) -> dict[str, int]:
    """How many jobs stand in the queue in each state."""
    import psycopg

    with psycopg.connect(address) as connection:
        rows = connection.execute("SELECT status::text, count(*) FROM procrastinate_jobs GROUP BY status").fetchall()
    return dict(rows)


def all_done(papers: Papers, address: str) -> bool:
    try:
        found = slots(address)
    except StoreError:
        return False
    return len(found) >= len(papers.of) and all(how != "running" for _, how, _ in found)


def test_a_killed_run_and_a_restarted_database_lose_nothing(cluster: Cluster, tmp_path: Path) -> None:
    """What follows in short: two workers whose clocks differ, a run killed, the database stopped as at a power cut."""
    with Papers(2, 2, delay=0.1) as papers, schema(cluster) as address:
        papers.rests = {"127.0.0.1": 1}
        project = papers.project(tmp_path / "project")
        clocks: list[dict[str, str]] = [clock("+600s"), clock("-600s")] if OTHER_CLOCK else [{}, {}]
        workers = [Machine(project, address, "work", "--jobs", "1", **ahead) for ahead in clocks]
        with running(machines := [*workers, Machine(project, address, "schedule")]):
            wait_until(lambda: len(papers.asked["127.0.0.1"]) > 2, 60, machines, lambda: slots(address))
            for worker in workers:
                worker.kill_a_run()
            cluster.stop()
            cluster.start()
            wait_until(lambda: all_done(papers, address), 60, machines, lambda: slots(address))
        assert slots(address) == [(site, "finished", "") for site in sorted(papers.of)]
        found = posts([worker.output for worker in workers])
        assert len(found) == STORIES * len(papers.of) == len(kept(address))
        papers.were_met_with_manners(runs(address))


@pytest.mark.on_request
@pytest.mark.skipif(OTHER_CLOCK is None, reason="needs libfaketime: apt-get install libfaketime")
@pytest.mark.parametrize("seed", range(3))
def test_what_fails_anywhere_loses_nothing(cluster: Cluster, tmp_path: Path, seed: int) -> None:
    with Papers(40, 12, delay=0.4) as papers, schema(cluster) as address:
        project = papers.project(tmp_path / "project")
        undisturbed = tmp_path / "undisturbed"
        plain = {**os.environ, "PYTHONPATH": str(ROOT), "NEWSCRAWL_OUTPUT": str(undisturbed)}
        subprocess.run([sys.executable, "-m", "scrapy", "crawl-all", "--all"], cwd=project, env=plain, check=True)
        wanted = posts([undisturbed])
        assert len(wanted) == STORIES * len(papers.of)
        for asked in papers.asked.values():
            asked.clear()
        papers.rests = dict.fromkeys(papers.hosts[:6], 4)
        scheduler = Machine(project, address, "schedule")
        clocks = [clock("+600s"), clock("-600s")]
        workers = [Machine(project, address, "work", "--jobs", "3", **ahead) for ahead in clocks]
        with running(machines := [scheduler, *workers]):
            disturb(scheduler, workers, cluster, address, random.Random(seed))
            wait_until(lambda: all_done(papers, address), 400, machines, lambda: (slots(address), jobs(address)))
            wait_until(lambda: set(jobs(address)) == {"succeeded"}, 90, machines, lambda: jobs(address))
        with Store.open(address) as store:
            assert slots(address) == [(site, "finished", "") for site in sorted(papers.of)], store.slots.of()
        assert posts([worker.output for worker in workers]) == wanted
        assert kept(address) == kept(undisturbed / FILE_NAME)
        assert len(papers.rested) == 6
        papers.were_met_with_manners(runs(address))


def disturb(
    scheduler: Machine, workers: Sequence[Machine], cluster: Cluster, address: str, chance: random.Random
) -> None:
    """All that may happen, in any order, at any moment."""

    def away(seconds: float) -> None:
        cluster.stop()
        time.sleep(seconds)
        cluster.start()

    def cut() -> None:
        with Store.open(address) as store:
            cluster.end_connections(but=store)

    faults: list[Callable[[], object]] = [
        *(worker.kill for worker in workers),
        *(worker.kill_a_run for worker in workers),
        scheduler.kill,
        cut,
        lambda: away(0.2),
        lambda: away(30),
        lambda: chance.choice(workers).stand_still(40),
    ]
    chance.shuffle(faults)
    time.sleep(8)
    for fault in faults:
        time.sleep(chance.uniform(0, 5))
        for machine in (scheduler, *workers):
            machine.keep_up()
        fault()
