"""Lines for object storage, over a real S3 server: each goes up once, in its run or in the next."""

import json
from pathlib import Path

from tests.support.desk import article, opened
from tests.support.objects import Bucket

LINES = "s3://news/{site}.jsonl"


def titles(bucket: Bucket) -> list[list[str]]:
    """Of each object, in order of their names."""
    objects = sorted(bucket.objects().items())
    assert all(key.startswith("example/example-2026") for key, _ in objects)
    return [[json.loads(line)["title"] for line in data.splitlines()] for _, data in objects]


def test_each_run_makes_an_object_of_its_lines(bucket: Bucket, tmp_path: Path) -> None:
    for seed in (1, 2):
        with opened(tmp_path, jsonl=LINES) as desk:
            desk.take(article(seed, f"https://www.example.com/{seed}"), f"https://www.example.com/{seed}")
            assert desk.state.lines.put() == "" and not list((tmp_path / "lines" / "example").iterdir())
            assert desk.state.store.exports.paths() == []
    assert sorted(titles(bucket)) == [["Story 1"], ["Story 2"]]


def test_lines_that_cannot_go_up_go_with_those_of_the_next_run(bucket: Bucket, tmp_path: Path) -> None:
    bucket.take_away()
    with opened(tmp_path, jsonl=LINES) as desk:
        desk.take(article(1), article(1).url)
        said = desk.state.lines.put()
        assert "bucket does not exist; the next run takes the lines there" in said
    bucket.make()
    with opened(tmp_path, jsonl=LINES) as desk:
        desk.take(article(2, "https://www.example.com/2"), "https://www.example.com/2")
        assert desk.state.lines.put() == ""
    assert titles(bucket) == [["Story 1", "Story 2"]]


def test_a_run_without_lines_makes_no_object(bucket: Bucket, tmp_path: Path) -> None:
    with opened(tmp_path, jsonl=LINES) as desk:
        assert desk.state.lines.put() == ""
    assert titles(bucket) == []
