"""What a page keeps folded until a click, where the click is a script's alone."""

import pytest

from tests.support.bodies import among

TITLE, INSIDE = "What the repair costs", "Forty-one coins, of which the valley pays half. The rest comes from the mill."


@pytest.mark.parametrize(
    "head",
    [
        f"""<div class="sp"><a href="javascript:ShowOrHide('sp1')">{TITLE}</a></div>""",
        f"""<div class="sp" onclick="toggle(this, '#sp1')"><b>{TITLE}</b></div>""",
        f"""<p><a href="#" onclick="show('sp1'); return false">{TITLE}</a></p>""",
    ],
)
def test_what_a_script_unfolds_stays(head: str) -> None:
    text = among(f'<div>{head}<div id="sp1" style="display:none">{INSIDE}</div></div>').text
    assert INSIDE in text


def test_what_another_script_hides_stays_hidden() -> None:
    head = f"""<div class="sp"><a href="javascript:ShowOrHide('sp2')">{TITLE}</a></div>"""
    assert INSIDE not in among(f'<div>{head}<div id="sp1" style="display:none">{INSIDE}</div></div>').text


def test_an_accordion_that_calls_itself_a_list_of_tabs_stays() -> None:
    button = '<button aria-expanded="false" aria-controls="c1">Who pays for the repair?</button>'
    panel = f'<div id="c1" class="collapse" role="region"><p>{INSIDE}</p></div>'
    assert INSIDE in among(f'<div class="accordion" role="tablist"><div class="item">{button}{panel}</div></div>').text


def test_the_names_of_tabs_go() -> None:
    tabs = '<ul role="tablist"><li role="tab">The costs of it</li><li role="tab">The rest of it</li></ul>'
    assert "The costs" not in among(tabs).text


def test_a_box_for_a_button_unfolds_the_region_behind_it() -> None:
    head = f'<div class="tt" role="button"><a tabindex="0">{TITLE}</a></div>'
    text = among(f'<div class="toggle">{head}<div role="region"><p>{INSIDE}</p></div></div>').text
    assert f"{TITLE}\n{INSIDE}" in text
