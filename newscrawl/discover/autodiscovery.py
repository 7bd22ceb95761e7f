"""Autodiscovery: where a site without a description lists its articles, by its front page and robots.txt."""

from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import inf
from typing import Literal

from newscrawl.discover import find
from newscrawl.discover.link import Further
from newscrawl.discover.sitemap import sitemap_age, sitemaps_in_order
from newscrawl.element import Element

SECTIONS = 40
"""Sections of a front page that are read: real ones lead to 20 to 200, the first of them to the news."""


@dataclass(frozen=True, slots=True)
class FoundListing:
    """A listing to read next. `kind`: "guess" is for a usual place."""

    kind: Literal["feed", "sitemap", "section", "robots", "guess"]
    url: str
    places: Sequence[str] = ()
    """Of a guess: the usual places to try if nothing stands here."""

    reach: float = inf
    """How late its articles reach, as a number to sort by; inf while nobody knows."""


def of_home(page: Element, url: str) -> Iterator[FoundListing]:
    """What a front page leads to."""
    feeds = find.feeds(page, url)
    yield from (FoundListing("feed", feed) for feed in feeds)
    yield from [FoundListing("robots", find.robots(url))] if feeds else without_home(url)
    yield from (FoundListing("section", section) for section in find.sections(page, url)[:SECTIONS])


def without_home(url: str) -> Iterator[FoundListing]:
    """Where a site may list its articles of which no page tells."""
    yield from guess(list(find.usual(find.USUAL_FEEDS, url)))
    yield FoundListing("robots", find.robots(url))


def of_robots(named: list[Further], url: str, *, past: bool) -> Iterator[FoundListing]:
    """The sitemaps that a robots.txt names. `past`: those of everything too, and the usual places if it names none.

    Those of the last days stand first.
    """
    if past and not named:
        yield from guess(list(find.usual(find.USUAL_SITEMAPS, url)))
    for sitemap in sorted(sitemaps_in_order(named), key=lambda sitemap: not find.is_news(sitemap.url)):
        if past or find.is_news(sitemap.url):
            yield FoundListing("sitemap", sitemap.url, reach=sitemap_age(sitemap))


def guess(places: Sequence[str]) -> Iterator[FoundListing]:
    """The first of the usual places; the others are behind it."""
    if places:
        yield FoundListing("guess", places[0], places[1:])


def without(leads: Iterable[FoundListing], empty: Container[str]) -> Iterator[FoundListing]:
    """The leads without the usual places that are known to be empty."""
    for lead in leads:
        if lead.kind == "guess":
            yield from guess([place for place in (lead.url, *lead.places) if place not in empty])
        else:
            yield lead


def chosen(further: list[Further], refusal: Callable[[Further], str]) -> list[Further]:
    """The sitemaps that may hold articles, the newest first. `refusal`: why one is not wanted, or ""."""
    return sitemaps_in_order([each for each in further if find.may_hold_articles(each.url) and not refusal(each)])
