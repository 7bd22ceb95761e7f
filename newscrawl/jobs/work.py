"""A worker: it takes runs out of the queue, a few at once, each as a process of its own, and puts down their ends.

A job is done when the end stands in the history. The jobs of a worker that gives no sign of life are put back, and
what its runs had kept by then is known to the next ones. So is a run that broke off: killed, or its database gone.
"""

import asyncio
import logging
import time
from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

from procrastinate import JobContext, RetryStrategy
from procrastinate.exceptions import ConnectorException

from newscrawl.errors import SiteBusy, StoreError
from newscrawl.jobs.queue import RUN, app_of, make_tables
from newscrawl.rhythm.interval import Never
from newscrawl.schedule.launcher import Launcher
from newscrawl.schedule.plan import SitePlan
from newscrawl.store import RunRecord, Store
from newscrawl.store.slots import SlotEnd

log = logging.getLogger(__name__)

TRIES = 3
"""A slot whose run broke off so often, or ended its worker, is given up."""

SILENT = 30.0
"""Seconds without a sign of life after which a worker's jobs are put back."""

LOOK = 0.5
AGAIN = 5
"""Seconds after which a run is tried again whose site is being crawled, or a database that is away."""

Ended = Callable[[str, RunRecord | None], object]
"""Is told a run's outcome, and what the run put down itself."""


def nobody(outcome: str, run: RunRecord | None) -> None:
    """Ignore an end."""


class JobWorker:
    """The runs of one machine."""

    def __init__(self, address: str, launcher: Launcher, jobs: int, ended: Ended = nobody) -> None:
        """`ended`: is told of each run's end."""
        self.address, self.launcher, self.jobs, self.ended = address, launcher, jobs, ended
        self.app = app_of(address)
        task: Any = self.app.task
        task(self.run, name=RUN, pass_context=True, retry=RetryStrategy(wait=AGAIN))

    async def forever(self) -> None:
        """Until SIGTERM or SIGINT; then the runs under way are asked to stop, and seen to their end."""
        while True:
            try:
                make_tables(self.address)
                async with self.app.open_async():
                    others = asyncio.create_task(self._watch_others())
                    await self.app.run_worker_async(
                        concurrency=self.jobs,
                        shutdown_graceful_timeout=0,
                        stalled_worker_timeout=SILENT,
                        fetch_job_polling_interval=AGAIN,
                    )
                    others.cancel()
                    return
            except ConnectorException as error:
                log.error("the queue is away: %s; trying again", error)
                await asyncio.sleep(AGAIN)

    async def put_back(self) -> None:
        """Put back the jobs of workers that are dead."""
        for job in await self.app.job_manager.get_stalled_jobs(seconds_since_heartbeat=SILENT):
            await self.app.job_manager.retry_job(job)

    async def _watch_others(self) -> None:
        while True:
            try:
                await self.put_back()
            except ConnectorException as error:
                log.debug("no look at the other workers: %s", error)
            await asyncio.sleep(SILENT / 6)

    def run(
        self,
        context: JobContext,
        row: int,
        site: str,
        deadline: float,
        arguments: Mapping[str, str],
        settings: Mapping[str, str],
    ) -> None:
        """One job. Raises SiteBusy or StoreError where it is to be tried again."""
        plan = SitePlan(
            site=site, every=Never(), deadline=timedelta(seconds=deadline), arguments=arguments, settings=settings
        )
        with Store.open(self.address) as store:
            slot = store.slots.get(row)
            if slot.how != "running":
                return  # its worker died between the end and the word of it
            if slot.tries >= TRIES:
                end = SlotEnd("crashed", None, f"broke off {TRIES} times")
            else:
                end = self._crawled(context, store, row, plan)
            store.slots.end(row, datetime.now(UTC), end)
            begun = store.slots.get(row).started
            assert begun
            self.ended(end.how, run_since(store, plan.runs_as, begun))
            log.info("%s: %s%s", site, end.how, f": {end.problem}" if end.problem else "")

    def _crawled(self, context: JobContext, store: Store, row: int, plan: SitePlan) -> SlotEnd:
        if plan.runs_as in (store.claimed() or ()) or not (run := self.launcher.launch(plan)):
            raise SiteBusy(f"{plan.site}: another run of this site is going on")
        store.slots.begin(row, began := datetime.now(UTC))
        log.info("%s: started", plan.site)
        while not (end := run.watch(time.monotonic())):
            if context.should_abort():
                run.ask("stopped", time.monotonic())
            time.sleep(LOOK)
        if end.how in ("failed", "crashed") and broke_off(store, plan.runs_as, began):
            raise StoreError(f"{plan.site} broke off: {end.problem}")
        return end


def broke_off(store: Store, site: str, began: datetime) -> bool:
    """Whether a run that ended badly has not said so itself: it was killed, or could not reach the store."""
    run = run_since(store, site, began)
    return run is None or run.ended is None or run.outcome == "failed"


def run_since(store: Store, site: str, began: datetime) -> RunRecord | None:
    """The run of a site that a worker began then."""
    runs = (run for run in store.runs.of(site, 1) if run.started >= began - timedelta(seconds=1))
    return next(runs, None)
