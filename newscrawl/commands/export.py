"""`scrapy export [SITE]`: articles of the archive as data, without a request."""

import argparse

from newscrawl.cli.command import Command as Base


class Command(Base):
    default_settings = {"LOG_LEVEL": "WARNING"}
    summary = "Write articles of the archive as data"
    example = "scrapy export aljazeera --since 2026-11-01 --to november.csv"
    takes, accepts = "[SITE]", "one site's name, or none for all,"
    most = 1

    def options(self, parser: argparse.ArgumentParser) -> None:
        from newscrawl.cli.selecting import add_options

        add_options(parser)
        add = parser.add_argument
        add("--to", metavar="FILE", help="a .jsonl, .csv, .parquet, .db or .epub (default: JSON Lines on the screen)")
        add("--fields", metavar="NAMES", help="which fields, with commas (default: all that the page says)")

    def work(self, args: list[str], opts: argparse.Namespace) -> int:
        from newscrawl.cli.export import export

        return export(self.settings, "".join(args), opts)
