"""`scrapy work`: take runs out of the queue of a shared store, on as many machines as you like."""

import argparse
import os

from newscrawl.cli.command import Command as Base
from newscrawl.cli.command import place, seconds, whole_number


class Command(Base):
    default_settings = {"LOG_LEVEL": "INFO"}
    summary = "Crawl what a scheduler puts into the queue of a shared store"
    example = "scrapy work --jobs 4"

    def options(self, parser: argparse.ArgumentParser) -> None:
        add = parser.add_argument
        default = os.cpu_count() or 1
        help = "crawls at the same time (default: one a core)"
        add("--jobs", metavar="N", type=whole_number, default=default, help=help)
        grace = "between asking a run to stop and killing it (default: 45)"
        add("--grace", metavar="SECONDS", type=seconds, help=grace)

        help = "tell Prometheus at this address what came of the runs (needs the extra metrics)"
        add("--metrics", metavar="HOST:PORT", type=place, help=help)

    def work(self, args: list[str], opts: argparse.Namespace) -> int:
        from newscrawl.cli.work import work

        return work(self.settings, opts)
