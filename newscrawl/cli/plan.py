"""The project's plan: schedule.yml, read with what its sites say of their own rhythms."""

from collections.abc import Callable
from typing import Any

from scrapy.settings import BaseSettings
from scrapy.spiderloader import get_spider_loader

from newscrawl.errors import PlanError, RhythmError
from newscrawl.rhythm.interval import Never, Rhythm, read_rhythm
from newscrawl.schedule.paths import Paths
from newscrawl.schedule.plan import Plan
from newscrawl.schedule.service import load_plan
from newscrawl.sites.site_filters import Selection, is_site, select


def the_plan(settings: BaseSettings, paths: Paths) -> Plan:
    """The project's plan, for who looks at it: alerts keep their $NAMES. Raises PlanError."""
    return load_plan(paths, own_rhythms(settings), None, selecting(settings))


def selecting(settings: BaseSettings) -> Callable[[Selection], list[str]]:
    """Gives the names of the sites that a selection takes."""
    loader = get_spider_loader(settings)
    return lambda selection: [site.name for site in select(loader, selection)]


def own_rhythms(settings: BaseSettings) -> dict[str, Rhythm | None]:
    """What each site's class says of its own rhythm, by name; raises PlanError."""
    loader = get_spider_loader(settings)
    return {name: _own(name, loader.load(name)) for name in loader.list()}


def _own(name: str, spider: Any) -> Rhythm | None:
    every = getattr(spider, "every", "")
    if not is_site(spider):
        return Never()  # what schedule.yml says of all sites is not said of tools
    try:
        return read_rhythm(every) if every else None
    except RhythmError as error:
        raise PlanError(f"{name}: every = {every!r}: {error}") from None
