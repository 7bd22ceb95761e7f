"""Crawls of a site that changes in between: nothing twice, nothing lost, one file for ever."""

import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from newscrawl.lock import busy
from newscrawl.store import FILE_NAME
from tests.support.changing_site import Paper, Site, Story, prose


@pytest.fixture
def paper(tmp_path: Path) -> Iterator[Paper]:
    with Site() as site:
        yield Paper(site, tmp_path)


def stories(count: int, first: int = 0) -> list[Story]:
    return [
        Story(
            f"/2026/03/story-number-{n}", f"Story number {n}", prose(n), published=f"2026-03-{n % 27 + 1:02}T08:00:00Z"
        )
        for n in range(first, first + count)
    ]


def stamps(paper: Paper) -> dict[str, int]:
    return {path.name: path.stat().st_mtime_ns for path in (paper.output / "posts").rglob("*.md")}


def test_the_second_run_asks_for_the_listing_alone(paper: Paper) -> None:
    paper.site.write(*stories(6))
    first = paper.run()
    assert first.code == 0 and "6 new" in first.said, first.said
    assert len(paper.site.asked()) == 7
    before, at = paper.posts(), stamps(paper)
    second = paper.run()
    assert second.code == 0, second.said
    assert "0 new, 0 updated, 0 unchanged; 6 articles known and not asked for again" in second.said
    assert paper.site.asked() == ["/news 304"]
    assert (paper.posts(), stamps(paper)) == (before, at)


def test_a_new_story_is_the_only_one_fetched_and_a_known_page_ends_the_paging(paper: Paper) -> None:
    old = stories(9)
    paper.site.write(*old)
    paper.site.listings = {f"/news{'' if n == 0 else n}": [s.path for s in old[3 * n : 3 * n + 3]] for n in range(3)}
    paper.run()
    assert sum(path.startswith("/news") for path in paper.site.asked()) == 3
    paper.site.write(*stories(1, first=20))
    paper.run()
    assert paper.site.asked() == ["/news", "/2026/03/story-number-20", "/news1 304"]
    assert len(paper.posts()) == 10


def test_a_known_page_ends_the_paging_though_some_of_it_is_never_wanted(paper: Paper) -> None:
    old = stories(9)
    paper.site.write(*old)
    paper.site.listings = {f"/news{'' if n == 0 else n}": [s.path for s in old[3 * n : 3 * n + 3]] for n in range(3)}
    arguments = ("-a", "exclude=url:number-[017]")
    paper.run(*arguments)
    assert len(paper.posts()) == 6
    paper.site.asked()
    paper.site.validators = False
    paper.run(*arguments)
    assert paper.site.asked() == ["/news"]


def test_a_listing_that_gives_the_same_page_for_ever_is_left(paper: Paper) -> None:
    young = [story.path for story in stories(3)]
    paper.site.write(*stories(3))
    paper.site.listings = {f"/news{n or ''}": young for n in range(9)}
    paper.run("-a", "exclude=url:story", "-a", "since=2026-01-01")
    assert paper.site.asked() == ["/news", "/news1"]


def test_one_article_behind_two_redirects_is_taken_once(paper: Paper) -> None:
    """The front page and the newsletter's links count their readers; the article names no canonical address."""
    (story,) = stories(1)
    paper.site.stories[story.path] = story
    paper.site.listings["/news"] = ["/go?id=1", "/r/1"]
    paper.site.moved = {"/go?id=1": f"{story.path}?ref=front", "/r/1": f"{story.path}?ref=letter"}
    done = paper.run("-O", str(paper.folder / "all.jsonl"))
    assert "1 new, 0 updated, 0 unchanged" in done.said
    assert len((paper.folder / "all.jsonl").read_text().splitlines()) == len(paper.posts()) == 1
    paper.site.asked()
    paper.run()
    assert paper.site.asked() == ["/news 304"]


def test_one_article_has_one_file_whatever_becomes_of_its_address(paper: Paper) -> None:
    moved, retitled, twin, other_twin = stories(4)
    twin.title = other_twin.title = "Market report"
    twin.published = other_twin.published
    paper.site.write(moved, retitled, twin, other_twin)
    paper.run()
    names, _ = set(paper.posts()), paper.site.asked()
    assert len(names) == 4, "two articles with one title have two files"
    # The listing shows the same articles under other addresses, and one that was renamed behind a redirect.
    new = Story("/world/a-better-slug", "A better title", moved.paragraphs, published=moved.published)
    paper.site.stories[new.path] = new
    paper.site.moved[moved.path] = new.path
    renamed = Story("/2026/03/renamed", "Renamed", retitled.paragraphs, published=retitled.published)
    paper.site.stories[renamed.path] = renamed
    paper.site.listings["/news"] = [
        f"{twin.path}?utm_source=feed&utm_medium=rss",
        f"{twin.path}/amp/",
        f"{other_twin.path}/",
        f"{other_twin.path}#comments",
        new.path,
        moved.path,
        renamed.path,
    ]
    done = paper.run()
    assert done.code == 0, done.said
    assert set(paper.posts()) == names
    assert set(paper.site.asked()) == {"/news", new.path, renamed.path}
    # Their new addresses are known from now on.
    assert paper.run().code == 0
    assert paper.site.asked() == ["/news 304"]


