"""`scrapy list`: every site's name, or those of a country, language or topic."""

import argparse

from newscrawl.cli.command import Command as Base


class Command(Base):
    default_settings = {"LOG_ENABLED": False}
    summary = "List sites"
    example = "scrapy list --country de --topic sport --long"

    def options(self, parser: argparse.ArgumentParser) -> None:
        from newscrawl.sites.site_filters import add_options

        add_options(parser)
        parser.add_argument(
            "--long", action="store_true", help="country, language, topic and publisher beside the name"
        )
        parser.add_argument("--opml", action="store_true", help="as a list that feed readers import")

    def work(self, args: list[str], opts: argparse.Namespace) -> int:
        from newscrawl.cli.list import list_sites

        return list_sites(self.settings, opts)
