"""What `scrapy runs` does: it prints the history of a site, of all sites, or of one article."""

import json

from scrapy.settings import BaseSettings

from newscrawl.cli.project import find_paths
from newscrawl.cli.sites import known_or_crawled
from newscrawl.errors import UserError
from newscrawl.report.article import article_lines
from newscrawl.report.run_history import as_json, run_history, running_sites
from newscrawl.report.table import table
from newscrawl.store import Store
from newscrawl.text.characters import on_screen


def runs(settings: BaseSettings, site: str, count: int, *, json_lines: bool) -> int:
    """The last `count` runs of a site; "" stands for all sites. Raises UserError where there is none."""
    paths = find_paths(settings)
    with Store.reading(paths.store) as store:
        if site:
            known_or_crawled(site, settings, store)
        under_way = running_sites(store, paths.output)
        entries = run_history(store, site, count, under_way=under_way)
    if not entries:
        raise UserError(f"{site} was not crawled yet" if site else "no site was crawled yet")
    lines = [json.dumps(as_json(entry), ensure_ascii=False) for entry in entries]
    print("\n".join(lines) if json_lines else table(entries))
    return 0


def article_history(settings: BaseSettings, url: str) -> int:
    """Raises UserError where the store does not know the article."""
    with Store.reading(find_paths(settings).store) as store:
        lines = article_lines(store, url)
    if not lines:
        raise UserError(f"{url} is not known")
    print(on_screen("\n".join(lines)))
    return 0
