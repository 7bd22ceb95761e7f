"""What `scrapy rebuild` does: it finds the recorded pages of the sites that are asked for, and rebuilds each site."""

import argparse
import sys

from scrapy.settings import Settings
from scrapy.spiderloader import get_spider_loader

from newscrawl.arguments import typed_moment
from newscrawl.crawl.check_settings import check_settings
from newscrawl.errors import ArgumentError, UserError
from newscrawl.rebuild import FEW, Rebuild
from newscrawl.sites.site_filters import check_name
from newscrawl.urls.sites import addresses_of, all_sites, host_and_port, site_of
from newscrawl.warc.index import Indexed, files_of, newest


def rebuild(settings: Settings, names: list[str], options: argparse.Namespace) -> int:
    """Rebuild the named site, or every site that has pages there. Raises UserError where there are none."""
    check_settings(settings)
    found = pages_of(sites_of(settings, names, options), options)
    try:
        for name, pages in found.items():
            jobs = options.jobs if len(pages) >= FEW else 1
            print(Rebuild(name, options.spargs, settings, jobs).run(pages), file=sys.stderr)
    except KeyboardInterrupt:
        raise UserError("interrupted; posts that are written are whole") from None
    if not found:
        raise UserError("the recordings have no page of that")
    return 0


def sites_of(settings: Settings, names: list[str], options: argparse.Namespace) -> dict[str, str]:
    """Host and port -> site, of the one site that is named or of all."""
    loader = get_spider_loader(settings)
    if options.any and not names:
        return all_sites(loader.load(name) for name in loader.list())
    if options.any or not names:
        raise ArgumentError("one site's name is accepted (scrapy list shows all), or none with --any")
    check_name(names[0], loader.list())
    return dict.fromkeys(map(host_and_port, addresses_of(loader.load(names[0])(**options.spargs))), names[0])


def pages_of(sites: dict[str, str], options: argparse.Namespace) -> dict[str, list[Indexed]]:
    """site -> its recorded pages, each address once."""
    since = typed_moment("since", options.since, "") if options.since else None
    try:
        files = files_of(options.recordings)
    except FileNotFoundError as error:
        raise ArgumentError(f"{error}; WARC files are accepted") from None
    found: dict[str, list[Indexed]] = {}
    for page in newest(files, lambda url: bool(site_of(url, sites)), since):
        found.setdefault(site_of(page.url, sites), []).append(page)
    return found
