"""Lines at the edges of a text that a crawl met in other articles of the site."""

import pytest

from newscrawl.extract import Rules, read_page
from newscrawl.extract.body.edges import REASON
from newscrawl.text.letters import line_key

TEXT = [
    f"The harbour board met for the {n}th time on Tuesday and heard how the old pier is to be mended." for n in range(8)
]
TEMPLATE = "The Saltmarsh Post has told the news of this coast since 1903, and nine people in two rooms make it."


def page(*lines: str) -> bytes:
    text = "".join(f"<p>{line}</p>" for line in lines)
    return f"<html><body><h1>The old pier</h1><div class=story>{text}</div></body></html>".encode()


def text_of(html: bytes, *repeated: str) -> str:
    rules = Rules(repeated=frozenset(map(line_key, repeated)))
    article = read_page(html, "https://example.com/pier", rules=rules).article
    assert article
    return article.text


@pytest.mark.parametrize("at", [0, 1, 8, 7])
def test_a_line_at_an_edge_goes_where_other_articles_have_it(at: int) -> None:
    html = page(*TEXT[:at], TEMPLATE, *TEXT[at:])
    assert TEMPLATE in text_of(html), "one page alone cannot tell"
    assert text_of(html, TEMPLATE.upper().replace(" ", "  ")) == "\n".join(TEXT)


def test_the_middle_of_a_text_stays() -> None:
    more = [line.replace("board", "council") for line in TEXT]
    assert TEMPLATE in text_of(page(*TEXT, TEMPLATE, *more), TEMPLATE)


def test_a_text_of_nothing_else_stays_and_so_do_short_lines() -> None:
    assert text_of(page(*TEXT[:3]), *TEXT) == "\n".join(TEXT[:3])
    assert line_key("Yes, he said") == line_key("Why?") == 0


def test_the_reason_is_told_and_what_went_is_met_again() -> None:
    html = page(*TEXT, TEMPLATE)
    reading = read_page(html, "https://example.com/pier", rules=Rules(repeated=frozenset({line_key(TEMPLATE)})))
    assert REASON in [why for _, why in reading.removed]
    assert line_key(TEMPLATE) in reading.edges, "else it would come back as soon as it was left out often enough"
