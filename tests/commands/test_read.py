"""`scrapy read`: WARC files into a folder of Parquet, none of them twice."""

from pathlib import Path

import duckdb

from tests.support.bulk import recorded
from tests.support.crawling import warm


def test_files_become_parquet_once(tmp_path: Path) -> None:
    recorded(tmp_path / "a.warc.gz", "One bridge", "Two bridges", "Three bridges")
    recorded(tmp_path / "b.warc.gz", "Four bridges")
    command = ["read", str(tmp_path / "*.warc.gz"), "--to", str(tmp_path / "articles")]
    done = warm(*command, output=tmp_path / "output")
    assert done.code == 0 and "4 articles of 4 pages in" in done.said
    found = duckdb.sql(f"FROM read_parquet('{tmp_path}/articles/**/*.parquet', hive_partitioning = true)")
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
    }.items():
        done = warm("read", *arguments, "--to", str(tmp_path / "out"), output=tmp_path / "output")
        assert (done.code, done.said.count("\n")) == (2, 1) and said in done.said
