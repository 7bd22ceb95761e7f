"""`scrapy health`: which sites are late, broken or failing, and why."""

import argparse
import sys
from datetime import UTC, datetime

from scrapy.commands import ScrapyCommand
from scrapy.exceptions import UsageError


class Command(ScrapyCommand):
    requires_project = True
    requires_crawler_process = False

    def syntax(self) -> str:
        return "[--late] [SITE …]"

    def short_desc(self) -> str:
        return "Name the sites that are late, broken or failing: scrapy health; exit code 1 if there are any"

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        super().add_options(parser)
        parser.add_argument("--plan", metavar="FILE", help="the schedule file (default: the project's schedule.yml)")
        parser.add_argument("--late", action="store_true", help="only the late ones: is the scheduler at work?")

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        from newscrawl.cli.schedule import find_paths, the_plan
        from newscrawl.errors import PlanError, StoreError
        from newscrawl.report.health import ill_sites

        assert self.settings
        try:
            paths = find_paths(self.settings, opts.plan)
            found, count = ill_sites(paths, the_plan(self.settings, paths), datetime.now(UTC), args)
        except (PlanError, LookupError) as error:
            raise UsageError(str(error).strip("'\""), print_help=False) from None
        except StoreError as error:
            print(error, file=sys.stderr)
            self.exitcode = 1
            return
        found = [(site, state) for site, state in found if state.word == "late" or not opts.late]
        for site, state in found:
            print(f"{site}: {state.line}")
        if not found:
            print("no site is late" if opts.late else _all_well(count))
        self.exitcode = 1 if found else 0


def _all_well(count: int) -> str:
    if not count:
        return "no site was crawled yet"
    return f"{count} sites, all well" if count > 1 else "1 site, well"
