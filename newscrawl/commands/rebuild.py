"""`scrapy rebuild SITE --from 'recordings/*.warc.gz'`: read recorded pages again and rewrite the posts that change."""

import argparse
import os

from newscrawl.cli.command import SpiderCommand, whole_number


class Command(SpiderCommand):
    default_settings = {"LOG_LEVEL": "WARNING"}
    summary = "Read recorded pages again and rewrite what changes"
    example = "scrapy rebuild aljazeera --from run.warc.gz"
    takes, accepts = "[SITE | --any] --from RECORDING …", "one site's name, or none with --any,"
    most = 1

    def options(self, parser: argparse.ArgumentParser) -> None:
        add = parser.add_argument
        recordings = "WARC files or patterns such as 'recordings/*.warc.gz'"
        add("--from", dest="recordings", nargs="+", metavar="RECORDING", required=True, help=recordings)
        add("--any", action="store_true", help="pages of all known sites, e.g. out of CC-NEWS files")
        add("--since", metavar="DATE", help="only what was recorded then or later, e.g. 2026-11-01")
        cores = os.cpu_count() or 1
        add("--jobs", metavar="N", type=whole_number, default=cores, help="processes (default: one per core)")

    def work(self, args: list[str], opts: argparse.Namespace) -> int:
        from newscrawl.cli.rebuild import rebuild

        return rebuild(self.settings, args, opts)
