"""Tabs within a text: what stands on a tab heads its panel."""

import pytest

from tests.support.bodies import among

SUMMER = "In summer the boats leave every hour, and the mill is open until ten in the evening."
WINTER = "In winter there is one boat in the morning, and the mill is closed but on market days."


def tabs(names: tuple[str, str], panels: tuple[str, str], *, list_of: str = "role=tablist") -> str:
    return f"<div class=w><ul {list_of}>{names[0]}{names[1]}</ul><div class=all>{panels[0]}{panels[1]}</div></div>"


NAMED = ("<li role=tab aria-controls=s>Summer</li>", "<li role=tab aria-controls=w>Winter</li>")
PANELS = (f"<div role=tabpanel id=s><p>{SUMMER}</p></div>", f"<div role=tabpanel id=w><p>{WINTER}</p></div>")


@pytest.mark.parametrize(
    "part",
    [
        tabs(NAMED, PANELS),
        tabs(("<li role=tab>Summer</li>", "<li role=tab>Winter</li>"), PANELS),
        tabs(
            ("<li><a data-toggle=tab href='#s'>Summer</a></li>", "<li><a data-toggle=tab href='#w'>Winter</a></li>"),
            (f"<div class=tab-pane id=s><p>{SUMMER}</p></div>", f"<div class=tab-pane id=w><p>{WINTER}</p></div>"),
            list_of="class='nav nav-tabs'",
        ),
        tabs(
            ("<label for=a1>Summer</label>", "<label for=a2>Winter</label>"),
            (f"<div class=tabbed-block><p>{SUMMER}</p></div>", f"<div class=tabbed-block><p>{WINTER}</p></div>"),
            list_of="class=tabbed-labels",
        ),
        tabs(
            ("<li><a data-w-tab=One>Summer</a></li>", "<li><a data-w-tab=Two>Winter</a></li>"),
            (
                f"<div class='w-tab-pane' data-w-tab=One><p>{SUMMER}</p></div>",
                f"<div class='w-tab-pane' data-w-tab=Two><p>{WINTER}</p></div>",
            ),
            list_of="class='menu w-tab-menu'",
        ),
        tabs(
            ("<li><button role=tab id=t1>Summer</button></li>", "<li><button role=tab id=t2>Winter</button></li>"),
            (
                f"<div role=tabpanel aria-labelledby=t1><p>{SUMMER}</p></div>",
                f"<div role=tabpanel aria-labelledby=t2 hidden><p>{WINTER}</p></div>",
            ),
        ),
    ],
)
def test_the_name_of_a_tab_heads_its_panel(part: str) -> None:
    assert f"\nSummer\n{SUMMER}\nWinter\n{WINTER}\n" in among(part).text


def test_a_panel_s_own_heading_is_enough() -> None:
    own = tuple(panel.replace("<p>", "<h3>The boats</h3><p>", 1) for panel in PANELS)
    text = among(tabs(NAMED, (own[0], own[1]))).text
    assert "The boats" in text
    assert "Summer\n" not in text


def test_panels_of_links_have_no_headings() -> None:
    links = "<p><a href='/a'>The mayor opens the new bridge</a></p><p><a href='/b'>The school has a roof</a></p>"
    assert "Summer" not in among(tabs(NAMED, (f"<div role=tabpanel id=s>{links}</div>", PANELS[1]))).text


def test_tabs_of_other_panels_name_none() -> None:
    others = tuple(name.replace("aria-controls=", "aria-controls=x") for name in NAMED)
    text = among(tabs((others[0], others[1]), PANELS)).text
    assert "Summer" not in text
    assert SUMMER in text
