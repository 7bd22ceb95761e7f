"""Slides that a page hides until their turn comes are the article's, and come out in their order."""

import pytest

from tests.support.bodies import among

SLIDE = '<li class="item item-{n}"{hidden}><img src="/p{n}.jpg" width="900"><div>{words}</div></li>'


def names(html: str) -> list[str]:
    return [image.url.rpartition("/")[2] for image in among(html).images]


@pytest.mark.parametrize("hidden", [' style="display: none"', " hidden", ' style="visibility:hidden"'])
def test_hidden_slides_of_a_show_come_out(hidden: str) -> None:
    shown = SLIDE.format(n=1, hidden="", words="A wave over the wall")
    later = "".join(SLIDE.format(n=n, hidden=hidden, words="") for n in (2, 3))
    assert names(f"<ul>{shown}{later}</ul>") == ["p1.jpg", "p2.jpg", "p3.jpg"]


@pytest.mark.parametrize(
    "row",
    [
        '<ul><li class="x" hidden><img src="/p1.jpg"></li><li class="x" hidden><img src="/p2.jpg"></li></ul>',
        '<div><p class="x">Nothing here.</p><div class="x" hidden><img src="/p1.jpg"></div></div>',
        '<div><div class="x"><a href="/o">The storm</a></div><div class="x" hidden><img src="/p1.jpg"></div></div>',
        '<div><div class="own"><img src="/logo.svg"></div><div class="menu" hidden><img src="/p1.jpg"></div></div>',
    ],
)
def test_what_is_hidden_else_does_not(row: str) -> None:
    assert "p1.jpg" not in names(row)


def test_a_hidden_slide_with_a_link_to_another_story_does_not() -> None:
    shown = '<div class="card"><img src="/p1.jpg" width="900"></div>'
    other = '<div class="card" hidden><a href="/storm"><img src="/p2.jpg" width="900">Storm in the north</a></div>'
    assert names(f"<div>{shown}{other}</div>") == ["p1.jpg"]
