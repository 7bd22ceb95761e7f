"""Lists that a page makes of boxes: rows of names and figures that stand in no paragraph."""

import pytest

from tests.support.bodies import HEADLINE, PARAGRAPHS, among, body_of, left_over

LISTS = {
    "rows of cells": '<div class="row"><div>{0}</div><div>{1}</div></div>',
    "lines": '<div class="line">{0}: {1}</div>',
    "rows without a name": "<div>{0} <b>{1}</b></div>",
    "cards": '<section class="piece"><div class="in"><div class="t">{0}</div><div class="v">{1}</div></div></section>',
}
WELLS = {"Upper well": "40 metres", "Market square": "32 metres", "Mill lane": "11 metres", "School yard": "9 metres"}


@pytest.mark.parametrize("row", LISTS.values(), ids=LISTS)
def test_rows_of_a_list_in_boxes_stay(row: str) -> None:
    text = among(f'<div class="wells">{"".join(row.format(*well) for well in WELLS.items())}</div>').text
    for name, depth in WELLS.items():
        assert name in text
        assert depth in text


@pytest.mark.parametrize(
    "rows",
    [
        "".join(f'<div class="b"><a href="#">Share {n}</a></div>' for n in range(4)),
        "".join(f'<div class="b"><button>Vote</button><span>Well {n}</span></div>' for n in range(4)),
        '<div class="c">3 May 2026</div><div class="c">Ann Ford</div><div class="c">4 min</div>',
        '<div class="c">Listen</div><div class="c">Listen</div><div class="c">Listen</div>',
        '<div class="c">Latest</div><div class="d">Local</div><div class="e">Weather</div>',
    ],
)
def test_labels_of_tools_and_of_who_and_when_go(rows: str) -> None:
    assert left_over(f"<div>{rows}</div>") == ""


def test_the_last_paragraph_behind_a_list_may_be_short() -> None:
    rows = "".join(f'<div class="line">{name}</div>' for name in WELLS)
    end = "<p>The others were filled in long ago, and nobody knows why.</p>"
    assert "Mill lane" in body_of(f"{PARAGRAPHS}<div>{rows}</div>{end}").text


def test_the_results_of_a_poll_stay() -> None:
    row = '<div class="bar-row"><span class="bar-label">{}</span><span class="bar-value">{} %</span></div>'
    shares = {"Open the well": 62, "Keep it closed": 31, "No matter": 7}
    text = among(f'<div class="poll-results">{"".join(row.format(*s) for s in shares.items())}</div>').text
    assert all(f"{answer} {share} %" in text for answer, share in shares.items())
    counts = "".join(row.replace(" %", "").format(said, 62) for said in ("Views", "Likes", "Shares"))
    assert left_over(f'<div class="meta">{counts}</div>') == ""
    assert left_over('<div class="poll"><div>Your vote?</div><button>Open</button><button>Close</button></div>') == ""


def test_rows_below_the_text_are_no_list_of_it() -> None:
    rows = "".join(f'<div class="line">{name}</div>' for name in WELLS)
    assert "Mill lane" not in body_of(f"{PARAGRAPHS}<div>{rows}</div><p>Ann Ford</p>").text


@pytest.mark.parametrize("tag", ["div", "li", "td"])
def test_words_of_columns_do_not_run_together(tag: str) -> None:
    row = f'<{tag}><span class="stat-number">11</span><span class="stat-label">ferries a year</span></{tag}>'
    around = {"div": "<div>{}</div>", "li": "<ul>{}</ul>", "td": "<table><tr><th>A</th></tr><tr>{}</tr></table>"}[tag]
    others = "<p>They counted more of them.</p>" if tag == "div" else ""
    text = among(around.format(row * (3 if tag == "div" else 1)).replace("11", "11 of", 1) + others).text
    assert "offerries" not in text
    assert "11ferries" not in text


def test_the_number_before_a_subhead_stands_apart() -> None:
    subhead = '<h2><span class="num">1</span><span class="ttl">Soak the rope</span></h2>'
    assert "1 Soak the rope" in among(f"{subhead}<p>Leave it in salt water over night, with a stone on it.</p>").text


@pytest.mark.parametrize(
    "word",
    [
        '<span class="s1">Gran</span><span class="s2">ite</span>',
        '<span class="letter">Gran</span><span class="letter">ite</span>',
        '<span class="dropcap">G</span><span class="rest">ranite</span>',
        '<span class="first">Granite</span><span class="stop">, as ever</span>',
    ],
)
def test_parts_of_a_word_stay_one(word: str) -> None:
    for tag in ("p", "div"):
        text = among(f"<{tag}>{word} is what the masons of the upper villages built of, in three summers.</{tag}>").text
        assert "Granite is what" in text or "Granite, as ever is" in text


def test_rows_of_a_box_beside_the_text_are_no_boxes() -> None:
    rows = "".join(f'<div class="factbox__row"><p>{name} is {depth} deep.</p></div>' for name, depth in WELLS.items())
    html = among(f'<div class="factbox"><h3 class="factbox__title">The wells</h3>{rows}</div>').html
    assert html.count('<div class="box">') == 1
    assert "Mill lane is 11 metres deep." in html


def test_the_menu_of_a_restaurant_is_no_navigation() -> None:
    dishes = ("Smoked eel on toast", "Leek and potato soup", "Cockles with brown butter", "Seaweed custard")
    rows = "".join(f'<div class="menu-item"><div class="menu-name">{dish}</div></div>' for dish in dishes)
    assert all(dish in among(f'<div class="menu">{rows}</div>').text for dish in dishes)
    links = "".join(f'<div class="menu-item"><a href="/{n}">{dish}</a></div>' for n, dish in enumerate(dishes))
    assert left_over(f'<div class="menu">{links}</div>') == ""


def test_the_linked_name_of_a_product_stands_above_what_is_said_of_it() -> None:
    said = "<p>It boiled a litre in two minutes, and nothing dripped from the spout when we poured slowly.</p>"
    name = '<a href="https://shop.example/k" rel="sponsored"{}>{}</a>'
    card = '<div class="kettle">{}{}{}</div>'
    link = f'<div class="kettle__name">{name.format("", "Hask Kettle")}</div>'
    text = among(card.format(link, said, name.format(' class="btn"', "See the price"))).text
    assert "Hask Kettle" in text
    assert "See the price" not in text
    assert "Hask Kettle" not in among(card.format(link.replace("sponsored", "tag"), said, "")).text


def test_a_card_of_a_tested_product_is_no_other_story() -> None:
    said = "It boiled a litre in two minutes and eleven seconds, and nothing dripped from the spout when we poured."
    card = '<div class="card"><h3><a href="https://shop.example/{0}"{1}>Kettle {0}</a></h3><p>{2}</p></div>'
    sold = "".join(card.format(n, ' rel="nofollow sponsored"', f"In test {n}: {said}") for n in range(3))
    assert "In test 2: It boiled" in among(sold).text
    stories = "".join(card.format(n, "", f"In test {n}: {said}") for n in range(3))
    assert HEADLINE not in left_over(stories)
    assert "In test 2: It boiled" not in left_over(stories)
