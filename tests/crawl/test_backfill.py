"""A backfill over a sitemap index of 200,000 URLs. `benchmarks/backfill.py` is the same with more articles."""

from pathlib import Path

from tests.support.archive_site import serving_archive
from tests.support.crawls import crawls


def test_only_the_months_that_are_asked_for_are_fetched_in_little_memory(tmp_path: Path) -> None:
    arguments = {"since": "2026-10-27", "until": "2026-10-28", "limit": "10"}
    with serving_archive(200_000, big=20_000) as (home, asked):
        (done,) = crawls([{"spider": "site", "arguments": {"url": home, **arguments}}], tmp_path)
    assert len(done["items"]) == 10
    assert [path for path in asked if path.startswith("/sitemaps/")] == ["/sitemaps/2026-10.xml.gz"]
    articles = [path for path in asked if path.startswith("/20")]
    assert {path[:11] for path in articles} <= {"/2026/10/26", "/2026/10/27", "/2026/10/28", "/2026/10/29"}
    assert done["peak"] < 200 * 2**20
