"""Feeds of every kind, whole and broken, become links."""

import gzip
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from newscrawl.article import Article
from newscrawl.crawl.listed_values import completed
from newscrawl.discover.feed import read_feed

HOME = "https://example.com/rss.xml"

RSS2 = """<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/"
  xmlns:atom="http://www.w3.org/2005/Atom">
<channel><title>Example</title><link>https://example.com/</link>
<atom:link href="https://example.com/rss.xml" rel="self"/>
<item><title>Ships &amp;amp; harbours: &lt;b&gt;what&lt;/b&gt; changed</title><link>https://example.com/a?x=1&amp;y=2#top</link>
<pubDate>Thu, 09 Dec 2021 08:11:24 GMT</pubDate><dc:creator>Ann Lee</dc:creator><dc:creator>Bo Chen</dc:creator>
<category>World</category><category>Sea</category><media:title>A photo</media:title>
<media:content><media:title>Another</media:title></media:content></item>
<item><title>Second</title><guid>https://example.com/b</guid><author>desk@example.com (Cy Dorn)</author>
<pubDate>Thu, 09 Dec 2021 08:11:24</pubDate></item>
<item><title>No address</title><guid isPermaLink="false">12345</guid></item>
</channel></rss>"""

RSS1 = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
 xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="https://example.com/"><title>Example</title>
<link>https://example.com/</link></channel>
<item rdf:about="https://example.com/a"><title>One</title><link>https://example.com/a</link>
<dc:date>2021-12-09T08:11:24+08:00</dc:date><dc:subject>Sea</dc:subject></item>
<item rdf:about="https://example.com/b"><title>Two</title></item></rdf:RDF>"""

RSS091 = """<!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN" "http://my.netscape.com/rss-0.91.dtd">
<rss version="0.91"><channel><title>Old</title>
<item><title>Caf&eacute; news</title><link>/a</link></item></channel></rss>"""

ATOM = """<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://example.com/news/"><title>Example</title>
<link href="https://example.com/"/>
<entry><title type="html">One &amp;lt;i&amp;gt;day&amp;lt;/i&amp;gt;</title><link rel="enclosure" href="https://cdn.example.com/a.mp3"/>
<link rel="alternate" href="a-day"/><id>tag:example.com,2021:1</id><published>2021-12-09T08:11:24Z</published>
<updated>2021-12-10T00:00:00Z</updated><author><name>Ann Lee</name><email>ann@example.com</email></author>
<category term="sea" label="Sea"/><category term="ports"/></entry></feed>"""

JSON = """{"version": "https://jsonfeed.org/version/1.1", "title": "Example", "items": [
{"id": "1", "url": "https://example.com/a", "title": "One", "date_published": "2021-12-09T08:11:24Z",
 "authors": [{"name": "Ann Lee"}], "tags": ["Sea"]}, {"id": "2"}, "not an item", {"id": "3", "external_url": 5}]}"""


def test_rss_2_gives_address_title_date_authors_and_categories() -> None:
    first, second = read_feed(RSS2.encode(), HOME)
    assert first.url == "https://example.com/a?x=1&y=2"
    assert first.title == "Ships & harbours: what changed"
    assert first.published == datetime(2021, 12, 9, 8, 11, 24, tzinfo=UTC)
    assert first.authors == ["Ann Lee", "Bo Chen"]
    assert first.tags == ["World", "Sea"]
    assert (second.url, second.authors) == ("https://example.com/b", ["Cy Dorn"])
    assert second.published is None, "a time without a zone is no moment"


def test_the_section_among_a_feeds_categories_is_no_tag() -> None:
    link, _ = read_feed(RSS2.encode(), HOME)
    page = Article(url=link.url)
    assert completed(replace(page, section="world"), link).tags == ["Sea"]
    assert completed(replace(page, categories=["Example", "World"]), link).tags == ["Sea"]
    assert completed(page, link).tags == ["World", "Sea"], "nothing says which of them is a section"
    assert completed(replace(page, section="World", tags=["World"]), link).tags == ["World"], "the page's own word"


def test_rss_1_atom_and_json_feed() -> None:
    one, two = read_feed(RSS1.encode(), HOME)
    assert one.published and one.published.isoformat() == "2021-12-09T08:11:24+08:00"
    assert (one.tags, two.url) == (["Sea"], "https://example.com/b")
    (entry,) = read_feed(ATOM.encode(), HOME)
    assert (entry.url, entry.title) == ("https://example.com/news/a-day", "One day")
    assert entry.updated == datetime(2021, 12, 10, tzinfo=UTC)
    assert (entry.authors, entry.tags) == (["Ann Lee"], ["Sea", "ports"])
    (item,) = read_feed(JSON.encode(), HOME)
    assert (item.url, item.authors, item.tags) == ("https://example.com/a", ["Ann Lee"], ["Sea"])


def test_rss_091_with_html_entities_and_a_relative_link() -> None:
    (link,) = read_feed(RSS091.encode(), HOME)
    assert (link.url, link.title) == ("https://example.com/a", "Café news")


@pytest.mark.parametrize(
    "broken",
    [
        pytest.param(b"\n\n \xef\xbb\xbf" + RSS2.encode(), id="white space before the declaration"),
        pytest.param(RSS2.replace("&amp;y", "&y").encode(), id="bare ampersand in an address"),
        pytest.param(RSS2.replace("</channel></rss>", "").encode(), id="cut off"),
        pytest.param(
            RSS2.replace("Second", "Second \x0b\x00 & <br> more").encode(), id="control characters, stray tag"
        ),
        pytest.param(RSS2.replace(' xmlns:dc="http://purl.org/dc/elements/1.1/"', "").encode(), id="undeclared prefix"),
        pytest.param(gzip.compress(gzip.compress(RSS2.encode())), id="packed twice"),
    ],
)
def test_a_broken_feed_gives_what_can_be_read(broken: bytes) -> None:
    links = read_feed(broken, HOME)
    assert [link.url for link in links] == ["https://example.com/a?x=1&y=2", "https://example.com/b"]
    assert links[0].title == "Ships & harbours: what changed"


@pytest.mark.parametrize(
    ("declared", "encoding"),
    [("gb2312", "gb2312"), ("big5", "big5"), ("utf-16", "utf-16"), ("iso-8859-1", "utf-8"), ("utf-8", "utf-8")],
)
def test_a_feed_is_read_in_the_encoding_it_is_in(declared: str, encoding: str) -> None:
    text = (
        "<rss><channel><item><title>城市&nbsp;</title><link>https://example.com/a?b=1&c=2</link></item></channel></rss>"
    )
    (link,) = read_feed(f'<?xml version="1.0" encoding="{declared}"?>\n{text}'.encode(encoding), HOME)
    assert (link.title, link.url) == ("城市", "https://example.com/a?b=1&c=2")


@pytest.mark.parametrize(
    "nothing",
    [
        b"",
        b"   ",
        b"\x1f\x8b",
        b"<html><body><a href='/a'>x</a></body></html>",
        b"{",
        b"[]",
        b'{"items": 5}',
        b"<",
        b"&&&",
        b"\x00" * 99,
    ],
)
def test_what_is_no_feed_has_no_links(nothing: bytes) -> None:
    assert read_feed(nothing, HOME) == []


def test_entities_are_neither_expanded_nor_loaded() -> None:
    bomb = """<!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;"><!ENTITY x SYSTEM "file:///etc/hostname">]>
    <rss><channel><item><title>t&b;&x;</title><link>https://example.com/a</link></item></channel></rss>"""
    (link,) = read_feed(bomb.encode(), HOME)
    assert link.title == "t&b;&x;"


