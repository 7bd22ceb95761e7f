"""Faults that nobody planned: each costs what it must, says so in a line, and the next run makes it good."""

import json
import signal
import sqlite3
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from newscrawl import durable
from tests.crawl.test_incremental import later, stories
from tests.support.changing_site import SPIDER, Paper, Site


@pytest.fixture
def paper(tmp_path: Path) -> Iterator[Paper]:
    with Site() as site:
        yield Paper(site, tmp_path)


def described(paper: Paper, start: str) -> None:
    """The paper's spider with another place to start, e.g. `feeds = ["{home}/feed"]`."""
    package = paper.folder / "paper_spiders"
    package.mkdir()
    text = SPIDER.replace('start_urls = ["{home}/news"]\n    links = "h2 a"', start)
    (package / "paper.py").write_text(text.format(name="paper", home=paper.site.home))


# -- files -------------------------------------------------------------------------------------------------------------
def test_a_link_under_a_temporary_name_is_not_written_through(tmp_path: Path) -> None:
    mine = tmp_path / "mine.txt"
    mine.write_text("mine")
    (tmp_path / ".post.md.part").symlink_to(mine)
    durable.put(tmp_path / "post.md", b"post")
    assert mine.read_text() == "mine"
    assert (tmp_path / "post.md").read_bytes() == b"post" and not (tmp_path / "post.md").is_symlink()


def test_who_writes_one_file_at_once_writes_it_whole(tmp_path: Path) -> None:
    path, whole = tmp_path / "index.html", [bytes([65 + n]) * 200_000 for n in range(4)]

    def write(text: bytes) -> None:
        for _ in range(20):
            durable.put(path, text)
            assert path.read_bytes() in whole

    with ThreadPoolExecutor(4) as writers:
        list(writers.map(write, whole))
    assert [one.name for one in tmp_path.iterdir()] == ["index.html"]


def test_a_folder_with_a_posts_name_stays_and_the_post_gets_another(paper: Paper) -> None:
    paper.site.write(*stories(2))
    taken = paper.output / "posts/paper/2026-03-01-story-number-0.md"
    taken.mkdir(parents=True)
    done = paper.run()
    assert done.code == 0 and "2 new" in done.said, done.said
    assert taken.is_dir() and len(paper.posts()) == 2


def test_without_its_store_each_of_two_namesakes_finds_its_own_post(paper: Paper) -> None:
    """One's address begins with the other's, and its text leads there."""
    short, long = stories(1)[0], stories(1, first=12)[0]
    short.path, long.path = "/2026/03/story-1", "/2026/03/story-12"
    short.title, short.published = long.title, long.published
    long.paragraphs = [f'<a href="{short.path}">Yesterday</a> it was otherwise.', *long.paragraphs]
    paper.site.write(long, short)
    assert paper.run().code == 0
    before = paper.posts()
    assert len(before) == 2
    for file in paper.output.glob("newscrawl.db*"):
        file.unlink()
    paper.site.listings["/news"].reverse()
    assert paper.run().code == 0
    assert paper.posts() == before


def test_lines_go_to_a_file_that_can_be_read_again_or_nowhere(paper: Paper) -> None:
    """What stands in /dev/full never ends."""
    done = paper.run("-s", "JSONL=/dev/full")
    assert done.code == 1 and done.said.startswith("paper: /dev/full: is no file") and done.said.count("\n") == 1
    assert paper.site.asked() == []


# -- the store ---------------------------------------------------------------------------------------------------------
DAMAGE = {
    "a schema that is no text": "UPDATE sqlite_master SET sql = CAST(x'43524541544520ff' AS TEXT) WHERE name = 'runs'",
    "found before the first request": "ALTER TABLE pages RENAME COLUMN etag TO other",
    "found with the first request": "DROP TABLE listings",
}


@pytest.mark.parametrize("damage", DAMAGE.values(), ids=DAMAGE)
def test_a_damaged_store_is_one_line_wherever_it_is_noticed(damage: str, paper: Paper) -> None:
    paper.site.write(*stories(2))
    assert paper.run().code == 0
    before = paper.posts()
    database = sqlite3.connect(paper.output / "newscrawl.db")
    database.executescript(f"PRAGMA writable_schema = 1; {damage};")
    database.close()
    done = paper.run()
    assert done.code == 1 and "Traceback" not in done.said, done.said
    assert f"paper: {paper.output}/newscrawl.db: " in done.said.splitlines()[-1], done.said
    assert paper.posts() == before


