"""Lines that survive a kill, and are never written twice."""

import json
from pathlib import Path

import pytest

from newscrawl.state.jsonl import Lines, compact, line, record
from tests.support.desk import article


def test_a_line_has_what_the_page_said_and_nothing_of_the_run() -> None:
    said = record(article(1, next_page="https://www.example.com/2"))
    assert said["title"] == "Story 1" and said["published"].endswith("+00:00")
    assert not {"retrieved", "next_page"} & said.keys()


def test_a_line_is_one_line_to_every_reader() -> None:
    written = line({"title": "新闻\u2028\x85\n"})
    assert written.count(b"\n") == 1 and "新闻".encode() in written
    assert len(written.decode().splitlines()) == 1
    assert json.loads(written)["title"] == "新闻\u2028\x85\n"


def test_a_torn_line_is_cut_off_and_a_whole_one_that_nobody_acknowledged_counts(tmp_path: Path) -> None:
    path = tmp_path / "lines.jsonl"
    path.write_bytes(b'{"url": 1}\n{"url": 2}\n{"url": 3')
    lines = Lines(path, known_length=11)
    assert lines.append(b'{"url": 2}\n') == 22, "it stands there"
    assert lines.append(b'{"url": 3}\n') == 33
    lines.close()
    assert path.read_bytes() == b'{"url": 1}\n{"url": 2}\n{"url": 3}\n'


def test_two_runs_do_not_write_to_one_file(tmp_path: Path) -> None:
    lines = Lines(tmp_path / "lines.jsonl", 0)
    with pytest.raises(OSError, match="another run writes"):
        Lines(tmp_path / "lines.jsonl", 0)
    lines.close()


def test_compacting_keeps_the_newest_version_where_the_first_stood(tmp_path: Path) -> None:
    path = tmp_path / "lines.jsonl"
    path.write_text('{"url": "a", "n": 1}\n{"url": "b"}\nno record\n{"url": "a", "n": 2}\n')
    assert compact(path, lambda found: found["url"]) == (4, 3)
    assert path.read_text() == '{"url": "a", "n": 2}\n{"url": "b"}\nno record\n'
