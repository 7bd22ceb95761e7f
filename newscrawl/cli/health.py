"""What `scrapy health` does: one line for each site that is not well."""

from collections.abc import Sequence
from datetime import UTC, datetime

from scrapy.settings import BaseSettings
from scrapy.spiderloader import get_spider_loader

from newscrawl.cli.plan import the_plan
from newscrawl.cli.project import find_paths
from newscrawl.errors import ArgumentError
from newscrawl.report.health import Known, ill_sites
from newscrawl.sites.site_filters import is_site
from newscrawl.text.characters import on_one_line


def health(settings: BaseSettings, sites: Sequence[str], *, plan: str | None, late: bool) -> int:
    """1 where a site is not well; with `late`, where one is late."""
    paths = find_paths(settings, plan)
    try:
        loader = get_spider_loader(settings)
        described = [name for name in loader.list() if is_site(loader.load(name))]
        known = Known(the_plan(settings, paths), described)
        found, count = ill_sites(paths, known, datetime.now(UTC), sites)
    except LookupError as error:
        raise ArgumentError(f"{error.args[0]}; a site that was crawled or is scheduled is accepted") from None
    found = [(site, state) for site, state in found if state.word == "late" or not late]
    for site, state in found:
        print(on_one_line(f"{site}: {state.line}"))
    if not found:
        print("no site is late" if late else _all_well(count))
    return 1 if found else 0


def _all_well(count: int) -> str:
    if not count:
        return "no site was crawled yet, or none of late"
    return f"{count} sites, all well" if count > 1 else "1 site, well"
