"""What `scrapy crawl-all` does, from its options to its exit code."""

import argparse
import asyncio
import math
import os
import sys
import time
from collections.abc import Mapping
from contextlib import suppress
from functools import partial
from pathlib import Path

from scrapy.settings import BaseSettings
from scrapy.spiderloader import get_spider_loader

from newscrawl.batch.pool import Batch, WorkerPool
from newscrawl.batch.progress import BatchProgress
from newscrawl.batch.progress_table import ProgressTable
from newscrawl.cli.project import find_paths, project_folder
from newscrawl.crawl.check_settings import check_settings
from newscrawl.errors import ArgumentError, StoreError
from newscrawl.sites.site_filters import check_name, select, selection_of
from newscrawl.store import Place, Store, place_of


def crawl_all(settings: BaseSettings, names: list[str], options: argparse.Namespace) -> int:
    """Crawl the sites; 0 where every run did its job, else 1. Raises ArgumentError, or StoreError for a store that no
    run could use."""
    check_settings(settings)
    if bare := [pair for pair in options.a if "=" not in pair]:
        raise ArgumentError(f"-a {bare[0]}: NAME=VALUE is accepted, e.g. -a limit=20")
    arguments = dict(pair.split("=", 1) for pair in options.a)
    sites = chosen(settings, names, options, arguments)
    batch = Batch(
        sites=sites,
        jobs=options.jobs or os.cpu_count() or 1,
        at_once=options.at_once,
        project=project_folder(),
        logs=Path(settings["OUTPUT"]).resolve() / "logs" / "crawl-all",
        options=[part for pair in options.set or [] for part in ("-s", pair)]
        + [part for pair in options.a for part in ("-a", pair)],
        deadline=settings.getfloat("SITE_DEADLINE") or math.inf,
        environ={**os.environ, **find_paths(settings).environ},
    )
    store = place_of(settings)
    Store.open(store).close()
    progress = BatchProgress(time.monotonic, len(sites))
    table = ProgressTable(progress, sys.stderr)
    asyncio.run(WorkerPool(batch, progress, table, partial(kept, store)).run())
    table.clear()
    print(progress.summary(), file=sys.stderr)
    return 1 if progress.failed or len(progress.ended) < len(sites) else 0


def kept(place: Place, site: str) -> Mapping[str, int]:
    """What a site's run that has no end has written, as far as the store can tell."""
    with suppress(StoreError), Store.open(place) as store:
        for run in store.runs.of(site, 1):
            return {} if run.ended else run.counts
    return {}


def chosen(
    settings: BaseSettings, names: list[str], options: argparse.Namespace, arguments: dict[str, str]
) -> list[str]:
    """The sites that are asked for and can run with these arguments: `site` cannot, for it needs an address."""
    if not (names or options.all or options.country or options.language or options.topic):
        raise ArgumentError("sites' names, --country, --language, --topic, or --all for every site are accepted")
    loader = get_spider_loader(settings)
    for name in names:
        check_name(name, loader.list())
    selection = selection_of(options)
    asked = [site for site in map(loader.load, names) if selection.takes(site)] if names else select(loader, selection)
    able, problem = [], "no site is chosen; scrapy list with the same options shows which are"
    for site in asked:
        try:
            site(**arguments)
        except ArgumentError as error:
            problem = f"{site.name}: {error}"
        else:
            able.append(site.name)
    if not able:
        raise ArgumentError(problem)
    return able
