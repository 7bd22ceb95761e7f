"""Items of lists: what is to be ticked, and the numbers and ticks that stand before what an item says."""

import pytest

from tests.support.bodies import among, left_over

THINGS = ("200 g of barley", "3 leeks", "salt")


@pytest.mark.parametrize(
    "item",
    [
        '<li><input type="checkbox" id="{n}"><label for="{n}">{thing}</label></li>',
        '<li><label><input type="checkbox"><span>{thing}</span></label></li>',
        '<li><div><input type="checkbox" id="{n}"> <label for="{n}"><b>{thing}</b></label></div></li>',
    ],
)
def test_labels_of_a_list_to_be_ticked_are_what_it_says_and_those_of_a_form_are_choices(item: str) -> None:
    items = "".join(item.format(n=n, thing=thing) for n, thing in enumerate(THINGS))
    assert left_over(f"<h2>What it takes</h2><ul>{items}</ul>").count("<li>") == len(THINGS)
    assert "leeks" not in among(f"<form><h2>What it takes</h2><ul>{items}</ul></form>").text
    assert "leeks" not in among(f"<div><h2>Show only</h2><ul>{items}</ul><button>Show</button></div>").text
    radio = items.replace("checkbox", "radio")
    assert "leeks" not in among(f"<h2>What do you like?</h2><ul>{radio}</ul>").text


@pytest.mark.parametrize("number", ["<span>{n}</span>", '<div class="k">{n}.</div>', "<b>0{n}</b>", "<p>{n})</p>"])
def test_an_ordered_list_has_no_numbers_in_its_items(number: str) -> None:
    items = "".join(f"<li>{number.format(n=n)}<p>Take {thing}</p></li>" for n, thing in enumerate(THINGS, 1))
    inside = "".join(f"<li><p>Take {thing}</p></li>" for thing in THINGS)
    assert left_over(f"<ol>{items}</ol>") == f"<ol>{inside}</ol>"


@pytest.mark.parametrize(
    "items",
    [
        "<ol><li><b>1</b> egg</li><li><b>3</b> leeks</li></ol>",
        "<ol><li><b>1</b></li><li><b>2</b></li></ol>",
        "<ol><li><b>2</b> votes</li><li><b>1</b> vote</li></ol>",
        "<ul><li><b>1</b> egg</li><li><b>2</b> leeks</li></ul>",
        "<ol><li>In <b>1</b> hour</li><li>In <b>2</b> hours</li></ol>",
    ],
)
def test_numbers_that_say_something_stay(items: str) -> None:
    assert left_over(items) == items
