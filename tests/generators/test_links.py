# ruff: noqa: E501 - names read better side by side
"""Sections and tags of any text: from the built index, every link to a post, a category and a tag leads to its page."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from newscrawl.article import Article
from newscrawl.posts import PostOptions
from tests.support.dead_links import dead_links, links
from tests.support.site_builds import BUILDS, ON_REQUEST, doks

NAMES = [
    "5: the show", "49-Euro-Ticket: Pendler zahlen weniger", "a:b", "mailto:x", "http://x.example/y", "//x.example", "/etc",
    "Q?A", "?", "a?b=c&d", "a%2fb?c", "100%", "%", "%E4%BD", "a%20b", "C#", "#1", "a#b", "a/b", "a / b", "a\\b", "..", "../x", "a/../../b", "a/..", ".hidden", "a.", "a..b",
    "AT&T", "Arts & Culture", "Politics | World", "$ money", "a :", "&nbsp;", "a&copy b", "a;b", "a,b", "a=b", "a+b", "a@b", "a!b", "a*b", "a|b", "[a]", "(a)", "{a}", "{{ a }}", "<b>a</b>", "'a'", "\"a\"", "`a`", "^a", "~a", "$1",
    "新闻：国际", "e\u0301", "İstanbul", "Straße", "😀 a", "a\u200bb", "\u202ea", "a\u00a0b", "a  b", "-a", "_a", "__proto__", "constructor",
    "index", "index.html", "page", "con", "2021", "null", "长" * 60, "a" * 300,
]  # fmt: skip


def article(number: int, **facts: list[str]) -> Article:
    moment = datetime(2021, 12, 9, tzinfo=UTC) + timedelta(hours=number)
    url = f"https://news.example/{number}"
    return Article(url=url, title=f"Report {number}", published=moment, body="<p>a</p>", **facts)  # type: ignore[arg-type]


# Tags of the one before: a tag that is a category too is left out.
INNER = [article(n, categories=["World", name], tags=[NAMES[n - 1], "common"]) for n, name in enumerate(NAMES)]
# Tags that their signs alone tell apart, and the folders of their pages.
SIGNS = [article(200 + n, tags=[name]) for n, name in enumerate(("C", "C++", "C#"))]
OWN_PAGES = {
    "hexo": {"C", "C＋＋", "C＃"},
    "new hugo": {"c", "c++", "c#"},
    "eleventy": {"c", "c-plus-plus", "c-sharp"},
    "pelican": {"c.html", "c-plus-plus.html", "c-sharp.html"},
}
ARTICLES = SIGNS + INNER + [article(len(INNER) + n, categories=[name]) for n, name in enumerate(NAMES)]
WITHOUT_SHARP = [one for one in ARTICLES if "#" not in "".join(one.categories + one.tags)]


MORE = [pytest.param(name, marks=pytest.mark.on_request) for name in ("astro", "eleventy", "pelican")]


@pytest.mark.parametrize("build", [*BUILDS, *MORE])
def test_every_link_of_a_built_site_leads_to_a_page(build: str, tmp_path: Path) -> None:
    # Debian's Hugo, of 2023, makes links of "C#" that no file has; a younger one does not.
    articles = WITHOUT_SHARP if build == "hugo" else ARTICLES
    site = (BUILDS | ON_REQUEST)[build](tmp_path, articles, PostOptions(tags=8))
    assert len(site.pages) == len(articles)
    assert sum(1 for _ in links(site.output)) >= len(articles)
    assert dead_links(site.output) == []
    assert OWN_PAGES.get(build, set()) <= {path.name for path in site.output.glob("tag*/*")}


@pytest.mark.on_request
def test_every_link_of_a_site_of_doks_leads_to_a_page(tmp_path: Path) -> None:
    by_name = [replace(one, authors=one.categories[-1:]) for one in WITHOUT_SHARP]
    by_name += [replace(article(900), title="---"), replace(article(901), title="😀")]
    site = doks(tmp_path, by_name, PostOptions(theme="doks", tags=8))
    assert sum(1 for _ in links(site.output)) >= len(by_name)
    # Its home page has a button to a guide of its own.
    assert dead_links(site.output) == ["index.html: /docs/guides/example-guide/"]
