"""Bylines: who is named, who is a person, and which source is believed."""

import json

import pytest

from newscrawl import extract_article
from newscrawl.extract.fields.authors import Authors, find_authors
from newscrawl.extract.fields.headline import find_headline
from newscrawl.extract.fields.near import Near
from newscrawl.extract.fields.person_names import is_person, names_in
from newscrawl.extract.page.page import Page
from newscrawl.extract.page.rules import Rules


@pytest.mark.parametrize(
    ("byline", "names"),
    [
        ("By Samya Kullab and Vasilisa Stepanenko", ["Samya Kullab", "Vasilisa Stepanenko"]),
        ("By Health correspondent Jane Doe", ["Jane Doe"]),
        ("By Political Editor Jane Doe", ["Jane Doe"]),
        ("Von TALPOST-online-Redakteur Karl Stein", ["Karl Stein"]),
        ("By Head Ann Ford", ["Head Ann Ford"]),
        ("Por Ana Ruiz\u200b", ["Ana Ruiz"]),
        ("Von Seb Dumitru, Lille", ["Seb Dumitru"]),
        ("Monika Bolliger und Anna Trechsel", ["Monika Bolliger", "Anna Trechsel"]),
        ("Por Ana María de la Cruz y José Luis Pérez", ["Ana María de la Cruz", "José Luis Pérez"]),
        ("Par Jean-Pierre Dupont et Anaïs Le Gall", ["Jean-Pierre Dupont", "Anaïs Le Gall"]),
        ("Eine Kolumne von Nils Pickert", ["Nils Pickert"]),
        ("Text: Ursula von der Leyen", ["Ursula von der Leyen"]),
        ("Sophie Foster, Travel News Reporter", ["Sophie Foster"]),
        ("By SOPHIE FOSTER Staff Writer", ["SOPHIE FOSTER"]),
        ("Sophie van der Berg Deputy Editor", ["Sophie van der Berg"]),
        ("Anna Sophie Head", ["Anna Sophie Head"]),
        ("Jane Doe, Chief Political Correspondent, and John Roe", ["Jane Doe", "John Roe"]),
        ("Jane Doe (London) | 5 min read", ["Jane Doe"]),
        ("Jane Doe - Marketing Manager", ["Jane Doe"]),
        ("Jane Doe jane.doe@example.com @janedoe", ["Jane Doe"]),
        ("Written by Jane Doe · 12 Minutes ago", ["Jane Doe"]),
        ("Mathatisi Sebusi/Mohalenyane Phakela", ["Mathatisi Sebusi", "Mohalenyane Phakela"]),
        ("Le Figaro et AFP", ["Le Figaro et AFP"]),
        ("Anne Roux et AFP", ["Anne Roux", "AFP"]),
        ("dpa/lnw", ["dpa/lnw"]),
        ("by Dr. Jane Doe, PhD and John Roe", ["Dr. Jane Doe", "John Roe"]),
        ("Robert Downey Jr.", ["Robert Downey Jr."]),
        ("記者 松岡大地", ["松岡大地"]),
        ("배윤경 기자, 이상현 기자", ["배윤경", "이상현"]),
        ("作者：王小明、李大同", ["王小明", "李大同"]),
        ("记者 王小明 报道", ["王小明"]),
        ("記者 王美玲 台北報導", ["王美玲"]),
        ("Автор: Андрей Колесников", ["Андрей Колесников"]),
        ("بقلم: محمد علي", ["محمد علي"]),
        ("Tekst: Kari Nordmann og Ola Hansen", ["Kari Nordmann", "Ola Hansen"]),
        ("Oleh: Budi Santoso dan Siti Rahayu", ["Budi Santoso", "Siti Rahayu"]),
        ("Piše: Ana Marić", ["Ana Marić"]),
        ("Theo Müller", ["Theo Müller"]),
        ("Dan Brown", ["Dan Brown"]),
        ("https://www.facebook.com/stern", []),
        ("22 April 2024", []),
        ("", []),
        ("3 hours ago", []),
        ("Follow us", []),
        ("jane.doe@example.com", []),
    ],
)
def test_names_in_a_byline(byline: str, names: list[str]) -> None:
    assert names_in(byline) == names


@pytest.mark.parametrize(
    "name",
    [
        "Jane Doe",
        "Seán Ó Riordáin",
        "Ludwig van Beethoven",
        "松岡大地",
        "배윤경",
        "Андрей Колесников",
        "Bandu Das",
        "D. Fell",
        "Mahir Yazar",
    ],
)
def test_people(name: str) -> None:
    assert is_person(name)


@pytest.mark.parametrize(
    "name",
    [
        "Người đàn ông",
        "Associated Press",
        "AFP",
        "Guardian staff reporter",
        "ORF.at",
        "Redaktion Berlin",
        "毎日新聞",
        "Reuters",
        "NTB",
        "nzn",
        "Norsk Telegrambyrå NTB",
        "Redaksjonen",
        "Gazeta Nova",
        "Courier D",
        "Das Magazin",
    ],
)
def test_organisations_are_no_people(name: str) -> None:
    assert not is_person(name)


def authors(html: str, *, rules: Rules | None = None, text: str = "") -> Authors:
    page = Page(html.encode(), "https://www.valleypost.example/a", rules=rules)
    return find_authors(Near(page, find_headline(page).element), text)


def json_ld(author: object, **more: object) -> str:
    node = {"@type": "NewsArticle", "headline": "Rain", "author": author, **more}
    return f'<script type="application/ld+json">{json.dumps(node)}</script><h1>Rain</h1>'


ORGANISATION = {"@type": "Organization", "name": "Valley Post"}
PUBLISHER = {"@type": "Organization", "name": "Valley Post"}


def person(name: str, url: str = "") -> dict[str, str]:
    return {"@type": "Person", "name": name, "url": url}


