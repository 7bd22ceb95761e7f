"""What a worker tells Prometheus, asked over HTTP and read by Prometheus's own parser."""

import asyncio
import urllib.request
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from newscrawl.schedule.launcher import Launcher
from newscrawl.store import Store
from newscrawl.store.runs import RunEnd
from tests.support.postgres import Cluster, schema
from tests.support.scheduler_bench import MORNING, Bench, plan

pytest.importorskip("procrastinate")
pytest.importorskip("prometheus_client")
from prometheus_client.parser import text_string_to_metric_families  # noqa: E402

from newscrawl.jobs.metrics import Metrics  # noqa: E402
from newscrawl.jobs.work import JobWorker  # noqa: E402

# What a crawl puts down of itself, at a time that its worker's clock has not passed.
RUN = """
from datetime import UTC, datetime, timedelta
from newscrawl.store import Store
from newscrawl.store.runs import RunEnd
now = datetime.now(UTC) + timedelta(days=10_000)
counts = {"posts/new": 3, "posts/updated": 2, "failed/article": 1, "downloader/response_bytes": 5000}
with Store.open("%s") as store:
    store.runs.end(store.runs.begin("one", {}, now), now, RunEnd(outcome="finished", requests=9, counts=counts))
"""


@pytest.fixture
def address(cluster: Cluster) -> Iterator[str]:
    with schema(cluster) as address:
        yield address


def scraped(metrics: Metrics) -> dict[tuple[str, str], float]:
    """(name, label) -> value, as Prometheus has it."""
    with urllib.request.urlopen(f"http://127.0.0.1:{metrics.port}/metrics") as answer:
        families = text_string_to_metric_families(answer.read().decode())
    samples = [sample for family in families for sample in family.samples if not sample.name.endswith("_created")]
    return {
        (each.name.removeprefix("newscrawl_"), next(iter(each.labels.values()), "")): each.value for each in samples
    }


@pytest.fixture
def metrics(address: str) -> Iterator[Metrics]:
    metrics = Metrics(address)
    metrics.serve("127.0.0.1", 0)
    yield metrics
    metrics.close()


def test_a_worker_counts_what_its_runs_came_to(address: str, metrics: Metrics, tmp_path: Path) -> None:
    bench = Bench(tmp_path, plan("one", "two"), {"one": RUN % address, "two": ""}, store=address)
    bench.service.scheduler.tick()
    assert scraped(metrics)["queue", "waiting"] == 2
    worker = JobWorker(address, Launcher(bench.paths, bench.clock, bench.command), 2, metrics.count)

    async def work() -> None:
        async with worker.app.open_async():
            await worker.app.run_worker_async(concurrency=2, wait=False, install_signal_handlers=False)

    asyncio.run(work())
    bench.service.store.close()
    found = scraped(metrics)
    assert found["runs_total", "finished"] == 2
    assert [found["articles_total", what] for what in ("new", "changed", "unchanged", "failed")] == [3, 2, 0, 1]
    assert (found["requests_total", ""], found["received_bytes_total", ""]) == (9, 5000)
    assert (found["queue", "waiting"], found["queue", "begun"], found["store_up", ""]) == (0, 0, 1)
    assert ("last_success_timestamp_seconds", "one") in found


def test_the_last_success_of_a_site_is_that_of_a_run_that_did_its_job(address: str, metrics: Metrics) -> None:
    with Store.open(address) as store:
        for day, problem in enumerate(("", "", "nothing found")):
            run = store.runs.begin("example", {}, MORNING + timedelta(days=day))
            store.runs.end(run, MORNING + timedelta(days=day), RunEnd(outcome="finished", problem=problem))
        store.runs.begin("never", {}, MORNING)
    found = scraped(metrics)
    assert found["last_success_timestamp_seconds", "example"] == (MORNING + timedelta(days=1)).timestamp()
    assert ("last_success_timestamp_seconds", "never") not in found


def test_a_store_that_is_away_is_said(address: str) -> None:
    metrics = Metrics(f"{address}&port=1")
    metrics.serve("127.0.0.1", 0)
    assert scraped(metrics)["store_up", ""] == 0
    metrics.close()
