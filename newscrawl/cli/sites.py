"""A site's name as a command is given it."""

from scrapy.settings import BaseSettings
from scrapy.spiderloader import get_spider_loader

from newscrawl.sites.site_filters import check_name
from newscrawl.store import Store


def known_or_crawled(name: str, settings: BaseSettings, store: Store) -> None:
    """Raises ArgumentError for a name that no site has and no run had, e.g. that of a site which was taken out."""
    crawled = store.runs.sites()
    if name not in crawled:
        check_name(name, [*get_spider_loader(settings).list(), *crawled])
