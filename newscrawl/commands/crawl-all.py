"""`scrapy crawl-all`: crawl every site, or those of a country, language or topic, in several processes."""

import argparse

from newscrawl.cli.command import ANY_NUMBER, whole_number
from newscrawl.cli.command import Command as Base


class Command(Base):
    summary = "Crawl many sites"
    example = "scrapy crawl-all --country de --language de --jobs 2"
    takes, accepts = "[SITE …]", "any number of sites"
    most = ANY_NUMBER

    def options(self, parser: argparse.ArgumentParser) -> None:
        from newscrawl.sites.site_filters import add_options

        add_options(parser)
        add = parser.add_argument
        add("-a", metavar="NAME=VALUE", action="append", default=[], help="an argument for every site")
        add("--jobs", metavar="N", type=whole_number, help="processes (default: one for each core)")
        add("--all", action="store_true", help="every site that newscrawl list shows")
        add("--at-once", metavar="N", type=whole_number, default=8, help="sites at a time in each process (default: 8)")

    def work(self, args: list[str], opts: argparse.Namespace) -> int:
        from newscrawl.cli.crawl_all import crawl_all

        return crawl_all(self.settings, args, opts)
