"""From the address of a site nobody described to its posts, and to a kept, tested description."""

import contextlib
import os
import pty
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from newscrawl.discover.cards import cards
from newscrawl.errors import NoPage
from newscrawl.extract.page.page import Page
from newscrawl.fetch_page import Fetched
from newscrawl.folder.added_sites import name_for
from newscrawl.onboarding.discovery import Discovered, discover_site
from newscrawl.onboarding.entry import entry, inserted, spider
from newscrawl.onboarding.proposal import Proposal, _links
from newscrawl.sites.catalogue import read_catalogue
from newscrawl.urls.sites import host_and_port
from tests.support.news_sites import Site, chinese_portal, daily, sections_only, serving, weblog

ROOT = Path(__file__).resolve().parents[2]
QUICK = ["-s", "DOWNLOAD_DELAY=0", "-s", "DOWNLOAD_DELAY_JITTER=0", "-s", "CONTACT=test@example.com"]


class Project:
    """A copy of the project that a command may write into."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        for name in ("newscrawl", "spiders", "pipelines"):
            shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
        shutil.copy(ROOT / "scrapy.cfg", folder)
        (folder / "tests" / "pages").mkdir(parents=True)

    def scrapy(self, *arguments: str) -> str:
        command = [sys.executable, "-m", "scrapy", *arguments]
        environ = {**os.environ, "NEWSCRAWL_OUTPUT": str(self.folder / "output")}
        done = subprocess.run(command, cwd=self.folder, env=environ, capture_output=True, text=True)
        self.code, self.said = done.returncode, done.stderr
        return done.stdout


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return Project(tmp_path)


@pytest.fixture
def newspaper() -> Iterator[tuple[Site, str]]:
    site = daily()
    with serving(site) as (home, _):
        yield site, home


def only_added(before: str, after: str) -> bool:
    """Whether nothing was taken away or changed."""
    made = iter(after.splitlines())
    return all(line in made for line in before.splitlines())


def test_what_addsite_keeps_is_what_checksite_makes_of_it(project: Project) -> None:
    """In the catalogue a site has its country's time zone, by which a paper without one in its dates is read."""
    site = weblog()
    for story in site.stories:
        kind, page, packed = site.pages[story.path]
        local = f"{story.published:%Y-%m-%dT%H:%M:%S}"
        site.pages[story.path] = (kind, page.replace(story.published.isoformat(), local), packed)
    with serving(site) as (home, _):
        project.scrapy("addsite", home, "--country", "ru", "--name", "vestnik", "--write", *QUICK)
    assert project.code == 0, project.said
    said = project.scrapy("checksite", "vestnik")
    assert project.code == 0 and "as it was" in said, said


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--name", "Fen Courier"], "--name Fen Courier: small letters and digits are accepted"),
        (["--name", "bbc"], "there is a site 'bbc' already; another name: --name NAME"),
        (["--country", "england"], "--country england: two small letters are accepted, e.g. --country gb"),
    ],
)
def test_what_cannot_be_written_is_said_before_the_site_is_asked(
    project: Project, arguments: list[str], said: str
) -> None:
    with serving(weblog()) as (home, asked):
        project.scrapy("addsite", home, "--write", *arguments, *QUICK)
    assert project.code == 2 and said in project.said
    assert asked == []


def test_a_new_site_in_three_commands(project: Project, newspaper: tuple[Site, str]) -> None:
    before = (project.folder / "spiders" / "catalogue.yml").read_text()
    project.scrapy("addsite", newspaper[1], "--country", "is", "--name", "harbour", "--write", *QUICK)
    assert project.code == 0, project.said
    after = (project.folder / "spiders" / "catalogue.yml").read_text()
    assert only_added(before, after)
    (post,) = (project.folder / "tests" / "pages").glob("harbour-*.md")
    post.write_text(post.read_text().replace("council", "counsel", 1))
    shutil.copy(post.with_suffix(".html"), post.with_name("harbour-same.html"))
    post.with_name("harbour-same.md").write_text(post.read_text().replace("counsel", "council", 1))
    said = project.scrapy("checksite", "harbour")
    assert "harbour-same.html: as it was" in said
    assert f"{post.stem}.html: not the post it was" in said and "counsel" in said
    assert project.code == 1

    project.scrapy("crawl", "harbour", "-a", "limit=3", *QUICK)
    assert len(list((project.folder / "output" / "posts" / "harbour").glob("*.md"))) == 3, project.said


def test_a_recording_is_as_good_as_the_site(project: Project, newspaper: tuple[Site, str]) -> None:
    site, home = newspaper
    files = sorted(project.folder.glob("spiders/*.*"))
    project.scrapy("crawl", "site", "-a", f"url={home}", "-a", "limit=5", "-s", "RECORD=run.warc.gz", *QUICK)
    shown = project.scrapy("addsite", home, "--spider", "-s", "REPLAY=run.warc.gz", *QUICK)
    assert project.code == 0, project.said
    assert f'sitemaps = ["{home}/news-sitemap.xml"]' in shown and 'body = "div.story"' in shown
    assert shown.count("\nsource_url: ") == 3, "three articles as they would come out"
    assert site.stories[0].title in shown
    assert sorted(project.folder.glob("spiders/*.*")) == files, "nothing is written without --write"
    url = home + site.stories[1].path
    project.scrapy("savepage", "apnews", url, "--as", "second", "-s", "REPLAY=run.warc.gz", *QUICK)
    assert (project.folder / "tests" / "pages" / "apnews-second.md").exists(), project.said


