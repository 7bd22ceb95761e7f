"""The report's folder, `OUTPUT/report`: each file whole or as it was, pages of sites that are gone removed."""

from collections.abc import Collection
from datetime import datetime
from pathlib import Path

from newscrawl import durable
from newscrawl.report.figures import SiteFigures, figures_of, with_details
from newscrawl.report.names import INDEX, file_of
from newscrawl.report.overview import overview
from newscrawl.report.run_history import running_sites
from newscrawl.report.sitepage import sitepage
from newscrawl.schedule.adaptive.policy import with_adaptive_intervals
from newscrawl.schedule.paths import Paths
from newscrawl.schedule.plan import Plan
from newscrawl.store import Store

FOLDER = "report"
ORDER = ("ill", "late", "new", "well")


def write_report(paths: Paths, plan: Plan, now: datetime, changed: Collection[str] | None = None) -> Path:
    """Write all pages, or the overview and those of `changed` sites; the path of the first. Raises OSError, StoreError.

    Each page says as of when it is, so an old page of a site without a new run is still a true one.
    """
    output, folder = paths.output, paths.output / FOLDER
    with Store.reading(paths.store) as store:
        sites = all_figures(store, output, plan, now)
        pages = (
            (path, sitepage(with_details(site, store), now, logs_of(output, site.site)))
            for path, site in ((folder / file_of(site.site), site) for site in sites)
            if changed is None or site.site in changed or not path.exists()
        )
        durable.put_all((path, data) for path, data in pages if not durable.holds(path, data))
    durable.put_if_changed(folder / INDEX, overview(sites, now))
    _sweep(folder, {file_of(site.site) for site in sites})
    return folder / INDEX


def logs_of(output: Path, site: str) -> frozenset[str]:
    """The names of the logs that are kept of a site's runs."""
    return frozenset(path.name for path in (output / "logs" / site).glob("*.log"))


def all_figures(store: Store, output: Path, plan: Plan, now: datetime) -> list[SiteFigures]:
    """Every site that was crawled or is to be, those that are not well first."""
    plan = with_adaptive_intervals(plan, store)
    names = {*store.runs.sites(), *plan.sites}
    on = running_sites(store, output)
    found = [figures_of(store, name, plan.sites.get(name), now, under_way=on) for name in sorted(names)]
    return sorted(found, key=lambda site: ORDER.index(site.state.word))


def _sweep(folder: Path, wanted: Collection[str]) -> None:
    for path in folder.glob("site-*.html"):
        if path.name not in wanted:
            path.unlink(missing_ok=True)
