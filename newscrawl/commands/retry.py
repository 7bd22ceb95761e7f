"""`scrapy retry SITE`: read again what is set aside, without the network, after a mistake was mended."""

import argparse

from newscrawl.commands.crawl import Command as Crawl


class Command(Crawl):
    summary = "Read again what is set aside of a site, e.g. after a fix"
    example = "scrapy retry aljazeera"

    def options(self, parser: argparse.ArgumentParser) -> None:
        parser.add_argument("--fetch", action="store_true", help="ask the site again, politely as always")
        parser.set_defaults(dry_run=False)  # what is set aside is known without a request

    def prepare(self, opts: argparse.Namespace) -> None:
        super().prepare(opts)
        self.settings.set("RETRY", "fetch" if opts.fetch else "stored", priority="cmdline")

    def work(self, args: list[str], opts: argparse.Namespace) -> int:
        from newscrawl.cli.retry import retry

        return retry(self, args[0], opts.spargs)
