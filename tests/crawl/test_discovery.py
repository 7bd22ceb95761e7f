"""Any site, by its address alone: every article is found, and nothing else is fetched as one."""

from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

from tests.support.crawls import crawls
from tests.support.news_sites import SITES, Site, daily, home, serving, weblog


@dataclass
class Crawled:
    site: Site
    asked: list[str]
    items: list[dict[str, Any]]
    stats: dict[str, Any]
    peak: int

    @property
    def found(self) -> set[str]:
        return {path_of(item["url"]) for item in self.items}

    @property
    def fetched_as_articles(self) -> int:
        names = (name for name in self.stats if name.startswith("refused/") or name == "failed/article")
        return len(self.items) + sum(int(self.stats[name]) for name in names)


def path_of(url: str) -> str:
    parts = urlsplit(url)
    return parts.path + (f"?{parts.query}" if parts.query else "")


RUNS: dict[str, tuple[Callable[[], Site], dict[str, str]]] = {
    "range": (daily, {"since": "2026-11-09", "until": "2026-11-12"}),
    "past": (weblog, {"since": "2026-11-16", "until": "2026-11-17"}),
    "rare": (weblog, {"include": "url:apple-orchard"}),
    "since": (weblog, {"since": "2026-11-20T08:00:00+00:00"}),
    "limit": (daily, {"limit": "5"}),
    "include": (daily, {"include": "bridge"}),
    "include url": (daily, {"include": "url:/culture/"}),
    "exclude": (daily, {"exclude": "url:/culture/|weather"}),
    "author": (daily, {"include": "author:ann lee", "exclude": "title:^harbour"}),
}


@pytest.fixture(scope="module")
def everything(tmp_path_factory: pytest.TempPathFactory) -> list[Crawled]:
    """Every site without arguments, then the runs above: one process for all of them."""
    whole: list[tuple[Callable[[], Site], dict[str, str]]] = [(make, {}) for make in SITES]
    runs = whole + list(RUNS.values())
    with ExitStack() as stack:
        made = [(site, *stack.enter_context(serving(site)), arguments) for make, arguments in runs for site in [make()]]
        jobs = [{"spider": "site", "arguments": {"url": home, **arguments}} for _, home, _, arguments in made]
        done = crawls(jobs, tmp_path_factory.mktemp("output"))
        return [Crawled(site, asked, **job) for (site, _, asked, _), job in zip(made, done, strict=True)]


@pytest.fixture(scope="module")
def all_sites(everything: list[Crawled]) -> list[Crawled]:
    return everything[: len(SITES)]


@pytest.fixture
def run(request: pytest.FixtureRequest, everything: list[Crawled]) -> Crawled:
    return everything[len(SITES) + list(RUNS).index(request.param)]


def test_every_article_is_found_and_nothing_else(all_sites: list[Crawled]) -> None:
    right = sum(len(done.found & done.site.articles) for done in all_sites)
    articles = sum(len(done.site.articles) for done in all_sites)
    fetched = sum(done.fetched_as_articles for done in all_sites)
    print(f"recall {right / articles:.3f} of {articles}, precision {right / fetched:.3f} of {fetched}")
    missed = {done.site.name: done.site.articles - done.found for done in all_sites}
    assert right / articles >= 0.98, {name: paths for name, paths in missed.items() if paths}
    assert right / fetched >= 0.98, [(done.site.name, done.stats) for done in all_sites]


def test_an_article_is_fetched_once(all_sites: list[Crawled]) -> None:
    for done in all_sites:
        bare = [path.partition("?utm_")[0].partition("&utm_")[0] for path in done.asked]
        twice = {path for path in bare if path in done.site.articles and bare.count(path) > 1}
        assert not twice, done.site.name
        others = [path for path in done.asked if path not in done.site.articles and "utm_" not in path]
        assert len(others) == len(set(others)), "and so is a listing, though a sitemap names itself"


@pytest.mark.parametrize("run", ["range"], indirect=True)
def test_what_is_out_of_range_is_not_fetched(run: Crawled) -> None:
    """The sitemap of October is not even asked for."""
    stories = run.site.stories
    wanted = {s.path for s in stories if "2026-11-09" <= s.published.isoformat() < "2026-11-13"}
    assert wanted and run.found == wanted
    # Two days' grace: the sitemap gives a day without a zone. The news sitemap gives the newest twelve to the second.
    older = {s.path for s in stories if s.published.isoformat() < "2026-11-07"}
    assert older and not set(run.asked) & (older | {s.path for s in stories[:12]})
    assert not any("2026-10" in path for path in run.asked)


