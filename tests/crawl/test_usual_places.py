"""Where feeds and sitemaps usually stand: asked for once, and not again in each run where nothing stood there."""

from pathlib import Path

from newscrawl.discover.find import USUAL_FEEDS, USUAL_SITEMAPS
from tests.crawl.test_nothing_came import NAMES, stories, whole
from tests.support.changing_site import Paper, Site

USUAL = {*USUAL_FEEDS, *USUAL_SITEMAPS}


def guesses(site: Site) -> set[str]:
    return {path.removesuffix(" 304") for path in site.asked()} & USUAL


def test_a_second_run_asks_for_no_place_where_the_first_found_nothing(tmp_path: Path) -> None:
    with Site() as site:
        site.write(*stories(*NAMES))
        site.listings["/"] = list(site.stories)
        paper = Paper(site, tmp_path)
        assert "3 new" in whole(paper).said
        assert guesses(site) == USUAL
        for _ in range(2):
            assert "3 articles known" in whole(paper).said
            assert not guesses(site)
        whole(paper, "-s", "INCREMENTAL=false")
        assert guesses(site) == USUAL


def test_a_place_that_failed_or_holds_something_is_asked_again(tmp_path: Path) -> None:
    with Site() as site:
        site.write(*stories(*NAMES))
        site.listings["/"] = list(site.stories)[:1]
        site.status["/feed/"] = 500
        entries = "".join(f"<url><loc>{site.home}{path}</loc></url>" for path in site.stories)
        site.raw["/sitemap.xml"] = f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{entries}</urlset>'
        site.types["/sitemap.xml"] = "application/xml"
        paper = Paper(site, tmp_path)
        assert "3 new" in whole(paper).said
        site.asked()
        assert whole(paper).code == 0
        assert guesses(site) == {"/feed/", "/sitemap.xml"}
