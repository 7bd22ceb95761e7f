"""Sitemaps of every kind, whole and broken, become links and further sitemaps."""

import gzip
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from newscrawl.discover import sitemap
from newscrawl.discover.dates import DocumentDates
from newscrawl.discover.link import Further, Link
from newscrawl.discover.sitemap import read_sitemap
from newscrawl.discover.xml import MOST

URL = "https://example.com/sitemap.xml"
NAMESPACES = (
    'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"'
    ' xmlns:image="http://www.google.com/schemas/sitemap-image/1.1"'
)
NEWS = f"""<?xml version="1.0" encoding="UTF-8"?>
<urlset {NAMESPACES}>
<url><loc> https://example.com/a?x=1&amp;y=2 </loc><news:news><news:publication><news:name>Example</news:name>
<news:language>en</news:language></news:publication><news:publication_date>2021-12-09T08:11:24Z</news:publication_date>
<news:title>Ships &amp; harbours</news:title><news:keywords>Sea, Ports</news:keywords></news:news>
<image:image><image:loc>https://example.com/a.jpg</image:loc><image:title>A photo</image:title></image:image></url>
<url><loc>https://example.com/b</loc><lastmod>2021-12-09</lastmod></url>
<url><image:image><image:loc>https://example.com/lonely.jpg</image:loc></image:image></url>
</urlset>"""
INDEX = f"""<sitemapindex {NAMESPACES}>
<sitemap><loc>/sitemaps/2021/12.xml</loc><lastmod>2021-12-31T10:00:00Z</lastmod></sitemap>
<sitemap><loc>https://example.com/sitemaps/2021/11.xml</loc></sitemap></sitemapindex>"""


def test_a_news_sitemap_gives_titles_dates_language_and_keywords() -> None:
    first, second = read_sitemap(NEWS.encode(), URL)
    assert first == Link(
        url="https://example.com/a?x=1&y=2",
        title="Ships & harbours",
        published=datetime(2021, 12, 9, 8, 11, 24, tzinfo=UTC),
        tags=["Sea", "Ports"],
        language="en",
    )
    assert second == Link(url="https://example.com/b", updated=datetime(2021, 12, 9, tzinfo=UTC))


def test_an_index_gives_further_sitemaps_with_their_dates() -> None:
    assert list(read_sitemap(INDEX.encode(), URL)) == [
        Further(url="https://example.com/sitemaps/2021/12.xml", updated=datetime(2021, 12, 31, 10, tzinfo=UTC)),
        Further(url="https://example.com/sitemaps/2021/11.xml"),
    ]


@pytest.mark.parametrize(
    "odd",
    [
        pytest.param(gzip.compress(NEWS.encode()), id="gzip"),
        pytest.param(gzip.compress(gzip.compress(NEWS.encode())), id="gzip in gzip"),
        pytest.param(NEWS.replace(NAMESPACES, "").encode(), id="no namespaces"),
        pytest.param(NEWS.replace("&amp;y", "&y").encode(), id="bare ampersand"),
        pytest.param(NEWS.replace("</urlset>", "<url><loc>https://exa").encode(), id="cut off"),
        pytest.param(b"\r\n" + NEWS.encode(), id="white space first"),
        pytest.param(NEWS.replace("<urlset", "<!-- made by\n a tool --><urlset").encode(), id="comment first"),
    ],
)
def test_an_odd_sitemap_gives_the_same_pages(odd: bytes) -> None:
    assert [link.url for link in read_sitemap(odd, URL)] == ["https://example.com/a?x=1&y=2", "https://example.com/b"]


def test_a_text_file_and_a_feed_are_sitemaps() -> None:
    text = b"https://example.com/a\nhttps://example.com/b\n\nnonsense\xff"
    assert [link.url for link in read_sitemap(text, URL)][:2] == ["https://example.com/a", "https://example.com/b"]
    feed = b"<rss><channel><item><link>https://example.com/a</link></item></channel></rss>"
    assert [link.url for link in read_sitemap(feed, URL)] == ["https://example.com/a"]


@pytest.mark.parametrize(
    "nothing", [b"", b"<!doctype html><html><a href='/a'>x</a></html>", b"{}", b"\x1f\x8b\x08", b"<urlset"]
)
def test_what_is_no_sitemap_has_no_links(nothing: bytes) -> None:
    assert list(read_sitemap(nothing, URL)) == []


def test_60_000_pages_and_a_gzip_bomb_cost_little_memory(tmp_path: Path) -> None:
    entries = b"".join(b"<url><loc>https://example.com/%d</loc></url>" % i for i in range(1000))
    (tmp_path / "big.gz").write_bytes(gzip.compress(b"<urlset>" + entries * 60 + b"</urlset>", 1))
    (tmp_path / "bomb.gz").write_bytes(gzip.compress(gzip.compress(b"<urlset>" + b" " * 2**26, 6)))
    code = f"""if True:
        import resource
        from newscrawl.discover.sitemap import read_sitemap
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        for name in ("big", "bomb"):
            data = open({str(tmp_path)!r} + f"/{{name}}.gz", "rb").read()
            print(sum(1 for _ in read_sitemap(data, "https://example.com/")))
        print((resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) // 1024)"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    pages, of_bomb, grown = map(int, done.stdout.split())
    assert pages == 60_000
    assert of_bomb == 0
    assert grown < 60, "MB"


def test_a_tag_of_a_page_in_its_root_costs_no_entry() -> None:
    broken = b"<?xml version='1.0'?>\n<url<a href=x>set><br>\n<url><loc>https://example.com/a</loc></url></urlset>"
    assert [link.url for link in read_sitemap(broken, "https://example.com/sitemap.xml")] == ["https://example.com/a"]


def test_a_text_file_is_read_as_far_as_a_sitemap() -> None:
    """What is no address counts: it takes as long."""
    lines = ["https://example.com/1", *["https://exam ple.com/"] * (MOST - 2), "https://example.com/2"]
    found = list(read_sitemap("\n".join([*lines, "https://example.com/3"]).encode(), URL))
    assert [link.url for link in found] == ["https://example.com/1", "https://example.com/2"]


def test_dates_in_words_are_bounded_and_usual_ones_are_not() -> None:
    dates = DocumentDates(others=2)
    said = ["May 1, 2026", "2026-05-02", "no date", "May 3, 2026", "", "2026-05-04T10:00:00Z"]
    assert [found.moment.day if (found := dates.read(each)) else 0 for each in said] == [1, 2, 0, 0, 0, 4]


def test_a_sitemap_with_as_many_dates_in_words_as_it_may_have_entries_is_read_whole(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sitemap, "_UNUSUAL_DATES", 3)
    entries = "".join(f"<url><loc>/{n}</loc><lastmod>May {n}, 2026</lastmod></url>" for n in range(1, 6))
    found = list(read_sitemap(f"<urlset>{entries}</urlset>".encode(), URL))
    assert [link.updated.day if isinstance(link, Link) and link.updated else 0 for link in found] == [1, 2, 3, 0, 0]
