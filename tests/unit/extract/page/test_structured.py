"""JSON-LD as publishers write it, and the page's other structured data."""

import json

import pytest

from newscrawl.extract.fields import address
from newscrawl.extract.fields.language import find_language
from newscrawl.extract.fields.near import Near
from newscrawl.extract.fields.section import find_section
from newscrawl.extract.fields.tags import find_tags
from newscrawl.extract.page.page import Page
from newscrawl.extract.page.rules import Rules
from newscrawl.extract.page.structured import Node, article_of, nodes, text

ARTICLE = '"@type": "NewsArticle", "headline": "Rain"'


@pytest.mark.parametrize(
    "block",
    [
        pytest.param(f"{{{ARTICLE}}}", id="whole"),
        pytest.param(f"[[{{{ARTICLE}}}]]", id="lists"),
        pytest.param(f'{{"@graph": [{{"@type": "WebSite"}}, {{{ARTICLE}}}]}}', id="@graph"),
        pytest.param(f'{{"@type": "WebPage", "mainEntity": {{{ARTICLE}}}}}', id="mainEntity"),
        pytest.param(f"{{{ARTICLE},}}", id="trailing comma"),
        pytest.param(f'{{"url": "https://x.example//a", /* note */ {ARTICLE} // end\n}}', id="comments"),
        pytest.param(f"<!--\n{{{ARTICLE}}}\n-->", id="HTML comment"),
        pytest.param(f"//<![CDATA[\n{{{ARTICLE}}}\n//]]>", id="CDATA"),
        pytest.param(f'{{"a": "line\nbreak\tand tab", {ARTICLE}}}', id="control characters"),
        pytest.param(f'{{"a": "C:\\dir", {ARTICLE}}}', id="stray backslash"),
        pytest.param(f"{{{ARTICLE}}};", id="semicolon"),
        pytest.param(f'{{"@type": "WebSite"}}{{{ARTICLE}}}', id="two side by side"),
        pytest.param(f"{{{ARTICLE}}}".replace('"', "&quot;"), id="escaped as HTML"),
        pytest.param(
            f'{{{ARTICLE},\n"description": "He said "no" to it",\n"url": "x"}}', id="unescaped quotation marks"
        ),
        pytest.param(f'{{{ARTICLE}, "articleBody": "cut off', id="cut off"),
        pytest.param('{"@type": ["Thing", "https://schema.org/NewsArticle"], "headline": "Rain"}', id="several types"),
    ],
)
def test_the_article_is_found_in_every_block(block: str) -> None:
    article = article_of(nodes([block]))
    assert article is not None
    assert article["headline"] == "Rain"


@pytest.mark.parametrize(
    "block", ["", "   ", "null", "42", '"text"', "{", "}", "[" * 100_000, '{"a":' * 5_000, "\x00", '{"@type": 5}']
)
def test_what_holds_no_article_gives_none(block: str) -> None:
    assert article_of(nodes([block])) is None


def article(url: str, headline: str, **more: str) -> Node:
    return {"@type": "NewsArticle", "url": url, "headline": headline, **more}


def test_of_several_articles_the_one_of_the_page_is_taken() -> None:
    others = [article("https://x.example/b", "Sun"), article("https://x.example/a?utm=1", "Rain")]
    assert article_of(others, "https://www.x.example/a/")["headline"] == "Rain"  # type: ignore[index]
    assert article_of(others, "https://x.example/c", ("Rain",))["headline"] == "Rain"  # type: ignore[index]
    assert article_of(others, "https://x.example/c")["headline"] == "Sun"  # type: ignore[index]


def test_two_blocks_of_one_article_complete_each_other() -> None:
    found = article_of(
        [article("", "Rain", author="Jane"), article("https://x.example/a", "Rain", section="Weather")],
        "https://x.example/a",
    )
    assert found is not None
    assert (found["author"], found["section"]) == ("Jane", "Weather")


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("a", "a"),
        (["", "a"], "a"),
        ({"name": "a"}, "a"),
        ([{"@type": "Person"}, {"name": "a"}], "a"),
        (None, ""),
        (5, ""),
        ({"@value": "a"}, "a"),
    ],
)
def test_text_of_a_property(value: object, expected: str) -> None:
    assert text(value) == expected


def page(
    html: str, url: str = "https://www.valleypost.example/weather/rain-123456", rules: Rules | None = None
) -> Page:
    return Page(html.encode(), url, rules=rules)


def ld(**pairs: object) -> str:
    node = {"@type": "NewsArticle", "headline": "Rain", **pairs}
    return f'<script type="application/ld+json">{json.dumps(node)}</script>'


@pytest.mark.parametrize(
    ("html", "tags"),
    [
        (ld(keywords="rain, Valley,rain"), ["rain", "Valley"]),
        (ld(keywords=["rain", "Valley"]), ["rain", "Valley"]),
        (
            '<meta property="article:tag" content="rain"><meta property="article:tag" content="Valley">',
            ["rain", "Valley"],
        ),
        ("<meta name=news_keywords content='雨，谷、云'>", ["雨", "谷", "云"]),
        ("<meta name=parsely-tags content='rain;Valley'>", ["rain", "Valley"]),
        ("", []),
    ],
)
def test_tags(html: str, tags: list[str]) -> None:
    assert find_tags(Near(page(html), None))[0] == tags


@pytest.mark.parametrize(
    ("html", "section"),
    [
        (ld(articleSection=["Weather", "News"]), "Weather"),
        ('<meta property="article:section" content="Weather">', "Weather"),
        (
            ld()
            + '<script type="application/ld+json">{"@type": "BreadcrumbList", "itemListElement": [{"name": "Home"},'
            ' {"item": {"name": "Weather"}}, {"name": "Rain"}]}</script>',
            "Weather",
        ),
        ("", ""),
    ],
)
def test_section(html: str, section: str) -> None:
    assert find_section(Near(page(html), None))[0] == section


