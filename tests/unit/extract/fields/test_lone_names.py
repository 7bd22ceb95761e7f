"""Names without a word that says what they are: a section beside the date is no person."""

import pytest

from newscrawl import extract_article

TEXT = "<p>The harbour board met on Tuesday and heard how the old pier is to be mended before the winter.</p>" * 6


def _authors(line: str, menu: str) -> list[str]:
    title = "How the old pier of the valley is mended"
    text = f"<article><h1>{title}</h1><div>{line}</div>{TEXT}</article>"
    page = f"<html lang=en><title>{title}</title><body><nav><a href='/s'>{menu}</a></nav>{text}</body></html>"
    article = extract_article(page, url="https://example.com/pier")
    assert article
    return article.authors


@pytest.mark.parametrize("menu", ["Real Estate", "REAL ESTATE", "Real estate"])
def test_a_section_of_the_menu_beside_the_date_is_no_author(menu: str) -> None:
    assert _authors("May 4, 2026 | Real Estate", menu) == []


def test_a_name_beside_the_date_is_the_author() -> None:
    assert _authors("May 4, 2026 | Jane Doe", "Real Estate") == ["Jane Doe"]
