"""Every format says what the archive says, in types that other programs read."""

import csv
import json
import sqlite3
import zipfile
from collections.abc import Callable
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import duckdb
import pytest
from datasette.app import Datasette
from jsonschema import Draft202012Validator
from lxml import etree

from newscrawl.article import Article
from newscrawl.article_record import to_record
from newscrawl.export.columns import ALL, COLUMNS, json_schema, kind_of
from newscrawl.export.csv_file import cell
from newscrawl.export.epub import as_xhtml
from newscrawl.export.formats import FORMATS
from tests.support.crawling import ROOT

HERE = timezone(timedelta(hours=8))
ARTICLES = [
    Article(
        url="https://www.example.com/1",
        title='=HYPERLINK("http://evil.example","x")',
        published=datetime(2026, 11, 22, 7, 30, tzinfo=HERE),
        updated=datetime(2026, 11, 22, 12, tzinfo=UTC),
        authors=["Ana, Lee", 'Bo "B" Chen'],
        tags=["港口", "مرفأ"],
        body='<p>One &amp; two<br>three <img src="https://www.example.com/a.jpg" alt="a picture"></p>',
        text="One & two three",
        site="example",
    ),
    Article(
        url="https://www.example.com/2", title="-1\x00\x1b +\t@ two\nlines", published=datetime(2026, 1, 1, tzinfo=UTC)
    ),
    Article(url="https://www.example.com/3", title="half \ud83d of a pair", site="other"),
]
RECORDS = [to_record(article) for article in ARTICLES]


def written(folder: Path, ending: str, columns: tuple[str, ...] = COLUMNS) -> Path:
    path = folder / f"out{ending}"
    assert FORMATS[ending](path, iter(RECORDS), columns) == len(RECORDS)
    return path


def of_lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_bytes().splitlines()]