def test_only_web_addresses_are_links() -> None:
    hostile = ["javascript:alert(1)", "file:///etc/passwd", "ftp://example.com/a", "http://[", "data:text/html,x"]
    items = "".join(f"<item><link>{address}</link></item>" for address in hostile)
    assert read_feed(f"<rss><channel>{items}</channel></rss>".encode(), HOME) == []


def test_of_an_articles_forms_the_page_is_taken() -> None:
    forms = {"application/json": "/a.json", "text/html": "/a"}
    links = "".join(f'<link rel="alternate" type="{kind}" href="{href}"/>' for kind, href in forms.items())
    entry = f'<feed xmlns="http://www.w3.org/2005/Atom"><entry><title>One</title>{links}</entry></feed>'
    assert [link.url for link in read_feed(entry.encode(), HOME)] == ["https://example.com/a"]


def test_an_entry_of_endless_fields_is_read_from_its_top() -> None:
    """Ten megabytes of them took seven seconds."""
    item = "<item><link>https://a.example/1</link>{}<title>Late</title></item>".format
    (few,) = read_feed(f"<rss><channel>{item('<b>x</b>' * 400)}</channel></rss>".encode(), "https://a.example/feed")
    (many,) = read_feed(f"<rss><channel>{item('<b>x</b>' * 600)}</channel></rss>".encode(), "https://a.example/feed")
    assert (few.title, many.title) == ("Late", "")
    assert many.url == "https://a.example/1"