@pytest.mark.parametrize(
    ("html", "names"),
    [
        pytest.param(
            json_ld([person("Jane Doe"), person("viktor hedlund")]), ["Jane Doe", "viktor hedlund"], id="JSON-LD people"
        ),
        pytest.param(json_ld("Jane Doe and John Roe"), ["Jane Doe", "John Roe"], id="JSON-LD text"),
        pytest.param(json_ld(["Jane Doe", "Jane  Doe"]), ["Jane Doe"], id="each once"),
        pytest.param(json_ld([person("Jane Doe"), ORGANISATION]), ["Jane Doe"], id="a person and the paper"),
        pytest.param(json_ld(ORGANISATION), ["Valley Post"], id="the paper alone"),
        pytest.param(json_ld(person("AFP")), ["AFP"], id="an agency alone"),
        pytest.param(
            json_ld(ORGANISATION) + "<div class='article__author'>Von Jane Doe, Lille</div>",
            ["Jane Doe"],
            id="a byline behind the paper",
        ),
        pytest.param(
            json_ld(person("Valley Post"), publisher=PUBLISHER) + "<meta name=author content='Jane Doe'>",
            ["Jane Doe"],
            id="the paper as a person",
        ),
        pytest.param(
            json_ld(ORGANISATION, publisher=PUBLISHER) + "<meta name=articleauthor content='Anadolu Ajansı'>",
            ["Anadolu Ajansı"],
            id="an agency before the paper",
        ),
        pytest.param(
            json_ld(ORGANISATION, publisher=PUBLISHER) + "<h1>Rain</h1><p class=byline>AFP</p>",
            ["Valley Post"],
            id="the declared paper before its agency",
        ),
        pytest.param(
            json_ld(person("Valley P", "https://valleypost.example/author/admin/"))
            + "<a rel=author href=/x>Jane Doe</a>",
            ["Jane Doe"],
            id="the newsroom's account",
        ),
        pytest.param(
            "<h1>Rain</h1><p class=byline>By <a href=/a>Jane Doe</a> 22 April 2024</p>", ["Jane Doe"], id="byline"
        ),
        pytest.param(
            "<h1>Rain</h1><ul><li class=author>Jane Doe</li><li class=author>John Roe</li></ul>",
            ["Jane Doe", "John Roe"],
            id="two elements",
        ),
        pytest.param(
            "<h1>Rain</h1><span itemprop=author itemscope><span itemprop=name>Jane Doe</span><i>Reporter</i></span>",
            ["Jane Doe"],
            id="microdata",
        ),
        pytest.param(
            "<h1>Rain</h1><span itemProp=author>Jane Doe</span>", ["Jane Doe"], id="microdata as React writes it"
        ),
        pytest.param(
            "<h1>Rain</h1><meta name=dc.creator content='Brazil, Rachel'>", ["Rachel Brazil"], id="last name first"
        ),
        pytest.param("<h1>Rain</h1><meta name=author content='https://www.facebook.com/x'>", [], id="an address"),
        pytest.param(
            "<h1>Rain</h1><p>von <a href=/autoren/name/jane-doe>Dr. Jane Doe</a>", ["Dr. Jane Doe"], id="author's page"
        ),
        pytest.param(
            "<h1>Rain</h1><p class=byline>Jane Doe, VALLEYPOST Sport</p>", ["Jane Doe"], id="a desk beside a person"
        ),
        pytest.param(
            '<script>d={"contentAuthors":["Jane Doe","John Roe"]}</script>', ["Jane Doe", "John Roe"], id="data layer"
        ),
        pytest.param("<h1>Rain</h1><div class=author-bio>Jane Doe has been with us since 1999.</div>", [], id="a life"),
    ],
)
def test_authors(html: str, names: list[str]) -> None:
    found = authors(html)
    assert list(found.names) == names
    assert bool(found.source) == bool(names)


NAMES_OF_BYLINES = (
    "author-name authorName article-author articleAuthor articleByline article__byline storyAuthor postAuthor "
    "bylineName byline-name c-byline__author Article_author__x1y entryAuthor postedBy by writtenBy writer-name "
    "autorName"
).split()


@pytest.mark.parametrize(
    "topic",
    [
        "<a href='/blog/category/c3/'>文化</a>",
        "<a href='/tag/harbour-life/'>Harbour Life</a>",
        "<a rel='category' href='/x'>Old Town</a>",
    ],
)
def test_a_topic_s_link_in_a_byline_names_no_author(topic: str) -> None:
    line = f"<span class='byline'>{topic} | <span>by <b>Jane Doe</b></span> | 3 May 2026</span>"
    assert authors(f"<article><h1>Rain at last</h1>{line}<p>It rained.</p></article>").names == ("Jane Doe",)


@pytest.mark.parametrize("name", NAMES_OF_BYLINES)
def test_a_byline_is_known_by_its_name_however_it_is_spelt(name: str) -> None:
    assert authors(f"<h1>Rain</h1><div class='{name}'>Ann Ford</div>").names == ("Ann Ford",)


@pytest.mark.parametrize(
    "name", ["authorBio", "authorImage", "bylineTimestamp", "relatedAuthor", "sortBy", "authorTitle"]
)
def test_what_stands_beside_a_byline_is_none(name: str) -> None:
    assert authors(f"<h1>Rain</h1><div class='{name}'>Ann Ford</div>").names == ()


@pytest.mark.parametrize(
    "label", ["Filed Under", "Release Date", "Name", "Tagged:", "发布于 2026-05-04", "Veröffentlicht am 4.5.2026"]
)
def test_a_label_in_a_byline_s_box_is_no_name(label: str) -> None:
    assert authors(f"<h1>Rain</h1><div class=byline><h6>Written by</h6><ul><li>{label}</li></ul></div>").names == ()


@pytest.mark.parametrize(
    "byline", ["By Ann Ford May 4, 2026", "Ann Ford 4 May 2026 Frameworks Tools", "4.5.2026 Ann Ford"]
)
def test_a_byline_s_date_is_no_name(byline: str) -> None:
    assert authors(f"<h1>Rain</h1><div class=byline>{byline}</div>").names == ("Ann Ford",)


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


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("MTHOBISI SITHOLE", ("MTHOBISI SITHOLE",)),
        (
            "…as the valley waits\nMathatisi Sebusi/Mohalenyane Phakela\nRain fell.",
            ("Mathatisi Sebusi", "Mohalenyane Phakela"),
        ),
        ("Rain fell in New York on Monday.", ("Valley Post",)),
        ("All Reports of the Rain.", ("Valley Post",)),
        ("Contact Information:", ("Valley Post",)),
        ("Hotel Travel Hacks\nEvery hotel has hacks that make travel a little easier.", ("Valley Post",)),
        ("A B\nEvery hotel has hacks that make travel a little easier.", ("Valley Post",)),
        (f"{'Rain fell on the valley. ' * 9}\nJane Doe", ("Jane Doe",)),
        (f"{'Rain fell on the valley. ' * 9}\nJane Doe\n{'Snow fell on it. ' * 9}", ("Valley Post",)),
        ("Bornova, Kepsut Merkez and Samsun Kavak are waiting for rain.", ("Valley Post",)),
    ],
)
def test_a_line_above_or_below_the_text_is_a_byline_where_it_holds_nothing_but_names(
    text: str, names: tuple[str, ...]
) -> None:
    assert authors(json_ld(ORGANISATION), text=text).names == names


