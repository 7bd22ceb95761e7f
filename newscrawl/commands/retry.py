"""`scrapy retry SITE`: read again what is set aside, without the network, after a mistake was mended."""

import argparse
import sys

from newscrawl.commands.crawl import Command as Crawl


class Command(Crawl):
    called = "retry"

    def syntax(self) -> str:
        return "[options] SITE"

    def short_desc(self) -> str:
        return "Read again what is set aside of a site, e.g. after a fix: scrapy retry aljazeera"

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        super().add_options(parser)
        parser.add_argument("--fetch", action="store_true", help="ask the site again, politely as always")

    def process_options(self, args: list[str], opts: argparse.Namespace) -> None:
        super().process_options(args, opts)
        assert self.settings
        self.settings.set("RETRY", "fetch" if opts.fetch else "stored", priority="cmdline")
        if not opts.fetch:
            stored = f"{self.settings['OUTPUT']}/quarantine/{''.join(args)}/*.warc.gz"
            self.settings.set("REPLAY", stored, priority="cmdline")

    def crawl(self, site: str, opts: argparse.Namespace) -> int:
        from pathlib import Path

        from newscrawl.memory.quarantine import Quarantine

        assert self.settings
        entries = Quarantine(Path(self.settings["OUTPUT"]) / "quarantine").entries(site)
        if not any(entry.kind == "article" for entry in entries):
            print(f"{site}: no article is set aside", file=sys.stderr)
            return 0
        return super().crawl(site, opts)
