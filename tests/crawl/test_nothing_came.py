"""A site that gave nothing: it has failed each time, not the first time alone, and the last line says why."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.support.changing_site import FAST, Paper, Site, Story, prose
from tests.support.warm import Done


@pytest.fixture
def paper(tmp_path: Path) -> Iterator[Paper]:
    with Site() as site:
        yield Paper(site, tmp_path)


def stories(*names: str) -> list[Story]:
    return [Story(f"/news/{name}", name.replace("-", " "), prose(name)) for name in names]


NAMES = ("harbour-bridge-opens-to-walkers", "council-votes-for-the-new-school", "orchard-festival-draws-a-crowd")


def whole(paper: Paper, *more: str) -> Done:
    """A crawl of the site by its address alone."""
    return paper.command("crawl", "site", "-a", f"url={paper.site.home}/", *FAST, *more)


def test_a_listing_without_links_is_no_success_when_it_is_unchanged(paper: Paper) -> None:
    paper.site.raw["/news"] = "<html><body><h1>Down for maintenance</h1></body></html>"
    for _ in range(2):
        done = paper.run()
        assert done.code == 1 and "the listings have no article links" in done.said
    assert "paper: ill" in paper.command("health").out


def test_a_site_that_answers_all_addresses_with_one_page_fails_each_time(paper: Paper) -> None:
    shell = "<html><body><div id=app></div><script src=/app.js></script></body></html>"
    usual = ["feed/", "rss.xml", "feed.xml", "rss", "atom.xml", "index.xml", "feed.json"]
    usual += ("sitemap.xml", "sitemap_index.xml", "news-sitemap.xml", "wp-sitemap.xml")
    paper.site.raw |= dict.fromkeys(["/", *(f"/{name}" for name in usual)], shell)
    assert [whole(paper).code for _ in range(2)] == [1, 1]


def test_a_site_that_is_left_at_once_has_failed_although_no_page_of_it_did(paper: Paper) -> None:
    paper.site.write(*stories(*NAMES))
    paper.site.listings["/"] = list(paper.site.stories)
    paper.site.status["/feed/"] = 429
    done = whole(paper, "-s", "LEAVE_AFTER_FAILURES=1")
    assert done.code == 1 and ": the site was left before an article came" in done.said, done.said
    assert done.said.splitlines()[-1].partition(": ")[2].startswith("it asks for fewer requests (429)")
    assert "ill since" in paper.command("health").out


@pytest.mark.parametrize("forbidden", ["/", "/news/"])
def test_that_robots_forbids_it_is_said_at_the_end(paper: Paper, forbidden: str) -> None:
    paper.site.write(*stories(*NAMES))
    paper.site.raw["/robots.txt"] = f"User-agent: *\nDisallow: {forbidden}\n"
    said = paper.run().said.splitlines()
    assert said[-1] == "paper: its robots.txt forbids what was asked for, and newscrawl obeys it"


def test_one_page_that_robots_forbids_is_refused_and_no_failure(paper: Paper) -> None:
    paper.site.write(*stories(*NAMES))
    paper.site.raw["/robots.txt"] = f"User-agent: *\nDisallow: /news/{NAMES[1]}\n"
    for _ in range(2):
        done = paper.run()
        assert (done.code, "failed" in done.said, "refused 1: robots.txt 1" in done.said) == (0, False, True), done.said


@pytest.mark.parametrize("more", [("--dry-run",), ("-a", "since=2026-11-01")])
def test_a_dead_sitemap_is_no_failure_where_no_article_was_to_come(paper: Paper, more: tuple[str, ...]) -> None:
    site = paper.site
    site.write(*(replace(story, path=story.path.replace("/news/", "/2019/11/20/")) for story in stories(*NAMES)))
    site.listings["/"] = list(site.stories)
    site.raw["/robots.txt"] = f"Sitemap: {site.home}/gone.xml\n"
    done = whole(paper, *more)
    assert (done.code, "is the address right" in done.said) == (0, False), done.said
    assert "sitemap failed" in done.said


@pytest.mark.parametrize(
    ("status", "words"),
    [(404, "is the address right?"), (410, "is the address right?"), (500, "its server fails (500)")],
)
def test_what_a_status_means_is_said_at_the_end(paper: Paper, status: int, words: str) -> None:
    paper.site.status["/news"] = status
    said = paper.run().said.splitlines()
    assert words in said[-1] and str(status) in said[-1], said


def test_a_site_without_a_front_page_gives_what_its_robots_txt_names(paper: Paper) -> None:
    site = paper.site
    site.write(*stories(*NAMES))
    site.listings.clear()
    pages = "".join(f"<url><loc>{site.home}{path}</loc></url>" for path in site.stories)
    site.raw["/maps/all.xml"] = f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{pages}</urlset>'
    site.raw["/robots.txt"] = f"Sitemap: {site.home}/maps/all.xml\n"
    site.types |= {"/maps/all.xml": "application/xml", "/robots.txt": "text/plain"}
    done = whole(paper)
    assert done.code == 0 and "3 new" in done.said, done.said
