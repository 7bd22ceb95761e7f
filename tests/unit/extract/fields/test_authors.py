"""Authors: which source is believed."""

import pytest

from newscrawl.extract.page.rules import Rules
from tests.support.bylines import ORGANISATION, PUBLISHER, authors, json_ld, person


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


def test_a_site_s_own_selector_comes_first_and_a_broken_one_is_named() -> None:
    html = json_ld(person("Jane Doe")) + "<p>Rain fell.</p><b class=w>John Roe</b><b class=w>Ann Poe</b>"
    assert authors(html, rules=Rules(authors=("b.w",))).names == ("John Roe", "Ann Poe")
    broken = authors(html, rules=Rules(authors=("i.gone",)))
    assert (broken.names, broken.missed) == (("Jane Doe",), ("authors: i.gone",))


def test_no_word_of_a_program_is_an_author() -> None:
    code = "<pre><code>CREATE TABLE job (<span>By Primary Key</span>\n<b class=author>Inner Join</b>)</code></pre>"
    assert authors(f"<article><h1>A queue</h1>{code}<p>It rained all day.</p></article>").names == ()


@pytest.mark.parametrize("line", ["<h2>Customer Reviews</h2>", "<p><a href=/video>Harbour Film</a></p>"])
def test_a_heading_or_a_link_above_the_text_is_no_byline(line: str) -> None:
    text = f"{line[4:-5].rpartition('>')[2].partition('<')[0]}\nThe pier has opened again after a long winter."
    node = '<script type="application/ld+json">{"@type": "NewsArticle"}</script>'
    assert authors(f"{node}<h1>Pier opens again</h1>{line}", text=text, url="https://example.com/news/pier").names == ()