def test_a_site_s_own_selector_comes_first_and_a_broken_one_is_named() -> None:
    html = json_ld(person("Jane Doe")) + "<p>Rain fell.</p><b class=w>John Roe</b><b class=w>Ann Poe</b>"
    assert authors(html, rules=Rules(authors=("b.w",))).names == ("John Roe", "Ann Poe")
    broken = authors(html, rules=Rules(authors=("i.gone",)))
    assert (broken.names, broken.missed) == (("Jane Doe",), ("authors: i.gone",))


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("<p>By Robert Cairn</p><p>22 November 2026</p>", ["Robert Cairn"]),
        ("<p>By Robert Cairn - 22 November 2026</p>", ["Robert Cairn"]),
        ("<p>22 November 2026, by Robert Cairn</p>", ["Robert Cairn"]),
        ("<p>Posted by Robert Cairn on Sunday, November 22, 2026 at 10:15 a.m.</p>", ["Robert Cairn"]),
        ("<p>By Theresa May, 22 November 2026</p>", ["Theresa May"]),
        ("<p>By <a href=/x>Robert Cairn</a> <a href=/politics>Politics</a></p>", ["Robert Cairn"]),
        ("<font>By Robert Cairn<br>22 November 2026</font>", ["Robert Cairn"]),
        ("By Robert Cairn<br>22 November 2026<br>", ["Robert Cairn"]),
        ("<div><p>By Robert Cairn</p><p>Valley Life</p></div>", ["Robert Cairn"]),
        ("<p>Von Karla Stein, 22.11.2026, 03:27 Uhr</p>", ["Karla Stein"]),
        ("<p>Par Anne Dupont et Jean Le Gall, le 22 novembre 2026 à 10h15</p>", ["Anne Dupont", "Jean Le Gall"]),
        ("<p>Por Ana María de la Cruz | 22/11/2026</p>", ["Ana María de la Cruz"]),
        ("<p>Di Marco Rossi, domenica 22 novembre 2026</p>", ["Marco Rossi"]),
        ("<p>Door Jan de Vries, 22 november 2026</p>", ["Jan de Vries"]),
        ("<p>Av Kari Nordmann 22.11.2026</p>", ["Kari Nordmann"]),
        ("<div class=by>Robert Cairn | 22 November 2026</div>", ["Robert Cairn"]),
        ("<p>Sun 22.11.26 | 14:07 | By <i>Robert Cairn</i></p>", ["Robert Cairn"]),
        ("<p>22 Nov 14:07 · by Robert Cairn</p>", ["Robert Cairn"]),
        ("<p>Posted on 22 November 2026 at 10:15 by <i>Robert Cairn</i></p>", ["Robert Cairn"]),
        ("<p>Propos recueillis par Anne Dupont</p>", ["Anne Dupont"]),
        ("<p>Hosted by <a href=/hosts/rc>Robert Cairn</a></p>", ["Robert Cairn"]),
        ("<a href=/about/editors/rc>Robert Cairn</a>", ["Robert Cairn"]),
        ("<em class=x>김민지 기자</em>", ["김민지"]),
        ("<span>来源：晚报</span> <span>作者：王小明</span> <span>责任编辑：赵丽</span>", ["王小明"]),
        ("<span>本报记者 陈思</span>", ["陈思"]),
        ("<span>责任编辑：赵丽</span>", []),
        ("<p><b>Text</b>: Robert Cairn</p>", ["Robert Cairn"]),
        ("<p><b>Host</b>: Robert Cairn</p>", []),
        ("<p>Harbours | Weather | 22 November 2026</p>", []),
        ("<p>By the River, 22 November 2026</p>", []),
        ("<p>By Our Correspondent</p>", []),
        ("<p>By Customs and Border Protection</p>", []),
        ("<p>By noon on 22 November 2026 Robert Cairn had gone.</p>", []),
        ("<p>New York, 22 November 2026</p>", []),
    ],
)
def test_a_line_at_the_headline_that_says_by_whom(line: str, names: list[str]) -> None:
    assert list(authors(f"<body><h1>Rain</h1>{line}</body>").names) == names


def story(after: str, head: str = "") -> list[str]:
    text = "".join(f"<p>The council met on day {n}, and the masons of three villages were there.</p>" for n in range(9))
    page = f"<html lang=en><head>{head}</head><article><h1>Rain at last</h1>{text}</article>{after}</html>"
    article = extract_article(page.encode(), "https://www.example.com/2026/rain")
    assert article
    return article.authors


@pytest.mark.parametrize(
    "after",
    [
        '<div class="comment-list"><p class="byline">By Odd Gull</p></div>',
        '<div class="comment-author vcard"><b class="fn">Odd Gull</b> says: no.</div>',
        '<section class="related"><span class="author">Odd Gull</span></section>',
        '<div class="x1"><h3><a href="/other">Another story</a></h3><p class="byline">By Odd Gull</p></div>',
        '<figure><img src="/a.jpg"><figcaption><span class="author">Odd Gull</span></figcaption></figure>',
        '<blockquote>No.<p class="author">Odd Gull</p></blockquote>',
        '<div class="quote"><p>No.</p><p class="quote__author">Odd Gull</p></div>',
        '<div itemscope itemtype="https://schema.org/Comment"><b itemprop="author">Odd Gull</b></div>',
    ],
)
def test_who_wrote_comments_and_other_stories_is_no_author(after: str) -> None:
    assert story(after) == []


@pytest.mark.parametrize("box", ["footer", "nav", "aside", "div"])
def test_a_byline_below_the_text_is_one(box: str) -> None:
    assert story(f'<{box} class="entry-end"><p class="byline">By Ann Ford</p></{box}>') == ["Ann Ford"]


