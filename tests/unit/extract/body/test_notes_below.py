"""Notes below a text: a number that leads back to the sentence, or a sign at the end that does."""

import pytest

from newscrawl.extract import read_page
from tests.support.bodies import HEADLINE, PARAGRAPHS, body_of

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


@pytest.mark.parametrize("name", ["1", "fn-rain"])
@pytest.mark.parametrize("number", ["1", "[1]"])
def test_a_note_s_number_beside_it_in_a_box_stands_at_its_begin_and_is_led_to(name: str, number: str) -> None:
    sentence = f'<p>Rain fell on Monday<sup><a href="#{name}">1</a></sup>, as the weather service had said.</p>'
    box = f'<div class="note" id="{name}"><sup>{number}</sup><p>In the east alone.</p></div>'
    article = body_of(sentence + PARAGRAPHS + box)
    assert f'<p><sup id="{name}">{number}</sup> In the east alone.</p>' in article.html
    assert f'href="#{name}"' in article.html


@pytest.mark.parametrize("number", ["<span>1</span>", "<sup>new</sup>"])
def test_other_labels_beside_a_paragraph_are_no_numbers_of_notes(number: str) -> None:
    article = body_of(f'{PARAGRAPHS}<div id="s1">{number}<p>First look for a coat that keeps off rain.</p></div>')
    assert "<sup id" not in article.html


@pytest.mark.parametrize(
    ("box", "link"),
    [('<div class="note">', '<a id="fn-3" href="#m3">3</a>'), ('<div id="fn-3">', '<a href="#m3">3</a>')],
)
def test_a_linked_number_beside_the_box_of_its_note_stands_at_the_note_s_begin(box: str, link: str) -> None:
    sentence = '<p>Rain fell on Monday<a id="m3" href="#fn-3">3</a>, as the weather service had said.</p>'
    article = body_of(f"{sentence}{PARAGRAPHS}{box}{link}<div class=x><p>In the east alone.</p></div></div>")
    assert article.text.endswith("\n3 In the east alone.")
    assert article.html.count('id="fn-3"') == article.html.count('href="#fn-3"') == 1
