"""newscrawl from a script: what docs/python.md shows."""

import json
from itertools import islice
from pathlib import Path
from typing import Any

import pytest

from newscrawl import Article, crawl_site, extract_article, extract_many
from newscrawl.errors import UserError
from newscrawl.python_api import problems
from tests.support.crawling import RECORDING, ROOT
from tests.support.documented import BLOCK, PAGES, make_recording

PAGE = (ROOT / "tests" / "pages" / "aljazeera-2021.html").read_bytes()
URL = "https://chinese.aljazeera.net/news/2021/12/9/a"
REPLAYED = {"REPLAY": RECORDING}


def test_text_is_taken_as_it_is_whatever_charset_the_page_declares() -> None:
    text = PAGE.decode().replace("utf-8", "iso-8859-1").replace("UTF-8", "iso-8859-1")
    assert "iso-8859-1" in text
    assert extract_article(text, URL) == extract_article(PAGE, URL)


@pytest.mark.parametrize("jobs", [1, 2])
def test_many_pages_come_back_in_their_order(jobs: int) -> None:
    pages: list[tuple[bytes | str, str]] = [(PAGE, URL), (b"<p>nothing", "https://example.com/"), (PAGE.decode(), URL)]
    found = list(extract_many(pages * 8, jobs=jobs))
    assert found == [extract_article(PAGE, URL), None, extract_article(PAGE, URL)] * 8


def test_an_article_goes_through_json_and_is_the_same() -> None:
    article = extract_article(PAGE, URL)
    assert article and Article.from_dict(json.loads(json.dumps(article.to_dict()))) == article


WITH_PYTHON = [page for page in PAGES if "```python" in page.read_text(encoding="utf-8")]


@pytest.mark.parametrize("page", WITH_PYTHON, ids=lambda page: page.name)
def test_what_the_docs_show_runs_as_it_is_typed(page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    recording = make_recording(tmp_path / "run.warc.gz")
    (tmp_path / "newscrawl.toml").write_text(f'replay = "{recording}"\n')
    (tmp_path / "pages").mkdir()
    for path in (tmp_path / "page.html", tmp_path / "pages" / "a.html"):
        path.write_bytes(PAGE)
    names: dict[str, Any] = {}
    for kind, block in BLOCK.findall(page.read_text(encoding="utf-8")):
        if kind == "python":
            exec(compile(block, page.name, "exec"), names)
    assert isinstance(names["article"], Article) and all(row["text"] for row in names.get("rows", []))


def test_a_crawl_that_is_remembered_gives_what_is_new(tmp_path: Path) -> None:
    kept = [list(crawl_site("aljazeera", limit=n, settings=REPLAYED, output=tmp_path)) for n in (2, 3)]
    assert len(kept[0]) == 2 and len(kept[1]) == 1
    assert not {article.url for article in kept[0]} & {article.url for article in kept[1]}


def test_who_stops_reading_ends_the_crawl() -> None:
    articles = crawl_site("aljazeera", settings=REPLAYED)
    assert len(list(islice(articles, 1))) == 1
    articles.close()  # type: ignore[attr-defined]


def test_what_is_wrong_is_raised_in_words() -> None:
    with pytest.raises(UserError, match="^newscrawl crawl: there is no site 'aljazera'; did you mean aljazeera[?]$"):
        next(crawl_site("aljazera"))
    said = """2026-11-29 11:02:17 [newscrawl.fetch.robots] WARNING: https://a.example is left for this run
a.example: 0 new, 0 updated, 0 unchanged
  failed 1: home 1
a.example: no listing could be read
"""
    assert problems(said.splitlines()) == ["a.example: no listing could be read"]
