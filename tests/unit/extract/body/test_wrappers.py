"""What a box with nearly the whole text is called does not tell its blocks apart."""

from tests.support.bodies import HEADLINE, body_of

PLANS = "".join(
    f"<h4>Gauge {n}</h4><p>Gauge {n} offers {n * 7 % 13} readings.</p><ul><li>Main features: tide, rain {n}</li></ul>"
    f'<p>To learn more, read our <a href="/gauges/{n}">full review of gauge {n}</a>.</p>'
    for n in range(150)
)


def _text(wrapper: str) -> str:
    """The text of a long guide of short lines, two boxes inside what says that it is the body."""
    boxes = f'<div class="{wrapper}"><div class="{wrapper}">{PLANS}</div></div>'
    text = f'<div class="entry-content"><p>Where the river stood, gauge by gauge.</p>{boxes}</div>'
    body = f'<div class="layout"><h1>{HEADLINE}</h1>{text}</div>'
    return body_of("", page=f"<html><body>{body}</body></html>").text


def test_names_of_layout_around_a_whole_text_leave_nothing_out() -> None:
    said = _text("tablet hide-mobile mt-2 items-center")
    assert said.count("readings.") == 150
    assert said.count("To learn more") == 150
    assert said == _text("content")
