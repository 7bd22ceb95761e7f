"""Where feeds and sitemaps usually stand: asked for once, and not again in each run where nothing stood there."""

from collections.abc import Iterable
from pathlib import Path

import pytest

from newscrawl.discover.find import USUAL_FEEDS, USUAL_SITEMAPS
from tests.crawl.test_nothing_came import NAMES, stories, whole
from tests.support.changing_site import Paper, Site

USUAL = {*USUAL_FEEDS, *USUAL_SITEMAPS}
DOWN = "<html><body><h1>Down for maintenance</h1></body></html>"


def guesses(site: Site) -> set[str]:
    return {path.removesuffix(" 304") for path in site.asked()} & USUAL


def put_feed(site: Site) -> None:
    items = "".join(f"<item><title>{path}</title><link>{site.home}{path}</link></item>" for path in site.stories)
    site.raw["/feed/"] = f'<rss version="2.0"><channel>{items}</channel></rss>'
    site.types["/feed/"] = "application/rss+xml"


def put_sitemap(site: Site, paths: Iterable[str]) -> None:
    entries = "".join(f"<url><loc>{site.home}{path}</loc></url>" for path in paths)
    site.raw["/sitemap.xml"] = f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{entries}</urlset>'
    site.types["/sitemap.xml"] = "application/xml"


def test_a_second_run_asks_for_no_place_where_the_first_found_nothing(tmp_path: Path) -> None:
    with Site() as site:
        site.write(*stories(*NAMES))
        site.listings["/"] = list(site.stories)
        paper = Paper(site, tmp_path)
        first = whole(paper).said
        assert "3 new" in first and "looking for feeds and sitemaps" in first  # nothing else is said meanwhile
        assert f"INFO: {site.home}/: 3 links" in first
        assert guesses(site) == USUAL
        for _ in range(2):
            again = whole(paper).said
            assert "3 articles known" in again and "looking for" not in again
            assert not guesses(site)
        whole(paper, "-s", "INCREMENTAL=false")
        assert guesses(site) == USUAL


def test_that_places_are_guessed_is_said_where_the_front_page_names_a_feed_too(tmp_path: Path) -> None:
    with Site() as site:
        site.write(*stories(*NAMES))
        put_feed(site)
        site.raw["/"] = '<html><head><link rel="alternate" type="application/rss+xml" href="/feed/"></head></html>'
        said = whole(Paper(site, tmp_path)).said
    assert said.count("looking for feeds and sitemaps") == 1 and f"INFO: {site.home}/feed/: 3 links" in said, said


def test_a_place_that_failed_or_holds_something_is_asked_again(tmp_path: Path) -> None:
    with Site() as site:
        site.write(*stories(*NAMES))
        site.listings["/"] = list(site.stories)[:1]
        site.status["/feed/"] = 500
        put_sitemap(site, site.stories)
        paper = Paper(site, tmp_path)
        assert "3 new" in whole(paper).said
        site.asked()
        assert whole(paper).code == 0
        assert guesses(site) == {"/feed/", "/sitemap.xml"}


@pytest.mark.parametrize(
    ("front_page", "of_the_sitemap"),
    [("", 0), ("", 1), (DOWN, 0), (DOWN, 1)],
    ids=["no front page", "no front page, a sitemap", "a front page that is down too", "the same, and a sitemap"],
)
def test_a_bad_hour_of_a_site_is_no_week(front_page: str, of_the_sitemap: int, tmp_path: Path) -> None:
    """A feed that says with 200 that the site is down is asked for by the next run."""
    with Site() as site:
        site.write(*stories(*NAMES))
        site.listings.clear()
        site.raw["/feed/"] = DOWN
        if front_page:
            site.raw["/"] = front_page
        if of_the_sitemap:
            put_sitemap(site, list(site.stories)[:of_the_sitemap])
        paper = Paper(site, tmp_path)
        whole(paper)
        assert "/feed/" in guesses(site)
        put_feed(site)
        done = whole(paper)
        assert "/feed/" in guesses(site)
        assert f"{len(NAMES) - of_the_sitemap} new" in done.said, done.said