@pytest.mark.parametrize(
    ("box", "names"),
    [
        ('<h3><a rel="author" href="/author/ann">Ann Ford</a></h3><p>Ann covers rain.</p>', ["Ann Ford"]),
        ('<p><a href="/author/ann">Ann Ford</a></p><p class="author">Ann Ford</p>', ["Ann Ford"]),
        ('<p class="author">Ann Ford</p><p class="author">Odd Gull</p>', []),
        (
            '<a href="/2026/dry">A summer so dry that the wells of Brenholm ran out</a><p class="author">Odd Gull</p>',
            [],
        ),
        (f'<p>Ask <a href="/author/odd">Odd Gull</a>, who has covered {"the harbour, " * 9} on a Monday.</p>', []),
    ],
)
def test_a_byline_far_below_the_headline_is_believed_where_all_there_name_one(box: str, names: list[str]) -> None:
    assert story("<hr>" * 200 + f"<div>{box}</div>") == names


@pytest.mark.parametrize("name", ["Jonas Head", "Park Min-ji", "Min Park", "Ella Guest", "Anna Sommer", "Piers Read"])
def test_names_with_words_of_newsrooms_in_them_are_names(name: str) -> None:
    declared = f'<script type="application/ld+json">{{"@type": "NewsArticle", "author": {{"@type": "Person", "name": "{name}"}}}}</script>'  # noqa: E501
    assert story("", declared) == [name]
    assert story(f'<p class="byline">By {name}</p>') == [name]


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
    assert story("", declared(node)) == expected


def declared(node: str) -> str:
    return f'<script type="application/ld+json">{{"@type": "NewsArticle", "author": {node}}}</script>'


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
    assert below_headline(line, EDITOR) == ["Runa Foss"]
    assert below_headline(f"{line}<p>Edited by Henrik Dahl</p>", EDITOR) == ["Henrik Dahl"]


def test_the_name_of_the_house_hides_no_name_at_the_headline() -> None:
    house = declared('{"@type": "Person", "name": "港報"}, "publisher": {"@type": "Organization", "name": "港報"}')
    assert below_headline('<div class="au-2">Runa Foss</div>', house) == ["Runa Foss"]


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
    assert below_headline(line, EDITOR) == ["Henrik Dahl"]


def below_headline(line: str, head: str) -> list[str]:
    text = "".join(f"<p>The council met on day {n}, and the masons of three villages were there.</p>" for n in range(9))
    page = f"<html lang=en><head>{head}</head><article><h1>Rain at last</h1>{line}{text}</article></html>"
    article = extract_article(page.encode(), "https://www.example.com/2026/rain")
    assert article
    return article.authors


@pytest.mark.parametrize(
    ("inside", "names"),
    [
        ("<b>Ann Ford</b> <a href=/x>Twitter</a>", ["Ann Ford"]),
        ("<b>Ann Ford</b><i>Former Harbour Consultant</i>", ["Ann Ford"]),
        ("<b>Ann Ford</b><i>Twitter</i><b>Jo Hill</b><i>Twitter</i>", ["Ann Ford", "Jo Hill"]),
        ("<b>Ann Ford</b><i>July 5, 2026</i>", ["Ann Ford"]),
        ("<b>Ann Ford</b> <b>Jo Hill</b>", ["Ann Ford", "Jo Hill"]),
        ("By <b>Ann Ford</b> and <i>Jo Hill</i>", ["Ann Ford", "Jo Hill"]),
        ("By <b>Ann Ford</b>, Jo Hill", ["Ann Ford", "Jo Hill"]),
        ("<b>Ann</b> <b>Ford</b>", ["Ann Ford"]),
        ("<b>Written By</b> <i>Ann Ford</i>", ["Ann Ford"]),
        ("<b>Written By</b>", []),
        ("& Ann Ford", ["Ann Ford"]),
    ],
)
def test_what_stands_in_elements_beside_a_name_is_no_part_of_it(inside: str, names: list[str]) -> None:
    assert list(authors(f"<h1>Rain</h1><div class=byline>{inside}</div>").names) == names


@pytest.mark.parametrize(
    ("html", "names"),
    [
        ("<div><b>Article by</b><div>Ann Ford</div></div>", ["Ann Ford"]),
        ("<div><b>By</b> Ann Ford</div>", ["Ann Ford"]),
        ("<div><button>By:</button><button>Ann Ford</button></div>", ["Ann Ford"]),
        ("<p><b>Author</b> <i>Ann Ford</i></p>", ["Ann Ford"]),
        ("<p><b>Written by</b></p><p>Ann Ford, Harbour Reporter</p>", ["Ann Ford"]),
        ("<p><b>Weather by</b> <i>Harbour Life</i></p>", []),
        (f"<p>{'It rained all day. ' * 20}</p><p><b>Author</b> <i>Ann Ford</i></p>", []),
        (f"<p>{'It rained all day. ' * 20}</p><p><b>Words by</b> <i>Ann Ford</i></p>", ["Ann Ford"]),
    ],
)
def test_a_label_in_an_element_of_its_own(html: str, names: list[str]) -> None:
    assert list(authors(f"<body><h1>Rain</h1>{html}</body>").names) == names


@pytest.mark.parametrize(
    ("byline", "names"),
    [
        ("By The Harbour Editors", ["The Harbour Editors"]),
        ("by <a href=/a>Amanda</a>", ["Amanda"]),
        ("<i>lawrence bonk</i><b>Contributing Reporter</b>", ["lawrence bonk"]),
        ("<i>Interview: Ann Ford</i>", ["Ann Ford"]),
        ("<b>Authored by</b>", []),
        ("Posted on", []),
        ("<b>Author</b>", []),
        ("in", []),
        ("admin", []),
        ("More of this and that from us today", []),
    ],
)
def test_a_byline_that_names_no_person_gives_its_first_name(byline: str, names: list[str]) -> None:
    assert list(authors(f"<body><h1>Rain</h1><div class=byline>{byline}</div></body>").names) == names


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


def test_a_byline_s_heading_is_no_other_story_s() -> None:
    byline = '<div class=author><div><h3>By <a href="/ann-ford/">Ann Ford</a>, <i>Columnist</i></h3></div></div>'
    assert list(authors(f"<body><h1>Rain</h1>{byline}</body>").names) == ["Ann Ford"]


def test_a_nickname_that_a_link_marks_goes_before_the_site_s_name() -> None:
    site = declared('{"@type": "Person", "name": "Example"}')
    assert below_headline('<p class=byline>By <a rel=author href="/m/9">RainFred</a></p>', site) == ["RainFred"]
    assert below_headline("<p class=byline>Stand: 9 May</p>", site) == ["Example"]


def test_a_site_s_name_in_a_meta_tag_stays_whole() -> None:
    head = "<head><meta name=author content='Human in Town'><meta property=og:site_name content='Human in Town'></head>"
    assert list(authors(f"<html>{head}<body><h1>Rain</h1></body></html>").names) == ["Human in Town"]