def test_an_edit_rewrites_the_file_with_its_date_and_says_when(paper: Paper) -> None:
    dated, undated, same = stories(3)
    paper.site.write(dated, undated, same)
    paper.run()
    before, at = paper.posts(), stamps(paper)
    dated.title, dated.modified = "Story number 0, corrected", "2026-03-04T10:00:00+00:00"
    undated.paragraphs = [*undated.paragraphs, "A correction was added."]
    later(paper, seconds=1)  # the store counts whole seconds, and an answer of the same second is the same answer
    done = paper.run("-s", "INCREMENTAL=false")
    assert "0 new, 2 updated, 1 unchanged" in done.said, done.said
    after = paper.posts()
    assert set(after) == set(before)
    changed = {name for name in after if stamps(paper)[name] != at[name]}
    assert changed == {"2026-03-01-story-number-0.md", "2026-03-02-story-number-1.md"}
    corrected = after["2026-03-01-story-number-0.md"].decode()
    assert "Story number 0, corrected" in corrected
    assert "date: 'Sun, 01 Mar 2026 08:00:00 GMT'" in corrected
    assert "updated: 'Wed, 04 Mar 2026 10:00:00 GMT'" in corrected
    assert "updated: " in after["2026-03-02-story-number-1.md"].decode(), "the time at which the edit was noticed"
    # Read once more: nothing changed, nothing is touched.
    at = stamps(paper)
    assert "3 unchanged" in paper.run("-s", "INCREMENTAL=false").said
    assert (paper.posts(), stamps(paper)) == (after, at)


def test_young_articles_are_looked_at_again_and_retracted_ones_keep_their_posts(paper: Paper) -> None:
    edited, gone, same = stories(3)
    for story in (edited, gone, same):
        story.published = (datetime.now(UTC) - timedelta(minutes=20)).isoformat()
    paper.site.write(edited, gone, same)
    paper.run()
    paper.site.asked()
    assert paper.run().code == 0 and paper.site.asked() == ["/news 304"], "the first look again is due after an hour"
    later(paper, seconds=3600)
    edited.paragraphs = ["It was all different.", *edited.paragraphs]
    paper.site.status[gone.path] = 410
    before = paper.posts()
    done = paper.run()
    assert "0 new, 1 updated, 1 unchanged" in done.said, done.said
    assert sorted(paper.site.asked()) == [edited.path, gone.path, f"{same.path} 304", "/news 304"]
    unlike = [name for name, post in paper.posts().items() if before[name] != post]
    assert [name.endswith("story-number-0.md") for name in unlike] == [True]
    with paper.store() as store:
        page = store.pages.by_key(paper.key(gone.path))
        assert page and page.state == "gone" and store.pages.history(page.id)[0][1] == "gone (410)"
        page = store.pages.by_key(paper.key(edited.path))
        assert page and store.pages.history(page.id)[0][1] == "edited: text, body"


def later(paper: Paper, seconds: int) -> None:
    """All that the store knows of its pages was so much earlier, and what it puts off comes so much nearer."""
    with closing(sqlite3.connect(paper.output / FILE_NAME)) as database, database:
        database.execute("UPDATE pages SET fetched = fetched - ?, due = due - ?", (seconds, seconds))


def test_articles_kept_without_posts_get_them_when_posts_are_wanted(paper: Paper) -> None:
    paper.site.write(*stories(3))
    assert "3 new" in paper.run("-s", "POSTS=false").said
    assert paper.run().code == 0
    assert len(paper.posts()) == 3
    paper.site.asked()
    assert paper.run().code == paper.run("-s", "POSTS=false").code == 0
    assert paper.site.asked() == ["/news 304", "/news 304"]


def test_what_was_left_undone_is_done_though_no_listing_shows_it(paper: Paper) -> None:
    wanted, broken, fine = stories(3)
    paper.site.write(wanted, broken, fine)
    paper.site.status[broken.path] = 503
    assert "failed 1" in paper.run().said
    paper.site.status.clear()
    paper.site.listings["/news"] = [fine.path]
    done = paper.run()
    assert "1 new" in done.said, done.said
    assert len(paper.posts()) == 3


def test_two_runs_of_one_site_at_once_and_of_two_sites(paper: Paper) -> None:
    paper.site.write(*stories(12))
    paper.site.gate.clear()
    other = Paper(paper.site, paper.folder, name="other")
    other.environment()
    running = [paper.begin(), other.begin()]
    while not busy(paper.output / "locks", "paper"):
        assert running[0].poll() is None, running[0].communicate()
        time.sleep(0.01)
    second = paper.run()
    paper.site.gate.set()
    assert second.code == 1
    assert second.said.startswith("paper: another run of this site is going on (process")
    assert second.said.count("\n") == 1
    said = [process.communicate()[1] for process in running]
    assert [process.returncode for process in running] == [0, 0], said
    assert len(paper.posts()) == 12 and len(list((paper.output / "posts").rglob("*.md"))) == 24


def test_an_article_on_several_pages_is_said_to_be_cut_short(paper: Paper) -> None:
    whole, first = stories(2)
    paper.site.write(whole, first)
    paper.site.raw[first.path] = first.html(paper.site.home).replace(
        "</body>", f'<a rel="next" href="{first.path}?page=2">2</a></body>'
    )
    done = paper.run()
    assert "2 new" in done.said and "cut short 1: only the first of several pages is read 1" in done.said