@pytest.mark.parametrize("run", ["since"], indirect=True)
def test_paging_goes_on_until_older(run: Crawled) -> None:
    """Ten stories a page, four a day: the two days since the 20th, 8:00, have 9."""
    assert len(run.found) == 9
    assert "/page/2/" in run.asked
    assert "/page/3/" not in run.asked


@pytest.mark.parametrize(
    ("run", "numbers"), [("past", range(18, 26)), ("rare", range(29, 30))], indirect=["run"], ids=["past", "rare"]
)
def test_paging_goes_on_past_what_is_not_wanted(run: Crawled, numbers: range) -> None:
    """The range and the one story lie behind a front page, and a feed, with nothing that is wanted."""
    assert run.found == {run.site.stories[number].path for number in numbers}
    assert set(run.asked) & run.site.articles == run.found


@pytest.mark.parametrize("run", ["limit"], indirect=True)
def test_limit_takes_the_newest(run: Crawled) -> None:
    assert len(run.items) == 5
    assert run.found == {story.path for story in run.site.stories[:5]}


@pytest.mark.parametrize(
    ("run", "expected"),
    [
        ("include", lambda title, path: "bridge" in title),
        ("include url", lambda title, path: "/culture/" in path),
        ("exclude", lambda title, path: "/culture/" not in path and "weather" not in path),
        ("author", lambda title, path: not title.startswith("Harbour")),
    ],
    indirect=["run"],
)
def test_include_and_exclude(run: Crawled, expected: Callable[[str, str], bool]) -> None:
    assert run.found == {s.path for s in run.site.stories if expected(s.title, s.path)}


@pytest.mark.parametrize("run", ["include url"], indirect=True)
def test_the_address_alone_decides_before_a_page_is_fetched(run: Crawled) -> None:
    assert set(run.asked) & run.site.articles == run.found


def test_given_pages_are_crawled_and_no_others(tmp_path: Path) -> None:
    site = weblog()
    one, two, three = site.stories[:3]
    with serving(site) as (address, asked):
        (tmp_path / "addresses.txt").write_text(f"# two of them\n{address}{one.path}\n\n{address}{two.path}\n")
        arguments = {"url": address + three.path, "urls": str(tmp_path / "addresses.txt")}
        (done,) = crawls([{"spider": "article", "arguments": arguments}], tmp_path)
    assert {path_of(item["url"]) for item in done["items"]} == {one.path, two.path, three.path}
    assert sorted(asked) == sorted(["/robots.txt", one.path, two.path, three.path])


def test_a_second_run_asks_for_no_article_again(tmp_path: Path) -> None:
    site = daily()
    with serving(site) as (address, asked):
        job = {"spider": "site", "arguments": {"url": address, "since": "2026-11-18"}}
        first, second = crawls([job, job], tmp_path)
    assert len(first["items"]) > 5 and not second["items"]
    assert not {path for path in asked if path in site.articles and asked.count(path) > 1}


def test_the_next_run_knows_which_pages_are_no_articles(tmp_path: Path) -> None:
    """A section of picture pages, listed like articles: three are tried, and in the next run no new one."""
    site = weblog()
    pictures = [f"/pictures/the-harbour-in-pictures-{n}00017/" for n in range(8)]

    def show(count: int) -> None:
        cards = "".join(f'<h3><a href="{path}">The harbour in many pictures</a></h3>' for path in pictures[:count])
        home(site, site.stories[:4], below=cards)

    for path in pictures:
        site.put(path, "<html><body><h1>Pictures</h1></body></html>")
    with serving(site) as (address, asked):
        job = {"spider": "site", "arguments": {"url": address}}
        show(5)
        crawls([job], tmp_path)
        first = len([path for path in asked if path in pictures])
        show(8)
        asked.clear()
        crawls([job], tmp_path)
    assert 3 <= first <= 5
    assert not [path for path in asked if path in pictures[5:]]