@pytest.mark.parametrize(
    ("byline", "names"),
    [
        ("<div class=byline>By Ann Ford<br>Edited by Joe Marsh</div>", ["Ann Ford"]),
        ("<div class=byline>By Ann Ford<br>By Joe Marsh</div>", ["Ann Ford", "Joe Marsh"]),
        ("<div><p>Words: Ann Ford</p><p>Photographs: Joe Marsh</p></div>", ["Ann Ford"]),
        ("<div class=byline>By Ann FordMarch 11, 2026</div>", ["Ann Ford"]),
        ("<section id=responses><p>Posted by <b>Ann Ford</b></p></section>", []),
        ("<div class=guestbook><p>Posted by Ann Ford, May 20, 2026</p></div>", []),
        (
            "<div class=byline><i>Written by <a>Ann Ford</a></i><i>Medically reviewed by <a>Joe Marsh</a></i></div>",
            ["Ann Ford"],
        ),
        ("<div class=byline><p>By Ann Ford</p><p>Ms. Ford is a novelist.</p></div>", ["Ann Ford"]),
        ("<p>Edited by Joe Marsh</p>", []),
        ("<p>Photos by Joe Marsh</p><p>By Ann Ford</p>", ["Ann Ford"]),
        ("<figure><img src=/a.jpg><figcaption>The pier. By Joe Marsh</figcaption></figure>", []),
        ("<figure><img src=/a.jpg> By Joe Marsh</figure><p>By Ann Ford</p>", ["Ann Ford"]),
        ("<div class=testimonial><p>It saved us all.</p><p class=author>Joe Marsh</p></div>", []),
    ],
)
def test_who_else_took_part_and_who_answered_is_no_author(byline: str, names: list[str]) -> None:
    assert list(authors(f"<body><h1>Rain</h1>{byline}</body>").names) == names


def test_a_reporter_s_name_may_end_the_text() -> None:
    assert list(authors("<body><h1>Rain</h1></body>", text="비가 왔다.\n박준호 기자 jh@example.com").names) == [
        "박준호"
    ]


@pytest.mark.parametrize("lines", [0, 50, 150])
def test_a_line_of_the_author_s_box_below_the_text_says_by_whom_at_any_distance(lines: int) -> None:
    text = "<p>It rained all day, and nobody in the valley minded that at all.</p>" * (lines + 3)
    box = (
        '<div class="author-bio"><h2 class="author-title">\n By Mira Holt \n</h2>\n'
        "<p>Mira Holt writes about tides and nets, and about the people who mend them when the boats are in.</p> "
        '<a rel="author" href="/a/mira">All her posts</a></div>'
    )
    assert authors(f"<article><h1>Rain</h1>{text}{box}</article>").names == ("Mira Holt",)


def test_a_footnote_s_name_is_no_byline() -> None:
    notes = '<ol><li id="fn-7-3">Jan Richter, Stone Tools, p. 281</li><li id="fn-7-4">Jan Richter, p. 12</li></ol>'
    assert authors(f"<article><h1>Rain</h1><p>It rained all day.</p>{notes}</article>").names == ()


@pytest.mark.parametrize(
    ("language", "line", "names"),
    [
        ("de", "Das Gespräch führte Anna Vogel.", ["Anna Vogel"]),
        ("de", "Von unserer Redakteurin Anna Vogel", ["Anna Vogel"]),
        ("de", "Von Anna Vogel (dpa)", ["Anna Vogel"]),
        ("fr", "Texte : Anne Roux", ["Anne Roux"]),
        ("fr", "Par Anne Roux avec AFP", ["Anne Roux"]),
        ("es", "Entrevista de Ana Roca", ["Ana Roca"]),
        ("it", "a cura di Anna Rossi", ["Anna Rossi"]),
        ("it", "Scritto da Anna Rossi", ["Anna Rossi"]),
        ("ro", "Scris de Ana Pop", ["Ana Pop"]),
        ("pl", "Rozmawiała Anna Nowak", ["Anna Nowak"]),
        ("cs", "Ptala se Anna Nová", ["Anna Nová"]),
        ("ru", "Беседовала Анна Иванова", ["Анна Иванова"]),
        ("uk", "Підготував Іван Бойко", ["Іван Бойко"]),
        ("hu", "Az interjút készítette Kiss Anna", ["Kiss Anna"]),
        ("el", "Γράφει ο Νίκος Παππάς", ["Νίκος Παππάς"]),
        ("sr", "Пише: Ана Јовић", ["Ана Јовић"]),
        ("fi", "Teksti Anna Laine", ["Anna Laine"]),
        ("tr", "Röportaj: Ayşe Demir", ["Ayşe Demir"]),
        ("ar", "كتبت: منى خليل", ["منى خليل"]),
        ("fa", "خبرنگار: مینا صادقی", ["مینا صادقی"]),
        ("hi", "लेखक: राकेश मलिक", ["राकेश मलिक"]),
        ("th", "โดย สมชาย ใจดี", ["สมชาย ใจดี"]),
        ("ja", "取材・文：佐藤花子", ["佐藤花子"]),
        ("ja", "文／佐藤花子", ["佐藤花子"]),
        ("ko", "김민지 객원기자", ["김민지"]),
        ("zh", "文｜陈立新", ["陈立新"]),
        ("zh-TW", "記者陳立新／台北報導", ["陳立新"]),
        ("en", "Words by Jane Doe. Pictures by John Roe", ["Jane Doe"]),
        ("en", "By Jane Doe | Nov. 3, 2025 at 6:40 p.m. EST", ["Jane Doe"]),
        ("en", "Posted 3 days ago by Jane Doe", ["Jane Doe"]),
    ],
)
def test_lines_at_the_headline_that_say_who_wrote(language: str, line: str, names: list[str]) -> None:
    html = f"<html lang={language}><meta charset=utf-8><h1>Rain 12:30</h1><p>{line}</p>{'<p>0123456789</p>' * 9}</html>"
    page = Page(html.encode(), "https://example.com/news/rain")
    assert list(find_authors(Near(page, find_headline(page).element)).names) == names


@pytest.mark.parametrize("path", ["yazarlar", "kirjoittaja", "forfatter", "penulis", "szerzok", "kolumnisti"])
def test_a_link_to_a_page_of_authors_is_a_byline(path: str) -> None:
    html = f"<h1>Rain</h1><a href=/{path}/jane-doe>Jane Doe</a><p>0123456789</p>"
    page = Page(html.encode(), "https://example.com/news/rain")
    assert find_authors(Near(page, find_headline(page).element)).names == ("Jane Doe",)


