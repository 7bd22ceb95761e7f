"""What `scrapy checksite` does: it compares the posts that saved pages give now with those that are kept."""

import time
from collections.abc import Sequence

from scrapy.settings import BaseSettings
from scrapy.spiderloader import get_spider_loader

from newscrawl.cli.command import as_called
from newscrawl.cli.project import pages_folder
from newscrawl.saved_page import difference, pages_of, post_or_refusal, site_named, stages_of
from newscrawl.sites.site_filters import check_name
from newscrawl.text.characters import on_screen


def check_sites(settings: BaseSettings, sites: Sequence[str]) -> int:
    """1 where a post is not the kept one, or a site has no saved page."""
    loader, stages, code = get_spider_loader(settings), stages_of(settings), 0
    for site in sites:
        check_name(site, loader.list())
    for site in sites:
        pages = pages_of(pages_folder(), site, loader.list())
        if not pages:
            print(as_called(f"{site}: no saved page; scrapy savepage {site} URL keeps one"))
            code = 1
        for page in pages:
            began = time.perf_counter()
            other = difference(page, post_or_refusal(site_named(loader, site), page, stages))
            seconds = time.perf_counter() - began
            print(f"{page.name}: {'not the post it was' if other else 'as it was'} ({seconds:.2f} s)")
            if other:
                print(on_screen(other))
                code = 1
    return code
