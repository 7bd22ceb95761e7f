# ruff: noqa: E501 - a script in a page reads better unwrapped
"""Films that play after a click: in a real browser nothing is asked for before it, and each generator leaves the frame as it is."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from newscrawl.article import Article
from newscrawl.posts import PostOptions
from tests.support.browser import shown
from tests.support.rendered import first
from tests.support.site_builds import BUILDS, ON_REQUEST

FILMS = Article(
    url="https://news.example/films",
    title="Films",
    published=datetime(2021, 12, 9, tzinfo=UTC),
    body='<p>One.</p><iframe src="https://www.youtube.com/embed/abcdefghijk?rel=0" title="A &lt;film&gt;"></iframe>'
    '<figure><iframe src="//player.vimeo.com/video/123456"></iframe><figcaption>Two</figcaption></figure>',
)
PLAYERS = [
    "https://www.youtube-nocookie.com/embed/abcdefghijk?autoplay=1",
    "https://player.vimeo.com/video/123456?autoplay=1",
]
CLICKS = """<script>
addEventListener('load', () => setTimeout(() => {
  const elsewhere = (name) => !name.startsWith(location.origin);
  const before = performance.getEntriesByType('resource').map((one) => one.name).filter(elsewhere);
  const frames = [...document.querySelectorAll('article iframe')];
  const links = frames.map((frame) => frame.contentDocument.links[0]), to = links.map((link) => link.href);
  for (const link of links) link.click();
  setTimeout(() => {
    const result = document.createElement('pre');
    result.id = 'result';
    result.textContent = JSON.stringify({before, to, left: frames.map((frame) => frame.contentDocument === null)});
    document.documentElement.append(result);
  }, 1000);
}, 300));
</script>"""


@pytest.mark.on_request
@pytest.mark.parametrize("build", BUILDS | ON_REQUEST)
def test_a_film_is_asked_for_after_a_click_and_not_before(build: str, tmp_path: Path) -> None:
    site = (BUILDS | ON_REQUEST)[build](tmp_path, [FILMS], PostOptions(players="click"))
    built = next(text for path in site.output.rglob("*.html") if "srcdoc" in (text := path.read_text(encoding="utf-8")))
    article = first(LexborHTMLParser(built), "article").html
    page = f"<!doctype html><meta charset=utf-8>{article}{CLICKS}".encode()
    seen, _ = shown(lambda path: page if path == "/page" else None)
    assert seen == {"before": [], "to": PLAYERS, "left": [True, True]}
