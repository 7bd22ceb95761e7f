"""What `scrapy audit` does: it prints what a run asked of each host."""

from scrapy.settings import BaseSettings

from newscrawl.cli.project import find_paths
from newscrawl.cli.sites import known_or_crawled
from newscrawl.errors import UserError
from newscrawl.fetch.audit import table
from newscrawl.store import RunRecord, Store


def audit(settings: BaseSettings, wanted: str) -> int:
    """`wanted`: a run's number, a site's name, or "" for the last run of all."""
    paths = find_paths(settings)
    with Store.reading(paths.store) as store:
        if wanted and not wanted.isdigit():
            known_or_crawled(wanted, settings, store)
        run = _run(store, wanted)
    if run is None:
        raise UserError(f"there is no run {wanted or 'yet'} in {paths.output}")
    print(f"run {run.id} of {run.site}, {run.started:%Y-%m-%d %H:%M} UTC\n{table(run.counts)}")
    return 0


def _run(store: Store, wanted: str) -> RunRecord | None:
    if wanted.isdigit():
        return store.runs.get(int(wanted))
    return next(iter(store.runs.of(wanted, limit=1)), None)
