"""fivefilters' site patterns: a user's folder of them describes sites that have no selectors here."""

from pathlib import Path

import pytest

from newscrawl.extract import Rules, read_page
from newscrawl.sites.site_patterns import SitePatterns, parse
from tests.support.crawls import crawls
from tests.support.news_sites import serving, weblog

PATTERN = """\
# The harbour paper
title: //h1[@class='big']/text()
body: //div[@id="old"]
body: //div[contains(@class, 'story')]

author: //p[@class='byline']/a
date: //time/@datetime
strip: //div[@class='promo']
strip_id_or_class: newsletter
strip_image_src: /pixel.gif
find_string: <foo
replace_string(<bar>): <p>
http_header(Cookie): a=b
author: substring-after(//p, 'by ')
body: //div[
title: //meta/@property
Prune: no
test_url: https://example.com/a
"""


def paragraphs(first: int, last: int) -> str:
    said = (
        "<p>On day {} the harbour council repairs the old bridge, and visitors are asked to keep left until spring.</p>"
    )
    return "".join(said.format(day) for day in range(first, last + 1))


PAGE = f"""<html><head><title>x</title></head><body><h1 class="big">The old bridge</h1><h1>Not this</h1>
<p class="byline"><a>Ann Lee</a></p><time datetime="2026-11-22T08:00:00Z">today</time>
<div class="story">{paragraphs(1, 6)}<div class="promo">Buy our mugs</div><div id="the-newsletter-box">Sign up</div>
<p>The last word.</p></div><div class="comments">{paragraphs(7, 36)}</div></body></html>"""


def test_a_pattern_describes_a_page() -> None:
    pattern = parse(PATTERN)
    article = read_page(PAGE.encode(), "https://example.com/a", rules=pattern.completing(Rules())).article
    assert article and article.title == "The old bridge"
    assert article.authors == ["Ann Lee"]
    assert article.published and article.published.isoformat() == "2026-11-22T08:00:00+00:00"
    assert "The last word." in article.text
    assert article.text.count("harbour council") == 6, "the body is the story and not the comments"
    assert "mugs" not in article.text and "Sign up" not in article.text


def test_what_is_not_obeyed_is_reported_with_its_line() -> None:
    assert parse(PATTERN).unheeded == (
        "line 11: find_string is not obeyed",
        "line 12: replace_string is not obeyed",
        "line 13: http_header is not obeyed",
        "line 14: author is not obeyed: it picks no elements",
        "line 15: body is not obeyed: it is no XPath",
        "line 16: title is not obeyed: it picks an attribute",
    )


def test_a_site_with_selectors_of_its_own_keeps_them() -> None:
    own = Rules(body=("div.mine",), timezone="Asia/Shanghai")
    assert parse(PATTERN).completing(own) == own
    assert parse(PATTERN).completing(Rules(title=("h2",))).title == ("h2",)


@pytest.mark.parametrize(
    ("url", "file"),
    [
        ("https://example.com/a", "example.com.txt"),
        ("https://www.example.com/a", "example.com.txt"),
        ("https://news.example.com/a", ".example.com.txt"),
        ("https://example.org/a", ""),
        ("https://..%2f..%2fetc/a", ""),
    ],
)
def test_the_file_of_a_host(url: str, file: str, tmp_path: Path) -> None:
    for name in ("example.com.txt", ".example.com.txt"):
        (tmp_path / name).write_text(f"body: //div[@id='{name}']")
    body = SitePatterns(tmp_path).for_url(url).body
    assert body == ((f"//div[@id='{file}']",) if file else ())


def test_a_crawl_reads_by_the_users_folder(tmp_path: Path) -> None:
    (tmp_path / "127.0.0.1.txt").write_text("body: //div[@class='story']\nstrip: //div[@class='story']/p[1]\n")
    settings = {"SITE_PATTERNS": str(tmp_path), "POSTS": True}
    with serving(weblog()) as (home, _):
        crawls([{"spider": "site", "arguments": {"url": home, "limit": "1"}, "settings": settings}], tmp_path)
    (post,) = (tmp_path / "posts" / "127.0.0.1").glob("*.md")
    assert "on day 1" not in post.read_text() and "on day 2" in post.read_text()


@pytest.mark.parametrize(
    ("path", "refused"),
    [
        ("//*[count(//*[count(//*)>0])>0]", True),
        ("//div[p[count(following::p) > count(preceding::p)]]", True),
        ("//div[.//p[contains(., '[//a]')]][//h1]//span[a[@class='x']]", False),
        ("//div[//h1][.//p[../div//a]]", False),
    ],
)
def test_a_path_that_searches_the_page_again_and_again_is_refused(path: str, refused: bool) -> None:
    pattern = parse(f"body: {path}")
    assert pattern.unheeded == (
        ("line 1: body is not obeyed: it searches the whole page for each of its parts, again and again",)
        if refused
        else ()
    )
    assert pattern.body == (() if refused else (path,))
