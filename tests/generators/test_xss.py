"""Bodies and titles that try to run scripts, in a real browser: nothing runs, nothing unseen is asked for."""

import re
from collections.abc import Callable
from datetime import UTC, datetime
from html import escape
from pathlib import Path
from typing import Literal
from urllib.parse import unquote

import pytest
import yaml

from newscrawl.article import Article
from newscrawl.clean import clean_body
from newscrawl.posts import PostOptions, write_post
from newscrawl.posts.body import html_body
from tests.support.browser import AFTER, BEFORE, Visit, visit, visit_site
from tests.support.hostile import STRINGS, STRUCTURES, forms
from tests.support.hostile_titles import MARKUP, TITLES
from tests.support.site_builds import hexo
from tests.support.xss_vectors import VECTORS

URL = "http://site.test/news/article"


def page(articles: list[str], extra: str = "") -> str:
    inside = "\n".join(f"<article>{article}</article>" for article in articles)
    return f"<!doctype html><meta charset=utf-8><title>t</title>{BEFORE}<main>\n{inside}\n</main>{extra}{AFTER}"


def test_there_are_enough_vectors() -> None:
    assert len(set(VECTORS)) >= 200


@pytest.mark.parametrize("write", [clean_body, html_body], ids=["clean", "post"])
def test_nothing_runs_and_nothing_is_asked_for_that_was_not_shown(write: Callable[[str, str], str]) -> None:
    bodies = [write(vector, URL) for vector in VECTORS]
    bodies += [write(body, URL) for body, _ in STRUCTURES] + [write(forms(text), URL) for text in STRINGS]
    shown = visit(page(bodies))
    assert shown.found == []
    assert shown.articles == len(bodies)
    assert [request for request in shown.requests if not pictured(request, "".join(bodies))] == []


def pictured(request: str, bodies: str) -> bool:
    """Whether an image or a video's poster of the bodies has this address."""
    return bool(re.search(rf'(?:src|poster|srcset)="[^"]*{re.escape("//" + escape(unquote(request)))}', bodies))


def test_the_browser_would_have_noticed() -> None:
    """The same vectors as they are: the test above is worth nothing if this browser runs none of them."""
    scripts = ["<img src=x onerror=ran()>", "<a href='javascript:ran()'>x</a>", "<svg onload=ran()></svg>"]
    seen: Visit = visit(page(scripts))
    assert len(seen.found) >= 3
    asked = visit(page(["<video autoplay src=http://evil.test/evil.mp4></video>"])).requests
    assert asked[:1] == ["evil.test/evil.mp4"]


RUNNING = [title for title in MARKUP if "ran" in title]


def test_a_pictures_text_runs_nothing_in_hexos_own_theme(tmp_path: Path) -> None:
    """Landscape's program writes an alternative text below its picture, as HTML."""
    day = datetime(2021, 12, 9, tzinfo=UTC)
    articles = [
        Article(url=f"https://e.test/{n}", title=f"Report {n}", published=day, body=f"<p>a</p>{pictures(text)}")
        for n, text in enumerate(RUNNING)
    ]
    for body in ("html", "markdown"):
        site = hexo(tmp_path / body, articles, PostOptions(theme="landscape", body=body))
        shown = visit_site(site.output, site.stems.values())
        assert shown.articles == len(articles)
        assert shown.found == []


def pictures(text: str) -> str:
    said = escape(text)
    return (
        f'<p><img src="http://site.test/a.png" alt="{said}" title="{said}"></p>'
        f'<figure><img src="http://site.test/b.png" alt="{said}"><figcaption>{said}</figcaption></figure>'
    )


def test_titles_run_nothing_in_a_theme_that_prints_them_raw() -> None:
    """A theme like Volantis, and worse: titles, names and addresses as they stand in text, attributes and scripts."""
    hostile = [title.replace("window.ran=1", "ran()") for title in TITLES]
    values = [value for title in hostile for value in printed(title)]
    shown = visit(page([], "".join(map(raw_theme, values))))
    assert shown.found == []
    assert [request for request in shown.requests if "cdn.test" not in request] == []


def printed(text: str) -> list[str]:
    """The text as it stands in a post's front matter: as title, category, author and the image's address."""
    article = Article(
        url=f"http://site.test/{text}", title=text, categories=[text], authors=[text], image=f"http://cdn.test/{text}"
    )
    front = yaml.safe_load(write_post(article).text.split("---\n")[1])
    names = [*front.get("categories", []), *front.get("authors", [])]  # what is too long is no name
    return [front["title"], *names, front["headimg"], front["source_url"]]


def raw_theme(value: str) -> str:
    script = value.replace("'", "\\'")
    return (
        f"<div><h1>{value}</h1><p title=\"{value}\" class='{value}'>x</p><img alt='{value}' src=\"http://cdn.test/a\">"
        f'<script type="application/ld+json">{{"headline": "{value}"}}</script><script>var a = "{value}"</script>'
        f"<script>var a = '{value}'</script><script>var a = '{script}'</script></div>"
    )


@pytest.mark.on_request
def test_titles_run_nothing_in_volantis(tmp_path: Path) -> None:
    """The real theme that prints titles, categories and addresses raw; written exactly, the same titles run there."""
    safe, exact = (volantis(tmp_path / titles, titles) for titles in ("safe", "exact"))
    assert safe.articles == exact.articles == len(RUNNING)
    assert safe.found == []
    assert exact.found != []


def volantis(folder: Path, titles: Literal["safe", "exact"]) -> Visit:
    day = datetime(2021, 12, 9, tzinfo=UTC)
    articles = [
        Article(url=f"https://e.test/{n}", title=title, published=day, categories=[title], tags=[title],
                authors=[title], publisher=title, description=title, image=f"https://e.test/{title}", body="<p>a</p>")
        for n, title in enumerate(RUNNING)
    ]  # fmt: skip
    site = hexo(folder, articles, PostOptions(titles=titles), theme="volantis")
    return visit_site(site.output, site.stems.values())