def of_csv(path: Path) -> list[dict[str, Any]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return [{name: typed(name, text) for name, text in row.items()} for row in csv.DictReader(file)]


def typed(name: str, text: str) -> Any:
    if kind_of(name) == "texts":
        return json.loads(text)
    return (text or None) if kind_of(name) == "moment" else text


def of_parquet(path: Path) -> list[dict[str, Any]]:
    duckdb.execute("SET TimeZone = 'UTC'")
    found = duckdb.from_parquet(str(path))
    rows = [dict(zip(found.columns, row, strict=True)) for row in found.fetchall()]
    return [
        {name: value.isoformat() if isinstance(value, datetime) else value for name, value in row.items()}
        for row in rows
    ]


def of_sqlite(path: Path) -> list[dict[str, Any]]:
    connection = sqlite3.connect(path)
    connection.row_factory = sqlite3.Row
    rows = [dict(row) for row in connection.execute("SELECT * FROM articles")]
    connection.close()
    return [
        {name: json.loads(value) if kind_of(name) == "texts" else value for name, value in row.items()} for row in rows
    ]


READERS: dict[str, Callable[[Path], list[dict[str, Any]]]] = {
    ".jsonl": of_lines,
    ".csv": of_csv,
    ".parquet": of_parquet,
    ".db": of_sqlite,
    ".sqlite": of_sqlite,
}


@pytest.mark.parametrize("ending", [ending for ending in FORMATS if ending != ".epub"])
def test_every_export_is_what_the_schema_says_and_what_the_archive_has(ending: str, tmp_path: Path) -> None:
    found = READERS[ending](written(tmp_path, ending, ALL))
    schema = Draft202012Validator(json_schema(), format_checker=Draft202012Validator.FORMAT_CHECKER)
    for record, article in zip(found, ARTICLES, strict=True):
        schema.validate(record)
        assert list(record) == list(ALL)
        assert (record["url"], record["authors"], record["tags"]) == (article.url, article.authors, article.tags)
        moment = record["published"] and datetime.fromisoformat(record["published"])
        assert moment == article.published and (moment is None or moment.tzinfo)


def test_the_schema_in_the_documentation_is_the_one_of_the_class() -> None:
    """Written anew by: python -m newscrawl.export.columns > docs/article.schema.json"""
    assert json.loads((ROOT / "docs" / "article.schema.json").read_text(encoding="utf-8")) == json_schema()
    assert all(each["description"] for each in json_schema()["properties"].values())
    with pytest.raises(Exception, match="is not of type"):
        Draft202012Validator(json_schema()).validate({"url": "https://a/", "title": "", "tags": "one"})


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1+1", " =1", "\n=1", "＝1", "\x00=1"])
def test_no_cell_is_a_formula(text: str) -> None:
    assert cell(text).startswith("'") and "\x00" not in cell(text)


def test_other_cells_stay_as_they_are() -> None:
    assert [cell(value) for value in ("a=1", "", None, "2026-01-01", ["=1"])] == ["a=1", "", "", "2026-01-01", '["=1"]']


def test_duckdb_reads_types(tmp_path: Path) -> None:
    path = written(tmp_path, ".parquet")
    row = duckdb.execute(f"SELECT typeof(published), typeof(tags), typeof(title) FROM '{path}' LIMIT 1").fetchall()
    assert row == [("TIMESTAMP WITH TIME ZONE", "VARCHAR[]", "VARCHAR")]
    assert duckdb.execute(f"SELECT count(*) FROM '{written(tmp_path, '.csv')}'").fetchall() == [(3,)]


def test_datasette_opens_the_table(tmp_path: Path) -> None:
    import asyncio

    async def ask() -> Any:
        datasette = Datasette(files=[str(written(tmp_path, ".db"))])
        answer = await datasette.client.get("/out/articles.json?_shape=array&_sort=published&published__notblank=1")
        return answer.json()

    rows = asyncio.run(ask())
    assert [row["published"] for row in rows] == ["2026-01-01T00:00:00+00:00", "2026-11-21T23:30:00+00:00"]
    assert [json.loads(row["tags"]) for row in rows] == [[], ARTICLES[0].tags]


def test_a_book_has_a_chapter_for_each_article_and_loads_nothing(tmp_path: Path) -> None:
    with zipfile.ZipFile(written(tmp_path, ".epub")) as book:
        names = book.namelist()
        assert names[0] == "mimetype" and book.getinfo("mimetype").compress_type == zipfile.ZIP_STORED
        pages = {name: etree.fromstring(book.read(name)) for name in names if name.endswith((".xhtml", ".opf", ".xml"))}
    listed = [item.get("href") or "" for item in pages["book.opf"].iter("{*}item")]
    assert sorted(listed) == sorted(name for name in names if name.endswith(".xhtml"))
    assert not list(pages["1.xhtml"].iter("{*}img"))
    (link,) = pages["1.xhtml"].iterfind(".//{*}div//{*}a")
    assert (link.get("href"), link.text) == ("https://www.example.com/a.jpg", "a picture")
    (title,) = pages["1.xhtml"].iter("{*}h1")
    assert etree.tostring(title, method="text", encoding="unicode", with_tail=False) == ARTICLES[0].title


@pytest.mark.parametrize(
    ("body", "written"),
    {
        '<p aria-describedby="gone">a</p>': "<p>a</p>",
        '<p aria-describedby="c">a</p><p id="c">b</p>': '<p aria-describedby="c">a</p><p id="c">b</p>',
        '<a href="https://a.example/?x=[1]&amp;y={2}%20é">a</a>': (
            '<a href="https://a.example/?x=%5B1%5D&amp;y=%7B2%7D%20%C3%A9">a</a>'
        ),
        '<a href="https://a.example/"><img src="https://b.example/c.jpg" alt="d"></a>': (
            '<a href="https://a.example/"><span>d</span></a>'
        ),
        "<ul><li>a</li><p>b</p></ul>": "<ul><li>a</li><li>b</li></ul>",
    }.items(),
)
def test_a_book_is_as_strict_as_epubcheck(body: str, written: str) -> None:
    assert as_xhtml(body) == f"<div>{written}</div>"
