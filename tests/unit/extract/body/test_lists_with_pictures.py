"""A list stays a list where small pictures mark its items, and where pictures stand in some of them."""

import pytest

from tests.support.bodies import among, left_over

TICK, CROSS = '<img src="/icons/tick-round.svg" alt="For">', '<img src="/icons/cross-round.svg" alt="Against">'


def items(*inside: str) -> str:
    return "".join(f"<li>{each}</li>" for each in inside)


@pytest.mark.parametrize(
    ("inside", "expected"),
    [
        (
            f"<ul>{items(f'{TICK}<span>Light to carry</span>', f'{TICK}<span>Dries overnight</span>')}</ul>",
            "<ul><li>Light to carry</li><li>Dries overnight</li></ul>",
        ),
        (
            f"<ol>{items(TICK + 'Light', TICK + 'Dry', f'<div>{CROSS}</div>Dear', CROSS + 'Loud')}</ol>",
            "<ol><li>Light</li><li>Dry</li><li>Dear</li><li>Loud</li></ol>",
        ),
    ],
)
def test_a_picture_that_marks_item_after_item_goes_and_the_list_stays(inside: str, expected: str) -> None:
    assert left_over(inside) == expected


def test_pictures_of_the_items_own_stay() -> None:
    boats = items(*(f'<img src="/boats/{n}.jpg"><p>The {n} boat carries four people over the river.</p>' for n in "ab"))
    assert left_over(f"<ul>{boats}</ul>").count("<img") == 2


def test_a_portrait_beside_long_comments_is_no_mark() -> None:
    said = "I have lived in the valley for forty years and never saw the river as low as it was this summer. " * 4
    comments = items(*(f'<img src="/people/nobody.png"><p>{said}{n}</p>' for n in "ab"))
    assert "/people/nobody.png" in left_over(f"<ul>{comments}</ul>")


def test_a_list_with_a_picture_in_one_of_its_items_is_a_list() -> None:
    said = ["Take the coats in before the rain.", "Open the gates of the lower weir.", "Call the neighbours upstream."]
    body = among(f"<ol>{items(said[0], said[1] + '<br><img src=/weir.jpg>', said[2])}</ol>")
    inside = f'{said[1]}<img src="https://www.valleypost.example/weir.jpg" alt="">'
    assert f"<ol><li>{said[0]}</li><li>{inside}</li><li>{said[2]}</li></ol>" in body.html.replace("\n", "")
    assert [image.url for image in body.images] == ["https://www.valleypost.example/weir.jpg"]
    assert "\n".join(said) in body.text


def test_a_list_with_pictures_goes_on_counting() -> None:
    said = ["Take the coats in before the rain.", "Open the gates of the lower weir.<br><img src=/weir.jpg>"]
    assert '<ol start="4"><li>Take' in left_over(f'<ol start="4">{items(*said)}</ol>').replace("\n", "")


def test_a_list_that_lays_out_paragraphs_and_headings_is_none() -> None:
    part = "<h3>{0} day</h3><p>It rained from the morning on.</p><p>At night it was dry again.</p><img src='/{0}.jpg'>"
    assert "<li>" not in left_over(f"<ul>{items(part.format('First'), part.format('Second'))}</ul>")
