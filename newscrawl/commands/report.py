"""`scrapy report`: one static page about all sites, and one for each."""

import argparse

from newscrawl.cli.command import Command as Base


class Command(Base):
    summary = "Write output/report/index.html, every site's state, charts, runs and newest posts"
    example = "scrapy report"

    def options(self, parser: argparse.ArgumentParser) -> None:
        parser.add_argument("--plan", metavar="FILE", help="the schedule file (default: the project's schedule.yml)")

    def work(self, args: list[str], opts: argparse.Namespace) -> int:
        from newscrawl.cli.report import report

        return report(self.settings, opts.plan)
