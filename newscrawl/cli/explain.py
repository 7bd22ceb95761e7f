"""What `scrapy explain` does: it reads one page and prints where each field comes from."""

import argparse
import shutil
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from scrapy.crawler import CrawlerProcessBase

from newscrawl.cli.project import find_paths
from newscrawl.errors import ArgumentError, StoreError
from newscrawl.extract import Rules, read_page
from newscrawl.extract.explanation import explanation
from newscrawl.extract.page.page import Page
from newscrawl.fetch_page import Fetched, fetch_page
from newscrawl.saved_page import site_named
from newscrawl.sites.site_filters import check_name
from newscrawl.state.site_lines import LinesOfSite
from newscrawl.store import Place, Store
from newscrawl.urls.sites import all_sites, site_of


def explain(process: CrawlerProcessBase, page: str, options: argparse.Namespace) -> int:
    """1 where the page is no article. Raises ArgumentError, or NoPage where an address gives none."""
    if options.site:
        check_name(options.site, process.spider_loader.list())
    fetched = fetch_page(process, page) if page.startswith(("http://", "https://")) else read(page, options.url)
    rules = rules_of(process, fetched.url, options.site)
    reading = read_page(fetched.body, fetched.url, rules=rules, encoding=fetched.charset)
    print(explanation(reading, shutil.get_terminal_size((110, 24)).columns))
    return 0 if reading.article else 1


def read(file: str, url: str | None) -> Fetched:
    """A saved page with its address."""
    try:
        html = Path(file).read_bytes()
    except OSError as error:
        raise ArgumentError(f"{file}: {error.strerror}; one page's address or a file is accepted") from None
    if html.startswith((b"\x1f\x8b", b"WARC/")):
        raise ArgumentError(f"{file} is no page; of a recording: scrapy explain URL -s REPLAY={file}")
    return Fetched(url or own_address(html), html)


def rules_of(process: CrawlerProcessBase, url: str, name: str | None) -> Rules:
    """What is known of the named site, else of the one that the address belongs to, else nothing."""
    loader = process.spider_loader
    name = name or site_of(url, all_sites(map(loader.load, loader.list())))
    if not name:
        return Rules()
    return replace(site_named(loader, name).rules(), repeated=_repeated(find_paths(process.settings).store, name))


def _repeated(place: Place, site: str) -> frozenset[int]:
    """The lines at the edges of the site's articles that crawls leave out of them; none without a store."""
    with suppress(StoreError), Store.reading(place) as store:
        return LinesOfSite(store, site).repeated
    return frozenset()


def own_address(html: bytes) -> str:
    """The address that a saved page says it has; one of no site where it says none."""
    page = Page(html, "https://example.com/")
    links = [e.get("href") for e in page.links.get("canonical", ())]
    return next(filter(None, map(page.absolute, [*links, page.meta("og:url")])), page.url)
