"""`scrapy checksite SITE`: whether a site's saved pages still become their posts."""

import argparse
import time

from scrapy.commands import ScrapyCommand
from scrapy.exceptions import UsageError


class Command(ScrapyCommand):
    requires_project = True
    requires_crawler_process = False

    def syntax(self) -> str:
        return "SITE …"

    def short_desc(self) -> str:
        return "Try a site's description on its saved pages: scrapy checksite aljazeera"

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        from pathlib import Path

        from scrapy.spiderloader import get_spider_loader
        from scrapy.utils.conf import closest_scrapy_cfg

        from newscrawl.saved_page import difference, pages_of, post_or_refusal, site_named, stages_of
        from newscrawl.sites.site_filters import unknown_name

        assert self.settings
        loader, stages = get_spider_loader(self.settings), stages_of(self.settings)
        folder = Path(closest_scrapy_cfg()).resolve().parent / "tests" / "pages"
        if not args:
            raise UsageError("name a site, e.g. scrapy checksite aljazeera", print_help=False)
        for site in args:
            if site not in loader.list():
                raise UsageError(unknown_name(site, loader.list()), print_help=False)
            pages = pages_of(folder, site, loader.list())
            if not pages:
                print(f"{site}: no saved page; scrapy savepage {site} URL keeps one")
                self.exitcode = 1
            spider = site_named(loader, site)
            for page in pages:
                began = time.perf_counter()
                other = difference(page, post_or_refusal(spider, page, stages))
                seconds = time.perf_counter() - began
                print(f"{page.name}: {'not the post it was' if other else 'as it was'} ({seconds:.2f} s)")
                if other:
                    print(other)
                    self.exitcode = 1
