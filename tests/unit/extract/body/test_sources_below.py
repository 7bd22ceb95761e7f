"""Sources that stand in a box of their own below a text."""

import pytest

from tests.support.bodies import HEADLINE, PARAGRAPHS, body_of

LIST = (
    "<ol><li>Lind (1911): <a href='https://books.example/salt'>Salt roads</a></li><li>A talk with the miller</li></ol>"
)


def below(box: str, language: str = "en") -> str:
    page = f"<article><h1>{HEADLINE}</h1><div class=text>{PARAGRAPHS}</div>{box}</article>"
    return body_of("", page=f"<html lang={language}><body>{page}</body></html>").text


@pytest.mark.parametrize(
    ("language", "heading"), [("en", "Sources"), ("de", "Quellen:"), ("fr", "Sources"), ("es", "Fuentes")]
)
@pytest.mark.parametrize("tag", ["h2", "p"])
def test_a_list_of_sources_below_the_text_stays(language: str, heading: str, tag: str) -> None:
    found = below(f"<section class=z><{tag}>{heading}</{tag}>{LIST}</section>", language)
    assert found.endswith(f"{heading}\nLind (1911): Salt roads\nA talk with the miller")


@pytest.mark.parametrize("heading", ["More stories", "From the mill"])
def test_other_lists_below_the_text_do_not(heading: str) -> None:
    assert "miller" not in below(f"<section class=z><h2>{heading}</h2>{LIST}</section>")
