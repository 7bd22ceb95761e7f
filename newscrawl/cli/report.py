"""What `scrapy report` does: it writes the pages and prints the path of the first."""

from datetime import UTC, datetime

from scrapy.settings import BaseSettings

from newscrawl.cli.plan import the_plan
from newscrawl.cli.project import find_paths
from newscrawl.report.write import write_report


def report(settings: BaseSettings, plan: str | None) -> int:
    """`plan`: another schedule file than the project's."""
    paths = find_paths(settings, plan)
    print(write_report(paths, the_plan(settings, paths), datetime.now(UTC)))
    return 0
