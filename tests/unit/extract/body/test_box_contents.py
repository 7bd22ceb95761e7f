"""Boxes that hold a form, links or a teaser beside something of the article's own."""

import pytest

from tests.support.bodies import PARAGRAPHS, TEXT, among, body_of

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


def test_a_list_to_be_ticked_stays_and_a_setting_goes() -> None:
    things = ("2 cups of flour", "1 egg", "a pinch of salt", "milk")
    ticks = "".join(
        f'<li><span class="box"><input type="checkbox" id="c{n}"><label for="c{n}"></label></span>{thing}</li>'
        for n, thing in enumerate(things)
    )
    assert "pinch of salt" in among(f'<div class="k1"><h3>What it takes</h3><ul>{ticks}</ul></div>').text
    setting = '<div class="k1"><p>Tell me at once</p><label><input type="checkbox">Tell me on my phone</label></div>'
    assert "my phone" not in among(setting).text


@pytest.mark.parametrize(
    "heading",
    [
        '<h2 id="gauges"><a href="#gauges">Reading the gauges</a></h2>',
        '<h2><a id="gauges" class="anchor" href="#gauges">Reading the gauges</a></h2>',
        "<h2><a>Reading the gauges</a></h2>",
    ],
)
def test_a_section_whose_heading_leads_to_itself_is_no_other_story(heading: str) -> None:
    section = f"<section>{heading}<p>They are read twice a day, at six, by whoever is up.</p></section>"
    assert "They are read twice a day, at six, by whoever is up." in among(section).text.split("\n")
    elsewhere = section.replace("<a>", '<a href="/a">').replace('href="#', 'href="/a#')
    assert "They are read twice a day" not in among(elsewhere).text


def test_a_line_of_a_link_stays_between_paragraphs_that_stand_in_boxes_like_its_own() -> None:
    link = '<a href="/gauges/how-to-read">How to read a rain gauge, step by step!</a>'
    rows = [*TEXT[:2], link, *TEXT[2:]]
    assert "step by step" in body_of("".join(f'<div class="rt">{row}</div>' for row in rows)).text


@pytest.mark.parametrize("wrapper", ["<div>{}</div>", '<div class="widget"><div class="inner">{}</div></div>'])
def test_a_list_in_a_box_of_its_own_is_judged_as_one_without(wrapper: str) -> None:
    names = ("Rijksarchief", "Bundesarchiv", "Public Record Office", "Archives nationales")
    links = "".join(f'<li><a href="https://archive-{n}.example.org/">{name}</a></li>' for n, name in enumerate(names))
    box = wrapper.format(f"<ul>{links}</ul>")
    assert "Bundesarchiv" in among(f"<p>Copies of the ledgers are in these archives:</p>{box}").text


PARTS = (
    "<div class=k1><h4>Pros</h4><ul><li>Boils a litre in two minutes</li><li>Keeps warm</li></ul></div>"
    "<div class=k2><h4>Cons</h4><ul><li>Has a short cord</li></ul></div>"
)
OFFER = '<div class=k1><h4>For a day</h4><ul><li>Five kettles</li></ul><a href="/buy">Buy for a day</a></div>'
ENDS = '<p>The best kettle that we know.</p><a class=k9 href="https://shop.example/kettle">Check the price</a>'


@pytest.mark.parametrize(
    ("box", "kept"),
    [
        (f"<div class=k5>{PARTS}<div class=k3><h4>Verdict</h4>{ENDS}</div></div>", True),
        (f"<div class=k5><div class=k3><h4>Verdict</h4>{ENDS}</div></div>", False),
        (f"<div class=k5>{PARTS}<div class=k3><h3>Kettles</h3>{ENDS}</div></div>", False),
        (f"<div class=k5>{OFFER}<div class=k3><h4>Verdict</h4>{ENDS}</div></div>", False),
        (f"{PARAGRAPHS * 9}{PARTS}<div class=k3><h4>Verdict</h4>{ENDS}</div>", False),
    ],
)
def test_a_heading_and_a_button_are_no_call_in_a_card_below_a_part_headed_alike(box: str, kept: bool) -> None:
    assert ("The best kettle that we know." in among(box).text) == kept
