"""Bylines that are known by what stands beside the name: a date, an address, a role."""

import pytest

from newscrawl import extract_article
from tests.support.bylines import authors, in_whole_page, signed


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("<p>Ann Ford | Senior Writer | July 2, 2026</p>", ["Ann Ford"]),
        ("<div><p>Ann Ford</p><p>Co-Founder and Marketing Director</p></div>", ["Ann Ford"]),
        ("<div><p>Harbour Life</p><p>Ferries and piers</p></div>", []),
        ("<p>Harbour Life | Weather | July 2, 2026</p>", []),
        ("<div class=related><p>Ann Ford</p><p>Senior Writer</p></div>", []),
        (f"<p>{'It rained all day. ' * 20}</p><p>Ann Ford</p><p>Mayor and council director</p>", []),
    ],
)
def test_a_name_beside_a_role_is_a_byline(line: str, names: list[str]) -> None:
    assert list(authors(f"<body><h1>Rain</h1>{line}</body>").names) == names


@pytest.mark.parametrize(
    ("lines", "names"),
    [
        ("<p>Ann Ford</p><p>Created on May 5, 2026</p>", ["Ann Ford"]),
        ("<p>Ann Ford</p><div><span>05.05.2026</span> · 6 min read</div>", ["Ann Ford"]),
        ("<p>Harbour Life</p><p>May 5, 2026</p>", []),
        ("<span>Odd Gull |</span> <span>05.05.2026 - Updated: 06.05.2026</span>", ["Odd Gull"]),
        ("<span>Odd Gull |</span> <span>the bird</span>", []),
        ("<nav><a href=/life>Harbour Life</a></nav><span>Harbour Life |</span> <span>05.05.2026</span>", []),
        ("<p>Ann Ford</p><p>The mayor</p>", []),
    ],
)
def test_a_name_alone_before_a_date_is_a_byline_where_a_portrait_or_a_bar_tells_it_from_a_section(
    lines: str, names: list[str]
) -> None:
    page = f'<body><h1>Rain</h1><p>{"It rained all day. " * 20}</p><div>{lines}</div><img src=/a.jpg alt="Ann Ford">'
    assert list(authors(page).names) == names


@pytest.mark.parametrize("box", ["<div>{}</div>", '<div class="widget"><div class="inner">{}</div></div>'])
def test_a_name_stands_before_a_date_where_each_has_a_box_of_its_own_too(box: str) -> None:
    row = "".join(map(box.format, ("<p>Ann Ford</p>", "<p>May 5, 2026</p>")))
    page = f"<body><h1>Rain</h1><div>{row}</div><p>{'It rained all day. ' * 20}</p>"
    assert authors(page, text="It rained all day. " * 20).names == ("Ann Ford",)


def test_a_name_before_a_date_may_lead_to_an_account() -> None:
    row = '<div><a href="{}">Jane Doe</a></div><div>May 05, 2026</div>'
    assert signed(row.format("https://letters.example/@jane")) == ["Jane Doe"]
    assert signed(row.format("/topics/jane-doe")) == []


@pytest.mark.parametrize("line", ["Jane Doe - Saltmarsh Online", "Jane Doe, Saltmarsh Post"])
def test_a_name_before_the_paper_s_own_is_the_author(line: str) -> None:
    html = f'<meta property="og:site_name" content="Saltmarsh"><h1>Rain</h1><div>{line}</div><p>0123456789</p>'
    assert authors(html, url="https://example.com/news/rain").names == ("Jane Doe",)


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("<div>Maren Holt, 12/10/2012</div>", ["Maren Holt"]),
        ("<p>Maren Holt | May 5, 2026</p>", ["Maren Holt"]),
        ("<div><span>Maren Holt – 5 May 2026, 10:15</span></div>", ["Maren Holt"]),
        ("<div>New York, May 5, 2026</div>", []),  # the text speaks of it
        ("<p>San Marino, May 5, 2026</p>", []),
        ("<div>SAN MARINO, May 5, 2026</div>", []),
        ("<p>Harbour Life | May 5, 2026</p><nav><a href=/h>Harbour Life</a></nav>", []),
        ("<a href=/x>Maren Holt, May 5, 2026</a>", []),
        ("<p>, May 5, 2026</p>", []),
        ("<p>Monday 5 May 2026 09.30 GMT, Maren Holt</p>", ["Maren Holt"]),
        ("<p>05.05.2026 - Maren Holt</p>", ["Maren Holt"]),
        ("<p>5 May 2026 Photo Gallery</p>", []),  # no sign stands between
        ("<p>May 5, 2026 - Harbour Life</p><nav><a href=/h>Harbour Life</a></nav>", []),
        ("<div>Maren Holt, PAP, 05.05.2026 09:30</div>", ["Maren Holt"]),
        ("<p>Maren van Holt · 5 May 2026</p>", ["Maren van Holt"]),
        ("<p>Maren Holt - Monday, 5 May 2026 | 09:30 WIB</p>", ["Maren Holt"]),
    ],
)
def test_a_name_before_a_date_in_one_text_is_the_author(line: str, names: list[str]) -> None:
    assert signed(line) == names


PORTRAIT = "<img src=/jane.jpg alt=''>"


BOX = "<div><span>By</span><div><a href=/jane>Jane Doe</a><div>{}</div></div></div>"


LIFE = (
    "Jane Doe is a writer who lives by the sea and has told of ferries for thirty years, in three papers and a book. "
)


