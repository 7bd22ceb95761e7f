"""`scrapy read 'CC-NEWS-*.warc.gz' --to articles/`: archives of the web into Parquet, without store or posts."""

import argparse
import os

from newscrawl.cli.command import ANY_NUMBER, whole_number
from newscrawl.cli.command import Command as Base


class Command(Base):
    default_settings = {"LOG_LEVEL": "WARNING"}
    summary = "Read WARC files, such as years of CC-NEWS, into Parquet"
    example = "scrapy read 'CC-NEWS-*.warc.gz' --to articles/"
    takes, accepts = "FILES …", "one WARC file or pattern, or more,"
    fewest, most = 1, ANY_NUMBER

    def options(self, parser: argparse.ArgumentParser) -> None:
        add = parser.add_argument
        add("--to", metavar="FOLDER", default="articles", help="where the Parquet files go (default: articles)")
        by = "what makes the folders (default: day,host; day alone is better where there are thousands of hosts)"
        add("--by", metavar="NAMES", default="day,host", help=by)
        cores = os.cpu_count() or 1
        add("--jobs", metavar="N", type=whole_number, default=cores, help="processes (default: one per core)")
        ray = "a Ray cluster that reads them, e.g. ray://head:10001 (default: this machine)"
        add("--engine", metavar="ADDRESS", default="", help=ray)

    def work(self, args: list[str], opts: argparse.Namespace) -> int:
        from newscrawl.cli.read import read

        return read(self.settings, args, opts)
