"""A command means the same the second time as the first: what a limit takes, and what filters let into a file."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.crawl.test_incremental import stories
from tests.support.changing_site import Paper, Site
from tests.support.crawling import lines


@pytest.fixture
def paper(tmp_path: Path) -> Iterator[Paper]:
    """Nine stories, the newest on top: those of 9 March to 1 March 2026."""
    with Site() as site:
        site.write(*reversed(stories(9)))
        yield Paper(site, tmp_path)


def days(path: Path) -> list[int]:
    return [int(record["published"][8:10]) for record in lines(path)]


def test_a_limit_is_the_newest_and_brings_nothing_new_a_minute_later(paper: Paper) -> None:
    assert "3 new" in paper.run("-a", "limit=3").said
    assert [name[:10] for name in paper.posts()] == ["2026-03-07", "2026-03-08", "2026-03-09"]
    paper.site.asked()
    for _ in range(2):
        assert "0 new, 0 updated, 0 unchanged" in paper.run("-a", "limit=3").said
        assert paper.site.asked() == ["/news"], "the listing alone"
    paper.site.write(*stories(1, first=20))
    assert "1 new" in paper.run("-a", "limit=3").said
    assert paper.site.asked() == ["/news", "/2026/03/story-number-20"]
    assert "1 new" in paper.run("-a", "limit=5").said, "of the newest five, four are known"


def test_backfill_goes_into_the_past(paper: Paper) -> None:
    paper.run("-a", "limit=3")
    for known in (5, 7, 9, 9):
        paper.run("-a", "backfill=2")
        assert len(paper.posts()) == known
    done = paper.run("-a", "backfill=2", "-a", "limit=3")
    assert done.code == 2 and "one of the two is accepted" in done.said


@pytest.mark.parametrize("again", [False, True], ids=["first", "when all are known"])
@pytest.mark.parametrize(
    ("arguments", "wanted"),
    {
        "since=2026-03-07": [9, 8, 7],
        "until=2026-03-02": [2, 1],
        "include=title:number [14]": [5, 2],
        "exclude=number [0-6]": [9, 8],
        "limit=2": [9, 8],
    }.items(),
)
def test_a_file_holds_what_was_asked_for(paper: Paper, arguments: str, wanted: list[int], again: bool) -> None:
    if again:
        paper.run()
    paper.site.asked()
    made, lined = paper.folder / "made.jsonl", paper.folder / "lined.jsonl"
    done = paper.run("-a", arguments, "-O", str(made), "-s", f"JSONL={lined}")
    assert done.code == 0, done.said
    assert days(made) == days(lined) == wanted
    assert len(paper.posts()) == (9 if again else len(wanted))
    if again:
        assert paper.site.asked() == ["/news"], "the articles come out of the archive"


def test_a_file_made_anew_has_what_the_archive_gave_up(paper: Paper) -> None:
    paper.run("-s", "ARCHIVE_ARTICLES=7")
    paper.site.asked()
    paper.run("-O", str(paper.folder / "all.jsonl"))
    assert days(paper.folder / "all.jsonl") == [9, 8, 7, 6, 5, 4, 3, 2, 1]
    assert len(paper.site.asked()) == 3, "the listing and two articles"


def test_a_file_made_anew_has_what_is_listed_whatever_becomes_of_pages_that_are_due(paper: Paper) -> None:
    paper.run()
    with paper.store() as store, store.transaction():
        for path in paper.site.stories:
            id = store.pages.id_of(paper.key(path))
            assert id
            store.pages.change(id, due=1)
    del paper.site.listings["/news"][4:]
    paper.site.status |= {"/2026/03/story-number-7": 500, "/2026/03/story-number-6": 410}
    paper.site.stories["/2026/03/story-number-5"].paragraphs = []
    done = paper.run("-O", str(paper.folder / "all.jsonl"))
    assert "6 unchanged" in done.said, done.said
    assert sorted(days(paper.folder / "all.jsonl")) == [6, 7, 8, 9]


def test_nothing_is_added_to_a_file_that_has_an_end(paper: Paper) -> None:
    whole = paper.folder / "all.json"
    assert paper.run("-o", str(whole)).code == 0
    assert len(json.loads(whole.read_text())) == 9
    done = paper.run("-o", str(whole))
    assert done.code == 2 and "nothing can be added to json; -O makes it anew" in done.said, done.said
    assert paper.run("-O", str(whole)).code == 0
    assert len(json.loads(whole.read_text())) == 9
