"""Sites that need more than a request: pages that send their readers on, gates, walls, shells, logins."""

from pathlib import Path

from tests.support.crawling import Done, posts, warm
from tests.support.server import Server, page

ARTICLE = "/2026/11/22/the-council-talks-of-bridges"
FRONT = f"<main><article><h2><a href='{ARTICLE}'>The council talks again</a></h2></article></main>"
TEXT = "".join(f"<p>The council met again, and this is sentence {n} of what it said of it.</p>" for n in range(20))
STORY = f"<html><body><article><h1>The council talks again</h1>{TEXT}</article></body></html>"


def crawl(server: Server, output: Path, *more: str) -> Done:
    where = ("-a", f"url={server.url()}")
    return warm("crawl", "site", *where, "-s", "DOWNLOAD_DELAY=0", "-s", "CONTACT=a@b.example", *more, output=output)


def sent_on(where: str) -> str:
    return f'<html><head><meta http-equiv="refresh" content="0; url={where}"></head></html>'


def test_a_page_that_sends_its_reader_on_is_followed_once_and_on_its_site(tmp_path: Path) -> None:
    with Server() as server:
        server.on("/", page(sent_on("/en/")))
        server.on("/en/", page(FRONT + "<h2><a href='/2026/11/21/round-and-round-it-goes'>Round and round</a></h2>"))
        server.on(ARTICLE, page("", refresh=f"0; url={ARTICLE}/full"))
        server.on(f"{ARTICLE}/full", page(STORY))
        server.on("/2026/11/21/round-and-round-it-goes", page(sent_on("/a")))
        server.on("/a", page(sent_on("/b")))
        done = crawl(server, tmp_path)
    assert len(posts(tmp_path, "127.0.0.1")) == 1 and done.code == 0, done
    assert "/a" in server.paths and "/b" not in server.paths


def test_a_page_leads_to_no_private_address(tmp_path: Path) -> None:
    with Server() as server:
        server.on("/", page(FRONT))
        server.on(ARTICLE, page(sent_on(server.url("/secret", host="127.0.0.2"))))
        crawl(server, tmp_path)
    assert "/secret" not in server.paths
