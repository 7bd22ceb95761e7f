"""Ends of a page in its midst: a browser reads on behind them."""

import pytest

from newscrawl.extract import extract_article
from newscrawl.extract.page.early_ends import without_ends

TEXT = "".join(f"<p>On day {n} the ferry was late, and the pier was full of people who wait.</p>" for n in range(9))


@pytest.mark.parametrize("end", ["</html>", "</html></html>", "</BODY></HTML >", "</Html>", "</body>"])
def test_the_article_behind_an_early_end_is_read(end: str) -> None:
    head = "<html><head><title>The late ferry</title></head>"
    page = f"{head}<body><h1>The late ferry</h1>{end}<div>{TEXT}</div></body></html>"
    article = extract_article(page, "https://www.saltmarsh.example/news/ferry")
    assert article is not None
    assert article.text.count("the ferry was late") == 9


def test_an_end_before_the_body_is_none() -> None:
    page = f"<html><head><title>The late ferry</title></head></html><body><article>{TEXT}</article></body>"
    assert extract_article(page, "https://www.saltmarsh.example/news/ferry") is not None


def test_a_page_that_ends_once_stays_as_it_is() -> None:
    page = b"<html><body><p>a</p></body></html>\n<!-- made in 3 ms -->"
    assert without_ends(page) is page
