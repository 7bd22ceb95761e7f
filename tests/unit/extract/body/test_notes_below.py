"""Notes below a text: a number that leads back to the sentence, or a sign at the end that does."""

import pytest

from newscrawl.extract import read_page
from tests.support.bodies import HEADLINE, PARAGRAPHS

NOTE = "Minutes of the parish, June 1888."


@pytest.mark.parametrize(
    "notes",
    [
        f'<div><h2>Notes</h2><div id="nb1"><p><span>[<a href="#nh1">1</a>] </span>{NOTE}</p></div></div>',
        f'<hr><p id="n-1"><sup><a href="#nh1">1</a></sup> {NOTE}</p>',
        f'<div><p id="n-1">{NOTE} <a href="#nh1">↩︎</a></p></div>',
        f'<aside><aside role="doc-footnote"><span>[<a href="#nh1">1</a>]</span><p>{NOTE}</p></aside></aside>',
    ],
)
def test_notes_stay(notes: str) -> None:
    sentence = '<p>The weavers read here every evening.<sup><a href="#nb1" id="nh1">1</a></sup> They were sober.</p>'
    page = f"<article><h1>{HEADLINE}</h1><div>{PARAGRAPHS}{sentence}{notes}</div></article>"
    article = read_page(page.encode(), "https://post.example/weavers").article
    assert article is not None
    assert NOTE in article.text
    assert "Notes" in article.text or "<h2>" not in notes


def test_how_many_comments_there_are_is_no_note() -> None:
    count = '<p><a href="#comments">12</a> comments so far</p>'
    page = f"<article><h1>{HEADLINE}</h1><div>{PARAGRAPHS}</div>{count}</article>"
    article = read_page(page.encode(), "https://post.example/weavers").article
    assert article is not None
    assert "so far" not in article.text
