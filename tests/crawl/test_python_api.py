"""newscrawl from a script: what docs/python.md shows."""

import json
from itertools import islice
from pathlib import Path

import pytest

from newscrawl import Article, crawl_site, extract_article, extract_many
from newscrawl.errors import UserError
from tests.support.crawling import RECORDING, ROOT

PAGE = (ROOT / "tests" / "pages" / "aljazeera-2021.html").read_bytes()
URL = "https://chinese.aljazeera.net/news/2021/12/9/a"
REPLAYED = {"REPLAY": RECORDING}


def test_text_is_taken_as_it_is_whatever_charset_the_page_declares() -> None:
    text = PAGE.decode().replace("utf-8", "iso-8859-1").replace("UTF-8", "iso-8859-1")
    assert "iso-8859-1" in text
    assert extract_article(text, URL) == extract_article(PAGE, URL)


@pytest.mark.parametrize("jobs", [1, 2])
def test_many_pages_come_back_in_their_order(jobs: int) -> None:
    pages = [(PAGE, URL), (b"<p>nothing", "https://example.com/"), (PAGE.decode(), URL)] * 8
    found = list(extract_many(pages, jobs=jobs))
    assert found == [extract_article(PAGE, URL), None, extract_article(PAGE, URL)] * 8


def test_an_article_goes_through_json_and_is_the_same() -> None:
    article = extract_article(PAGE, URL)
    assert article and Article.from_dict(json.loads(json.dumps(article.to_dict()))) == article


def test_a_crawl_is_an_iterator_of_articles(tmp_path: Path) -> None:
    found = list(crawl_site("aljazeera", limit=3, settings=REPLAYED))
    assert len(found) == 3 and all(article.title and article.published and article.text for article in found)
    kept = [list(crawl_site("aljazeera", limit=n, settings=REPLAYED, output=tmp_path)) for n in (2, 3)]
    assert len(kept[0]) == 2 and len(kept[1]) == 1
    assert not {article.url for article in kept[0]} & {article.url for article in kept[1]}


def test_who_stops_reading_ends_the_crawl() -> None:
    articles = crawl_site("aljazeera", settings=REPLAYED)
    assert len(list(islice(articles, 1))) == 1
    articles.close()  # type: ignore[attr-defined]


def test_what_is_wrong_is_raised_in_words() -> None:
    with pytest.raises(UserError, match="there is no site 'aljazera'; did you mean aljazeera"):
        next(crawl_site("aljazera"))