@pytest.mark.parametrize(
    ("around", "names"),
    [
        (
            "<article><h1>Rain</h1>{}</article><article><h1>Sun</h1><p class=byline>By John Roe</p></article>",
            ["Jane Doe"],
        ),
        ("<h1>Rain</h1>{}<ul><li>Photos <a href=/author/roe>John Roe</a></li></ul>", ["Jane Doe"]),
    ],
)
def test_the_next_story_s_author_and_a_photographer_are_none(around: str, names: list[str]) -> None:
    byline = (
        "<ul><li>Words <a href=/author/doe>Jane Doe</a></li></ul>"
        if "Photos" in around
        else "<p class=byline>By Jane Doe</p>"
    )
    page = Page(around.format(byline).encode(), "https://example.com/news/rain")
    assert list(find_authors(Near(page, find_headline(page).element)).names) == names


@pytest.mark.parametrize("line", ["Jane Doe - Saltmarsh Online", "Jane Doe, Saltmarsh Post"])
def test_a_name_before_the_paper_s_own_is_the_author(line: str) -> None:
    html = f'<meta property="og:site_name" content="Saltmarsh"><h1>Rain</h1><div>{line}</div><p>0123456789</p>'
    page = Page(html.encode(), "https://example.com/news/rain")
    assert find_authors(Near(page, find_headline(page).element)).names == ("Jane Doe",)


def test_no_word_of_a_program_is_an_author() -> None:
    code = "<pre><code>CREATE TABLE job (<span>By Primary Key</span>\n<b class=author>Inner Join</b>)</code></pre>"
    assert authors(f"<article><h1>A queue</h1>{code}<p>It rained all day.</p></article>").names == ()


@pytest.mark.parametrize("name", ["og:author", "article.author", "vr:author"])
def test_meta_tags_that_name_an_author(name: str) -> None:
    page = Page(f'<meta name="{name}" content="Jane Doe"><h1>Rain</h1>'.encode(), "https://example.com/news/rain")
    assert find_authors(Near(page, find_headline(page).element)).names == ("Jane Doe",)


def test_json_ld_s_role_stands_between_an_article_and_its_author() -> None:
    role = {"@type": "Role", "roleName": "Reporter", "author": {"@type": "Person", "name": "Jane Doe"}}
    node = json.dumps({"@type": "NewsArticle", "headline": "Rain", "author": role})
    html = f'<script type="application/ld+json">{node}</script><h1>Rain</h1>'
    page = Page(html.encode(), "https://example.com/news/rain")
    assert find_authors(Near(page, find_headline(page).element)).names == ("Jane Doe",)


SAID = "The council of New York met on Monday, and the masons of three villages were there to see it."


def signed(above: str, last: str = "", lang: str = "en") -> list[str]:
    text = f"{SAID}\n{SAID}\n{last or SAID}"
    html = f"<html lang={lang}><body><main><h1>Rain over the harbours</h1>{above}<p>{SAID}</p></main></body></html>"
    page = Page(html.encode(), "https://www.saltmarsh.example/rain")
    return list(find_authors(Near(page, find_headline(page).element), text).names)


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
    ],
)
def test_a_name_before_a_date_in_one_text_is_the_author(line: str, names: list[str]) -> None:
    assert signed(line) == names


def test_a_label_below_a_name_is_its_own() -> None:
    boxes = "<div><div>Dewi Lestari</div><div>Penulis</div></div><div><div>Bagus Hartono</div><div>Editor</div></div>"
    assert signed(boxes, lang="id") == ["Dewi Lestari"]
    assert signed("<div><b>Maren Holt</b><i>Author:</i><b>Jonas Pell</b></div>") == ["Jonas Pell"]


@pytest.mark.parametrize(
    ("last", "names"),
    [
        ("（記者・大庭美緒）", ["大庭美緒"]),
        ("【记者 张晓明】", ["张晓明"]),
        ("— By Maren Holt", ["Maren Holt"]),
        ("(in May)", []),
    ],
)
def test_a_text_is_signed_in_brackets_or_behind_a_dash(last: str, names: list[str]) -> None:
    assert signed("", last, "zh" if "记" in last else "ja" if "記" in last else "en") == names


@pytest.mark.parametrize("prefix", ["", "schema:"])
def test_authors_marked_up_as_rdfa_are_read(prefix: str) -> None:
    name = f'<span property="{prefix}author" typeof="Person"><b property="{prefix}name">Maren Holt</b>, Skell</span>'
    assert signed(f"<div typeof=Article>{name}</div>") == ["Maren Holt"]


def test_dashes_part_who_wrote_from_who_took_the_pictures() -> None:
    assert signed("<p>Words: Maren Holt — Pictures: Jonas Pell</p>") == ["Maren Holt"]


@pytest.mark.parametrize(
    ("byline", "names"),
    [
        ("Eingestellt von Jana Roth", ["Jana Roth"]),
        ("Autor/in: Jana Roth", ["Jana Roth"]),
        ("Author of the article: Jane Doe", ["Jane Doe"]),
        ("文●松岡大地", ["松岡大地"]),
        ("Jane Doe, Plumbing Expert", ["Jane Doe"]),
        ("Jane Doe / Seguir", ["Jane Doe"]),
    ],
)
def test_words_around_the_names_of_a_byline(byline: str, names: list[str]) -> None:
    assert [n for n in names_in(byline) if is_person(n)] == names


@pytest.mark.parametrize("name", ["Pin for Later", "Zum Artikel", "Wer ist Dabei und Wo", "Sign Out", "JD By"])
def test_words_of_sentences_and_buttons_are_no_people(name: str) -> None:
    assert not any(map(is_person, names_in(name)))


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


@pytest.mark.parametrize("line", ["<h2>Customer Reviews</h2>", "<p><a href=/video>Harbour Film</a></p>"])
def test_a_heading_or_a_link_above_the_text_is_no_byline(line: str) -> None:
    text = f"{line[4:-5].rpartition('>')[2].partition('<')[0]}\nThe pier has opened again after a long winter."
    node = '<script type="application/ld+json">{"@type": "NewsArticle"}</script>'
    page = Page(f"{node}<h1>Pier opens again</h1>{line}".encode(), "https://example.com/news/pier")
    assert find_authors(Near(page, find_headline(page).element), text).names == ()


