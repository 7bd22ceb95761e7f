"""`scrapy crawl SITE`: Scrapy's own, with arguments checked before any request and an exit code that can be trusted."""

import argparse
import difflib

from scrapy.commands.crawl import Command as ScrapyCrawl
from scrapy.exceptions import UsageError


class Command(ScrapyCrawl):
    def short_desc(self) -> str:
        return "Crawl a site: scrapy crawl aljazeera -a limit=50"

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        from newscrawl.arguments import ArgumentError
        from newscrawl.fetch.choices import check
        from newscrawl.outcome import Outcome

        assert self.crawler_process
        if len(args) != 1:
            raise UsageError("name one site, e.g. scrapy crawl aljazeera; scrapy list shows all", print_help=False)
        names = self.crawler_process.spider_loader.list()
        if args[0] not in names:
            near = difflib.get_close_matches(args[0], names)
            hint = f"did you mean {near[0]}?" if near else "scrapy list shows all sites"
            raise UsageError(f"there is no site {args[0]!r}; {hint}", print_help=False)
        crawler = self._create_crawler(args[0])
        try:
            check(crawler.settings)
            crawler.spidercls(**opts.spargs)
        except ArgumentError as error:
            raise UsageError(f"{args[0]}: {error}", print_help=False) from None
        self.crawler_process.crawl(crawler, **opts.spargs)
        self.crawler_process.start()
        outcome = crawler.get_extension(Outcome) if crawler.extensions else None
        self.exitcode = outcome.verdict.exit_code if outcome else 1
