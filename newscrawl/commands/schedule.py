"""`scrapy schedule`: crawl every site in its rhythm, until it is stopped."""

import argparse

from newscrawl.cli.command import Command as Base
from newscrawl.cli.command import seconds


class Command(Base):
    default_settings = {"LOG_LEVEL": "INFO"}
    summary = "Crawl every site in its rhythm; --check shows the next runs"
    example = "scrapy schedule --check"
    accepts = "no argument (sites are named in schedule.yml)"

    def options(self, parser: argparse.ArgumentParser) -> None:
        which = parser.add_mutually_exclusive_group()
        which.add_argument("--check", action="store_true", help="check schedule.yml and print the next ten runs")
        which.add_argument("--once", action="store_true", help="run what is due now, and end (for a timer or cron)")
        add = parser.add_argument
        add("--plan", metavar="FILE", help="the schedule file (default: the project's schedule.yml)")
        add("--at", metavar="TIME", help="take this for now, e.g. 2026-11-22T08:00+00:00 (for trying)")
        grace = "between asking a run to stop and killing it (default: 45)"
        add("--grace", metavar="SECONDS", type=seconds, help=grace)

    def work(self, args: list[str], opts: argparse.Namespace) -> int:
        from newscrawl.cli.schedule import schedule

        return schedule(self.settings, opts)
