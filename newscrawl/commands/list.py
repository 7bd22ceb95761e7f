"""`scrapy list`: every site's name, or those of a country, language or topic."""

import argparse
import sys

from scrapy.commands.list import Command as ScrapyList


class Command(ScrapyList):
    def syntax(self) -> str:
        return "[options]"

    def short_desc(self) -> str:
        return "List sites: scrapy list --country de --topic sport --long"

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        from newscrawl.sites.site_filters import add_options

        super().add_options(parser)
        add_options(parser)
        parser.add_argument(
            "--long", action="store_true", help="country, language, topic and publisher beside the name"
        )

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        from scrapy.spiderloader import get_spider_loader

        from newscrawl.sites.site_filters import select, selection_of

        assert self.settings is not None
        sites = select(get_spider_loader(self.settings), selection_of(opts))
        if not sites:
            print("no site is of that kind; scrapy list --long shows of which kind each is", file=sys.stderr)
            self.exitcode = 1
        for site in sites:
            said = [getattr(site, name, "") for name in ("country", "language", "topic", "publisher")]
            print(f"{site.name:<22}{said[0]:<4}{said[1]:<9}{said[2]:<15}{said[3]}".rstrip() if opts.long else site.name)