# -- the process -------------------------------------------------------------------------------------------------------
def test_a_second_signal_ends_the_run_at_once_and_without_a_traceback(paper: Paper) -> None:
    paper.site.write(*stories(3))
    paper.site.gate.clear()
    running = paper.begin()
    assert paper.site.met.wait(120)
    while running.poll() is None:
        running.send_signal(signal.SIGTERM)
        time.sleep(0.05)
    paper.site.gate.set()
    said = running.communicate()[1]
    assert running.returncode == 1 and "Traceback" not in said, said
    assert said.splitlines()[-1] == "paper: interrupted"
    assert "3 new" in paper.run().said


def test_a_failed_run_fails_where_nobody_can_read_why(paper: Paper) -> None:
    paper.site.status["/news"] = 404
    with open("/dev/full", "w") as full:
        assert paper.begin(stderr=full.fileno()).wait() == 1


SILENT = """
import socket, time
real = socket.getaddrinfo
def silent(host, *more, **named):
    if str(host).endswith(".dead"):
        time.sleep(5)
        raise socket.gaierror(-3, "no answer")
    return real(host, *more, **named)
socket.getaddrinfo = silent
"""


def test_names_that_nobody_answers_for_keep_no_other_site_waiting(paper: Paper) -> None:
    dead = [f"http://{number}.dead/feed" for number in range(12)]
    described(paper, f"feeds = {[*dead, paper.site.home.replace('127.0.0.1', 'localhost') + '/feed']}")
    (paper.folder / "sitecustomize.py").write_text(SILENT)
    story = stories(1)[0]
    paper.site.write(story)
    paper.site.raw["/feed"] = f"<rss><channel><item><link>{story.path}</link></item></channel></rss>"
    said = paper.begin("-s", "FIRST_BYTE_TIMEOUT=2").communicate()[1]
    assert "1 new" in said and "failed 12: feed 12" in said, said


# -- listings and feeds ------------------------------------------------------------------------------------------------
def test_links_that_lead_nowhere_cost_no_article(paper: Paper) -> None:
    good = stories(3)
    paper.site.write(*good)
    bad = [
        "http://127.0.0.1:99999/a",
        "http://www..example.com/a",
        "http://.../a",
        f"http://{'a' * 80}.com/a",
        "http://[x",
    ]
    paper.site.listings["/news"][1:1] = bad
    done = paper.run()
    assert "3 new" in done.said and "Traceback" not in done.said, done.said
    assert "failed" not in done.said


def test_a_sitemap_that_is_nowhere_costs_no_other(paper: Paper) -> None:
    described(paper, 'sitemaps = ["{home}/sitemap.xml"]')
    good = stories(2)
    paper.site.write(*good)
    paper.site.raw["/sitemap.xml"] = (
        "<sitemapindex><sitemap><loc>http://127.0.0.1:99999/a.xml</loc></sitemap>"
        f"<sitemap><loc>http://a..b/c.xml</loc></sitemap><sitemap><loc>{paper.site.home}/good.xml</loc></sitemap>"
        "</sitemapindex>"
    )
    locations = "".join(f"<url><loc>{paper.site.home}{story.path}</loc></url>" for story in good)
    paper.site.raw["/good.xml"] = f"<urlset>{locations}</urlset>"
    done = paper.run()
    assert done.code == 0 and "2 new" in done.said, done.said


