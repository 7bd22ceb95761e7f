"""`scrapy health`: which sites are late, broken or failing, and why."""

import argparse

from newscrawl.cli.command import ANY_NUMBER
from newscrawl.cli.command import Command as Base


class Command(Base):
    summary = "Name the sites that are late, broken or failing; the exit code is 1 if there are any"
    example = "scrapy health --late"
    takes, accepts = "[SITE …]", "any number of sites"
    most = ANY_NUMBER

    def options(self, parser: argparse.ArgumentParser) -> None:
        parser.add_argument("--plan", metavar="FILE", help="the schedule file (default: the project's schedule.yml)")
        parser.add_argument("--late", action="store_true", help="only the late ones: is the scheduler at work?")

    def work(self, args: list[str], opts: argparse.Namespace) -> int:
        from newscrawl.cli.health import health

        return health(self.settings, args, plan=opts.plan, late=opts.late)
