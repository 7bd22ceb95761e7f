"""Bylines that are known by what their elements are called."""

import pytest

from tests.support.bylines import (
    authors,
)

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


def test_a_byline_s_heading_is_no_other_story_s() -> None:
    byline = '<div class=author><div><h3>By <a href="/ann-ford/">Ann Ford</a>, <i>Columnist</i></h3></div></div>'
    assert list(authors(f"<body><h1>Rain</h1>{byline}</body>").names) == ["Ann Ford"]


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


@pytest.mark.parametrize("path", ["yazarlar", "kirjoittaja", "forfatter", "penulis", "szerzok", "kolumnisti"])
def test_a_link_to_a_page_of_authors_is_a_byline(path: str) -> None:
    html = f"<h1>Rain</h1><a href=/{path}/jane-doe>Jane Doe</a><p>0123456789</p>"
    assert authors(html, url="https://example.com/news/rain").names == ("Jane Doe",)


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
    assert list(authors(around.format(byline), url="https://example.com/news/rain").names) == names


@pytest.mark.parametrize("role", ["Fotograf", "Photographer", "Fotógrafa", "Pressefotograf", "Фотограф"])
def test_a_photographer_behind_the_author_is_none(role: str) -> None:
    inside = f"<i class=n>Anna Berg</i> <i>Reporter</i> <i class=n>Nils Ek</i> <i>{role}</i>"
    assert authors(f"<h1>Rain at last</h1><div class=byline>{inside}</div>").names == ("Anna Berg",)
    boxes = f"<div class=byline>Anna Berg</div><div class=byline>Nils Ek, {role}</div>"
    assert authors(f"<h1>Rain at last</h1>{boxes}<p>It rained.</p>").names == ("Anna Berg",)
    alone = f"<div class=byline><i class=n>Nils Ek</i> <i>{role}</i></div>"
    assert authors(f"<h1>Rain at last</h1>{alone}").names == ("Nils Ek",)


SAID = "the lock has been shut for longer than the village cares to recall, and nobody has told it why, or for how long"
ANN = "<a href='/authors/ann-ford'>Ann Ford</a>"


@pytest.mark.parametrize(
    "mention",
    [
        f"<p>As my colleague {ANN} said in the debate of last week, {SAID}.</p>",
        f"<p>Read what our friend <b>{ANN}</b> has to say of it: {SAID}.</p>",
        f"<p>It rained, and {SAID}.</p><ul><li>{ANN}, of the council, said no.</li></ul><p>Then at last {SAID}.</p>",
    ],
)
def test_an_author_who_is_mentioned_in_the_text_has_not_written_it(mention: str) -> None:
    assert authors(f"<article><h1>Rain at last</h1>{mention}<p>So {SAID}.</p></article>").names == ()


@pytest.mark.parametrize(
    "byline",
    [
        f"<p>Written on a wet day in May by {ANN}. When it rained, {SAID}.</p>",
        f"<p>{ANN} looks after the locks of the county, where {SAID}.</p>",
        f"<p>It rained, and {SAID}.</p><ul><li>{ANN}</li></ul><p>Then at last {SAID}.</p>",
    ],
)
def test_an_author_s_link_in_a_line_that_says_by_or_alone_is_a_byline(byline: str) -> None:
    assert authors(f"<article><h1>Rain at last</h1>{byline}<p>So {SAID}.</p></article>").names == ("Ann Ford",)