def test_half_an_emoji_costs_neither_the_feed_nor_the_article(paper: Paper) -> None:
    described(paper, 'feeds = ["{home}/feed.json"]')
    cut, fine = stories(2)
    cut.title = r"Half of \ud83d and a whole \ud83d\ude00"
    paper.site.write(cut, fine)
    items = [{"id": story.path, "url": story.path, "title": "\ud83d", "tags": ["\ude00"]} for story in (cut, fine)]
    items.append({"id": "x", "url": "/2026/03/\ud83d", "title": "Nowhere"})
    paper.site.raw["/feed.json"] = json.dumps({"version": "https://jsonfeed.org/version/1.1", "items": items})
    done = paper.run("-s", f"JSONL={paper.output}/{{site}}.jsonl")
    assert "2 new" in done.said and "Traceback" not in done.said, done.said
    assert any("Half of \ufffd and a whole \U0001f600".encode() in post for post in paper.posts().values())
    assert "0 new, 0 updated, 0 unchanged; 3 articles known" in paper.run().said


@pytest.mark.parametrize("kind", ["application/json", "application/octet-stream"])
def test_a_listing_that_is_no_page_is_one_line(kind: str, paper: Paper) -> None:
    paper.site.raw["/news"], paper.site.types["/news"] = '{"error": "later"}', kind
    done = paper.run()
    assert done.code == 1 and "Traceback" not in done.said, done.said


# -- a site that has had enough ----------------------------------------------------------------------------------------
def test_a_site_that_refuses_page_after_page_is_left_and_asked_for_the_rest_by_the_next_run(paper: Paper) -> None:
    written = stories(30)
    paper.site.write(*written)
    paper.site.status = {story.path: 403 for story in written[10:]}
    done = paper.run()
    assert "10 new" in done.said and "127.0.0.1 is left for this run: 5 requests in a row" in done.said, done.said
    assert len(paper.site.asked()) == 1 + 10 + 5
    paper.site.status.clear()
    assert "20 new" in paper.run().said


def test_a_site_that_sends_round_in_circles_is_left(paper: Paper) -> None:
    written = stories(60)
    paper.site.write(*written)
    for story in written:
        paper.site.moved[story.path] = f"/consent?back={story.path}"
        paper.site.moved[f"/consent?back={story.path}"] = story.path
    done = paper.run()
    assert done.code == 1 and "is left for this run" in done.said, done.said
    assert len(paper.site.asked()) < 150, "six for each of 60 would be 360"


def test_an_address_that_names_the_visit_is_the_same_article_in_the_next(paper: Paper) -> None:
    written = stories(3)

    def visit(name: str) -> None:
        addresses = [f"{story.path};jsessionid={name}?PHPSESSID={name}" for story in written]
        paper.site.listings["/news"] = addresses
        paper.site.stories = {url.partition("?")[0]: story for url, story in zip(addresses, written, strict=True)}

    visit("aa11")
    assert "3 new" in paper.run().said
    before = paper.posts()
    visit("bb22")
    paper.site.asked()
    assert "0 new, 0 updated, 0 unchanged; 3 articles known" in paper.run().said
    assert paper.site.asked() == ["/news"]
    assert paper.posts() == before


def test_a_listing_of_nothing_but_articles_due_for_another_look_has_links(paper: Paper) -> None:
    young = stories(3)
    for story in young:
        story.published = (datetime.now(UTC) - timedelta(minutes=20)).isoformat()
    paper.site.write(*young)
    paper.site.validators = False
    paper.run()
    later(paper, 3600)
    done = paper.run()
    assert done.code == 0 and "3 unchanged" in done.said, done.said


def test_a_range_that_moves_with_the_days_asks_for_no_old_page_again(paper: Paper) -> None:
    """A sitemap calls everything new, and the addresses have no dates."""
    described(paper, 'sitemaps = ["{home}/sitemap.xml"]')
    written = stories(4)
    for number, story in enumerate(written):
        story.path = f"/world/a-story-of-many-words-{number}"
    paper.site.write(*written)
    paper.site.raw["/sitemap.xml"] = "<urlset>{}</urlset>".format(
        "".join(
            f"<url><loc>{paper.site.home}{s.path}</loc><lastmod>{datetime.now(UTC):%F}</lastmod></url>" for s in written
        )
    )
    paper.run("-a", "since=2026-05-01")
    assert len(paper.site.asked()) == 1 + 4
    paper.run("-a", "since=2026-05-02")
    assert [path.partition(" ")[0] for path in paper.site.asked()] == ["/sitemap.xml"]
    assert "2 new" in paper.run("-a", "since=2026-03-03").said
    assert "2 new" in paper.run().said
