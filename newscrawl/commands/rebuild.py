"""`scrapy rebuild SITE --from 'recordings/*.warc.gz'`: read recorded pages again and rewrite the posts that change."""

import argparse
import os
import sys
from datetime import datetime

from scrapy.commands import BaseRunSpiderCommand


class Command(BaseRunSpiderCommand):
    requires_project = True
    requires_crawler_process = False
    default_settings = {"LOG_LEVEL": "WARNING"}

    def syntax(self) -> str:
        return "SITE --from RECORDING … | --any --from RECORDING …"

    def short_desc(self) -> str:
        return "Read recorded pages again and rewrite what changes: scrapy rebuild aljazeera --from run.warc.gz"

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        super().add_options(parser)
        parser.add_argument("--from", dest="recordings", nargs="+", metavar="RECORDING", required=True,
                            help="WARC files or patterns such as 'recordings/*.warc.gz'")  # fmt: skip
        parser.add_argument("--any", action="store_true", help="pages of all known sites, e.g. out of CC-NEWS files")
        parser.add_argument("--since", metavar="DATE", help="only what was recorded then or later, e.g. 2026-11-01")
        parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1, help="processes (default: one per core)")

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        from newscrawl.crawl.check_settings import check_settings
        from newscrawl.errors import ArgumentError, SiteBusy, StoreError

        assert self.settings
        self.exitcode = 2
        try:
            check_settings(self.settings)
            self.exitcode = self.rebuild(args, opts)
        except (ArgumentError, FileNotFoundError) as error:
            print(f"scrapy rebuild: {error}", file=sys.stderr)
        except (StoreError, SiteBusy, OSError) as error:
            print(f"scrapy rebuild: {error}", file=sys.stderr)
            self.exitcode = 1
        except KeyboardInterrupt:
            print("scrapy rebuild: interrupted; posts that are written are whole", file=sys.stderr)
            self.exitcode = 1

    def rebuild(self, args: list[str], opts: argparse.Namespace) -> int:
        from newscrawl.arguments import moment
        from newscrawl.rebuild import FEW, Rebuild
        from newscrawl.urls.parts import host_of
        from newscrawl.urls.sites import site_of
        from newscrawl.warc.index import files_of, newest

        assert self.settings
        sites = self.sites(args, opts)
        since: datetime | None = moment("since", opts.since, "") if opts.since else None
        pages = newest(files_of(opts.recordings), lambda url: bool(site_of(host_of(url), sites)), since)
        names = list(dict.fromkeys(site_of(host_of(page.url), sites) for page in pages))
        for name in names:
            own = [page for page in pages if site_of(host_of(page.url), sites) == name]
            jobs = opts.jobs if len(own) >= FEW else 1
            print(Rebuild(name, opts.spargs, self.settings, jobs).run(own), file=sys.stderr)
        if not names:
            print("scrapy rebuild: the recordings have no page of that", file=sys.stderr)
        return 0 if names else 1

    def sites(self, args: list[str], opts: argparse.Namespace) -> dict[str, str]:
        """host -> site, of the one site that is named or of all."""
        from scrapy.spiderloader import get_spider_loader

        from newscrawl.errors import ArgumentError
        from newscrawl.urls.sites import all_sites, hosts_of

        assert self.settings
        loader = get_spider_loader(self.settings)
        if opts.any and not args:
            return all_sites(loader.load(name) for name in loader.list())
        if opts.any or len(args) != 1 or args[0] not in loader.list():
            raise ArgumentError("name one site (scrapy list shows all), or none with --any")
        return dict.fromkeys(hosts_of(loader.load(args[0])(**opts.spargs)), args[0])
