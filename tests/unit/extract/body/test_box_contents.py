"""Boxes that hold a form, links or a teaser beside something of the article's own."""

import pytest

from tests.support.bodies import among

ITEMS = "<ul><li><b>2</b> cups of flour</li><li><b>1</b> egg</li><li>Salt</li></ul>"
ROWS = "<table><tr><td>2 cups</td><td>flour</td></tr><tr><td>1</td><td>egg</td></tr><tr><td>Salt</td></tr></table>"
FIELD = '<input type="number" name="servings" value="4">'


@pytest.mark.parametrize("things", [ITEMS, ROWS])
def test_a_list_below_a_field_that_reckons_it_stays(things: str) -> None:
    in_words = FIELD.replace("number", "text")
    for box in (
        f"<form><label>For {FIELD}</label></form>{things}",
        f"<p>For {FIELD} people</p>{things}",
        f"<p>For {in_words} people</p>{things}",
    ):
        assert "flour" in among(f'<section class="k1"><h2>What it takes</h2>{box}</section>').text


@pytest.mark.parametrize(
    "form",
    [
        ITEMS + '<form><input type="email" name="mail"></form>',
        ITEMS + '<form><input type="text" placeholder="Your e-mail"><button>Send it to me</button></form>',
        f"<ul><li><label>{FIELD} flour</label></li><li>{FIELD} flour</li><li>{FIELD} flour</li></ul>",
    ],
)
def test_a_form_with_a_list_goes_where_it_asks_for_an_address_or_the_list_is_to_be_filled_in(form: str) -> None:
    assert "flour" not in among(f'<section class="k1"><h2>What it takes</h2>{form}</section>').text
