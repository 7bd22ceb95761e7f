"""Sitemaps, sitemap indexes, news sitemaps -> links and further sitemaps."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from math import inf
from typing import TypeVar

from newscrawl.discover.dates import DocumentDates
from newscrawl.discover.feed import read_feed
from newscrawl.discover.link import Further, Link
from newscrawl.discover.link_age import age, timestamp
from newscrawl.discover.sitemap_order import in_series
from newscrawl.discover.sniff import kind_of
from newscrawl.discover.url_date import url_days
from newscrawl.discover.xml import MOST, elements, local_name, unpack
from newscrawl.element import Element
from newscrawl.text.plain import plain
from newscrawl.urls.parts import is_web
from newscrawl.urls.resolve import web_address

Dated = TypeVar("Dated", Link, Further)
# So many pages with one date of change: an edit of many pages at once has fewer.
_STAMPED = 3
# Each takes some 40 µs, so that 100,000 would take 4 s; sites spell all of theirs alike, and most as usual.
_UNUSUAL_DATES = 20_000
_OWN = ("{*}loc", "{*}lastmod", "{*}news")


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
        dates = DocumentDates(_UNUSUAL_DATES)
        for element in elements(data, "url", "sitemap", header=header):
            yield from _entry(element, url, dates)
    elif kind == "text":
        yield from _text_lines(data, url)


def _entry(element: Element, url: str, dates: DocumentDates) -> Iterator[Link | Further]:
    # Its own children alone: image:loc and video:loc stand a level deeper and so are never the page's.
    own = {str(child.tag).rpartition("}")[2]: child for child in element.iterchildren(*_OWN)}
    address = web_address(_text(own.get("loc")), url)
    if not address:
        return
    updated = dates.read(_text(own.get("lastmod")))
    changed = updated.moment if updated else None
    if local_name(element) == "sitemap":
        yield Further(url=address, updated=changed)
    elif (news := own.get("news")) is None:
        yield Link(url=address, updated=changed)
    else:
        yield _news(news, Link(url=address, updated=changed), dates)


def _text(element: Element | None) -> str:
    return "" if element is None else (element.text or "").strip()


def _news(news: Element, link: Link, dates: DocumentDates) -> Link:
    """The link with what a news sitemap says of it."""
    published = dates.read(_own(news, "publication_date"))
    return replace(
        link,
        title=plain(_own(news, "title")),
        published=published.moment if published else None,
        published_precision=published.precision if published else "second",
        tags=[tag for part in _own(news, "keywords").split(",") if (tag := plain(part))],
        language=(news.findtext("{*}publication/{*}language") or "").strip(),
    )


def _own(element: Element, name: str) -> str:
    return (element.findtext(f"{{*}}{name}") or "").strip()


def _text_lines(data: bytes, url: str) -> Iterator[Link]:
    """A file of addresses, one a line; a byte order mark and comments are no part of them."""
    for line in islice(b"".join(unpack(data)).decode("utf-8", "replace").lstrip("\ufeff").splitlines(), MOST):
        if is_web(line.strip()) and (address := web_address(line.strip(), url)):
            yield Link(url=address)


def newest_first(links: list[Link], url: str = "") -> list[Link]:
    """The links by what is known of their age, the undated behind; many sitemaps begin with their oldest page.

    `url`: the sitemap's.
    """
    dated = _truly_dated(links)
    ages = {link.url: age(link, -inf) for link in dated}
    # WordPress's own sitemaps have no dates, and begin with the oldest page.
    if dated and max(ages.values()) == -inf and ("/wp-sitemap-" in url or _rises(dated)):
        return dated[::-1]
    return sorted(dated, key=lambda link: ages[link.url], reverse=True)


def sitemaps_in_order(further: list[Further]) -> list[Further]:
    """The sitemaps of an index, the newest first; those of which nothing is known stand before them.

    Of the latter those with high numbers go first: WordPress has its newest pages there.
    """
    return sorted(_truly_dated(further), key=lambda each: (sitemap_age(each), in_series(each.url)[1]), reverse=True)


def sitemap_age(sitemap: Further) -> float:
    """How late a sitemap of an index reaches, as a number to sort by; inf where neither its date nor its name tells.

    A month's sitemap that was written anew yesterday has that month's pages.
    """
    days = url_days(sitemap.url)
    return min(sitemap.updated.timestamp() if sitemap.updated else inf, timestamp(days.end) if days else inf)


def undated_age(url: str, reach: float) -> float:
    """How new an undated page of a sitemap is, as a number to sort by; -inf where nothing tells.

    The name of a year's sitemap tells no more than the year, whose newest pages stand elsewhere too, with their dates:
    on the front page, in a news sitemap. `url`, `reach`: the sitemap's.
    """
    if days := url_days(url):
        return min(reach, timestamp(days.first))
    return -inf if reach == inf else reach


def _truly_dated(found: list[Dated]) -> list[Dated]:
    """Without the dates of change where most have the same: it is when the sitemap was written."""
    times = Counter(each.updated for each in found)
    stamp, count = times.most_common(1)[0] if times else (None, 0)
    if stamp is None or count < _STAMPED or count <= len(found) / 2:
        return found
    return [replace(each, updated=None) if each.updated == stamp else each for each in found]


def _rises(links: list[Link]) -> bool:
    """Whether undated pages stand with the oldest first, by the numbers in their addresses."""
    first, last = (re.findall(r"\d{3,}", link.url) for link in (links[0], links[-1]))
    return bool(first and last) and int(first[-1][:18]) < int(last[-1][:18])
