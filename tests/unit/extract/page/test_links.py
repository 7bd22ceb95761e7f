"""Where a page's links lead: here, to a section above, away to another story."""

import pytest
from lxml import html

from newscrawl.extract.page.links import leads_away, links_at
from newscrawl.extract.page.page import Page

PAGE = Page(b"<html><body></body></html>", "https://www.saltmarsh.example/news/2026/rain")


@pytest.mark.parametrize(
    "address", ["/news/2026/frost", "https://saltmarsh.example/sport/regatta", "/news/2026/rain-again", "frost"]
)
def test_another_page_of_the_site_is_away(address: str) -> None:
    assert leads_away(PAGE, html.fromstring(f'<a href="{address}">Frost</a>'))


@pytest.mark.parametrize(
    "address",
    ["", "#top", "/news/2026/rain/", "/news/2026/", "/", "https://agency.example/frost", "mailto:a@b.example"],
)
def test_this_page_its_sections_and_other_sites_are_not(address: str) -> None:
    assert not leads_away(PAGE, html.fromstring(f'<a href="{address}">Frost</a>'))


@pytest.mark.parametrize("markup", ["<a href=/x><h2>Frost</h2></a>", "<h2><b><a href=/x>Frost</a></b></h2>"])
def test_a_heading_has_the_link_inside_it_and_around_it(markup: str) -> None:
    heading = html.fromstring(f"<div>{markup}</div>").find(".//h2")
    assert heading is not None
    assert [link.get("href") for link in links_at(heading)] == ["/x"]
