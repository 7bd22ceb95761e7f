"""`scrapy runs [SITE]`: what was crawled, when, and how it ended."""

import argparse
import json
import sys

from scrapy.commands import ScrapyCommand
from scrapy.exceptions import UsageError


class Command(ScrapyCommand):
    requires_project = True
    requires_crawler_process = False

    def syntax(self) -> str:
        return "[SITE] [--json] [-n COUNT] | --article URL"

    def short_desc(self) -> str:
        return "Show the history: scrapy runs aljazeera"

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        super().add_options(parser)
        parser.add_argument("--json", action="store_true", help="one JSON object a line, for scripts")
        parser.add_argument("-n", "--count", type=int, default=20, help="so many runs (default: 20)")
        parser.add_argument("--article", metavar="URL", help="the history of one article")

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        from newscrawl.cli.schedule import find_paths
        from newscrawl.errors import StoreError
        from newscrawl.report.article import article_lines
        from newscrawl.report.run_history import as_json, run_history, running_sites
        from newscrawl.report.table import table
        from newscrawl.store import Store

        if len(args) > 1:
            raise UsageError("name one site, or none for all", print_help=False)
        assert self.settings
        paths, site = find_paths(self.settings), "".join(args)
        try:
            with Store.open(paths.store) as store:
                if opts.article:
                    self._print(article_lines(store, opts.article), f"{opts.article} is not known")
                    return
                entries = run_history(store, site, max(1, opts.count), under_way=running_sites(store, paths.output))
        except StoreError as error:
            print(error, file=sys.stderr)
            self.exitcode = 1
            return
        if opts.json:
            for entry in entries:
                print(json.dumps(as_json(entry), ensure_ascii=False))
            return
        self._print([table(entries)] if entries else [], f"{site or 'no site'} was {'not ' if site else ''}crawled yet")

    def _print(self, lines: list[str], otherwise: str) -> None:
        if not lines:
            print(otherwise, file=sys.stderr)
            self.exitcode = 1
        for line in lines:
            print(line)
