"""`newscrawl add URL …`: sites by their addresses, or by files of them, into the user's folder."""

import argparse

from newscrawl.cli.command import ANY_NUMBER
from newscrawl.cli.command import Command as Base


class Command(Base):
    default_settings = {"LOG_ENABLED": False}
    summary = "Add sites by their addresses, by a file of them, or by a reader's OPML"
    example = "scrapy add https://example.com/ feeds.opml --topic technology --every '1 hour'"
    takes, accepts = "ADDRESS|LIST …", "one web address or file of them (one a line, or OPML), or more,"
    fewest, most = 1, ANY_NUMBER

    def options(self, parser: argparse.ArgumentParser) -> None:
        add = parser.add_argument
        add("--topic", default="", help="what they are about, e.g. sport: list, crawl-all and schedule choose by it")
        add("--country", default="", help="two letters, e.g. de")
        add("--language", default="", help="where pages do not say, e.g. de")
        add("--every", default="", metavar="RHYTHM", help="how often `schedule` crawls them, e.g. '1 hour' or auto")

    def work(self, args: list[str], opts: argparse.Namespace) -> int:
        from newscrawl.cli.add import add_sites

        return add_sites(self.settings, args, opts)