@pytest.mark.parametrize(
    ("html", "text", "language"),
    [
        ('<html lang="zh_cn">', "", "zh-CN"),
        ('<html lang="de-de">', "", "de-DE"),
        ('<html lang="zh-hans-cn">', "", "zh-Hans-CN"),
        ('<meta property="og:locale" content="en_GB">', "", "en-GB"),
        ('<html lang="x-default">' + ld(inLanguage="fr"), "", "fr"),
        ('<html lang="en">' + ld(inLanguage="zh-CN"), "五角大楼确认向乌克兰派遣轻武器", "zh-CN"),
        ('<html lang="en">', "五角大楼确认向乌克兰派遣轻武器", "zh"),
        ('<html lang="en">', "The word 雨 means rain, and 雷 means thunder.", "en"),
        ('<html lang="sr-Latn">', "Kiša u dolini", "sr-Latn"),
        ("", "", ""),
    ],
)
def test_language(html: str, text: str, language: str) -> None:
    assert find_language(page(html), text)[0] == language


def test_the_site_s_description_gives_the_language_where_the_page_does_not() -> None:
    assert find_language(page("", rules=Rules(language="zh-CN")), "")[0] == "zh-CN"
    assert find_language(page('<html lang="en">', rules=Rules(language="zh-CN")), "")[0] == "en"


@pytest.mark.parametrize(
    ("own", "declared", "canonical"),
    [
        ("https://www.x.example/a-b-c?utm_source=y#top", "https://www.x.example/a-b-c", "https://www.x.example/a-b-c"),
        ("https://m.x.example/a", "//www.x.example/a", "https://www.x.example/a"),
        ("https://x.example/a", "http://x.example/a", "https://x.example/a"),
        ("https://x.example/a#c", "https://x.example/", "https://x.example/a"),
        ("https://x.example/a", "https://other.example/a", "https://x.example/a"),
        ("https://x.co.uk/a", "https://y.co.uk/a", "https://x.co.uk/a"),
        ("https://x.example/show.php?id=7", "https://x.example/show.php", "https://x.example/show.php?id=7"),
        ("https://x.example/a", "javascript:void(0)", "https://x.example/a"),
        ("https://x.example/a", "http://[broken", "https://x.example/a"),
        ("https://x.example/a", "", "https://x.example/a"),
    ],
)
def test_a_canonical_link_is_believed_where_it_is_plausible(own: str, declared: str, canonical: str) -> None:
    assert address.canonical(page(f'<link rel="canonical" href="{declared}">', own))[0] == canonical


@pytest.mark.parametrize(
    ("own", "link", "found"),
    [
        ("https://x.example/a", '<link rel="next" href="/a/2">', "https://x.example/a/2"),
        ("https://x.example/a/2", '<a rel="next" href="/a/3/">3</a>', "https://x.example/a/3/"),
        (
            "https://x.example/a.html",
            '<div class="pagination"><a href="/a-2.html">2</a></div>',
            "https://x.example/a-2.html",
        ),
        (
            "https://x.example/a?id=5",
            '<a class="next" href="/a?id=5&page=2">more</a>',
            "https://x.example/a?id=5&page=2",
        ),
        (
            "https://x.example/archives/36",
            '<p>Pages: 1 <a href="/archives/36/2">2</a></p>',
            "https://x.example/archives/36/2",
        ),
        (
            "https://x.example/a/",
            '<nav><a class="post-page-numbers" href="/a/2/">Page 2</a></nav>',
            "https://x.example/a/2/",
        ),
        (
            "https://x.example/archives/36",
            '<a class="next" href="/archives/37">Next</a>',
            "https://x.example/archives/37",
        ),
        ("https://x.example/a", '<link rel="next" href="/another-article">', ""),
        ("https://x.example/a", '<div class="pagination"><a href="/b/2">2</a></div>', ""),
        ("https://x.example/a/2", '<div class="pagination"><a href="/a/2">2</a></div>', ""),
    ],
)
def test_the_next_part(own: str, link: str, found: str) -> None:
    assert address.next_page(page(link, own)) == found


@pytest.mark.parametrize(
    ("html", "url", "found"),
    [
        ('<meta name="article:id" content="11333783">', "https://x.example/a", "11333783"),
        ('<meta name="article:id" content="news">', "https://x.example/a", ""),
        ('<body class="single single-post postid-4711">', "https://x.example/a", "4711"),
        ('<link rel="shortlink" href="https://x.example/?p=4711">', "https://x.example/a", "4711"),
        ("", "https://x.example/rain-article242242744.html", "242242744"),
        ("", "https://x.example/2024/20240503-rain", ""),
        ("", "https://x.example/a-2345678-dollar-rain", ""),
        ("", "https://x.example/rain-for-1000000", ""),
        ("", "https://x.example/11862251-rain", "11862251"),
        ("", "https://x.example/a-6187099_8234481", ""),
        (ld(identifier="abcd1234"), "https://x.example/s/abcd1234", "abcd1234"),
        (ld(identifier="abcd1234"), "https://x.example/s/other", ""),
    ],
)
def test_the_site_s_own_id(html: str, url: str, found: str) -> None:
    assert address.site_id(page(html, url), url)[0] == found


def test_of_a_list_under_a_key_the_first_is_taken() -> None:
    assert text({"@type": "ImageObject", "url": ["/a.jpg", "/b.jpg"]}, "url") == "/a.jpg"
    assert text({"url": "", "name": "Rain"}, "url") == "Rain"
