"""Many WARC files into Parquet: what a page may do, what a killed run leaves, and what progress says."""

import os
import signal
import time
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import pyarrow.parquet
import pytest

from newscrawl.article import Article
from newscrawl.bulk.ledger import Ledger
from newscrawl.bulk.partition import partition
from newscrawl.bulk.progress import BulkProgress
from newscrawl.bulk.warc_file import BulkOptions
from newscrawl.bulk.workers import CONTEXT, BulkTask, FileWorkers
from tests.support.bulk import recorded


@dataclass
class Deadly:
    """A stage that some pages do not let come to its end."""

    def process_item(self, article: Article) -> Article:
        if article.title.startswith("Deadly"):
            os.kill(os.getpid(), signal.SIGKILL)
        if article.title.startswith("Odd"):
            raise RuntimeError("odd")
        if article.title.startswith("Orphan"):
            os.kill(parent := os.getppid(), signal.SIGKILL)
            while os.getppid() == parent:
                time.sleep(0.01)
        return article


def read(files: Sequence[Path], articles: Path) -> BulkProgress:
    articles.mkdir(exist_ok=True)
    progress = BulkProgress(lambda: 0.0, len(files), sum(file.stat().st_size for file in files))
    options = BulkOptions(articles=articles, by=("day", "host"), stages=[Deadly()], cpu_seconds=20)
    tasks = [BulkTask(file, file.stat().st_size) for file in files]
    FileWorkers(options, 2, progress).run(tasks, lambda: None)
    return progress


def rows(articles: Path) -> list[str]:
    return sorted(title for file in articles.rglob("*.parquet") for title in titles(file))


def titles(file: Path) -> list[str]:
    found: list[str] = pyarrow.parquet.read_table(file, partitioning=None)["title"].to_pylist()
    return found


def test_a_page_that_ends_the_process_costs_that_page(tmp_path: Path) -> None:
    first = recorded(tmp_path / "a.warc.gz", "Deadly the first", "Whole one", "Deadly again", "Odd", "Whole two")
    second = recorded(tmp_path / "b.warc.gz", "Whole three")
    progress = read([first, second], tmp_path / "out")
    assert rows(tmp_path / "out") == ["Whole one", "Whole three", "Whole two"]
    assert progress.counts == {
        "pages": 6, "articles": 3, "broken/it ended the process": 2, "broken/RuntimeError": 1
    }  # fmt: skip
    assert not progress.given_up


def test_a_file_that_cannot_be_read_does_not_keep_the_others_away(tmp_path: Path) -> None:
    whole, gone = recorded(tmp_path / "a.warc.gz", "Whole"), recorded(tmp_path / "b.warc.gz", "Gone")
    tasks = [BulkTask(whole, 1), BulkTask(gone, 1)]
    gone.unlink()
    (tmp_path / "out").mkdir()
    progress = BulkProgress(lambda: 0.0, 2, 2)
    options = BulkOptions(articles=tmp_path / "out", by=("day",), stages=[], cpu_seconds=20)
    FileWorkers(options, 1, progress).run(tasks, lambda: None)
    assert rows(tmp_path / "out") == ["Whole"] and progress.given_up == {str(gone): "No such file or directory"}


@pytest.mark.parametrize("held", [b"", b"<html><p>A page, and no recording of one.", b"\x1f\x8b\x08 and no more"])
def test_a_file_without_a_record_is_told(tmp_path: Path, held: bytes) -> None:
    whole, none = recorded(tmp_path / "a.warc.gz", "Whole"), tmp_path / "b.warc.gz"
    none.write_bytes(held)
    progress = read([whole, none], tmp_path / "out")
    assert rows(tmp_path / "out") == ["Whole"] and progress.given_up == {str(none): "no WARC record stands in it"}
    assert Ledger(tmp_path / "out").done(none) is None  # it is read again, once it is whole


def test_what_a_killed_run_had_begun_to_publish_goes_where_it_is_not_made_again(tmp_path: Path) -> None:
    source, out = recorded(tmp_path / "a.warc.gz", "Whole"), tmp_path / "out"
    left = out / "day=1999-01-01" / "a.parquet"
    left.parent.mkdir(parents=True)
    left.write_bytes(b"of a run that was killed here")
    Ledger(out).begin(source, ["day=1999-01-01/a.parquet"])
    assert Ledger(out).done(source) is None
    read([source], out)
    assert not left.exists() and rows(out) == ["Whole"] and Ledger(out).done(source)
    recorded(source, "Another", "And one more")  # the file has changed
    assert Ledger(out).done(source) is None
    read([source], out)
    assert rows(out) == ["And one more", "Another"]


def test_a_file_is_read_no_further_once_its_run_was_killed(tmp_path: Path) -> None:
    source = recorded(tmp_path / "a.warc.gz", "Orphan", "Another")
    ends, held = os.pipe()
    run = CONTEXT.Process(target=read, args=([source], tmp_path / "out"))
    run.start()
    os.close(held)
    run.join()
    assert os.read(ends, 1) == b""  # the process that read the file is gone too
    os.close(ends)
    assert run.exitcode == -signal.SIGKILL and not list((tmp_path / "out").rglob("*.parquet"))


def test_folders_are_days_in_utc_and_hosts_as_they_can_be_in_a_path() -> None:
    record = {"url": "https://[2001:db8::1]/a", "published": "2026-11-22T01:00:00+02:00", "retrieved": None}
    assert partition(record, ["day", "host"]) == "day=2026-11-21/host=2001%3Adb8%3A%3A1"
    record = {"url": "https://a/../b", "published": None, "retrieved": datetime(2026, 1, 2).astimezone().isoformat()}
    assert partition({**record, "url": "mailto:x"}, ["host"]) == "host=__HIVE_DEFAULT_PARTITION__"
    assert partition({**record, "url": "http://..%2f/x"}, ["host"]) == "host=..%252f"


def test_progress_tells_rate_and_time_left() -> None:
    now = [0.0]
    progress = BulkProgress(lambda: now[0], 4, 4_000)
    progress.end(1_000, {"pages": 90, "articles": 80, "NoArticle/listing": 10})
    progress.running, now[0] = [(600, 50, 40)], 100.0
    assert progress.line() == "1 of 4 files, 40%; 120 articles of 140 pages, 1 pages a second, 2 min left"
    assert progress.summary().splitlines()[1:] == ["  10 NoArticle/listing"]
