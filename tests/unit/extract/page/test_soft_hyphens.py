"""Soft hyphens: who searches a post for a word finds it."""

import json

import pytest

from newscrawl import extract_article

TEXT = (
    "Die For{0}schungs{0}abtei{0}lung hat am Mon{0}tag einen <b>Be{0}richt</b> vor{0}ge{0}legt, der mehrere hundert "
    'Seiten um{0}fasst. <img src="/haus.jpg" alt="Das Rat{0}haus" width="800" height="600">'
)
PAGE = '<html lang="de"><head><title>{1}</title></head><body><h1>{1}</h1><div>{0}</div></body></html>'


@pytest.mark.parametrize("hyphen", ["\xad", "&shy;", "&#173;", "&#0173;", "&#xad;", "&#x00AD;"])
def test_no_word_of_an_article_is_cut_by_soft_hyphens(hyphen: str) -> None:
    paragraphs = "".join(f"<p>{n}. {TEXT}</p>" for n in range(6))
    page = PAGE.format(paragraphs, "Neuer Be{0}richt zum Rat{0}haus").replace("{0}", hyphen)
    article = extract_article(page, url="https://zeitung.example/bericht")
    assert article is not None and article.title == "Neuer Bericht zum Rathaus"
    assert "Forschungsabteilung hat am Montag einen Bericht vorgelegt" in article.text
    assert 'alt="Das Rathaus"' in article.body and "\xad" not in article.body


def test_a_text_in_the_data_of_a_page_is_without_them_too() -> None:
    paragraphs = "".join(f"<p>{n}. {TEXT.partition('<img')[0]}</p>" for n in range(6)).replace("{0}", "\xad")
    data = json.dumps({"props": {"article": {"title": "Neuer Bericht", "body": paragraphs}}})
    page = PAGE.format(f'<script id="__NEXT_DATA__" type="application/json">{data}</script>', "Neuer Bericht")
    article = extract_article(page, url="https://zeitung.example/bericht")
    assert article is not None and "Forschungsabteilung hat am Montag einen" in article.text


@pytest.mark.parametrize("hyphen", ["&shy ", "&#173 ", "&#xad "])
def test_a_reference_needs_no_semicolon(hyphen: str) -> None:
    page = PAGE.format(
        f"<p>Die Abteilung{hyphen}hat einen Bericht vorgelegt, der lang ist.</p>" + f"<p>{TEXT}</p>" * 4, "X"
    )
    article = extract_article(page.replace("{0}", ""), url="https://zeitung.example/bericht")
    assert article is not None and "Die Abteilung hat einen Bericht" in article.text


def test_what_only_begins_like_one_stays() -> None:
    signs = '<a href="/s?a=1&shy=2">Sieben</a> &#1730; &#xade; Zeichen'
    page = PAGE.format(f"<p>Die Abteilung hat {signs} in einem Bericht vorgelegt.</p>" + f"<p>{TEXT}</p>" * 4, "X")
    article = extract_article(page.replace("{0}", ""), url="https://zeitung.example/bericht")
    assert article is not None and "Sieben \u06c2 \u0ade Zeichen" in article.text and "shy=2" in article.body


def test_other_signs_stay() -> None:
    signs = "und Co\u2010Autoren, non\u2011breaking, a\u200cb"
    page = PAGE.format(f"<p>{signs} stehen hier in einem langen Satz, der etwas sagt.</p><p>{TEXT}</p>" * 4, "Der Satz")
    article = extract_article(page.replace("{0}", "&shy;"), url="https://zeitung.example/bericht")
    assert article is not None and signs in article.text
