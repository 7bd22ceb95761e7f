"""`scrapy schedule`: crawl every site in its rhythm, until it is stopped."""

import argparse
import sys
from datetime import UTC, datetime

from scrapy.commands import ScrapyCommand
from scrapy.exceptions import UsageError


class Command(ScrapyCommand):
    requires_project = True
    requires_crawler_process = False
    default_settings = {"LOG_LEVEL": "INFO"}

    def syntax(self) -> str:
        return "[--check | --once] [--plan FILE] [--at TIME]"

    def short_desc(self) -> str:
        return "Crawl every site in its rhythm: scrapy schedule --check shows the next runs"

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        super().add_options(parser)
        which = parser.add_mutually_exclusive_group()
        which.add_argument("--check", action="store_true", help="check schedule.yml and print the next ten runs")
        which.add_argument("--once", action="store_true", help="run what is due now, and end (for a timer or cron)")
        parser.add_argument("--plan", metavar="FILE", help="the schedule file (default: the project's schedule.yml)")
        parser.add_argument("--at", metavar="TIME", help="take this for now, e.g. 2026-11-22T08:00+00:00 (for trying)")
        parser.add_argument(
            "--grace", metavar="SECONDS", type=float, help="between asking a run to stop and killing it (45 by default)"
        )

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        from scrapy.utils.log import configure_logging

        from newscrawl.cli.schedule import Program
        from newscrawl.errors import PlanError, SchedulerBusy, StoreError

        if args:
            raise UsageError("scrapy schedule takes no site; name it in schedule.yml", print_help=False)
        assert self.settings
        configure_logging(self.settings)
        try:
            program = Program(self.settings, opts.plan, _moment(opts.at), opts.set or [], opts.grace)
            if opts.check:
                program.check(sys.stdout)
            else:
                self.exitcode = program.once() if opts.once else program.forever()
        except PlanError as error:
            raise UsageError(str(error), print_help=False) from None
        except (StoreError, SchedulerBusy, OSError) as error:
            print(error, file=sys.stderr)
            self.exitcode = 1


def _moment(text: str | None) -> datetime | None:
    if text is None:
        return None
    try:
        when = datetime.fromisoformat(text)
    except ValueError:
        raise UsageError(f"--at {text}: a time is accepted, e.g. 2026-11-22T08:00", print_help=False) from None
    return when if when.tzinfo else when.replace(tzinfo=UTC)
