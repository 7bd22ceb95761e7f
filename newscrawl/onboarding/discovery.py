"""Site discovery: a look at a site's front page, feeds, sitemaps and three of its articles."""

from dataclasses import dataclass, field

from newscrawl.crawl.advice import meaning
from newscrawl.discover import find
from newscrawl.discover.cards import cards
from newscrawl.discover.feed import read_feed
from newscrawl.discover.link import Further, Link
from newscrawl.discover.sitemap import newest_first, read_sitemap, sitemap_age
from newscrawl.discover.sniff import kind_of
from newscrawl.discover.url_shape import score
from newscrawl.element import Element
from newscrawl.errors import NoPage
from newscrawl.extract import Reading, read_page
from newscrawl.extract.page.page import Page
from newscrawl.fetch_page import Fetch, Fetched

ARTICLES = 3
"""Articles that are looked at: one may be odd, and two that agree against it are the rule."""

TRIED = 6
"""Pages that are fetched at most to find so many articles."""

FEEDS, SITEMAPS = 4, 4
"""Feeds and sitemaps that are looked at; sites name dozens, one for each section."""


@dataclass(frozen=True, slots=True)
class Source:
    """A feed or sitemap that was looked at. `links`: those of its own, or of the newest sitemap that an index names."""

    url: str
    links: list[Link]
    news: bool = False
    """Whether a sitemap has the news of the last days, and not the site's whole past."""


@dataclass(frozen=True, slots=True)
class Sample:
    """An article's page and what the extraction makes of it without any description."""

    url: str
    html: bytes
    charset: str
    reading: Reading


@dataclass(slots=True)
class Discovered:
    """What was found; `notes` are lines for a person about what was looked for and not found."""

    home: str
    front: Page
    feeds: list[Source] = field(default_factory=list)
    sitemaps: list[Source] = field(default_factory=list)
    listed: list[Link] = field(default_factory=list)
    samples: list[Sample] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


async def discover_site(url: str, fetch: Fetch) -> Discovered:
    """Look at a site. Raises NoPage where its front page cannot be had."""
    home = await fetch(url)
    if home.problem:
        raise NoPage(f"{url}: {home.problem}")
    found = Discovered(home.url, Page(home.body, home.url, encoding=home.charset))
    found.listed = cards(found.front.tree, home.url)
    await _feeds(found, fetch)
    await _sitemaps(found, fetch)
    await _articles(found, fetch)
    if not found.samples and (obstacle := meaning(_reason(home))):
        found.notes.append(obstacle)
    return found


def _reason(home: Fetched) -> str:
    """What stands in the place of a front page, if anything does."""
    return read_page(home.body, home.url, encoding=home.charset).reason


async def _feeds(found: Discovered, fetch: Fetch) -> None:
    named = find.feeds(found.front.tree, found.home)
    places = named[:FEEDS] or list(find.usual(find.USUAL_FEEDS, found.home))
    for place in places:
        feed = await fetch(place)
        links = [] if feed.problem or kind_of(feed.body) != "feed" else read_feed(feed.body, feed.url)
        if links:
            found.feeds.append(Source(feed.url, links))
            if not named:
                break  # the usual places lead to one feed under several names
        elif named:
            found.notes.append(f"{place} is named as a feed: {feed.problem or 'it has no entries'}")
    if not found.feeds:
        found.notes.append("no feed, neither named nor at the usual places")


async def _sitemaps(found: Discovered, fetch: Fetch) -> None:
    robots = await fetch(find.robots(found.home))
    named = [] if robots.problem else find.sitemaps(robots.body, robots.url)
    named = [sitemap for sitemap in named if find.may_hold_articles(sitemap)]
    places = sorted(named, key=find.is_news, reverse=True)[:SITEMAPS] or list(
        find.usual(find.USUAL_SITEMAPS, found.home)
    )
    for place in places:
        sitemap = await fetch(place)
        if sitemap.problem or kind_of(sitemap.body) not in ("sitemap", "feed", "text"):
            if named:
                found.notes.append(f"{place} is named as a sitemap: {sitemap.problem or 'it is none'}")
            continue
        if source := await _sitemap(place, sitemap, fetch):
            found.sitemaps.append(source)
    if not found.sitemaps:
        found.notes.append("no sitemap, neither in robots.txt nor at the usual places")


async def _sitemap(place: str, sitemap: Fetched, fetch: Fetch) -> Source | None:
    links, further = _entries(sitemap)
    news = find.is_news(place) or any(link.title for link in links)
    newest = sorted((s for s in further if find.may_hold_articles(s.url)), key=sitemap_age, reverse=True)
    if newest and not links:
        inside = await fetch(newest[0].url)
        links, _ = ([], []) if inside.problem else _entries(inside)
        news = find.is_news(place) or any(link.title for link in links) and len(further) == 1
    return Source(place, newest_first(links), news) if links else None


def _entries(sitemap: Fetched) -> tuple[list[Link], list[Further]]:
    links: list[Link] = []
    further: list[Further] = []
    for entry in read_sitemap(sitemap.body, sitemap.url):
        if isinstance(entry, Link):
            links.append(entry)
        else:
            further.append(entry)
    return links, further


async def _articles(found: Discovered, fetch: Fetch) -> None:
    sources = [*found.feeds, *found.sitemaps, Source(found.home, found.listed)]
    likely = dict.fromkeys(link.url for source in sources for link in source.links[:TRIED] if score(link.url) >= 0)
    for url in list(likely)[:TRIED]:
        page = await fetch(url)
        if page.problem:
            found.notes.append(f"{url}: {page.problem}")
            continue
        reading = read_page(page.body, page.url, encoding=page.charset)
        if reading.article is None:
            found.notes.append(f"{url} is taken for no article: {reading.reason}")
            continue
        found.samples.append(Sample(page.url, page.body, page.charset, reading))
        if len(found.samples) == ARTICLES:
            return


def text_of_head(page: Page, name: str) -> str:
    """An attribute of the page's <html>, e.g. its language."""
    root: Element = page.tree
    return (root.get(name) or "").strip()
