# ruff: noqa: E501 - a body reads better unwrapped
"""Built pages at the widths of phones, a tablet and a desk: nothing of an article runs off the page or is cut off."""

import html
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from itertools import islice
from pathlib import Path

import pytest

from newscrawl.article import Article
from newscrawl.posts import PostOptions, site_config
from tests.support import site_builds
from tests.support.consoles import console_errors
from tests.support.made_articles import made_articles
from tests.support.overflow import overflow
from tests.support.pictures import png
from tests.support.site_builds import BUILDS, ON_REQUEST, Build, Site, doks, hexo, jekyll, pelican

PICTURE = "http://site.test/a.png"
FIRST = "A paragraph that begins the text."
WORD = "Donaudampf" * 12
LONG = "Polarisierungsunternehmerinnen"
CELLS = "".join(f"<td>Cell number {n}</td>" for n in range(12))
BODIES = {
    "figure": f'<figure class="wp-caption aligncenter" style="width:770px"><img src="{PICTURE}" width="770" height="433">'
    "<figcaption>A caption</figcaption></figure>",
    "wide figure": f'<figure style="width:1190px"><img src="{PICTURE}"><figcaption>A caption</figcaption></figure>',
    "picture": f'<p><img src="{PICTURE}" width="1600" height="900"></p><figure><img src="{PICTURE}"></figure>',
    "table": f"<table><tbody><tr>{CELLS}</tr></tbody></table>",
    "code": "<pre><code>" + "x = call(argument) + " * 20 + "</code></pre><p>Call <code>" + "a.long_name" * 15 + "</code></p>",
    "words": f"<p>{WORD}</p><h2>{WORD}</h2><ul><li>{WORD}</li></ul><blockquote><p>{WORD}</p></blockquote>",
    "address": f'<p><a href="https://x.example/">https://x.example/{"abcdefgh/" * 30}</a></p>',
    "players": '<video src="http://site.test/a.mp4" width="1200" height="600"></video><audio src="http://site.test/a.mp3"></audio>',
    "embed": f'<iframe src="https://www.youtube.com/embed/{WORD}" width="1200"></iframe>',
}  # fmt: skip
ARTICLES = [
    Article(
        url=f"https://news.example/{name.replace(' ', '-')}",
        title=f"Part {name}",
        published=datetime(2021, 12, 9, tzinfo=UTC),
        body=f"<p>{FIRST}</p>{body}",
        image=PICTURE,
    )
    for name, body in BODIES.items()
]
PLAIN = replace(
    ARTICLES[0], url="https://news.example/plain", title="Plain", body=f"<p>{FIRST}</p><h2>A</h2>", image=""
)
THEMES = ["butterfly", "fluid", "next", "volantis"]
OTHERS: dict[str, Build] = {
    "landscape": lambda *site: BUILDS["hexo"](*site),
    **{theme: partial(jekyll, theme=theme) for theme in ("minima", "chirpy")},
    **{theme: partial(hexo, theme=theme, name="hexo-themes") for theme in THEMES},
    "doks": doks,
    "pelican": partial(pelican, theme="notmyidea"),
    **{name: ON_REQUEST[name] for name in ("eleventy", "astro")},
}
"""Themes as they come. Eleventy and Astro come with none: the pages of tests/generators, with the one line of style that
next to every site has."""
NAMED = {"landscape", "minima", "chirpy", "doks", *THEMES}
AT_ONCE = 5
SITES = [pytest.param(name, marks=[] if name == "landscape" else pytest.mark.on_request) for name in OTHERS]


def built(name: str, folder: Path, articles: list[Article]) -> Site:
    return OTHERS[name](folder, articles, PostOptions(theme=name if name in NAMED else "", source_line="{url}"))


def pages(site: Site, articles: list[Article]) -> dict[str, str]:
    """Article's URL -> its page: of those that link to it alone the one with the longest name, for lists have short ones."""
    found: dict[str, str] = {}
    urls = {one.url for one in articles}
    for path in sorted(site.output.rglob("*.html"), key=lambda path: len(str(path))):
        linked = urls.intersection(map(html.unescape, _LINK.findall(path.read_text(encoding="utf-8"))))
        if len(linked) == 1:
            found[linked.pop()] = str(path.relative_to(site.output))
    return found


_LINK = re.compile('href="(http[^"]*)"')


@pytest.fixture(scope="module", params=SITES)
def site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Site:
    return built(request.param, tmp_path_factory.mktemp("site"), [*ARTICLES, PLAIN])


def test_nothing_runs_off_a_page(site: Site) -> None:
    assert running_off(site, ARTICLES) == {}


def test_an_article_adds_no_error_to_its_pages_console(site: Site) -> None:
    """To what a plain one has: themes ask for programs of other hosts, which are not there."""
    found = pages(site, [*ARTICLES, PLAIN])
    errors = console_errors(site.output, list(found.values()), png(1600, 900))
    usual = errors.pop(found[PLAIN.url])
    assert {path: said - usual for path, said in errors.items() if said - usual} == {}


STYLED = {
    "landscape": ("hexo", "hexo", "scripts/a.js"),
    "minima": ("jekyll", "jekyll", "assets/main.scss"),
    "doks": ("hugo", "hugo-themes", "assets/scss/common/_custom.scss"),
}
"""Theme -> the format, the site's skeleton, and the file that has the line of style."""


@pytest.mark.parametrize(
    "theme", [pytest.param(name, marks=[] if name == "landscape" else pytest.mark.on_request) for name in STYLED]
)
def test_long_words_of_headlines_stay_on_a_phone_with_what_siteconfig_prints(
    theme: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    long = replace(PLAIN, title=f"On {LONG}", categories=[LONG], description=f"{LONG}skeit", text=FIRST)
    assert running_off(built(theme, tmp_path / "plain", [long]), [long]) != {}
    form, skeleton, file = STYLED[theme]
    said = site_config(form, PostOptions(theme=theme)).partition(f"file {file.partition('/')[0]}/")[2]
    path = site_builds.lay_out(skeleton, tmp_path) / file
    path.parent.mkdir(exist_ok=True, parents=True)
    path.write_text("".join(line.removeprefix("# ") for line in said.splitlines(keepends=True)[1:]))
    monkeypatch.setattr(site_builds, "SKELETONS", tmp_path)
    site = built(theme, tmp_path / "styled", [long])
    assert running_off(site, [long]) == {}
    index = pages(site, [long])[long.url]
    lists = {} if theme == "doks" else {"index.html": LONG}
    assert overflow(site.output, {**lists, index: FIRST}, png(160, 90)) == {}


@pytest.mark.on_request
@pytest.mark.parametrize("name", OTHERS)
def test_nothing_runs_off_the_pages_of_made_articles(name: str, tmp_path: Path) -> None:
    articles = list(made_articles())
    assert len(articles) > 60
    over = running_off(built(name, tmp_path, articles), articles)
    # What a theme's own headline does on a small phone is the theme's.
    assert {page: said for page, said in over.items() if not said.endswith("px: ")} == {}


def running_off(site: Site, articles: list[Article]) -> dict[str, str]:
    found = pages(site, articles)
    assert len(found) == len(articles)
    shown = {found[one.url]: FIRST if one in ARTICLES else one.url for one in articles}
    over: dict[str, str] = {}
    for some in batched(shown, AT_ONCE):
        over |= overflow(site.output, {path: shown[path] for path in some}, png(1600, 900))
    return over


def batched(paths: Iterable[str], size: int) -> Iterator[list[str]]:
    rest = iter(paths)
    while some := list(islice(rest, size)):
        yield some
