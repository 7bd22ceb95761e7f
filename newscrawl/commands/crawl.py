"""`scrapy crawl SITE`: Scrapy's own, but all is checked before any request, and the exit code can be trusted."""

import argparse
import sys
from asyncio import Future

from scrapy.commands.crawl import Command as ScrapyCrawl
from scrapy.exceptions import UsageError


class Command(ScrapyCrawl):
    called = "crawl"

    def short_desc(self) -> str:
        return "Crawl a site: scrapy crawl aljazeera -a limit=50"

    def process_options(self, args: list[str], opts: argparse.Namespace) -> None:
        from newscrawl.crawl.progress import quieten

        try:
            super().process_options(args, opts)
            assert self.settings
            quieten(self.settings, sys.stderr.isatty())
        except UsageError as error:
            print(f"scrapy {self.called}: {error}", file=sys.stderr)
            sys.exit(2)
        if opts.overwrite_output:
            # -O makes a file anew: it is to hold what the listings show, and not only what has come since the last run.
            self.settings.set("INCREMENTAL", False, priority="project")

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        from newscrawl.errors import ArgumentError

        try:
            self.exitcode = self.crawl(self.site(args), opts)
        except ArgumentError as error:
            print(f"scrapy {self.called}: {error}", file=sys.stderr)
            self.exitcode = 2

    def site(self, args: list[str]) -> str:
        """The one name that is given; raises ArgumentError where it is none."""
        from newscrawl.errors import ArgumentError
        from newscrawl.sites.site_filters import unknown_name

        assert self.crawler_process
        names = self.crawler_process.spider_loader.list()
        for option in (arg for arg in args if arg.startswith("-")):
            # Scrapy's parser hands on what it does not know.
            raise ArgumentError(f"there is no option {option}; -a NAME=VALUE is one, e.g. -a limit=50")
        if len(args) != 1:
            raise ArgumentError(f"name one site, e.g. scrapy {self.called} aljazeera; scrapy list shows all")
        if args[0] not in names:
            raise ArgumentError(unknown_name(args[0], names))
        return args[0]

    def crawl(self, site: str, opts: argparse.Namespace) -> int:
        """Run the crawl and return its exit code; raises ArgumentError, before any request, for a wrong argument."""
        from newscrawl.crawl.check_settings import check_settings
        from newscrawl.crawl.outcome import Outcome
        from newscrawl.errors import SiteBusy, StoreError

        assert self.crawler_process
        crawler = self._create_crawler(site)
        check_settings(crawler.settings)
        name = crawler.spidercls(**opts.spargs).name
        running = self.crawler_process.crawl(crawler, **opts.spargs)
        self.crawler_process.start()
        if isinstance(running, Future) and not running.done():
            print(f"{site}: interrupted", file=sys.stderr)  # at the second Ctrl-C nothing is waited for
            return 1
        if isinstance(running, Future) and (error := running.exception()):
            if not isinstance(error, StoreError | SiteBusy | OSError):
                raise error
            print(f"{name}: {told(error)}", file=sys.stderr)
            return 1
        outcome = crawler.get_extension(Outcome) if crawler.extensions else None
        return outcome.verdict.exit_code if outcome else 1


def told(error: Exception) -> str:
    """An error as a person reads it."""
    if isinstance(error, OSError) and error.filename:
        return f"{error.filename} cannot be written: {error.strerror}"
    return str(error)
