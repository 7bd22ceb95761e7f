"""What `newscrawl add` does: it writes what has no description yet into sites/added.yml."""

import argparse
from collections.abc import Iterator, Mapping, Sequence

from scrapy.settings import BaseSettings
from scrapy.spiderloader import get_spider_loader

from newscrawl.cli.command import program
from newscrawl.errors import ArgumentError, UserError
from newscrawl.folder.added_sites import FILE, append, by_host, entry_of, name_for, subscriptions
from newscrawl.folder.config_file import find_config
from newscrawl.folder.opml import Subscription
from newscrawl.folder.own_sites import FOLDER
from newscrawl.sites.entry_values import Value
from newscrawl.urls.sites import all_sites, site_of

TRAITS = ("topic", "country", "language", "every")


def add_sites(settings: BaseSettings, words: Sequence[str], options: argparse.Namespace) -> int:
    """Raises ArgumentError for what is no address, UserError outside a folder of one's own."""
    found = by_host(subscriptions(words))
    if not found:
        raise ArgumentError(f"{', '.join(words)}: there is no address in it")
    config = find_config()
    if not config:
        raise UserError("sites are added to a folder of your own: scrapy init my-news, then cd my-news")
    loader = get_spider_loader(settings)
    names, known = list(loader.list()), all_sites(map(loader.load, loader.list()))
    traits = {name: value for name in TRAITS if (value := getattr(options, name))}
    entries: dict[str, dict[str, Value]] = {}
    for host, several in found.items():
        if site := site_of(several[0].home or several[0].feed, known):
            print(f"{host} is there already: {site}")
        else:
            name = name_for(host, [*names, *entries])
            entries[name] = entry_of(several, traits)
    if entries:
        append(config.folder / FOLDER / FILE, entries)
        for name, entry in entries.items():
            print(f"added {name}: {entry['home']}")
        for home in _beside(found):
            print(f"left out {home}: its host is one site, with the address above")
        print(f"in {FOLDER}/{FILE}; next: {program()} crawl-all {' '.join(entries)} -a limit=20")
    return 0


def _beside(found: Mapping[str, Sequence[Subscription]]) -> Iterator[str]:
    """The addresses, without a feed, that are of one host with another that came before them."""
    for first, *others in found.values():
        yield from dict.fromkeys(each.home for each in others if not each.feed and each.home != first.home)
