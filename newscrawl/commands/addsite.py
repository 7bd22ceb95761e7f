"""`scrapy addsite URL`: look at a site, propose its description with the evidence, show three of its articles."""

import argparse
import sys

from scrapy.commands import ScrapyCommand
from scrapy.exceptions import UsageError


class Command(ScrapyCommand):
    requires_project = True

    def syntax(self) -> str:
        return "[options] URL"

    def short_desc(self) -> str:
        return "Propose a site's description: scrapy addsite https://example.com/ [--write]"

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        super().add_options(parser)
        parser.add_argument("--write", action="store_true", help="write what is proposed, and a page to test it with")
        parser.add_argument("--spider", action="store_true", help="a file in spiders/ instead of a catalogue entry")
        parser.add_argument("--name", help="the site's name (default: from its address)")
        parser.add_argument("--country", help="its two letters, where the address does not tell")

    def process_options(self, args: list[str], opts: argparse.Namespace) -> None:
        from newscrawl.crawl.progress import quieten

        super().process_options(args, opts)
        assert self.settings
        quieten(self.settings, terminal=True)

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        from newscrawl.arguments import web_url
        from newscrawl.errors import ArgumentError
        from newscrawl.onboarding.discovery import NoSite
        from newscrawl.onboarding.program import add_site

        if len(args) != 1:
            raise UsageError("name one site's address, e.g. scrapy addsite https://example.com/", print_help=False)
        assert self.crawler_process
        try:
            self.exitcode = add_site(self.crawler_process, web_url("URL", {"URL": args[0]}), opts, sys.stdout)
        except (NoSite, ValueError) as error:
            print(f"scrapy addsite: {error}", file=sys.stderr)
            self.exitcode = 2 if isinstance(error, ArgumentError) else 1