@pytest.mark.parametrize(
    ("line", "names"),
    [
        (BOX.format(f"{PORTRAIT}<b>Jane Doe</b>{LIFE}"), 1),
        ("<div class=byline><a href=/film>Harbour Film</a> by <a href=/jane>Jane Doe</a></div>", 1),
        ("<div class=byline><span class=avatar>JD</span> By <a href=/jane>Jane Doe</a></div>", 1),
        ("<p>// By Jane Doe • May 4, 2026</p>", 1),
        ("<div><span>Jane Doe</span><span>4 May 2026</span></div>", 1),
        ("<div><span>New Brenholm</span><span>4 May 2026</span></div>", 0),
        ("<div><b>Joined Council</b><span>in 2015</span></div>", 0),
        ("<div><span>Harbour Life</span><span>4 May 2026</span></div><nav><a href=/life>Harbour Life</a></nav>", 0),
    ],
)
def test_a_byline_at_the_headline_of_a_page_that_declares_none(line: str, names: int) -> None:
    prose = (
        "<p>The pier of New Brenholm opened again on Monday, and two hundred people came to see the first boat.</p>" * 5
    )
    html = f"<html lang=en><body><article><h1>Pier opens again</h1>{line}{prose}</article></body></html>"
    article = extract_article(html, url="https://example.com/news/pier")
    assert article is not None and article.authors == ["Jane Doe"] * names


@pytest.mark.parametrize(
    ("language", "line", "names"),
    [
        ("en", "<div>Ann Ford, May 5, 2026</div>", ["Ann Ford"]),
        ("uk", "<div>Ганна Коваль — Вівторок, 11 березня 2025, 10:02</div>", ["Ганна Коваль"]),
        ("cs", "<div>11. 3. 2025 10:02 (aktualizováno 12:30) | Petr Dvořák</div>", ["Petr Dvořák"]),
        ("en", "<div>May 5, 2026 | Ann Ford</div>", ["Ann Ford"]),
        ("en", "<div>Ann Ford • May 5, 2026 • 4 min read</div>", ["Ann Ford"]),
        ("en", "<p>By <a>Ann Ford</a> and <a>Joe Marsh</a> / Valley Post</p>", ["Ann Ford", "Joe Marsh"]),
        ("en", "<div>May 5, 2026 | Valley 12</div>", []),
        ("en", "<div>May 5, 2026 | Rain Valley</div><a href=/r>Rain Valley</a>", []),
        ("de", "<div>Von Ann Ford <b>5.5.2026</b> <button>Merken</button> <b>3 Min.</b></div>", ["Ann Ford"]),
        ("da", "<ul><li>Af <a>Ann Ford</a></li><li>5. maj 2026</li><li><button>Gem</button></ul>", ["Ann Ford"]),
        ("en", "<div>May 5, 2026 by Ann Ford <a href=#c>4 Comments</a></div>", ["Ann Ford"]),
        ("en", "<div>Posted on May 5, 2026 by Ann Ford in <a href=/g>Garden</a></div>", ["Ann Ford"]),
        ("en", "<div>May 5, 2026 by the river in Ohio</div>", []),
        ("fr", "<div><b>Léa Roux</b><b>Éditorialiste</b></div>", ["Léa Roux"]),
        ("pl", "<div><b>Anna Nowak</b><b>Publicystka</b></div>", ["Anna Nowak"]),
        ("ja", "<p>文／山田花子　写真／鈴木一郎</p>", ["山田花子"]),
        ("zh", "<div>2025-03-11 来源：山城日报 作者：李明 <a href=#>字号</a></div>", ["李明"]),
        ("ar", "<div>كتبت: سارة حداد | الثلاثاء 11 مارس 2025 10:02 ص</div>", ["سارة حداد"]),
        ("fi", "<div><b>Anna Virtanen</b><b>anna.virtanen@valleypost.example</b></div>", ["Anna Virtanen"]),
        ("fi", "<div><b class=photographer>Anna Virtanen</b><b>anna@valleypost.example</b></div>", []),
    ],
)
def test_a_name_in_a_line_with_a_date_or_an_address(language: str, line: str, names: list[str]) -> None:
    assert in_whole_page(language, line) == names


@pytest.mark.parametrize("section", ["River Bend", "river bend"])
def test_the_section_beside_a_date_is_nobody(section: str) -> None:
    said = f'<meta property="article:section" content="{section}">'
    assert in_whole_page("en", f"{said}<div>May 5, 2026 | River Bend</div>") == []
    assert in_whole_page("en", "<div>May 5, 2026 | River Bend</div>") == ["River Bend"]


@pytest.mark.parametrize("line", ["Ann Ford | Riverton | May 5, 2026", "Riverton | Ann Ford | May 5, 2026 - 9:30"])
def test_a_place_may_stand_between_bars_with_a_name_and_a_date(line: str) -> None:
    assert in_whole_page("en", f"<div>{line}</div>") == ["Ann Ford"]
    assert in_whole_page("en", f"<div>{line.replace('Ann Ford', 'Weather')}</div>") == []


@pytest.mark.parametrize(
    ("row", "names"),
    [
        ("<div><b>Ann Ford</b> &amp; <b>Jon Hill</b></div>", ["Ann Ford", "Jon Hill"]),
        ("<div><a href=/authors/1>Ann Ford</a>, <a href=/authors/2>Jon Hill</a></div>", ["Ann Ford", "Jon Hill"]),
        ("<div><a href=/c/1>River Bend</a>, <a href=/c/2>Winter Sports</a></div>", []),
        ("<div><b>Ann Ford</b> lives with <b>Jon Hill</b></div>", []),
    ],
)
def test_names_in_elements_side_by_side_before_a_date(row: str, names: list[str]) -> None:
    assert in_whole_page("en", f"{row}<div>5 May 2026, 9:30</div>") == names
