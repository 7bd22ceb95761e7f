"""What `scrapy work` does, from Scrapy's settings to the worker."""

import argparse
import asyncio
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from scrapy.settings import BaseSettings, Settings
from scrapy.spiderloader import get_spider_loader
from scrapy.utils.log import configure_logging

from newscrawl.cli.project import find_paths
from newscrawl.errors import UserError, with_extra
from newscrawl.schedule.clock import Clock
from newscrawl.schedule.launcher import Launcher, crawl
from newscrawl.schedule.plan import SitePlan
from newscrawl.schedule.process import GRACE
from newscrawl.schedule.run import Starter
from newscrawl.store import Store
from newscrawl.urls.parts import host_of
from newscrawl.urls.sites import addresses_of, site_name

if TYPE_CHECKING:
    from newscrawl.jobs.metrics import Metrics

NO_QUEUE = f"runs as jobs need Procrastinate: {with_extra('postgres')}"


def work(settings: Settings, options: argparse.Namespace) -> int:
    """Until a signal. Raises UserError where the store is not shared."""
    configure_logging(settings)
    paths = find_paths(settings)
    Store.open(paths.store).close()
    if not isinstance(paths.store, str):
        raise UserError("a worker needs a store that is shared: STORE=postgresql://user@host/database")
    try:
        from newscrawl.jobs.work import JobWorker
    except ImportError:
        raise UserError(NO_QUEUE) from None
    command = partial(crawl, options=[part for option in options.set or [] for part in ("-s", option)])
    grace = GRACE if options.grace is None else options.grace
    launcher = Launcher(paths, Clock(), command, grace)
    told = [_metrics(paths.store, options.metrics).count] if options.metrics else []
    asyncio.run(JobWorker(paths.store, launcher, options.jobs, *told).forever())
    return 0


def _metrics(address: str, place: tuple[str, int]) -> "Metrics":
    """Served at a place, from now on."""
    try:
        from newscrawl.jobs.metrics import Metrics
    except ImportError:
        raise UserError(f"--metrics needs prometheus-client: {with_extra('metrics')}") from None
    metrics = Metrics(address)
    try:
        metrics.serve(*place)
    except OSError as error:
        raise UserError(f"--metrics {place[0]}:{place[1]}: {error.strerror}") from None
    return metrics


def as_jobs(address: str, settings: BaseSettings) -> Callable[[Store], Starter]:
    """What a scheduler of a shared store starts runs with."""
    try:
        from newscrawl.jobs.deferred import JobLauncher
    except ImportError:
        raise UserError(NO_QUEUE) from None
    loader = get_spider_loader(settings)

    def host(plan: SitePlan) -> str:
        named = addresses_of(loader.load(plan.site))
        return site_name(named[0]) if named else host_of(plan.arguments.get("url", "")) or plan.runs_as

    return lambda store: JobLauncher(address, store, host)
