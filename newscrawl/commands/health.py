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
        return "[SITE …]"

    def short_desc(self) -> str:
        return "Name the sites that are late, broken or failing; exit code 1 if there are any"

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        from newscrawl.report.health import ill_sites
        from newscrawl.schedule.planfile import PlanError
        from newscrawl.schedule.program import find_places, the_plan
        from newscrawl.store import StoreError

        assert self.settings
        try:
            places = find_places(self.settings)
            found, count = ill_sites(places, the_plan(self.settings, places), datetime.now(UTC), args)
        except (PlanError, LookupError) as error:
            raise UsageError(str(error).strip("'\""), print_help=False) from None
        except StoreError as error:
            print(error, file=sys.stderr)
            self.exitcode = 1
            return
        for site, state in found:
            print(f"{site}: {state.line}")
        if not found:
            print("no site was crawled yet" if not count else f"{count} sites, all well" if count > 1 else "well")
        self.exitcode = 1 if found else 0
