"""Consent walls, bot checks and login forms: never exported, and after some in a row the site is left with a line."""

from pathlib import Path

from tests.support.crawling import posts, warm
from tests.support.server import Server, page

CHALLENGE = "<html><head><title>Just a moment...</title></head><body><p>Checking your browser.</p></body></html>"
TEXT = "".join(
    f"<p>The council met again, and this is sentence {n} of what it said about the bridge.</p>" for n in range(20)
)
ARTICLE = (
    "<html><head><title>The bridge</title><meta property='og:type' content='article'>"
    "<meta property='article:published_time' content='2026-11-22T08:00:00Z'></head>"
    f"<body><article><h1>The council talks about the bridge</h1>{TEXT}</article></body></html>"
)


def paths(count: int) -> list[str]:
    return [f"/2026/11/22/the-council-talks-about-bridge-{number}" for number in range(count)]


def crawled(server: Server, count: int, output: Path) -> str:
    cards = "".join(
        f"<article><h3><a href='{path}'>The council talks about bridge {path[-2:]}</a></h3></article>"
        for path in paths(count)
    )
    server.on("/", page(f"<html><body><main>{cards}</main></body></html>"))
    # Not 0: without a delay Scrapy lets a second request out before the first one's answer is read.
    done = warm("crawl", "site", "-a", f"url={server.url('/')}", "-s", "DOWNLOAD_DELAY=0.05", output=output)
    return done.said


def test_a_site_behind_a_wall_is_left(tmp_path: Path) -> None:
    with Server() as server:
        for path in paths(12):
            server.on(path, page(CHALLENGE))
        said = crawled(server, 12, tmp_path)
        asked = [path for path in server.paths if path.startswith("/2026")]
    assert len(asked) == 3
    assert "127.0.0.1 is left for this run: 3 pages in a row were no pages (challenge)" in said
    assert posts(tmp_path, "127.0.0.1") == []


def test_a_wall_now_and_then_is_counted_and_not_exported(tmp_path: Path) -> None:
    with Server() as server:
        for number, path in enumerate(paths(8)):
            server.on(path, page(CHALLENGE if number % 2 else ARTICLE.replace("bridge", f"bridge {number}")))
        said = crawled(server, 8, tmp_path)
        assert set(paths(8)) <= set(server.paths)
    assert "challenge 4" in said and "is left" not in said
    written = posts(tmp_path, "127.0.0.1")
    assert written and not any("moment" in post.read_text() for post in written)
