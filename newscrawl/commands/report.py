"""`scrapy report`: one static page about all sites, and one for each."""

import argparse
import sys
from datetime import UTC, datetime

from scrapy.commands import ScrapyCommand
from scrapy.exceptions import UsageError


class Command(ScrapyCommand):
    requires_project = True
    requires_crawler_process = False

    def short_desc(self) -> str:
        return "Write output/report/index.html, every site's state, charts, runs and newest posts: scrapy report"

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        super().add_options(parser)
        parser.add_argument("--plan", metavar="FILE", help="the schedule file (default: the project's schedule.yml)")

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        from newscrawl.cli.schedule import find_paths, the_plan
        from newscrawl.errors import PlanError, StoreError
        from newscrawl.report.write import write_report

        if args:
            raise UsageError("scrapy report takes no site; every site has its page", print_help=False)
        assert self.settings
        try:
            paths = find_paths(self.settings, opts.plan)
            print(write_report(paths.output, the_plan(self.settings, paths), datetime.now(UTC)))
        except PlanError as error:
            raise UsageError(str(error), print_help=False) from None
        except (OSError, StoreError) as error:
            print(f"the report cannot be written: {error}", file=sys.stderr)
            self.exitcode = 1
