"""A site's name as a command is given it."""

from scrapy.settings import BaseSettings, Settings
from scrapy.spiderloader import get_spider_loader

from newscrawl.sites.site_filters import check_name
from newscrawl.store import Store


def known_or_crawled(name: str, settings: BaseSettings, store: Store) -> None:
    """Raises ArgumentError for a name that no site has and no run had, e.g. that of a site which was taken out."""
    crawled = store.runs.sites()
    if name not in crawled:
        check_name(name, [*get_spider_loader(settings).list(), *crawled])


def settings_of(name: str, settings: Settings) -> Settings:
    """The settings with those of the site's own description; a site that was crawled by its address has none."""
    loader, own = get_spider_loader(settings), settings.copy()
    if name in loader.list():
        loader.load(name).update_settings(own)
    return own
