"""Paragraphs that are `<div>`s: a box without a name that holds a line of text is no part of the page of its own."""

import pytest

from tests.support.bodies import HEADLINE, TEXT, body_of

LONG = (
    "The council met three times before it voted, and each time the hall was so full that people stood on the stairs "
    "and in the street, where loudspeakers had been put up for them by the volunteer fire brigade of the lower town. "
) * 3


def _page(paragraphs: str) -> str:
    return f'<html><body><main><div class="k1"><h1>{HEADLINE}</h1>{paragraphs}</div></main></body></html>'


def test_paragraphs_as_boxes_between_subheads_are_one_text() -> None:
    parts = "".join(
        f"<h2>{n}. {text[:18].strip()}</h2><div>{text}</div><div>{n} more: {text}</div>" for n, text in enumerate(TEXT)
    )
    text = body_of("", page=_page(f"<div>{LONG}</div>{parts}")).text
    assert all(text.count(said) == 2 for said in TEXT)
    assert all(f"{n}. {said[:18].strip()}" in text for n, said in enumerate(TEXT))


@pytest.mark.parametrize("name", ["", ' class="text-block"'])
@pytest.mark.parametrize("picture", ["", '<img src="/hall.jpg" width="900" height="600">'])
def test_a_long_paragraph_as_a_box_is_not_the_whole_text(picture: str, name: str) -> None:
    short = "".join(f"<h3>{text[:18].strip()}</h3><div{name}>{text}</div>{picture}" for text in TEXT)
    text = body_of("", page=_page(f"<div{name}>{LONG * 4}</div>{picture}{short}")).text
    assert all(said in text for said in TEXT)


def test_a_text_parted_by_breaks_in_one_box_is_a_text() -> None:
    said = "<br><br>".join(TEXT)
    assert all(line in body_of("", page=_page(f"<div>{said}</div>")).text for line in TEXT)
