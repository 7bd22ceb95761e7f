"""`scrapy crawl SITE`: Scrapy's own, but all is checked before any request, and the exit code can be trusted."""

import argparse
import sys

from newscrawl.cli.command import SpiderCommand


class Command(SpiderCommand):
    summary = "Crawl a site"
    example = "scrapy crawl aljazeera -a limit=50"
    takes, accepts = "SITE", "one site's name (scrapy list shows all), or site with -a url=ADDRESS,"
    fewest = most = 1
    requires_crawler_process = True

    def options(self, parser: argparse.ArgumentParser) -> None:
        about = "read the listings alone, name what would be asked for and write nothing"
        parser.add_argument("--dry-run", action="store_true", help=about)
        if {"-h", "--help"} & set(sys.argv):
            from newscrawl.cli.crawl_help import arguments_help, settings_help

            parser.add_argument_group("What it is about", arguments_help())
            parser.add_argument_group("How it is done", settings_help())

    def prepare(self, opts: argparse.Namespace) -> None:
        from newscrawl.crawl.progress import quieten

        quieten(self.settings, sys.stderr.isatty())
        if opts.dry_run:
            from newscrawl.crawl.dry_run import prepare

            prepare(self.settings)

    def work(self, args: list[str], opts: argparse.Namespace) -> int:
        from newscrawl.cli.crawl import crawl

        return crawl(self, args[0], opts.spargs)
