"""Sitemaps, sitemap indexes, news sitemaps -> links and further sitemaps."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime

from lxml import etree

from newscrawl.discover.dates import read_date
from newscrawl.discover.feed import read_feed
from newscrawl.discover.link import Further, Link
from newscrawl.discover.sniff import kind_of
from newscrawl.discover.url_date import article_days, url_days
from newscrawl.discover.xml import elements, local_name, unpack
from newscrawl.text.plain import plain
from newscrawl.urls.parts import is_web
from newscrawl.urls.resolve import web_address


def read_sitemap(data: bytes, url: str, header: str = "") -> Iterator[Link | Further]:
    """The pages of a sitemap and the sitemaps of an index, in its order, one at a time.

    `data`: the bytes as received, packed or not. A feed and a text file of addresses are sitemaps too.
    `header`: the charset that the HTTP header names.
    Sources: sitemaps.org's protocol, Google's news sitemap extension.
    """
    kind = kind_of(data)
    if kind == "feed":
        yield from read_feed(data, url, header)
    elif kind == "sitemap":
        for element in elements(data, "url", "sitemap", header=header):
            yield from _entry(element, url)
    elif kind == "text":
        yield from _text_lines(data, url)


def _entry(element: etree._Element, url: str) -> Iterator[Link | Further]:
    said = {local_name(child): (child.text or "").strip() for child in element.iterchildren("{*}loc", "{*}lastmod")}
    address = web_address(said.get("loc", ""), url)
    if not address:
        return
    updated = read_date(said.get("lastmod", ""))
    changed = updated.moment if updated else None
    if local_name(element) == "sitemap":
        yield Further(url=address, updated=changed)
    elif (news := element.find("{*}news")) is None:
        yield Link(url=address, updated=changed)
    else:
        yield _news(news, Link(url=address, updated=changed))


def _news(news: etree._Element, link: Link) -> Link:
    """The link with what a news sitemap says of it."""
    published = read_date(_own(news, "publication_date"))
    return replace(
        link,
        title=plain(_own(news, "title")),
        published=published.moment if published else None,
        published_precision=published.precision if published else "second",
        tags=[tag for part in _own(news, "keywords").split(",") if (tag := plain(part))],
        language=(news.findtext("{*}publication/{*}language") or "").strip(),
    )


def _own(element: etree._Element, name: str) -> str:
    """The text of a child; image:loc and video:loc stand a level deeper and so are never the page's own."""
    return (element.findtext(f"{{*}}{name}") or "").strip()


def _text_lines(data: bytes, url: str) -> Iterator[Link]:
    """A file of addresses, one a line; a byte order mark and comments are no part of them."""
    for line in b"".join(unpack(data)).decode("utf-8", "replace").lstrip("\ufeff").splitlines():
        if is_web(line.strip()) and (address := web_address(line.strip(), url)):
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
