"""`scrapy audit`: what it says is what the server saw."""

from pathlib import Path

from tests.support.crawling import warm
from tests.support.server import Server, page

HOME = "".join(
    f"<article><h3><a href='/{path}'>An article of some length with number {n}</a></h3></article>"
    for n, path in enumerate(["2026/11/22/some-article-here", "private/2026/11/22/another-article-there"])
)


def test_what_the_server_saw_is_what_audit_says(tmp_path: Path) -> None:
    with Server() as server:
        server.on("/robots.txt", page("User-agent: *\nDisallow: /private"))
        server.on("/", page(HOME))
        crawled = warm(
            *("crawl", "site", "-a", f"url={server.url('/')}", "-s", "DOWNLOAD_DELAY=0.2", "-s", "CONTACT=a@b.example"),
            output=tmp_path,
        )
        audit = warm("audit", output=tmp_path)
    assert audit.code == 0, crawled.said
    [host, requests, smallest, unit, *rest] = audit.out.splitlines()[-1].split()
    times = [hit.at for hit in server.log]
    assert host == "127.0.0.1" and int(requests) == len(server.log) >= 4, crawled.said
    assert server.paths.count("/robots.txt") == 1
    # Arrivals are late by more or less on a busy machine, so that no single gap is the one that was kept.
    assert 0.2 <= float(smallest) < 2 * (times[-1] - times[0]) / (len(times) - 1)
    assert rest[-1] == "1", "what robots.txt refused"


def test_a_run_that_is_not_there(tmp_path: Path) -> None:
    done = warm("audit", "7", output=tmp_path)
    assert done.code == 1 and "Traceback" not in done.said
    assert "there is no run" in done.said
