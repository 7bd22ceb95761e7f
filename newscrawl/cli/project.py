"""Where the things of the project are that a command works on."""

from pathlib import Path

from scrapy.settings import BaseSettings
from scrapy.utils.conf import closest_scrapy_cfg

from newscrawl.errors import ArgumentError
from newscrawl.schedule.paths import Paths


def project_folder() -> Path:
    """The folder of scrapy.cfg."""
    return Path(closest_scrapy_cfg()).resolve().parent


def pages_folder() -> Path:
    """Where saved pages are, each with its post: the tests of the sites' descriptions."""
    return project_folder() / "tests" / "pages"


def find_paths(settings: BaseSettings, plan: str | None = None) -> Paths:
    """Where a scheduler's files are. Raises ArgumentError for a plan that is named and is not there."""
    if plan and not Path(plan).exists():
        raise ArgumentError(f"--plan {plan}: there is no such file; a schedule file is accepted")
    project, output = project_folder(), Path(settings["OUTPUT"]).resolve()
    return Paths(project=project, output=output, plan=Path(plan or project / "schedule.yml"))
