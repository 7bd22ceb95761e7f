"""Sitemaps, sitemap indexes, news sitemaps -> links and further sitemaps."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from itertools import islice

from lxml import etree

from newscrawl.discover.dates import read_date
from newscrawl.discover.feed import read_feed
from newscrawl.discover.link import Further, Link
from newscrawl.discover.url_date import article_days, url_days
from newscrawl.discover.xml import elements, local_name, unpack
from newscrawl.text.plain import plain
from newscrawl.urls.resolve import web_address


def read_sitemap(data: bytes, url: str) -> Iterator[Link | Further]:
    """The pages of a sitemap and the sitemaps of an index, in its order, one at a time.

    `data`: the bytes as received, packed or not. A feed and a text file of addresses are sitemaps too.
    Sources: sitemaps.org's protocol, Google's news sitemap extension.
    """
    start = b"".join(islice(unpack(data), 1))[:2048].lstrip(b"\xef\xbb\xbf \t\r\n")
    if start.startswith((b"http://", b"https://")):
        yield from _text_lines(data, url)
    elif any(mark in start for mark in (b"<rss", b"<feed", b"<rdf:RDF", b"<RDF")) or start.startswith(b"{"):
        yield from read_feed(data, url)
    elif b"<html" not in start.lower():
        for element in elements(data, "url", "sitemap"):
            yield from _entry(element, url)


def _entry(element: etree._Element, url: str) -> Iterator[Link | Further]:
    address = web_address(_own(element, "loc"), url)
    if not address:
        return
    updated = read_date(_own(element, "lastmod"))
    if local_name(element) == "sitemap":
        yield Further(url=address, updated=updated.moment if updated else None)
    else:
        yield _link(element, address)


def _link(element: etree._Element, address: str) -> Link:
    updated = read_date(_own(element, "lastmod"))
    news = element.find("{*}news")
    if news is None:
        return Link(url=address, updated=updated.moment if updated else None)
    published = read_date(_own(news, "publication_date"))
    return Link(
        url=address,
        title=plain(_own(news, "title")),
        published=published.moment if published else None,
        published_precision=published.precision if published else "second",
        updated=updated.moment if updated else None,
        tags=[tag for part in _own(news, "keywords").split(",") if (tag := plain(part))],
        language=(news.findtext("{*}publication/{*}language") or "").strip(),
    )


def _own(element: etree._Element, name: str) -> str:
    """The text of a child; image:loc and video:loc stand a level deeper and so are never the page's own."""
    return (element.findtext(f"{{*}}{name}") or "").strip()


def _text_lines(data: bytes, url: str) -> Iterator[Link]:
    for line in b"".join(unpack(data)).decode("utf-8", "replace").splitlines():
        if address := web_address(line.strip(), url):
            yield Link(url=address)


def newest_first(links: list[Link]) -> list[Link]:
    """The links by what is known of their age, the undated behind; many sitemaps begin with their oldest page."""
    return sorted(links, key=_age, reverse=True)


def sitemap_age(sitemap: Further) -> float:
    """How late a sitemap of an index reaches, as a number to sort by; 0 where neither its date nor its name tells."""
    days = None if sitemap.updated else url_days(sitemap.url)
    return sitemap.updated.timestamp() if sitemap.updated else _seconds(days.end) if days else 0.0


def _age(link: Link) -> float:
    known = link.published or link.updated
    days = None if known else article_days(link.url)
    return known.timestamp() if known else _seconds(days.first) if days else 0.0


def _seconds(day: date) -> float:
    return datetime(day.year, day.month, day.day, tzinfo=UTC).timestamp()
