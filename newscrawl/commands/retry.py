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

    def crawl(self, site: str, opts: argparse.Namespace) -> int:
        from pathlib import Path

        from newscrawl.state.quarantine import Quarantine

        assert self.settings and self.crawler_process
        name = self.crawler_process.spider_loader.load(site)(**opts.spargs).name
        entries = Quarantine(Path(self.settings["OUTPUT"]) / "quarantine").entries(name)
        if not any(entry.kind == "article" for entry in entries):
            print(f"{name}: no article is set aside", file=sys.stderr)
            return 0
        if not opts.fetch:
            stored = f"{self.settings['OUTPUT']}/quarantine/{name}/*.warc.gz"
            self.settings.set("REPLAY", stored, priority="cmdline")
        return super().crawl(site, opts)
