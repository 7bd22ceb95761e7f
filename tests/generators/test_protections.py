"""Each protection of a post, switched off: a real build then fails, leaks, changes the text or lets a script through.

Were one of these no longer needed, its test here would fail, and the protection could go.
"""

import os
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from newscrawl.article import Article
from newscrawl.posts import PostOptions, body, placeholders, terms
from tests.support.hostile import CANARY
from tests.support.rendered import body_tree
from tests.support.site_builds import BUILDS, ON_REQUEST, Site

ARTICLE = Article(
    url="https://example.com/1", title="t", published=datetime(2021, 12, 9, tzinfo=UTC), body="<p>a</p><p>b</p>"
)
SIBLING = replace(ARTICLE, url="https://example.com/2", title="sibling")
NO_LOCK = PostOptions(fields=("-disableNunjucks", "-render_with_liquid"))


def harm(build: str, folder: Path, article: Article, options: PostOptions = NO_LOCK) -> str:
    """What goes wrong when a site of this article and a sibling is built; "" where nothing does."""
    try:
        site: Site = BUILDS[build](folder, [article, SIBLING], options)
    except AssertionError as failed:
        return f"the build fails: {failed}"
    if list(site.folder.glob("**/RAN-*")):
        return "a command runs"
    if any(CANARY.encode() in shown for path, shown in site.texts() if path.name != "canary.txt"):
        return "a file is shown"
    page = site.pages.get(article.url)
    if page is None or len(site.pages) < 2:
        return "a post is lost"
    same = page.tree == body_tree(article.body) and page.title.strip() == article.title
    return "" if same else f"the text changes: {page.title} {page.tree}"


def only(*kept: str) -> Callable[[pytest.MonkeyPatch], None]:
    """Write bodies with no character as a reference but these."""

    def switch_off(patch: pytest.MonkeyPatch) -> None:
        references = {character: f"&#{ord(character)};" for character in kept}
        patch.setattr(body, "_NEWLINE", references.pop("\n", "\n"))
        patch.setattr(body, "_REFERENCES", references)

    return switch_off


def raw_lines(patch: pytest.MonkeyPatch) -> None:
    only("{", "}", "|", "\t", "\ufffc")(patch)


def no_wrapper(patch: pytest.MonkeyPatch) -> None:
    wrapped = body.html_body
    cut = slice(len("<div>"), -len("</div>\n"))
    patch.setattr("newscrawl.posts.writing.html_body", lambda html, url, **how: wrapped(html, url, **how)[cut])


def no_marks(patch: pytest.MonkeyPatch) -> None:
    for places in ("IN_BODIES", "IN_PAGES"):
        patch.setattr(placeholders, places, re.compile(r"(?!)"))


def plain_equals_signs(patch: pytest.MonkeyPatch) -> None:
    """Attributes as they came, and no reference for the equals sign."""
    patch.setattr(body, "_attribute", lambda attribute: attribute[0])
    patch.setattr("newscrawl.clean.attributes._link", lambda kept: kept)


RUNS = "{{ range.constructor(\"return process.mainModule.require('child_process').execSync('touch RAN-A')\")() }}"
PROTECTIONS = {
    "braces in Hexo": ("hexo", only("\n"), f"<p>{RUNS}</p>"),
    "braces in Jekyll": ("jekyll", only("\n"), "<p>{% include canary.txt %}</p>"),
    "braces in Hugo": ("hugo", only("\n"), "<p>{{% unknown %}}</p>"),
    "Hexo's own mark": ("hexo", only("\n", "{", "}"), "<p>&lt;!--swig\ufffc0--&gt;</p>"),
    "newlines in Hugo": ("hugo", raw_lines, "<pre>a\n\n    b\n*c*</pre>"),
    "the wrapper in Hugo": ("hugo", no_wrapper, "text *first*<p>a</p>"),
    "Hugo's marks of shortcodes": ("new hugo", no_marks, "<p>HAHAHUGOSHORTCODE0s0HBHB</p>"),
    "Hugo's marks in pages": ("new hugo", no_marks, "<p>__hdeferred/d1 __d=</p>"),
    "href first in Hexo": (
        "hexo",
        plain_equals_signs,
        '<p><a title="href=x onmouseover=alert(1) y" href="https://example.com/1">a</a></p>',
    ),
}


MOST_BUILDS = 4
"""Builds among which harm is done."""


