"""`scrapy explain URL|FILE`: where each field of a page comes from, what was left out of its body, and why."""

import argparse

from newscrawl.cli.command import PageCommand


class Command(PageCommand):
    summary = "Show what is read from a page and where"
    example = "scrapy explain https://example.com/news/rain"
    takes, accepts = "URL|FILE", "one page's address or file"
    fewest = most = 1

    def options(self, parser: argparse.ArgumentParser) -> None:
        parser.add_argument("--site", help="read with this site's selectors; a URL finds its site by itself")
        parser.add_argument("--url", help="the address of a saved page, where the file does not name it")

    def work(self, args: list[str], opts: argparse.Namespace) -> int:
        from newscrawl.cli.explain import explain

        return explain(self.crawler_process, args[0], opts)
