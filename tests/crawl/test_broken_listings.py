"""Feeds that are broken, in the ways that servers break them: what they hold comes, and the user is told."""

from pathlib import Path

import pytest

from tests.support.crawling import posts, warm
from tests.support.server import Answer, Server, page
from tests.support.warm import Done

STORIES = {
    f"/2026/11/2{n}/the-council-{verb}-the-old-bridge": verb for n, verb in enumerate(("opens", "paints", "sells"))
}


def story(verb: str) -> str:
    text = "".join(f"<p>The council {verb} the bridge, and this is sentence {n} of {verb}.</p>" for n in range(20))
    return f"<html><body><article><h1>The council {verb} the bridge</h1>{text}</article></body></html>"


def feed(server: Server, between: str = "") -> str:
    items = between.join(
        f"<item><title>The council {verb} the bridge</title><link>{server.url(path)}</link>"
        "<pubDate>Fri, 20 Nov 2026 08:30:00 +01:00</pubDate></item>"
        for path, verb in STORIES.items()
    )
    return f'<?xml version="1.0"?><rss version="2.0"><channel><title>x</title>{items}</channel></rss>'


def crawl(server: Server, body: bytes, output: Path) -> Done:
    front: Answer = page('<link rel="alternate" type="application/rss+xml" href="/feed.xml"><p>Welcome.</p>')
    server.on("/", front)
    server.on("/feed.xml", page(body, content_type="application/rss+xml"))
    for path, verb in STORIES.items():
        server.on(path, page(story(verb)))
    return warm("crawl", "site", "-a", f"url={server.url()}", "-s", "DOWNLOAD_DELAY=0", output=output)


@pytest.mark.parametrize(
    "between", ["&#55357;", "<item><title>\x01 & <b></title></item>", "<br /><b>Warning</b>: x in <b>/a.php</b><br />"]
)
def test_a_broken_entry_costs_no_other(between: str, tmp_path: Path) -> None:
    with Server() as server:
        done = crawl(server, feed(server, between).encode(), tmp_path)
    assert len(posts(tmp_path, "127.0.0.1")) == 3 and done.code == 0


def test_a_feed_that_breaks_off_says_how_much_it_gave(tmp_path: Path) -> None:
    with Server() as server:
        whole = feed(server).encode()
        done = crawl(server, whole[: whole.rindex(b"<item>") + 20], tmp_path)
    assert len(posts(tmp_path, "127.0.0.1")) == 2
    assert "/feed.xml breaks off after 2 links" in done.said and done.code == 1


def test_a_date_that_the_page_contradicts_passes_over_no_article(tmp_path: Path) -> None:
    """The feed says 2019 of all, as one that was moved does; the pages say November."""
    with Server() as server:
        dated = '<meta property="article:published_time" content="2026-11-20T08:00:00Z">'
        body = feed(server).replace("20 Nov 2026", "20 Nov 2019").encode()
        server.on("/", page('<link rel="alternate" type="application/rss+xml" href="/feed.xml"><p>Welcome.</p>'))
        server.on("/feed.xml", page(body, content_type="application/rss+xml"))
        for path, verb in STORIES.items():
            server.on(path.replace("/2026/11/2", "/news/"), page(dated + story(verb)))
        server.on("/feed.xml", page(body.replace(b"/2026/11/2", b"/news/"), content_type="application/rss+xml"))
        where = ("-a", f"url={server.url()}", "-a", "since=2026-11-01", "-s", "DOWNLOAD_DELAY=0")
        done = warm("crawl", "site", *where, output=tmp_path)
        assert len(posts(tmp_path, "127.0.0.1")) == 3 and done.code == 0, done


def card(path: str, verb: str, day: str) -> str:
    link = f'<a href="{path.replace("/2026/11/2", "/news/")}">The council {verb} the bridge</a>'
    return f'<article><h2>{link}</h2><time datetime="{day}"></time></article>'


@pytest.mark.parametrize(
    ("days", "page_says", "found", "asked"),
    [
        (["2019-11-20"] * 3, "2026-11-20", 3, 3),
        (["2019-11-20"] * 3, "2019-11-20", 0, 1),
        (["2026-11-21", "2019-11-20", "2026-11-19"], "2026-11-20", 3, 3),
        (["2026-11-21", "2026-11-20", "2019-11-19"], "2026-11-20", 2, 2),
    ],
    ids=["all are wrong", "all are right", "one is out of order", "the last may be old"],
)
def test_a_card_whose_date_the_page_contradicts(
    days: list[str], page_says: str, found: int, asked: int, tmp_path: Path
) -> None:
    with Server() as server:
        cards = "".join(card(*each, day) for each, day in zip(STORIES.items(), days, strict=True))
        server.on("/", page(f"<main>{cards}</main>"))
        for path, verb in STORIES.items():
            body = f'<meta property="article:published_time" content="{page_says}T08:00:00Z">{story(verb)}'
            server.on(path.replace("/2026/11/2", "/news/"), page(body))
        where = ("-a", f"url={server.url()}", "-a", "since=2026-11-01", "-s", "DOWNLOAD_DELAY=0")
        done = warm("crawl", "site", *where, output=tmp_path)
    assert len(posts(tmp_path, "127.0.0.1")) == found, done
    assert sum(path.startswith("/news/") for path in server.paths) == asked


def test_where_the_page_agrees_with_its_listing_no_other_is_asked_for(tmp_path: Path) -> None:
    with Server() as server:
        dated = '<meta property="article:published_time" content="2019-11-20T08:00:00Z">'
        body = feed(server).replace("20 Nov 2026", "20 Nov 2019").replace("/2026/11/2", "/news/").encode()
        server.on("/", page('<link rel="alternate" type="application/rss+xml" href="/feed.xml"><p>Welcome.</p>'))
        server.on("/feed.xml", page(body, content_type="application/rss+xml"))
        for path, verb in STORIES.items():
            server.on(path.replace("/2026/11/2", "/news/"), page(dated + story(verb)))
        where = ("-a", f"url={server.url()}", "-a", "since=2026-11-01", "-s", "DOWNLOAD_DELAY=0")
        done = warm("crawl", "site", *where, output=tmp_path)
        assert sum(path.startswith("/news/") for path in server.paths) == 1 and done.code == 0, done
