"""`scrapy savepage SITE URL`: keep an article's page and the post it gives as a test of the site's description."""

import argparse
import sys

from scrapy.commands import ScrapyCommand
from scrapy.exceptions import UsageError


class Command(ScrapyCommand):
    requires_project = True

    def syntax(self) -> str:
        return "[options] SITE URL"

    def short_desc(self) -> str:
        return "Keep a page and its post as a test: scrapy savepage apnews https://apnews.com/article/…"

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        super().add_options(parser)
        parser.add_argument("--as", metavar="WHAT", dest="what", help="the page's name (default: from its address)")

    def process_options(self, args: list[str], opts: argparse.Namespace) -> None:
        from newscrawl.crawl.progress import quieten

        super().process_options(args, opts)
        assert self.settings
        quieten(self.settings, terminal=True)

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        from pathlib import Path

        from scrapy.utils.conf import closest_scrapy_cfg

        from newscrawl.arguments import web_url
        from newscrawl.errors import ArgumentError
        from newscrawl.fetch_page import visit
        from newscrawl.refusals import Refused
        from newscrawl.saved_page import page_name, post_of, site_named, stages_of
        from newscrawl.sites.site_filters import unknown_name

        assert self.crawler_process
        if len(args) != 2:
            raise UsageError("name a site and a page, e.g. scrapy savepage apnews URL", print_help=False)
        site, url = args
        loader, stages = self.crawler_process.spider_loader, stages_of(self.crawler_process.settings)
        if site not in loader.list():
            raise UsageError(unknown_name(site, loader.list()), print_help=False)
        try:
            url = web_url("URL", {"URL": url})
            fetched = visit(self.crawler_process, lambda fetch: fetch(url))
        except ArgumentError as error:
            raise UsageError(str(error), print_help=False) from None
        self.exitcode = 1
        if fetched.problem:
            print(f"scrapy savepage: {url}: {fetched.problem}", file=sys.stderr)
            return
        try:
            post = post_of(site_named(loader, site), fetched.body, fetched.url, stages)
        except Refused as refused:
            print(f"scrapy savepage: {url} is refused: {refused.reason}", file=sys.stderr)
            return
        folder = Path(closest_scrapy_cfg()).resolve().parent / "tests" / "pages"
        page = folder / f"{site}-{opts.what or page_name(fetched.url)}.html"
        page.write_bytes(fetched.body)
        page.with_suffix(".md").write_text(post, encoding="utf-8")
        print(f"{post}\nkept as {page.relative_to(folder.parent.parent)} and .md; the test asks for this post: read it")
        self.exitcode = 0
