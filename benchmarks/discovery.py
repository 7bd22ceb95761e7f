#!/usr/bin/env python3
"""How well articles are found: on local sites of nine builds, and by their addresses alone on real ones.

    python benchmarks/discovery.py

Local: `scrapy crawl site` on each site of tests/support/news_sites.py; recall is the share of its articles that came
out, precision the share of pages fetched as articles that were some. Real: the addresses of ../shared/pages (where that
folder is), all of them articles or other text pages: the share that its shape alone lets through. Exits with 1 below
0.98 on the local ones.
"""

import json
import sys
import tempfile
from contextlib import ExitStack
from pathlib import Path
from urllib.parse import urlsplit

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from newscrawl.discover.url_shape import is_article, score  # noqa: E402
from tests.support.crawls import crawls  # noqa: E402
from tests.support.news_sites import SITES, serving  # noqa: E402

PAGES = ROOT.parent / "shared" / "pages"


def main() -> int:
    right, articles, fetched = local()
    print(f"{'all':<12}recall {right / articles:.3f} of {articles}, precision {right / fetched:.3f} of {fetched}")
    if PAGES.is_dir():
        real()
    else:
        print(f"no real addresses: {PAGES} is not there")
    return 0 if min(right / articles, right / fetched) >= 0.98 else 1


def local() -> tuple[int, int, int]:
    totals = [0, 0, 0]
    with ExitStack() as stack, tempfile.TemporaryDirectory() as output:
        served = [(site, *stack.enter_context(serving(site))) for site in (make() for make in SITES)]
        jobs = [{"spider": "site", "arguments": {"url": home}} for _, home, _ in served]
        for (site, _, asked), done in zip(served, crawls(jobs, Path(output)), strict=True):
            found = {path_of(item["url"]) for item in done["items"]}
            bad = sum(n for name, n in done["stats"].items() if name.startswith("refused/") or name == "failed/article")
            counts = (len(found & site.articles), len(site.articles), len(done["items"]) + bad)
            totals = [total + count for total, count in zip(totals, counts, strict=True)]
            others = len(asked) - counts[2]
            print(f"{site.name:<12}{counts[0]} of {counts[1]} found, {counts[2]} fetched, {others} other requests")
    return totals[0], totals[1], totals[2]


def path_of(url: str) -> str:
    parts = urlsplit(url)
    return parts.path + (f"?{parts.query}" if parts.query else "")


def real() -> None:
    articles = [json.loads(path.read_text())["url"] for path in sorted((PAGES / "articles").glob("*.json"))]
    sure = sum(is_article(url.partition("#")[0]) for url in articles)
    print(f"real         {sure} of {len(articles)} addresses of news articles are known as such by their shape")
    mixed = [page["url"] for page in json.loads((PAGES / "segments.json").read_text())]
    possible = sum(score(url) >= 0 for url in mixed)
    print(f"             {possible} of {len(mixed)} addresses of text pages of all kinds are not ruled out by theirs")


if __name__ == "__main__":
    sys.exit(main())
