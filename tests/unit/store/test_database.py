"""A store is a file that is ours, whole, and of a version we know."""

import os
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest

from newscrawl.errors import StoreError
from newscrawl.store import Store

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)


def message(path: Path) -> str:
    with pytest.raises(StoreError) as caught:
        Store.open(path).close()
    return str(caught.value)


def filled(path: Path) -> Path:
    with Store.open(path) as store, store.transaction():
        for number in range(2000):
            store.pages.add("example", f"https://example.com/{number}", NOON, [number])
    return path


def test_a_store_cut_short_is_named_before_the_crawl(tmp_path: Path) -> None:
    path = filled(tmp_path / "s.db")
    os.truncate(path, path.stat().st_size // 2)
    assert message(path).startswith(f"{path}: the store is damaged; move it away")


def test_what_is_no_store_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "text.db").write_text("these are my notes, not yours\n" * 100)
    assert "is no store" in message(tmp_path / "text.db")
    other = sqlite3.connect(tmp_path / "other.db")
    other.execute("CREATE TABLE accounts (id)")
    other.close()
    assert "another program's database" in message(tmp_path / "other.db")


def test_a_newer_store_is_left_alone(tmp_path: Path) -> None:
    path = filled(tmp_path / "s.db")
    newer = sqlite3.connect(path)
    newer.execute("PRAGMA user_version = 999")
    newer.close()
    assert "is of a newer newscrawl (version 999" in message(path)


def test_a_folder_in_the_way_is_named(tmp_path: Path) -> None:
    (tmp_path / "s.db").mkdir()
    assert "cannot be opened" in message(tmp_path / "s.db")


OPEN_AT_ONCE = """
import sys, time
from pathlib import Path
from newscrawl.store import Store
for number in range(40):
    while time.time() < float(sys.argv[2]) + number / 50:
        pass
    Store.open(Path(sys.argv[1]) / f"{number}.db").close()
"""


def test_processes_open_a_new_store_at_once(tmp_path: Path) -> None:
    """Of two that make a store's log at once SQLite refuses one without any wait."""
    command = [sys.executable, "-c", OPEN_AT_ONCE, str(tmp_path), str(time.time() + 1)]
    three = [subprocess.Popen(command, stderr=subprocess.PIPE, text=True) for _ in range(3)]
    assert [(process.communicate()[1], process.returncode) for process in three] == [("", 0)] * 3


def test_a_transaction_is_all_or_nothing(tmp_path: Path) -> None:
    with Store.open(tmp_path / "s.db") as store:
        with pytest.raises(ZeroDivisionError), store.transaction():
            store.pages.add("example", "https://example.com/1", NOON, [1])
            raise ZeroDivisionError
        assert store.pages.id_of(1) is None


def test_who_may_only_read_reads_and_leaves_no_trace(tmp_path: Path) -> None:
    path = filled(tmp_path / "s.db")
    with Store.open(path) as store:
        store.runs.begin("example", {}, NOON)
    before = {file.name: file.read_bytes() for file in tmp_path.iterdir()}
    with another_account(tmp_path), Store.reading(path) as store:
        assert store.runs.sites() == ["example"]
        with pytest.raises(StoreError, match="cannot be written"):
            store.runs.begin("example", {}, NOON)
    assert {file.name: file.read_bytes() for file in tmp_path.iterdir()} == before


def test_without_a_store_there_is_nothing_to_read_and_none_is_made(tmp_path: Path) -> None:
    with Store.reading(tmp_path / "output" / "s.db") as store:
        assert store.runs.sites() == []
    assert not list(tmp_path.iterdir())


@contextmanager
def another_account(folder: Path) -> Iterator[None]:
    """Who may read a folder and write nothing there."""
    above = [path for path in folder.parents if path.name.startswith(("pytest-", "popen-"))]
    modes = {path: path.stat().st_mode for path in (folder, *above)}
    for path in modes:
        path.chmod(0o555)
    if root := os.geteuid() == 0:
        os.seteuid(65534)
    try:
        yield
    finally:
        if root:
            os.seteuid(0)
        for path, mode in modes.items():
            path.chmod(mode)
