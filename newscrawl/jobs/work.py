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

from procrastinate import BaseRetryStrategy, JobContext, RetryDecision
from procrastinate.exceptions import ConnectorException
from procrastinate.jobs import Job

from newscrawl.errors import SiteBusy, StoreError
from newscrawl.jobs.queue import RUN, app_of, make_tables
from newscrawl.rhythm.interval import Never
from newscrawl.schedule.launcher import Launcher
from newscrawl.schedule.plan import SitePlan
from newscrawl.schedule.process import CrawlProcess, as_told
from newscrawl.store import RunRecord, Store
from newscrawl.store.slots import SlotEnd

log = logging.getLogger(__name__)

TRIES = 5
"""A slot whose run broke off so often, or ended its worker, is given up."""

SILENT = 30.0
"""Seconds without a sign of life after which a worker's jobs are put back."""

LOOK = 0.5
OFTEN = 10
"""Looks at a run of which one asks the store, too, whether the host is still this worker's."""

AGAIN = 5
"""Seconds after which a run is tried again whose site is being crawled, or a database that is away."""

Ended = Callable[[str, RunRecord | None], object]
"""Is told a run's outcome, and what the run put down itself."""


def nobody(outcome: str, run: RunRecord | None) -> None:
    """Ignore an end."""


class Again(BaseRetryStrategy):
    """Once more, after some seconds by the database's clock: a machine's own may be another."""

    def __init__(self) -> None:
        self.ahead = timedelta()
        """How far this machine's clock is ahead."""

    def set(self, there: datetime) -> None:
        self.ahead = datetime.now(UTC) - there

    @property
    def now(self) -> datetime:
        return datetime.now(UTC) - self.ahead

    def get_retry_decision(self, *, exception: BaseException, job: Job) -> RetryDecision:
        return RetryDecision(retry_at=self.now + timedelta(seconds=AGAIN))


class JobWorker:
    """The runs of one machine."""

    def __init__(self, address: str, launcher: Launcher, jobs: int, ended: Ended = nobody) -> None:
        """`ended`: is told of each run's end."""
        self.address, self.launcher, self.jobs, self.ended = address, launcher, jobs, ended
        self.app, self.again = app_of(address), Again()
        task: Any = self.app.task
        task(self.run, name=RUN, pass_context=True, retry=self.again)
        self.ids: set[int | None] = set()
        """What the queue calls this worker."""

        self.under_way: set[int | None] = set()
        """The jobs whose runs have no end yet."""

        self.unheard: set[int | None] = set()
        """Jobs that the queue believes to be under way here, and that were not at the last look."""

    async def forever(self) -> None:
        """Until SIGTERM or SIGINT; then the runs under way are asked to stop, and seen to their end."""
        while True:
            try:
                make_tables(self.address)
                with Store.open(self.address) as store:
                    self.again.set(store.hosts.now())
                async with self.app.open_async():
                    await self.put_back()
                    others = asyncio.create_task(self._watch())
                    await self.app.run_worker_async(
                        concurrency=self.jobs,
                        shutdown_graceful_timeout=0,
                        stalled_worker_timeout=SILENT,
                        fetch_job_polling_interval=AGAIN,
                    )
                    others.cancel()
                    return
            except (ConnectorException, StoreError) as error:
                log.error("the queue is away: %s; trying again", error)
                await asyncio.sleep(AGAIN)

    async def put_back(self) -> None:
        """Put back the jobs of workers that are dead, and those whose end here the queue was not there to hear."""
        manager = self.app.job_manager
        stalled = list(await manager.get_stalled_jobs(seconds_since_heartbeat=SILENT))
        ours = [job for job in await manager.list_jobs_async(status="doing") if job.worker_id in self.ids]
        ended = [job for job in ours if job.id not in self.under_way]
        for job in [*stalled, *(job for job in ended if job.id in self.unheard)]:
            await manager.retry_job(job, self.again.now)
        self.unheard = {job.id for job in ended}

    async def _watch(self) -> None:
        while True:
            try:
                await self.put_back()
            except ConnectorException as error:
                log.debug("no look at the queue: %s", error)
            await asyncio.sleep(AGAIN)

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
        self.ids.add(context.job.worker_id)
        self.under_way.add(context.job.id)
        try:
            self._run(context, row, plan)
        finally:
            self.under_way.discard(context.job.id)

    def _run(self, context: JobContext, row: int, plan: SitePlan) -> None:
        with Store.open(self.address) as store:
            self.again.set(store.hosts.now())
            # Its job's lock is the host too, but goes on to others when this worker is thought dead.
            store.claim(f"({context.job.lock})")
            slot = store.slots.get(row)
            if slot.how != "running":
                return  # its worker died between the end and the word of it
            before = store.runs.last(plan.runs_as)
            given_up = slot.tries >= TRIES and SlotEnd("crashed", None, f"broke off {TRIES} times")
            end = given_up or self._crawled(context, store, row, plan)
            last = run_after(store, plan.runs_as, before)
            if not given_up and end.how in ("failed", "crashed") and broke_off(last):
                raise StoreError(f"{plan.site} broke off: {end.problem}")
            end = as_told(end, last)
            store.slots.end(row, datetime.now(UTC), end)
            self.ended(end.how, last)
            log.info("%s: %s%s", plan.site, end.how, f": {end.problem}" if end.problem else "")

    def _crawled(self, context: JobContext, store: Store, row: int, plan: SitePlan) -> SlotEnd:
        if plan.runs_as in (store.claimed() or ()) or not (run := self.launcher.launch(plan)):
            raise SiteBusy(f"{plan.site}: another run of this site is going on")
        try:
            store.slots.begin(row, datetime.now(UTC))
        except StoreError:
            run.abandon()
            raise
        log.info("%s: started", plan.site)
        return self._seen_to_its_end(context, store, run)

    def _seen_to_its_end(self, context: JobContext, store: Store, run: CrawlProcess) -> SlotEnd:
        looks, held = 0, True
        while not (end := run.watch(time.monotonic())):
            looks += 1
            held = held and (looks % OFTEN > 0 or still_held(store))
            if context.should_abort() or not held:
                run.ask("stopped", time.monotonic())
            time.sleep(LOOK)
        if not held:
            raise StoreError(f"{run.site}: another worker has its host")
        return end


def still_held(store: Store) -> bool:
    """Whether the host is this worker's. A server that was away has let go of it: it is taken again, if it is free."""
    for _ in range(2):  # the first question may be the one in which the server went away
        try:
            store.claimed()
            return True
        except StoreError as error:
            log.error("%s", error)
    return False


def run_after(store: Store, site: str, before: RunRecord | None) -> RunRecord | None:
    """The last run of a site, if it is another one than the last one before."""
    run = store.runs.last(site)
    return run if run and not (before and run.id == before.id) else None


def broke_off(run: RunRecord | None) -> bool:
    """Whether a run that ended badly has not said so itself: it was killed, or could not reach the store."""
    return run is None or run.ended is None or run.outcome == "failed"
