"""Autodiscovery: where a site without a description lists its articles, by its front page and robots.txt."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from lxml import etree

from newscrawl.discover import find
from newscrawl.discover.link import Further
from newscrawl.discover.sitemap import sitemap_age

SECTIONS = 40
"""Sections of a front page that are read: real ones lead to 20 to 200, the first of them to the news."""


@dataclass(frozen=True, slots=True)
class FoundListing:
    """A listing to read next. `kind`: "guess" is for a usual place."""

    kind: Literal["feed", "sitemap", "section", "robots", "guess"]
    url: str
    places: Sequence[str] = ()
    """Of a guess: the usual places to try if nothing stands here."""


def of_home(page: etree._Element, url: str) -> Iterator[FoundListing]:
    """What a front page leads to."""
    feeds = find.feeds(page, url)
    yield from (FoundListing("feed", feed) for feed in feeds)
    if not feeds:
        yield from guess(list(find.usual(find.USUAL_FEEDS, url)))
    yield FoundListing("robots", find.robots(url))
    yield from (FoundListing("section", section) for section in find.sections(page, url)[:SECTIONS])


def of_robots(robots: bytes, url: str, *, past: bool) -> Iterator[FoundListing]:
    """The sitemaps that a robots.txt names. `past`: those of everything too, and the usual places if it names none."""
    named = find.sitemaps(robots, url)
    if past and not named:
        yield from guess(list(find.usual(find.USUAL_SITEMAPS, url)))
    yield from (FoundListing("sitemap", sitemap) for sitemap in named if past or find.is_news(sitemap))


def guess(places: Sequence[str]) -> Iterator[FoundListing]:
    """The first of the usual places; the others are behind it."""
    if places:
        yield FoundListing("guess", places[0], places[1:])


def chosen(further: list[Further], refusal: Callable[[Further], str]) -> list[Further]:
    """The sitemaps of an index that may hold articles, the newest first. `refusal`: why one is not wanted, or ""."""
    wanted = [sitemap for sitemap in further if find.may_hold_articles(sitemap.url) and not refusal(sitemap)]
    return sorted(wanted, key=sitemap_age, reverse=True)
