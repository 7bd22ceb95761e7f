"""A crawl into object storage, over a real S3 server."""

from pathlib import Path

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


def test_output_as_an_address_is_short_for_it(bucket: Bucket, tmp_path: Path) -> None:
    done = crawl(tmp_path, "-s", "OUTPUT=s3://news/blog", "-a", "limit=1")
    assert done.code == 0 and len(bucket.objects()) == 1 and (tmp_path / "newscrawl.db").exists()


def test_a_wrong_bucket_ends_it_before_the_crawl(tmp_path: Path) -> None:
    done = crawl(tmp_path, "-s", "OBJECTS=s3://nobodys")
    assert done.code == 2 and done.said.endswith(
        "OBJECTS=s3://nobodys: cannot be written: The specified bucket does not exist\n"
    )
    assert not (tmp_path / "newscrawl.db").exists()