@pytest.mark.parametrize("protection", PROTECTIONS)
def test_without_it_harm_is_done(protection: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    build, switch_off, html = PROTECTIONS[protection]
    switch_off(monkeypatch)
    # Hugo does not see a mark of its own in one of some 180 builds on a busy machine.
    builds = (harm(build, tmp_path / str(n), replace(ARTICLE, body=html)) for n in range(MOST_BUILDS))
    assert any(builds)


def test_with_all_of_them_none_is(tmp_path: Path) -> None:
    bodies = [html for _, _, html in PROTECTIONS.values()]
    for build in ("hexo", "hugo", "new hugo", "jekyll"):
        assert harm(build, tmp_path / build, replace(ARTICLE, body="".join(bodies))) == ""


def test_the_second_lock_holds_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Braces as they are: `disableNunjucks` and `render_with_liquid` keep the engines off by themselves."""
    only("\n", "\ufffc")(monkeypatch)
    article = replace(ARTICLE, body=f"<p>{RUNS}</p><p>{{% unknown %}}</p><p>{{% include canary.txt %}}</p>")
    assert harm("hexo", tmp_path / "a", article, PostOptions()) == ""
    assert harm("jekyll", tmp_path / "b", article, PostOptions()) == ""


def test_titles_without_quotes_around_them_are_lost(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    plain = "---\ntitle: {title}\nsource_url: {source_url}\n---\n"
    monkeypatch.setattr("newscrawl.posts.writing.front_matter", lambda fields: plain.format(**fields))
    assert harm("hexo", tmp_path, replace(ARTICLE, title="a: 'b' \"c\""))


def test_categories_longer_than_a_folder_may_be_end_the_build(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(terms, "_BYTES", 1000)
    assert harm("hugo", tmp_path, replace(ARTICLE, categories=["长" * 100]))


def test_hugos_mark_in_a_title_ends_the_build(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    marked = replace(ARTICLE, title="__hdeferred/d1 __d")
    assert "the build fails" not in harm("new hugo", tmp_path / "a", marked)
    no_marks(monkeypatch)
    assert "the build fails" in harm("new hugo", tmp_path / "b", marked)


def test_a_category_that_every_object_has_is_lost_in_hexo(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    article = replace(ARTICLE, categories=["news", "constructor"])
    monkeypatch.setattr(terms, "_OF_OBJECTS", frozenset())
    assert BUILDS["hexo"](tmp_path, [article], PostOptions()).pages[article.url].categories != article.categories


def test_a_section_with_a_colon_ends_jekylls_build(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    article = replace(ARTICLE, categories=["5: the show"])
    assert harm("jekyll", tmp_path / "a", article) == ""
    monkeypatch.setattr(terms, "_COLON", ":")
    assert "the build fails" in harm("jekyll", tmp_path / "b", article)


def test_a_section_that_is_called_like_an_index_ends_hugos_build(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    article = replace(ARTICLE, categories=["index.html"])
    assert harm("hugo", tmp_path / "a", article) == ""
    monkeypatch.setattr(terms, "_INDEX_FILE", re.compile(r"()(?!)"))
    assert "the build fails" in harm("hugo", tmp_path / "b", article)


@pytest.mark.on_request
def test_a_title_that_astro_takes_for_an_image_is_cut(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    no_marks(monkeypatch)
    article = replace(ARTICLE, title="__ASTRO_IMAGE_a")
    assert ON_REQUEST["astro"](tmp_path, [article], PostOptions()).pages[article.url].title == "a"


def hostile_megabytes() -> str:
    """Two megabytes of what costs parsers time: nesting, templates, brackets, inline tags, pictures, long words."""
    parts = ["<div>" * 20_000, "{{ a }}" * 30_000, "[" * 100_000, "<b>x</b>" * 30_000, '<img src="a.png">' * 20_000]
    parts += ["*a " * 100_000, "> " * 50_000, "<p>" + "长" * 200_000, "<table><tr><td>" * 3_000, "&lt;!--" * 20_000]
    return "<p>x</p>".join(parts)


BUILD = 0.5
"""CPU seconds below which two builds cannot be compared: Hugo's of two posts takes a tenth of it."""
SLOWER = [pytest.param(name, marks=pytest.mark.on_request) for name in ("hugo", "jekyll")]


@pytest.mark.parametrize("build", ["hexo", *SLOWER])
def test_two_hostile_megabytes_cost_no_more_than_five_times_a_short_site(build: str, tmp_path: Path) -> None:
    body_of_two_megabytes = hostile_megabytes()
    assert len(body_of_two_megabytes.encode()) > 2_000_000
    small = spent(build, tmp_path / "small", ARTICLE)
    large = spent(build, tmp_path / "large", replace(ARTICLE, body=body_of_two_megabytes))
    assert large < 5 * (small + BUILD)


def spent(build: str, folder: Path, article: Article) -> float:
    """CPU seconds of writing and building a site, the generator's own included."""
    before = os.times()
    site = BUILDS[build](folder, [article, SIBLING], PostOptions())
    assert len(site.pages) == 2
    after = os.times()
    return after.user + after.children_user - before.user - before.children_user