def test_what_cannot_be_looked_at_is_one_line(project: Project) -> None:
    project.scrapy("addsite", "http://127.0.0.1:9/", "-s", "RETRY_TIMES=0", *QUICK)
    assert project.code == 1
    assert project.said.startswith("scrapy addsite: http://127.0.0.1:9/: ") and project.said.count("\n") == 1


# -- the parts, without a network --------------------------------------------------------------------------------------
async def look(site: Site) -> Discovered:
    async def fetch(url: str) -> Fetched:
        found = site.answer(url.removeprefix("https://example.com"), "https://example.com")
        return Fetched(url, found[1]) if found else Fetched(url, problem="answered 404")

    return await discover_site("https://example.com/", fetch)


def test_onboarding_says_what_it_did_not_find() -> None:
    import asyncio

    found = asyncio.run(look(sections_only()))
    assert len(found.samples) == 3 and not found.feeds
    assert "no feed, neither named nor at the usual places" in found.notes
    found = asyncio.run(look(weblog()))
    assert [feed.url for feed in found.feeds] == ["https://example.com/feed/"]
    with pytest.raises(NoPage, match="answered 404"):
        asyncio.run(look(Site("nothing")))


def test_the_selector_of_a_listing_picks_its_links() -> None:
    answer = chinese_portal().answer("/", "https://example.com")
    assert answer is not None
    front = Page(answer[1], "https://example.com/")
    listed = cards(front.tree, front.url)
    selector = _links(front.tree, front.url, listed)
    picked = {a.get("href") for a in front.select(selector)}
    assert picked == {link.url.removeprefix("https://example.com") for link in listed}


@pytest.mark.parametrize(
    ("url", "taken", "name"),
    [
        ("https://www.example.co.uk/", (), "example"),
        ("https://news.the-example.com/", (), "theexample"),
        ("https://example.com/", ("example", "example2"), "example3"),
        ("http://127.0.0.1/", (), "127-0-0-1"),
        ("http://127.0.0.1:8000/", (), "127-0-0-1-8000"),
        ("http://127.0.0.1:8000/", ("127-0-0-1-8000",), "127-0-0-1-8000-2"),
        ("https://www.rtl24.example/", ("rtl24",), "rtl24-2"),
    ],
)
def test_a_site_is_named_after_its_host(url: str, taken: tuple[str, ...], name: str) -> None:
    assert name_for(host_and_port(url), taken) == name


CATALOGUE = """\
# The catalogue.
de:
  timezone: Europe/Berlin
  sites:
    alpha:
      home: https://alpha.example/
    # Refused crawlers.
    zeta:
      home: https://zeta.example/
'no':
  sites:
    beta:
      home: https://beta.example/
"""


@pytest.mark.parametrize(
    ("country", "name", "before", "after"),
    [("de", "gamma", "alpha", "# Refused"), ("de", "zz", "zeta", "'no':"),
     ("fr", "gamma", "zeta", "beta"), ("no", "a", "sites", "beta")],
)  # fmt: skip
def test_an_entry_goes_where_it_belongs(country: str, name: str, before: str, after: str) -> None:
    made = inserted(CATALOGUE, Proposal(name, country, {"home": "https://new.example/"}), "catalogue.yml")
    lines = made.splitlines()
    place = lines.index(f"    {name}:")
    assert any(before in line for line in lines[:place]) and any(after in line for line in lines[place:])
    assert only_added(CATALOGUE, made)
    (new,) = [e for e in read_catalogue(made, "catalogue.yml") if e.name == name]
    assert new.values["country"] == country


def test_hostile_words_stay_words() -> None:
    hostile = 'x: "y" # {z}\'\\ no'
    proposal = Proposal("example", "de", {"publisher": hostile, "home": "https://example.com/"})
    assert yaml.safe_load(entry(proposal))["example"]["publisher"] == hostile
    written: dict[str, Any] = {}
    exec(spider(proposal), written)  # noqa: S102
    assert written["ExampleSpider"].publisher == hostile


def test_a_person_sees_what_is_asked_for(newspaper: tuple[Site, str]) -> None:
    """Site discovery takes half a minute at one page a second."""
    screen, terminal = pty.openpty()
    command = [sys.executable, "-m", "scrapy", "addsite", newspaper[1], *QUICK]
    run = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=terminal)
    os.close(terminal)
    shown = b""
    with contextlib.suppress(OSError):  # how a terminal says that nobody writes to it any more
        while read := os.read(screen, 65536):
            shown += read
    os.close(screen)
    assert run.wait() == 0
    assert f"asking for {newspaper[1]}/news-sitemap.xml\r".encode() in shown
    assert shown.endswith(b"\x1b[K\r")
