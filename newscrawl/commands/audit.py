"""`scrapy audit RUN`: how a run treated each host."""

import argparse
import sys

from scrapy.commands import ScrapyCommand


class Command(ScrapyCommand):
    requires_project = True
    default_settings = {"LOG_ENABLED": False}

    def syntax(self) -> str:
        return "[RUN|SITE]"

    def short_desc(self) -> str:
        return "How a run treated each host: requests, gaps, waits, bytes, what robots.txt refused"

    def long_desc(self) -> str:
        return (
            "How a run treated each host: scrapy audit aljazeera. RUN is a run's number, SITE stands for its last run, "
            "neither for the last run of all."
        )

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        from newscrawl.errors import StoreError

        try:
            print(self.report(args[0] if args else ""))
        except (StoreError, LookupError) as error:
            print(f"scrapy audit: {error.args[0]}", file=sys.stderr)
            self.exitcode = 1

    def report(self, wanted: str) -> str:
        """Raises LookupError, with one line for a person, where there is no such run."""
        from pathlib import Path

        from newscrawl.fetch.audit import table
        from newscrawl.store import FILE_NAME, Store

        assert self.settings
        path = Path(self.settings["OUTPUT"]) / FILE_NAME
        if not path.exists():
            raise LookupError(f"there is no run yet in {path.parent}")
        store = Store.open(path)
        try:
            if wanted.isdigit():
                run = store.runs.get(int(wanted))
            else:
                run = next(iter(store.runs.of(wanted, limit=1)), None)
        finally:
            store.close()
        if run is None:
            raise LookupError(f"there is no run {wanted!r}; a run's number or a site's name is accepted")
        return f"run {run.id} of {run.site}, {run.started:%Y-%m-%d %H:%M} UTC\n{table(run.counts)}"
