"""Where a site says that its feeds are."""

import pytest

from newscrawl.discover.find import feeds
from newscrawl.extract.page.page import Page

URL = "https://example.com/"


def found(markup: str) -> list[str]:
    return [feed.removeprefix(URL) for feed in feeds(Page(f"<html><body>{markup}".encode(), URL).tree, URL)]


@pytest.mark.parametrize(
    "markup",
    [
        '<link rel="alternate" type="application/rss+xml" href="/x">',
        '<link rel="alternate" type="application/rss+xml; charset=utf-8" href="/x">',
        '<link rel="alternate" type="application/rss&#43;xml" href="/x">',
        '<link rel="alternate" type="application/rss%2Bxml" href="/x">',
        '<link rel="ALTERNATE" type="Application/Atom+XML" href="/x">',
        '<link rel="alternate" type="application/xml" href="/x">',
        '<link rel="alternate" type="text/xml" href="/x">',
        '<link rel="alternate" type="application/json" href="/x">',
        '<link rel="feed" href="/x">',
        '<link rel="feed" type="text/xml" href="/x">',
        '<a rel="alternate" type="application/rss+xml" href="/x">RSS</a>',
        '<link rel="alternate" type="application/rss+xml" href="feed:https://example.com/x">',
        '<link rel="alternate" type="application/rss+xml" title="Commentary" href="/x">',
        '<link type="text/rss" href="/x">',
        '<a type="application/atom+xml" href="/x">x</a>',
        '<a href="feed:https://example.com/x">x</a>',
    ],
)
def test_a_feed_is_named_in_many_ways(markup: str) -> None:
    assert found(markup) == ["x"]


@pytest.mark.parametrize(
    "path",
    [
        "feed/", "rss", "/commentary/rss", "sport/feed/", "?feed=rss2", "rss.php", "spip.php?page=backend",
        "backend.php", "index.xml", "index.rdf", "feed.json", "?format=rss", "comment/rss.xml",
    ],
)  # fmt: skip
def test_a_link_is_a_feeds_by_its_name(path: str) -> None:
    assert found(f'<a href="{path}">News</a>') == [path.lstrip("/")]
    assert found(f'<link rel="alternate" href="{path}">') == [path.lstrip("/")]


@pytest.mark.parametrize(
    "markup",
    [
        '<link rel="alternate" type="application/rss+xml" title="Comments Feed" href="/comments/feed/">',
        '<link rel="alternate" type="application/rss+xml" title="Story &raquo; Kommentar-Feed" href="/story/feed/">',
        '<link rel="alternate" type="application/json" href="/wp-json/wp/v2/pages/1">',
        '<link rel="alternate" type="application/json+oembed" href="/oembed?x=1">',
        '<link rel="alternate" type="text/xml+oembed" href="/oembed?x=1">',
        '<link rel="alternate" hreflang="de" href="/de/">',
        '<link rel="sitemap" type="application/xml" href="/sitemap.xml">',
        '<link rel="stylesheet" href="/rss.css">',
        '<a href="https://other.example/feed/">Theirs</a>',
        '<a href="/feedback">Feedback</a>',
    ],
)
def test_what_is_no_feed_of_articles(markup: str) -> None:
    assert found(markup) == []
