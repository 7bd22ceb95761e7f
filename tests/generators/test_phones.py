# ruff: noqa: E501 - a body reads better unwrapped
"""Built pages at the widths of phones, a tablet and a desk: nothing of an article runs off the page or is cut off."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from newscrawl.article import Article
from newscrawl.posts import PostOptions
from tests.support.overflow import overflow
from tests.support.pictures import png
from tests.support.site_builds import BUILDS, Site, hexo, jekyll

PICTURE = "http://site.test/a.png"
FIRST = "A paragraph that begins the text."
WORD = "Donaudampf" * 12
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
        url=f"https://news.example/{name}",
        title=f"Part {name}",
        published=datetime(2021, 12, 9, tzinfo=UTC),
        body=f"<p>{FIRST}</p>{body}",
        image=PICTURE,
    )
    for name, body in BODIES.items()
]
THEMES = ["butterfly", "fluid", "next", "volantis"]


def running_off(site: Site) -> dict[str, str]:
    pages = [path for path in site.output.rglob("*.html") if "part-" in str(path)]
    assert len(pages) == len(ARTICLES)
    found: dict[str, str] = {}
    for n in range(0, len(pages), 5):
        paths = [str(page.relative_to(site.output)) for page in pages[n : n + 5]]
        found |= overflow(site.output, paths, FIRST, png(1600, 900))
    return found


def test_nothing_runs_off_the_pages_of_hexos_own_theme(tmp_path: Path) -> None:
    assert running_off(BUILDS["hexo"](tmp_path, ARTICLES, PostOptions(theme="landscape"))) == {}


@pytest.mark.on_request
def test_nothing_runs_off_the_pages_of_minima(tmp_path: Path) -> None:
    assert running_off(jekyll(tmp_path, ARTICLES, PostOptions(theme="minima"), theme="minima")) == {}


@pytest.mark.on_request
@pytest.mark.parametrize("theme", THEMES)
def test_nothing_runs_off_the_pages_of_a_theme(theme: str, tmp_path: Path) -> None:
    assert running_off(hexo(tmp_path, ARTICLES, PostOptions(theme=theme), theme=theme, name="hexo-themes")) == {}
