"""Which articles of the archive a command is about: the filters of a crawl, as options."""

import argparse

from scrapy.settings import Settings
from scrapy.spiderloader import get_spider_loader

from newscrawl.article_filters import COMMON, filters_of
from newscrawl.cli.sites import known_or_crawled
from newscrawl.errors import UserError
from newscrawl.export.selection import ArticleSelection
from newscrawl.store import Store

HELP = {
    "limit": ("N", "at most so many, the newest"),
    "since": ("DATE", "of this day or moment and later"),
    "until": ("DATE", "of this day or moment and earlier"),
    "include": ("PATTERN", "that match, e.g. 'climate|energy' or 'url:/sport/'"),
    "exclude": ("PATTERN", "that do not match"),
}


def add_options(parser: argparse.ArgumentParser) -> None:
    """The options of a command that chooses among articles."""
    for name, (value, words) in HELP.items():
        parser.add_argument(f"--{name}", metavar=value, help=words)


def selection_from(settings: Settings, store: Store, site: str, opts: argparse.Namespace) -> ArticleSelection:
    """What the options say; raises ArgumentError. `site`: "" stands for all."""
    loader, zone = get_spider_loader(settings), ""
    if site:
        known_or_crawled(site, settings, store)
        zone = str(getattr(loader.load(site), "timezone", "")) if site in loader.list() else ""
    said = {name: str(value) for name in COMMON if (value := getattr(opts, name, None)) is not None}
    chosen = ArticleSelection([site] if site else store.runs.sites(), filters_of(said, zone))
    if not any(map(store.articles.count, chosen.sites)):
        raise UserError(f"the archive has no article{f' of {site}' if site else ''}; crawl first")
    return chosen
