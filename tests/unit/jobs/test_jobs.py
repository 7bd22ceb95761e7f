"""Runs as jobs, over a real PostgreSQL: the scheduler defers, workers do, the history says what came of it."""

import asyncio
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from newscrawl.errors import SchedulerBusy, StoreError
from newscrawl.schedule.launcher import Launcher
from newscrawl.schedule.plan import SitePlan
from newscrawl.store import Store
from tests.support.postgres import Cluster, schema
from tests.support.scheduler_bench import Bench, plan

pytest.importorskip("procrastinate")
from newscrawl.jobs.work import TRIES, JobWorker  # noqa: E402


@pytest.fixture
def bench(cluster: Cluster, tmp_path: Path) -> Iterator[Bench]:
    with schema(cluster) as address:
        bench = Bench(tmp_path, plan("one", "two"), store=address)
        yield bench
        bench.service.store.close()


def on(bench: Bench, act: Callable[[JobWorker], Any]) -> None:
    """What a worker of the bench's machine does, until nothing is left to do now."""
    worker = JobWorker(str(bench.paths.store), Launcher(bench.paths, bench.clock, bench.command), jobs=2)

    async def work() -> None:
        async with worker.app.open_async():
            await act(worker)

    asyncio.run(work())


async def all_jobs(worker: JobWorker) -> None:
    await worker.app.run_worker_async(concurrency=2, wait=False, install_signal_handlers=False)


async def taken_and_left(worker: JobWorker) -> None:
    """A worker takes a job and is not heard of again."""
    manager = worker.app.job_manager
    assert await manager.fetch_job(None, await manager.register_worker())
    await worker.app.connector.execute_query_async(
        "UPDATE procrastinate_workers SET last_heartbeat = last_heartbeat - interval '1 hour'"
    )


async def put_back(worker: JobWorker) -> None:
    await worker.put_back()


def outcomes(bench: Bench) -> list[tuple[str, str, str]]:
    bench.service.scheduler.tick()
    return sorted((slot.site, slot.how, slot.problem) for slot in bench.history)


WELL = [("one", "finished", ""), ("two", "finished", "")]


def test_a_worker_does_what_is_due(bench: Bench) -> None:
    bench.service.scheduler.tick()
    assert [slot.how for slot in bench.history] == ["running"] * 2
    on(bench, all_jobs)
    assert outcomes(bench) == WELL and not bench.service.scheduler.running


def test_one_run_at_a_time_meets_a_host(bench: Bench) -> None:
    bench.host = lambda plan: "example.com"
    bench.service.scheduler.tick()
    on(bench, all_jobs)  # which is all that may begin now
    assert outcomes(bench) == [("one", "finished", ""), ("two", "running", "")]
    on(bench, all_jobs)
    assert outcomes(bench) == WELL


def test_the_job_of_a_worker_that_died_is_done_by_another(bench: Bench) -> None:
    bench.service.scheduler.tick()
    on(bench, taken_and_left)
    on(bench, put_back)
    on(bench, all_jobs)
    assert outcomes(bench) == WELL


def test_a_run_that_breaks_off_is_tried_again(bench: Bench) -> None:
    bench.code = {"one": "", "two": "raise SystemExit(1)"}
    bench.service.scheduler.tick()
    on(bench, all_jobs)
    assert outcomes(bench) == [("one", "finished", ""), ("two", "running", "")]
    assert [slot.tries for slot in bench.history] == [1, 1]


def test_a_run_that_ends_every_worker_is_given_up(bench: Bench) -> None:
    bench.service.scheduler.tick()
    for _ in range(TRIES):
        bench.service.scheduler.slots.begin(1, bench.clock.now())
    on(bench, all_jobs)
    assert outcomes(bench)[0] == ("one", "crashed", f"broke off {TRIES} times")


def test_a_site_that_is_being_crawled_is_waited_for(bench: Bench) -> None:
    bench.service.scheduler.tick()
    with Store.open(bench.paths.store) as by_hand:
        by_hand.claim("one")
        on(bench, all_jobs)
    assert outcomes(bench) == [("one", "running", ""), ("two", "finished", "")]


def test_the_row_of_a_run_and_its_job_are_kept_together(bench: Bench) -> None:
    def host(plan: SitePlan) -> str:
        raise StoreError("the queue is away")

    bench.host = host
    with pytest.raises(StoreError, match="away"):
        bench.service.scheduler.tick()
    assert bench.history == []


def test_the_next_scheduler_takes_over_and_there_is_one_at_a_time(bench: Bench) -> None:
    bench.service.scheduler.tick()
    bench.service.lock.release()  # as one of another machine, whose file it is not
    with pytest.raises(SchedulerBusy, match="on another machine"):
        bench.another()
    bench.service._end()
    bench.service = bench.another()
    on(bench, all_jobs)
    assert outcomes(bench) == WELL
