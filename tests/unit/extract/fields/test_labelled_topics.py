"""Tags in a list below a heading that announces them, on pages where nothing else says so."""

import pytest

from newscrawl.extract.fields.near import Near
from newscrawl.extract.fields.tags import find_tags
from newscrawl.extract.page.page import Page

TEXT = "<p>The council met on Monday, and the masons of three villages were there.</p>" * 3


def tags_of(body: str, language: str) -> list[str]:
    page = Page(f"<html lang={language}><body>{body}</body></html>".encode(), "https://www.saltmarsh.example/2026/rain")
    return find_tags(Near(page, page.h1s[0]))[0]


def listed(label: str, folder: str = "/noticias/") -> str:
    links = "".join(f"<li><a href='{folder}{name}/'>{name}</a></li>" for name in ("agua", "huertas"))
    return f"<section class='a_ar'><h3>{label}</h3><ul>{links}</ul></section>"


@pytest.mark.parametrize(("label", "language"), [("Archivado En", "es"), ("Topics", "en"), ("Tags:", "en")])
def test_a_heading_of_tags_names_the_list_below_it(label: str, language: str) -> None:
    assert tags_of(f"<article><h1>Rain</h1>{TEXT}{listed(label)}</article>", language) == ["agua", "huertas"]


def test_a_menu_and_a_list_of_stories_are_none() -> None:
    assert tags_of(f"<article><h1>Rain</h1>{listed('Topics')}{TEXT}</article>", "en") == []
    assert tags_of(f"<article><h1>Rain</h1>{TEXT}{listed('Most read')}</article>", "en") == []
    menu = "<h3>Topics</h3><ul><li><a href='/a/rain/'>Rain</a></li><li><a href='/b/sun/'>Sun</a></li></ul>"
    assert tags_of(f"<article><h1>Rain</h1>{TEXT}{menu}</article>", "en") == []


LINKS = "<a href='/noticias/agua/'>agua</a>, <a href='/noticias/huertas/'>huertas</a>"


@pytest.mark.parametrize(
    ("box", "language"),
    [
        (f"<div><span>Palabras clave:</span> {LINKS}</div>", "es"),
        (f"<p>Tags: {LINKS}</p>", "en"),
        (f"<ul><li><b>Topics</b></li><li>{LINKS.replace(', ', '</li><li>')}</li></ul>", "en"),
        (f"</article><div><i class=i></i>Mots-clés : {LINKS}</div>", "fr"),
    ],
)
def test_words_right_before_links_name_them(box: str, language: str) -> None:
    assert tags_of(f"<article><h1>Rain</h1>{TEXT}{box}</article>", language) == ["agua", "huertas"]


@pytest.mark.parametrize(
    "box",
    [
        "<p>Tags: <a href='/noticias/agua/'>agua</a></p>",
        f"<p><a href='/noticias/'>Tags</a>: {LINKS}</p>",
        f"<p>On tags: {LINKS}</p>",
        "<div>Tags: <a href='/a/agua/'>agua</a>, <a href='/b/'>huertas</a></div>",
    ],
)
def test_other_links_have_no_such_label(box: str) -> None:
    assert tags_of(f"<article><h1>Rain</h1>{TEXT}{box}</article>", "en") == []
