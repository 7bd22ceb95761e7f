"""`scrapy savepage SITE URL`: keep an article's page and the post it gives as a test of the site's description."""

import argparse

from newscrawl.cli.command import PageCommand


class Command(PageCommand):
    summary = "Keep a page and its post as a test"
    example = "scrapy savepage apnews https://apnews.com/article/…"
    takes, accepts = "SITE URL", "a site's name with a page's address"
    fewest = most = 2

    def options(self, parser: argparse.ArgumentParser) -> None:
        parser.add_argument("--as", metavar="WHAT", dest="what", help="the page's name (default: from its address)")

    def work(self, args: list[str], opts: argparse.Namespace) -> int:
        from newscrawl.cli.savepage import save_page

        return save_page(self.crawler_process, args[0], args[1], opts.what)
