"""A crawl into object storage, over a real S3 server."""

from pathlib import Path
from threading import Timer

import pytest

from tests.support.crawling import crawl, posts
from tests.support.objects import Bucket


@pytest.fixture(autouse=True)
def reached(bucket: Bucket) -> None:
    """Every test here has a bucket."""


def test_a_crawl_puts_the_posts_it_would_have_written(bucket: Bucket, tmp_path: Path) -> None:
    here, there = tmp_path / "here", tmp_path / "there"
    place = ("-s", "OBJECTS=s3://news/blog", "-a", "limit=5")
    assert crawl(here, "-a", "limit=5", "-s", f"JSONL={here}/lines.jsonl").code == 0
    first = crawl(there, *place, "-s", "JSONL=s3://news/lines/{site}.jsonl")
    assert first.code == 0 and "posts in s3://news/blog/posts/aljazeera" in first.said, first.said
    expected = {f"blog/posts/aljazeera/{path.name}": path.read_bytes() for path in posts(here)}
    found = bucket.objects()
    (lines,) = (found.pop(key) for key in list(found) if key.startswith("lines/aljazeera/aljazeera-2"))
    assert lines == (here / "lines.jsonl").read_bytes()
    assert found == expected and len(expected) == 5
    assert not (there / "posts").exists()
    # All are asked for again, and none is written again.
    again = crawl(there, *place, "-s", "INCREMENTAL=false")
    assert "5 unchanged" in again.said and bucket.writes() == 6


def test_a_wrong_bucket_ends_it_before_the_crawl(tmp_path: Path) -> None:
    done = crawl(tmp_path, "-s", "OBJECTS=s3://nobodys")
    assert done.code == 2 and done.said.endswith(
        "OBJECTS=s3://nobodys: cannot be written: The specified bucket does not exist\n"
    )
    assert not (tmp_path / "newscrawl.db").exists()


def test_a_bucket_that_goes_in_mid_crawl_loses_nothing_and_has_nothing_twice(
    bucket: Bucket, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = ("-s", "OUTPUT=s3://news/blog", "-a", "limit=5")
    monkeypatch.setenv("AWS_MAX_ATTEMPTS", "1")
    with bucket.away_after(4):  # the first tries whether the bucket may be written
        cut = crawl(tmp_path, *place)
    assert cut.code == 1 and "2 new" in cut.said, cut.said
    assert "s3://news/blog/posts/aljazeera/" in cut.said and "cannot be written: " in cut.said
    assert len(bucket.objects()) == bucket.writes() == 2
    monkeypatch.setenv("AWS_MAX_ATTEMPTS", "5")
    with bucket.away_after(3) as back:
        Timer(0.5, back.set).start()
        done = crawl(tmp_path, *place)
    assert done.code == 0 and "3 new" in done.said, done.said
    assert len(bucket.objects()) == bucket.writes() == 5
    assert (tmp_path / "newscrawl.db").exists() and not (tmp_path / "posts").exists()