COLUMNS = "".join(
    f"<li><a class=author href=/authors/{n}>{name}</a>"
    for n, name in enumerate(("Aldo Marr", "Ines Pilo", "Carl Desi"))
)


@pytest.mark.parametrize(
    ("above", "below", "names"),
    [
        ("", f"<ul>{COLUMNS}</ul>", []),
        ("<p class=byline>By Ines Pilo</p>", f"<ul>{COLUMNS}</ul>", ["Ines Pilo"]),
        (f"<ul>{COLUMNS}</ul>", "", ["Aldo Marr", "Ines Pilo", "Carl Desi"]),
        ("", "<div class=author>Aldo Marr</div>", ["Aldo Marr"]),
    ],
)
def test_a_list_of_people_below_a_short_text_is_no_byline(above: str, below: str, names: list[str]) -> None:
    text = f"<p>{SAID} It rained all day, and so they went.</p>" * 2
    html = f"<html lang=en><body><main><h1>Rain over the harbours</h1>{above}{text}{below}</main></body></html>"
    page = Page(html.encode(), "https://www.saltmarsh.example/rain")
    assert list(find_authors(Near(page, find_headline(page).element), SAID).names) == names


@pytest.mark.parametrize(
    ("language", "line", "names"),
    [
        ("ru", "Текст: Нина Орлова, фото: Лев Фомин", ["Нина Орлова"]),
        ("tr", "Haber: Defne Ak - Kamera: Kaan Er", ["Defne Ak"]),
        ("ja", "取材・文＝山田春子　写真＝鈴木次郎", ["山田春子"]),
        ("de", "Text: Jana Voss, Fotos: Uwe Lang", ["Jana Voss"]),
        ("hu", "Szerző: Nagy Éva <i>2024. május 14., kedd</i>", ["Nagy Éva"]),
        ("en", "Posted by Jane Doe at 10:32 AM in Harbour, Rain | 3 comments", ["Jane Doe"]),
        ("es", "<span class=autor>Ana Soler · Traducción de Luis Mora</span>", ["Ana Soler"]),
    ],
)
def test_a_byline_says_who_else_took_part_and_when(language: str, line: str, names: list[str]) -> None:
    html = f"<html lang={language}><body><h1>Rain over the harbours</h1><div>{line}</div><p>{SAID}</p></body></html>"
    page = Page(html.encode(), "https://www.saltmarsh.example/rain")
    assert list(find_authors(Near(page, find_headline(page).element), SAID).names) == names


def test_an_agency_s_last_line_names_who_reported() -> None:
    last = "(Reporting by Jane Doe in Port Ellen and John Roe; Editing by Ann Ford)"
    page = Page(f"<h1>Rain over the harbours</h1><p>{SAID}</p><p>{last}</p>".encode(), "https://example.com/rain")
    found = find_authors(Near(page, find_headline(page).element), f"{SAID}\n{last}")
    assert list(found.names) == ["Jane Doe", "John Roe"]


def test_columnists_beside_the_text_are_no_authors() -> None:
    cards = "".join(
        f"<div class=col><a href=/views/{n}>{title}</a><span class=author>{name}</span></div>"
        for n, (title, name) in enumerate([("The rain we want", "Aldo Marr"), ("A roof for all", "Ines Pilo")])
    )
    page = Page(f"<h1>Rain over the harbours</h1><p>{SAID}</p>{cards}".encode(), "https://example.com/rain")
    assert find_authors(Near(page, find_headline(page).element), SAID).names == ()
    two = "".join(f"<p><a href=/a/{n}>{n}</a><span class=author>{n}</span></p>" for n in ("Aldo Marr", "Ines Pilo"))
    page = Page(f"<h1>Rain over the harbours</h1>{two}<p>{SAID}</p>".encode(), "https://example.com/rain")
    assert find_authors(Near(page, find_headline(page).element), SAID).names == ("Aldo Marr", "Ines Pilo")


@pytest.mark.parametrize(
    ("language", "line", "names"),
    [
        ("sv", "Text: Maja Lind Foto: Per Ask", ["Maja Lind"]),
        ("en", "Author: <a href=/p/1>Jane Doe</a> Editor: <a href=/p/2>John Roe</a>", ["Jane Doe"]),
        ("zh-TW", "文 | 王美玲　編輯 | 李大文", ["王美玲"]),
        ("zh-CN", "<span class=author>本报记者 王小明 李大同</span>", ["王小明", "李大同"]),
        ("es", "Por: Ana Soler Ruiz <a href=https://x.example/a>@anasoler</a>", ["Ana Soler Ruiz"]),
    ],
)
def test_a_byline_without_marks_between_its_labels(language: str, line: str, names: list[str]) -> None:
    html = f"<html lang={language}><body><h1>Rain over the harbours</h1><div>{line}</div><p>{SAID}</p></body></html>"
    page = Page(html.encode(), "https://www.saltmarsh.example/rain")
    assert list(find_authors(Near(page, find_headline(page).element), SAID).names) == names


def test_two_people_in_one_declared_name_are_two() -> None:
    html = f"{json_ld({'@type': 'Person', 'name': 'Jane Doe, John Roe'})}<h1>Rain</h1>"
    assert authors(html).names == ("Jane Doe", "John Roe")


@pytest.mark.parametrize("line", ["<p class=byline>By {}</p>", "<div>By {}</div>", "<p>Guest essay by {}</p>"])
@pytest.mark.parametrize("name", ["Luc d’Aubray-Roche", "Anna dell'Orto", "Jane Doe"])
def test_a_name_with_an_elided_particle(line: str, name: str) -> None:
    html = f"<h1>Rain over the harbours</h1>{line.format(name)}<p>{SAID}</p>"
    assert authors(html).names == (name,)


