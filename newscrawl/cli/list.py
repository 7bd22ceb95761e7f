"""What `scrapy list` does: it prints the sites that are asked for."""

import argparse

from scrapy.settings import BaseSettings
from scrapy.spiderloader import get_spider_loader

from newscrawl.errors import UserError
from newscrawl.folder.opml import write_opml
from newscrawl.sites.site_filters import select, selection_of
from newscrawl.text.characters import on_one_line


def list_sites(settings: BaseSettings, options: argparse.Namespace) -> int:
    """Raises UserError where there is none of that kind."""
    sites = select(get_spider_loader(settings), selection_of(options))
    if not sites:
        raise UserError("no site is of that kind; scrapy list --long shows of which kind each is")
    if options.opml:
        print(write_opml(sites))
        return 0
    for site in sites:
        said = [getattr(site, name, "") for name in ("country", "language", "topic", "publisher")]
        line = f"{site.name:<22}{said[0]:<4}{said[1]:<9}{said[2]:<15}{said[3]}".rstrip()
        print(on_one_line(line if options.long else site.name))
    return 0
