"""Authors that a page declares, and what goes before them."""

import json

import pytest

from tests.support.bylines import (
    ORGANISATION,
    authors,
    declared,
    json_ld,
    signed,
    story,
)


@pytest.mark.parametrize(
    ("declared", "names"),
    [
        ("Harbour Press GmbH, Kiel, Germany", ["Harbour Press GmbH"]),
        ("Copyright Harbour Press - all rights reserved", []),
        ("publisher", []),
        ("Harbour Press GmbH, Tide Media Ltd", ["Harbour Press GmbH", "Tide Media Ltd"]),
        ("Harbour Press GmbH, Jane Doe", ["Jane Doe"]),
    ],
)
def test_a_house_s_address_or_rights_in_a_meta_tag_name_nobody_else(declared: str, names: list[str]) -> None:
    assert list(authors(f'<head><meta name="author" content="{declared}"></head>').names) == names


def test_references_are_followed() -> None:
    graph = {"@graph": [
        {"@type": "Article", "headline": "Rain", "author": [{"@id": "#jane"}]},
        {"@type": "Person", "@id": "#jane", "name": "Jane Doe"},
    ]}  # fmt: skip
    assert authors(f'<script type="application/ld+json">{json.dumps(graph)}</script>').names == ("Jane Doe",)


@pytest.mark.parametrize("name", ["Jonas Head", "Park Min-ji", "Min Park", "Ella Guest", "Anna Sommer", "Piers Read"])
def test_names_with_words_of_newsrooms_in_them_are_names(name: str) -> None:
    node = f'{{"@type": "Person", "name": "{name}"}}'
    assert story(head=declared(node)) == [name]
    assert story(after=f'<p class="byline">By {name}</p>') == [name]


@pytest.mark.parametrize(
    ("node", "expected"),
    [
        ('{"@type": "Person", "givenName": "Jane", "familyName": "Doe"}', ["Jane Doe"]),
        ('{"@type": "Person", "name": "Doe, Jane"}', ["Jane Doe"]),
        ('{"@type": "Person", "name": ["Jane Doe", "John Roe"]}', ["Jane Doe", "John Roe"]),
        ('{"@type": "Person", "name": "Harbour feed"}', []),
        ('{"@type": "Person", "name": "root"}', []),
    ],
)
def test_declared_names_in_parts_listed_turned_or_of_feeds(node: str, expected: list[str]) -> None:
    assert story(head=declared(node)) == expected


EDITOR = declared('{"@type": "Person", "name": "Henrik Dahl"}')


@pytest.mark.parametrize(
    "line",
    [
        '<p class="byline">By Runa Foss</p>',
        "<p>By Runa Foss, 27 November 2026</p>",
        "<div><span>Words by</span> <span>Runa Foss</span></div>",
        '<div class="au-2">Runa Foss</div>',
        '<ul class="as"><li><div>Runa Foss, BRENHOLM</div></li></ul>',
    ],
)
def test_a_byline_that_readers_see_goes_before_a_declared_name_that_they_do_not(line: str) -> None:
    assert story(head=EDITOR, line=line) == ["Runa Foss"]
    assert story(head=EDITOR, line=f"{line}<p>Edited by Henrik Dahl</p>") == ["Henrik Dahl"]


def test_the_name_of_the_house_hides_no_name_at_the_headline() -> None:
    house = declared('{"@type": "Person", "name": "港報"}, "publisher": {"@type": "Organization", "name": "港報"}')
    assert story(head=house, line='<div class="au-2">Runa Foss</div>') == ["Runa Foss"]


@pytest.mark.parametrize(
    "line",
    [
        "<p>Harbour Life and Weather</p>",
        "<p>It rained in Brenholm.</p>",
        "<nav><b>Runa Foss</b></nav>",
        "<a href=/life>Harbour Life</a>",
        "<form><label>Your Search</label></form>",
        "<ul><li>Harbour Life</li><li>Weather</li></ul>",
        "<div>Written By</div>",
        '<p class="byline">H. Dahl</p>',
    ],
)
def test_a_declared_name_that_nobody_sees_stays_where_no_byline_is(line: str) -> None:
    assert story(head=EDITOR, line=line) == ["Henrik Dahl"]


def test_those_of_a_broadcast_do_not_go_before_the_house_that_is_declared() -> None:
    credits = "<p class=byline>Redaktion: Ann Ford<br><br>Sendung: Radio Brenholm, 25.04.2026</p>"
    assert authors(f"{json_ld(ORGANISATION)}<h1>Rain</h1>{credits}").names == ("Valley Post",)


def test_a_team_that_is_the_first_byline_goes_before_people_who_stand_elsewhere() -> None:
    team = "<meta name=author content='Harbour Staff'>"
    byline = "<p class=byline>Harbour Staff</p>"
    reviewer = "<p>Reviewed by</p><p class=author>Ann Ford</p>"
    assert authors(f"{team}<h1>Rain</h1>{byline}{reviewer}").names == ("Harbour Staff",)
    assert authors(f"{team}<h1>Rain</h1><p class=byline>Ann Ford, Harbour Staff</p>").names == ("Ann Ford",)
    assert authors(f"{team}<h1>Rain</h1>{reviewer}").names == ("Ann Ford",)


def test_a_nickname_that_a_link_marks_goes_before_the_site_s_name() -> None:
    site = declared('{"@type": "Person", "name": "Example"}')
    assert story(head=site, line='<p class=byline>By <a rel=author href="/m/9">RainFred</a></p>') == ["RainFred"]
    assert story(head=site, line="<p class=byline>Stand: 9 May</p>") == ["Example"]


def test_a_site_s_name_in_a_meta_tag_stays_whole() -> None:
    head = "<head><meta name=author content='Human in Town'><meta property=og:site_name content='Human in Town'></head>"
    assert list(authors(f"<html>{head}<body><h1>Rain</h1></body></html>").names) == ["Human in Town"]


@pytest.mark.parametrize("name", ["og:author", "article.author", "vr:author"])
def test_meta_tags_that_name_an_author(name: str) -> None:
    assert authors(
        f'<meta name="{name}" content="Jane Doe"><h1>Rain</h1>', url="https://example.com/news/rain"
    ).names == ("Jane Doe",)


def test_json_ld_s_role_stands_between_an_article_and_its_author() -> None:
    role = {"@type": "Role", "roleName": "Reporter", "author": {"@type": "Person", "name": "Jane Doe"}}
    node = json.dumps({"@type": "NewsArticle", "headline": "Rain", "author": role})
    html = f'<script type="application/ld+json">{node}</script><h1>Rain</h1>'
    assert authors(html, url="https://example.com/news/rain").names == ("Jane Doe",)


@pytest.mark.parametrize("prefix", ["", "schema:"])
def test_authors_marked_up_as_rdfa_are_read(prefix: str) -> None:
    name = f'<span property="{prefix}author" typeof="Person"><b property="{prefix}name">Maren Holt</b>, Skell</span>'
    assert signed(f"<div typeof=Article>{name}</div>") == ["Maren Holt"]


def test_two_people_in_one_declared_name_are_two() -> None:
    html = f"{json_ld({'@type': 'Person', 'name': 'Jane Doe, John Roe'})}<h1>Rain</h1>"
    assert authors(html).names == ("Jane Doe", "John Roe")