@pytest.mark.parametrize(
    ("language", "line", "names"),
    [
        ("en", "By Jane Doe, special to the Saltmarsh", ["Jane Doe"]),
        ("en", "By Jane Doe for Harbour Weekly", ["Jane Doe"]),
        ("en", "Story and photos by Jane Doe", ["Jane Doe"]),
        ("en", "Published by Jane Doe at May 14, 2024", ["Jane Doe"]),
        ("fr", "Par Odile Roux, envoyée spéciale à Brest", ["Odile Roux"]),
        ("es", "Por Ana Soler / Corresponsal en Cádiz", ["Ana Soler"]),
        ("ru", "Нина Орлова, корреспондент", ["Нина Орлова"]),
        ("fi", "Maija Lehto / STT", ["Maija Lehto"]),
        ("ko", "[서울=뉴스] 이상현 기자", ["이상현"]),
        ("zh-TW", "王美玲／台北報導", ["王美玲"]),
        ("en", "<div itemprop=author itemscope><meta itemprop=name content='Jane Doe'></div>", ["Jane Doe"]),
        ("en", "<div itemprop=author itemscope><meta itemprop=name content=jdoe01></div>", []),
        ("en", "<p><strong>Jane Doe, head of the port:</strong> We have seen nothing of it, and we will not.</p>", []),
        ("en", "<a href=/@janedoe>Jane Doe</a><button>Follow</button>", ["Jane Doe"]),
        ("en", "<a href=https://video.example/@saltmarsh>Saltmarsh Films</a><button>Follow</button>", []),
        ("en", "By the lake, children feed ducks.", []),
    ],
)
def test_a_byline_says_for_whom_or_as_what_somebody_writes(language: str, line: str, names: list[str]) -> None:
    html = f"<html lang={language}><body><h1>Rain over the harbours</h1><div>{line}</div><p>{SAID}</p></body></html>"
    page = Page(html.encode(), "https://www.saltmarsh.example/rain")
    assert list(find_authors(Near(page, find_headline(page).element), SAID).names) == names


@pytest.mark.parametrize(
    ("language", "line", "names"),
    [("en", "All posts by Jane Doe", ["Jane Doe"]), ("de", "Alles von Jana Roth", ["Jana Roth"])],
)
def test_what_leads_to_all_of_an_author_is_no_part_of_the_name(language: str, line: str, names: list[str]) -> None:
    text = "<p>The board met for the ninth time on Tuesday and heard how the old pier is to be mended.</p>" * 9
    box = f"<div class=author-box><h4 class=author>{line}</h4><p>Writes of piers and ships for thirty years.</p></div>"
    page = f"<html lang={language}><body><article><h1>The old pier</h1>{text}{box}</article></body></html>"
    article = extract_article(page, url="https://paper.example/pier")
    assert article is not None and list(article.authors) == names


TEXT_ABOVE = "".join(
    f"<p>On day {n} the council met in the old dairy behind the mill, and nobody in the valley heard of what it had"
    " said there until noon.</p>"
    for n in range(5)
)


@pytest.mark.parametrize(
    "below",
    [
        "<div><a rel=author href=/author/roe>John Roe</a> <a rel=author href=/author/hill>Jo Hill</a></div>",
        "<div><h4>The letter</h4><p class=author>by John Roe</p><input type=email></div>",
    ],
)
def test_who_is_named_below_the_text_beside_one_named_above_is_another(below: str) -> None:
    for byline in ("<a rel=author href=/author/doe>Jane Doe</a>", "<p>By Jane Doe\u200b</p>")["letter" in below :]:
        html = f"<html lang=en><body><article><h1>Rain</h1>{byline}{TEXT_ABOVE}</article>{below}</body></html>"
        assert list(authors(html).names) == ["Jane Doe"]


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("de", "Text und Fotos: Karla Stein"),
        ("de", "Fotos & Text: Karla Stein"),
        ("nl", "Tekst en foto’s: Karla Stein"),
        ("nl", "Van onze verslaggever Karla Stein"),
        ("fr", "Texte et photos : Karla Stein"),
        ("fr", "De notre envoyée spéciale Karla Stein"),
        ("sv", "Text/Foto: Karla Stein"),
        ("uk", "Авторка: Karla Stein"),
        ("en", "By senior staff writer Karla Stein"),
        ("nb", "Journalist: Karla Stein"),
        ("es", "Texto y fotos: Karla Stein"),
    ],
)
def test_who_writes_and_takes_the_pictures_and_whom_a_paper_sent(language: str, line: str) -> None:
    html = f"<html lang={language}><body><h1>Rain</h1><p>{line}</p></body></html>"
    assert list(authors(html).names) == ["Karla Stein"]


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By our correspondent Ann Ford", ["Ann Ford"]),
        ("By health reporter Ann Ford", ["Ann Ford"]),
        ("Par notre correspondante Ann Ford", ["Ann Ford"]),
        ("Por nuestra corresponsal Ann Ford", ["Ann Ford"]),
        ("Av vår reporter Ann Ford", ["Ann Ford"]),
        ("By the light of the boat Ann Ford", []),
        ("By the time that our reporter Ann Ford", []),
    ],
)
def test_what_somebody_is_stands_before_their_name(line: str, names: list[str]) -> None:
    language = {"Pa": "fr", "Po": "es", "Av": "sv"}.get(line[:2], "en")
    html = f"<html lang={language}><head><meta charset=utf-8></head><body><h1>Rain</h1><p>{line}</p></body></html>"
    assert list(authors(html).names) == names


@pytest.mark.parametrize(
    ("byline", "names"),
    [
        ("Door Ann Ford en Piet Bakker", ["Ann Ford", "Piet Bakker"]),
        ("Tekst: Ann van den Berg, Jan Smit en Piet Bakker", ["Ann van den Berg", "Jan Smit", "Piet Bakker"]),
        ("Door onze redacteur Ann Ford en Piet Bakker", ["Ann Ford", "Piet Bakker"]),
        ("Por Ann Ford en Buenos Aires", ["Ann Ford"]),
        ("By our own reporter", []),
    ],
)
def test_a_word_that_joins_names_in_one_language_tells_a_place_in_another(byline: str, names: list[str]) -> None:
    assert names_in(byline) == names


def in_whole_page(language: str, line: str) -> list[str]:
    """The authors of a whole page, whose body leaves out what stands above its text."""
    text = "".join(
        f"<p>On day {n} it rained on the valley, and farmers stood in it until the evening.</p>" for n in range(6)
    )
    html = (
        f"<html lang={language}><head><meta charset=utf-8><meta property=og:type content=article></head><body><main>"
        f"<h1>Rain at last</h1>{line}{text}</main></body></html>"
    )
    article = extract_article(html, "https://www.valleypost.example/rain")
    return article.authors if article else []


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


@pytest.mark.parametrize("section", ["River Rights", "river rights"])
def test_the_section_beside_a_date_is_nobody(section: str) -> None:
    said = f'<meta property="article:section" content="{section}">'
    assert in_whole_page("en", f"{said}<div>May 5, 2026 | River Rights</div>") == []
    assert in_whole_page("en", "<div>May 5, 2026 | River Rights</div>") == ["River Rights"]
