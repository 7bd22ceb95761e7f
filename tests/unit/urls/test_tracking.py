"""Which parameters change nothing."""

import pytest

from newscrawl.urls.tracking import CLICKS, TRACKING, changes_nothing


@pytest.mark.parametrize(
    "name", ["utm_source", "FBCLID", "xtor", "at_campaign", "jsessionid", "mtm_kwd", "ASPSESSIONIDX"]
)
def test_where_a_reader_came_from(name: str) -> None:
    assert changes_nothing(name, "anything")


@pytest.mark.parametrize(("name", "value", "nothing"), [
    ("id", "1", False), ("page", "2", False), ("utm", "1", False),
    ("amp", "1", True), ("amp", "", True), ("amp", "power", False), ("view", "mobile", True), ("view", "story", False),
])  # fmt: skip
def test_what_shows_another_page_stays(name: str, value: str, nothing: bool) -> None:
    assert changes_nothing(name, value) is nothing


def test_no_image_loses_its_size() -> None:
    sizes = {"w", "h", "width", "height", "resize", "quality", "q", "fit", "crop", "sh", "format", "auto", "dpr"}
    assert not sizes & CLICKS and CLICKS < TRACKING
