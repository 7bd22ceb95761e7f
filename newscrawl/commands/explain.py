"""`scrapy explain URL|FILE`: where each field of a page comes from, what was left out of its body, and why."""

import argparse
import sys
from typing import TYPE_CHECKING, Any

from scrapy.commands import ScrapyCommand

if TYPE_CHECKING:
    from newscrawl.extract import Rules


class Command(ScrapyCommand):
    requires_project = True

    def syntax(self) -> str:
        return "[options] <URL or file>"

    def short_desc(self) -> str:
        return "Show what is read from a page and where: scrapy explain https://example.com/news/rain"

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        super().add_options(parser)
        parser.add_argument("--site", help="read with this site's selectors; a URL finds its site by itself")
        parser.add_argument("--url", help="the address of a saved page, where the file does not name it")

    def process_options(self, args: list[str], opts: argparse.Namespace) -> None:
        from newscrawl.crawl.progress import quieten

        super().process_options(args, opts)
        assert self.settings
        quieten(self.settings, terminal=True)

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        import shutil

        from newscrawl.errors import ArgumentError
        from newscrawl.extract import read_page
        from newscrawl.extract.explanation import explanation

        try:
            html, url, charset = self.page(args, opts)
            reading = read_page(html, url, rules=self.rules(url, opts.site), encoding=charset)
        except (ExplainError, ArgumentError) as error:
            print(f"scrapy explain: {error}", file=sys.stderr)
            self.exitcode = 2
            return
        print(explanation(reading, shutil.get_terminal_size((110, 24)).columns))
        self.exitcode = 0 if reading.article else 1

    def page(self, args: list[str], opts: argparse.Namespace) -> tuple[bytes, str, str]:
        """The page's bytes, its address and its charset as declared in a header; raises ExplainError."""
        from pathlib import Path

        if len(args) != 1:
            raise ExplainError("name one page, e.g. scrapy explain https://example.com/news/rain")
        if args[0].startswith(("http://", "https://")):
            return self.fetched(args[0])
        try:
            html = Path(args[0]).read_bytes()
        except OSError as error:
            raise ExplainError(f"{args[0]}: {error.strerror}") from None
        if html.startswith((b"\x1f\x8b", b"WARC/")):
            raise ExplainError(f"{args[0]} is no page; of a recording: scrapy explain URL -s REPLAY={args[0]}")
        return html, opts.url or _own_address(html), ""

    def fetched(self, url: str) -> tuple[bytes, str, str]:
        """A page as the crawl would get it: with the same manners, or out of a recording with -s REPLAY=FILE."""
        from newscrawl.fetch_page import visit

        assert self.crawler_process
        fetched = visit(self.crawler_process, lambda fetch: fetch(url))
        if fetched.problem:
            raise ExplainError(f"{url}: {fetched.problem}")
        return fetched.body, fetched.url, fetched.charset

    def rules(self, url: str, name: str | None) -> "Rules":
        """The selectors of the named site, else of the one that the address belongs to, else none."""
        from newscrawl.extract import Rules

        assert self.crawler_process
        loader = self.crawler_process.spider_loader
        if name and name not in loader.list():
            raise ExplainError(f"there is no site {name!r}; scrapy list shows all sites")
        sites = filter(None, (_site(loader.load(n)) for n in ([name] if name else loader.list())))
        own = [site for site in sites if name or _is_of(url, site)]
        return own[0].rules() if len(own) == 1 else Rules()


class ExplainError(Exception):
    """What stands in the way, as one sentence for the person who asked."""


def _site(described: Any) -> Any:
    """A site as its description makes it, or None where that needs arguments."""
    from newscrawl.errors import ArgumentError

    try:
        return described()
    except ArgumentError:
        return None


def _is_of(url: str, site: Any) -> bool:
    """Whether an address is on a host that the site's description names."""
    from newscrawl.urls.sites import hosts_of, site_name

    return site_name(url) in hosts_of(site)


def _own_address(html: bytes) -> str:
    """The address that a saved page says it has; one of no site where it says none."""
    from newscrawl.extract.page.page import Page

    page = Page(html, "https://example.com/")
    links = [e.get("href") for e in page.links.get("canonical", ())]
    return next(filter(None, map(page.absolute, [*links, page.meta("og:url")])), page.url)
