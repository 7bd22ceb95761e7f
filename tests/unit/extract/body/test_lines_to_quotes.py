"""Who is quoted: a line above a quotation that is a link and a colon, as blogs about other pages write."""

import pytest

from tests.support.bodies import HEADLINE, TEXT, body_of

QUOTES = (
    "<blockquote><p>Then, when the gauge at the lower mill was read, nobody believed what it said.</p></blockquote>",
    "<blockquote><p>The last report told how the weir was built. This one tells who paid for it.</p></blockquote>",
)
LINES = ("Mara Field:", "Odd Gull, in the Saltmarsh Post:", "乡报：")


@pytest.mark.parametrize("line", LINES)
def test_who_is_quoted_stays_above_the_quotation_that_begins_the_text(line: str) -> None:
    linked = f"<p><a href='https://field.example/gauge'>{line[:-1]}</a>{line[-1]}</p>"
    post = f"{linked}{QUOTES[0]}<p>{TEXT[0]}</p>{QUOTES[1]}"
    assert body_of(f"{post}<p class=tags><a rel=tag href=/tag/mill>mill</a></p>").text.startswith(line)


@pytest.mark.parametrize("line", LINES)
def test_who_is_quoted_stays_between_two_quotations(line: str) -> None:
    linked = f"<p><a href='https://gull.example/weir'>{line[:-1]}</a>{line[-1]}</p>"
    post = f"<p><a href='https://field.example/'>Mara Field</a>:</p>{QUOTES[0]}{linked}{QUOTES[1]}"
    page = f"<html><body><div id=main><p class=day>Tuesday, 1 September</p><div class=post><h1>{HEADLINE}</h1>{post}"
    more = "<p>Earlier:</p><ul><li><a href=/a>The weir</a></li><li><a href=/b>The gauge</a></li></ul></div></div>"
    lines = body_of("", page=page + more).text.split("\n")
    assert lines[0] == "Mara Field:" and line in lines


@pytest.mark.parametrize("line", ["By Mara Field", "Tuesday, 1 September 2026", "Weather"])
def test_who_wrote_and_when_goes_above_a_quotation(line: str) -> None:
    assert line not in body_of(f"<p>{line}</p>{QUOTES[0]}<p>{TEXT[0]}</p>{QUOTES[1]}").text
