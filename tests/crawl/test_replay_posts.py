"""A replay makes the very posts and lines that the recorded run made, out of all that a live site does on the way."""

import gzip
import json
from pathlib import Path

import pytest

from tests.support.changing_site import Story, prose
from tests.support.crawling import warm
from tests.support.server import RESET, Server, moved, page


def article(number: int) -> str:
    return Story("", f"Story {number}", prose(number)).html("")


def path(number: int) -> str:
    return f"/2026/11/20/a-story-with-number-{number}"


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path, int, int]:
    """The output of a recorded run and of its replay; requests after the one and after the other."""
    folder = tmp_path_factory.mktemp("replay")
    cards = "".join(f"<article><h3><a href='{path(n)}'>A story with number {n}</a></h3></article>" for n in range(8))
    with Server() as server:
        server.on("/", page(f"<html><body><main>{cards}</main></body></html>"))
        server.on("/robots.txt", page(f"User-agent: *\nDisallow: {path(7)}"))
        for number in range(8):
            server.on(path(number), page(article(number)))
        server.on(path(1), moved("/moved-story-with-number-1", 301))
        server.on("/moved-story-with-number-1", page(article(1)))
        server.on(path(2), page("gone", status=404))
        server.on(path(3), page(gzip.compress(article(3).encode()), content_encoding="gzip", etag='"3"'))
        server.on(path(4), page(status=503, retry_after=1), page(article(4)))
        server.on(path(5), [RESET], page(article(5)))
        command = ("crawl", "site", "-a", f"url={server.url('/')}", "-s", "DOWNLOAD_DELAY=0", "-s", "RETRY_BACKOFF=0.1")
        counts = []
        for name, how in (("live", "RECORD"), ("replayed", "REPLAY")):
            lines = ("-s", f"JSONL={folder}/{name}/out.jsonl", "-s", f"{how}={folder}/run.warc.gz")
            done = warm(*command, *lines, output=folder / name)
            assert "Traceback" not in done.said, done.said
            counts.append(len(server.log))
    live, replayed = counts
    return folder / "live", folder / "replayed", live, replayed


def test_posts_and_lines_are_equal_byte_for_byte(both: tuple[Path, Path, int, int]) -> None:
    live, replayed, *_ = both
    posts = {post.name: post.read_bytes() for post in (live / "posts" / "127.0.0.1").iterdir()}
    assert len(posts) == 6
    assert {post.name: post.read_bytes() for post in (replayed / "posts" / "127.0.0.1").iterdir()} == posts
    assert (replayed / "out.jsonl").read_bytes() == (live / "out.jsonl").read_bytes()


def test_a_replay_asks_nobody_and_the_history_says_so(both: tuple[Path, Path, int, int]) -> None:
    _, replayed, asked, asked_after = both
    assert asked == asked_after
    assert f"recorded answers replayed: {asked}; nothing was asked of any host" in warm("audit", output=replayed).out
    [record] = map(json.loads, warm("runs", "--json", output=replayed).out.splitlines())
    assert (record["requests"], record["replayed"]) == (0, asked)
    assert f"finished; refused: robots.txt 1; recorded answers replayed: {asked}" in warm("runs", output=replayed).out
