"""`scrapy addsite URL`: look at a site, propose its description with the evidence, show three of its articles."""

import argparse

from newscrawl.cli.command import PageCommand


class Command(PageCommand):
    summary = "Propose a site's description"
    example = "scrapy addsite https://example.com/ --write"
    takes, accepts = "URL", "one site's address"
    fewest = most = 1

    def options(self, parser: argparse.ArgumentParser) -> None:
        parser.add_argument("--write", action="store_true", help="write what is proposed, and a page to test it with")
        parser.add_argument("--spider", action="store_true", help="a file in spiders/ instead of a catalogue entry")
        parser.add_argument("--name", help="the site's name (default: from its address)")
        parser.add_argument("--country", help="its two letters, where the address does not tell")

    def work(self, args: list[str], opts: argparse.Namespace) -> int:
        from newscrawl.cli.addsite import add_site

        return add_site(self.crawler_process, args[0], opts)
