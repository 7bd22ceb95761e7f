"""`scrapy runs [SITE]`: what was crawled, when, and how it ended."""

import argparse

from newscrawl.cli.command import Command as Base
from newscrawl.cli.command import whole_number


class Command(Base):
    summary = "Show the history"
    example = "scrapy runs aljazeera"
    takes, accepts = "[SITE]", "one site's name, or none for all,"
    most = 1

    def options(self, parser: argparse.ArgumentParser) -> None:
        parser.add_argument("--json", action="store_true", help="one JSON object a line, for scripts")
        parser.add_argument(
            "-n", "--count", metavar="N", type=whole_number, default=20, help="how many runs (default: 20)"
        )
        parser.add_argument("--article", metavar="URL", help="the history of one article")

    def work(self, args: list[str], opts: argparse.Namespace) -> int:
        from newscrawl.cli.runs import article_history, runs

        if opts.article:
            return article_history(self.settings, opts.article)
        return runs(self.settings, "".join(args), opts.count, json_lines=opts.json)
