"""Where the things of the project are that a command works on."""

from pathlib import Path

from scrapy.settings import BaseSettings
from scrapy.utils.conf import closest_scrapy_cfg

from newscrawl.errors import ArgumentError
from newscrawl.folder.config_file import find_config
from newscrawl.folder.own_sites import FOLDER
from newscrawl.schedule.paths import Paths
from newscrawl.store import place_of


def project_folder() -> Path:
    """The user's folder, by its newscrawl.toml; else the checkout's, by its scrapy.cfg; else the current one."""
    if config := find_config():
        return config.folder
    return Path(closest_scrapy_cfg() or "scrapy.cfg").resolve().parent


def own_sites_folder() -> Path | None:
    """Where a user's own sites are; None in a checkout."""
    config = find_config()
    return config.folder / FOLDER if config else None


def pages_folder() -> Path:
    """Where saved pages are, each with its post: the tests of the sites' descriptions."""
    own = own_sites_folder()
    return own / "pages" if own else project_folder() / "tests" / "pages"


def find_paths(settings: BaseSettings, plan: str | None = None) -> Paths:
    """Where a scheduler's files are. Raises ArgumentError for a plan that is named and is not there."""
    if plan and not Path(plan).exists():
        raise ArgumentError(f"--plan {plan}: there is no such file; a schedule file is accepted")
    project, output = project_folder(), Path(settings["OUTPUT"]).resolve()
    plan_file = Path(plan) if plan else _plan(project)
    return Paths(project=project, output=output, objects=settings["OBJECTS"], store=place_of(settings), plan=plan_file)


def _plan(project: Path) -> Path:
    """newscrawl.toml where it has [schedule], else schedule.yml. Raises ConfigError where there are both."""
    config, file = find_config(), project / "schedule.yml"
    if not config or "schedule" not in config.values:
        return file
    if file.exists():
        raise config.error(["schedule"], f"{file.name} is there as well; one of the two, or --plan {file.name}")
    return config.path
