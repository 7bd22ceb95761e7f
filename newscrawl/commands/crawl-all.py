"""`scrapy crawl-all`: crawl every site, or those of a country, language or topic, in several processes."""

import argparse
import sys

from scrapy.commands import ScrapyCommand
from scrapy.exceptions import UsageError


class Command(ScrapyCommand):
    requires_project = True
    requires_crawler_process = False

    def syntax(self) -> str:
        return "[options] [SITE …]"

    def short_desc(self) -> str:
        return "Crawl many sites: scrapy crawl-all --country de --language de --jobs 2"

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        from newscrawl.sites.site_filters import add_options

        super().add_options(parser)
        add_options(parser)
        parser.add_argument("-a", metavar="NAME=VALUE", action="append", default=[], help="an argument for every site")
        parser.add_argument("--jobs", metavar="N", type=int, help="processes (default: one for each core)")
        parser.add_argument(
            "--at-once", metavar="N", type=int, default=8, help="sites side by side in each process (default: 8)"
        )

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        from newscrawl.batch.program import crawl_all

        assert self.settings is not None
        try:
            self.exitcode = crawl_all(self.settings, args, opts, sys.stderr)
        except ValueError as error:
            raise UsageError(str(error), print_help=False) from None
