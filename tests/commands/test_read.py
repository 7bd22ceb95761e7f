"""`scrapy read`: WARC files into a folder of Parquet, none of them twice."""

import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import duckdb
import pytest

from tests.support.bulk import recorded
from tests.support.crawling import scrapy, warm
from tests.support.machines import wait_until


def test_files_become_parquet_once(tmp_path: Path) -> None:
    recorded(tmp_path / "a.warc.gz", "One bridge", "Two bridges", "Three bridges")
    recorded(tmp_path / "b.warc.gz", "Four bridges")
    command = ["read", str(tmp_path / "*.warc.gz"), "--to", str(tmp_path / "articles")]
    done = warm(*command, output=tmp_path / "output")
    assert done.code == 0 and "4 articles of 4 pages in" in done.said
    found = duckdb.from_parquet(f"{tmp_path}/articles/**/*.parquet", hive_partitioning=True)
    types = dict(zip(found.columns, map(str, found.types), strict=True))
    assert (types["published"], types["authors"], types["day"]) == ("TIMESTAMP WITH TIME ZONE", "VARCHAR[]", "DATE")
    chosen = found.filter("host = 'example.com' AND day = '2026-11-20' AND body LIKE '<p>%' AND retrieved > published")
    assert sorted(chosen.project("title").fetchall()) == [("Four bridges",), ("One bridge",), ("Three bridges",)]
    again = warm(*command, output=tmp_path / "output")
    assert (again.code, again.said) == (0, "2 of 2 files were read before\n") and not (tmp_path / "output").exists()


def test_what_is_wrong_is_said_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    for folder in (tmp_path, tmp_path / "b"):
        recorded(folder / "a.warc.gz", "One")
    for arguments, said in {
        (f"{tmp_path}/x*",): "there is no recording",
        (f"{tmp_path}/a.warc.gz", "--by", "week"): "--by week: accepted are day, host",
        (f"{tmp_path}/a.warc.gz", f"{tmp_path}/b/a.warc.gz"): "two files are called a",
        (f"{tmp_path}/a.warc.gz", "--engine", "spark://x"): "--engine spark://x: ray://HOST:PORT is accepted",
    }.items():
        done = warm("read", *arguments, "--to", str(tmp_path / "out"), output=tmp_path / "output")
        assert (done.code, done.said.count("\n")) == (2, 1) and said in done.said


@contextmanager
def ray_of_two_processes(folder: Path) -> Iterator[str]:
    """A Ray cluster on loopback; its address."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    options = ("--num-cpus=2", "--port=0", f"--ray-client-server-port={port}", "--include-dashboard=false")
    ray = str(Path(sys.executable).with_name("ray"))
    command = [ray, "start", "--head", "--block", *options, f"--temp-dir={folder}"]
    log = folder / "said"
    with log.open("wb") as said, subprocess.Popen(command, stdout=said, stderr=said) as head:
        try:
            wait_until(lambda: "Ray runtime started" in log.read_text(), 60, (), log.read_text)
            yield f"ray://127.0.0.1:{port}"
        finally:
            head.terminate()


@pytest.mark.on_request
def test_a_ray_cluster_reads_what_this_machine_would(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("ray")
    monkeypatch.setenv("RAY_AUTH_MODE", "disabled")
    for name in "abc":
        recorded(tmp_path / f"{name}.warc.gz", f"{name} bridge", f"{name} river")
    (tmp_path / "broken.warc.gz").write_bytes((tmp_path / "a.warc.gz").read_bytes()[:-200])
    command = ["read", str(tmp_path / "*.warc.gz"), "--to"]
    # Sockets of Ray's stand in its folder, and their names may have 107 characters.
    with TemporaryDirectory() as short, ray_of_two_processes(Path(short)) as address:
        done = scrapy(*command, str(tmp_path / "there"), "--engine", address)
        assert done.code == 0 and "8 articles of 8 pages" in done.said and "1 broken/" in done.said, done.said
        again = scrapy(*command, str(tmp_path / "there"), "--engine", address)
    assert (again.code, again.said) == (0, "4 of 4 files were read before\n")
    assert scrapy(*command, str(tmp_path / "here")).code == 0
    tables = [duckdb.from_parquet(f"{tmp_path}/{name}/**/*.parquet") for name in ("here", "there")]
    here, there = (sorted(table.fetchall()) for table in tables)
    assert here == there and len(here) == 8
