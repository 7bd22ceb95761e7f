"""What every command that reads the archive does first: a store of the last release is taken over."""

from pathlib import Path

from scrapy.settings import BaseSettings

from newscrawl.cli.project import find_paths
from newscrawl.lock import SiteLock
from newscrawl.render.takeover import take_over
from newscrawl.store import Store


def taken_over(settings: BaseSettings, store: Store, site: str) -> None:
    """`site`: "" stands for all. Raises SiteBusy for a site that is to be taken over, and is crawled just now."""
    for name in [site] if site else store.runs.sites():
        if store.articles.is_behind(name):
            with SiteLock(find_paths(settings).locks, name):
                take_over(store, name, Path(settings["OUTPUT"]))
