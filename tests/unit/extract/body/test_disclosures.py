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
