"""Where a site keeps its feeds, sitemaps and sections: its front page, robots.txt, and the usual places."""

import re
from collections.abc import Iterator

from lxml import etree

from newscrawl.discover.url_shape import score
from newscrawl.urls.parts import split
from newscrawl.urls.resolve import joined, web_address
from newscrawl.urls.sites import same_site

USUAL_FEEDS = ("/feed/", "/rss.xml", "/feed.xml", "/rss", "/atom.xml", "/index.xml", "/feed.json")
"""Where feeds stand that no page names: WordPress, most generators, Atom's and Hugo's names, JSON Feed."""

USUAL_SITEMAPS = ("/sitemap.xml", "/sitemap_index.xml", "/news-sitemap.xml", "/wp-sitemap.xml")
"""Where sitemaps stand that robots.txt does not name."""

_FEED_TYPES = ("application/rss+xml", "application/atom+xml", "application/rdf+xml", "application/feed+json")
_FEED_NAME = re.compile(r"/(rss|atom|feeds?)(/\w*)?/?$|\.(rss|atom)$|/(rss|feed|atom|index)\.(xml|json)$", re.I)
_COMMENTS = re.compile(r"comment|kommentar|commentaire|respon[sd]|/replies", re.I)
# Children of a sitemap index that hold no articles, by the names that the common systems give them.
_NO_ARTICLES = re.compile(
    r"(image|img|photo|video|categor|kategor|taxonom|tag|author|autor|user|page|section|topic|product|event|static|hreflang)"
    r"(s|y|ies|ien)?([-_]?\w{0,12})?[-_]?sitemap|sitemaps?[-_/](?:wp-)?"
    r"(image|img|photo|video|categor|kategor|taxonom|tag|author|autor|user|pages?\b|section|topic|product|event|static)",
    re.I,
)
_NAVIGATION = re.compile(r"menu|nav", re.I)
_POSTS = re.compile(r"post|news|article|artikel|stor(y|ies)", re.I)


def feeds(page: etree._Element, url: str) -> list[str]:
    """The feeds a page names, in its order: <link rel=alternate> first, then links that are feeds by their name."""
    named = [
        web_address(link.get("href") or "", url)
        for link in page.iter("link")
        if "alternate" in (link.get("rel") or "").lower() and (link.get("type") or "").lower().strip() in _FEED_TYPES
        if not _COMMENTS.search(f"{link.get('title')} {link.get('href')}")
    ]
    linked = [web_address(a.get("href") or "", url) for a in page.iter("a") if _FEED_NAME.search(a.get("href") or "")]
    linked = [feed for feed in linked if same_site(feed, url) and not _COMMENTS.search(feed)]
    return list(dict.fromkeys(feed for feed in (*named, *linked) if feed))


def sitemaps(robots: bytes, url: str) -> list[str]:
    """The sitemaps that a robots.txt names (sitemaps.org, "Submitting your Sitemap")."""
    lines = robots.decode("utf-8", "replace").splitlines()
    found = [line.partition(":")[2].strip() for line in lines if line.lower().lstrip("\ufeff ").startswith("sitemap:")]
    return list(dict.fromkeys(address for line in found if (address := web_address(line, url))))


def may_hold_articles(sitemap: str) -> bool:
    """Whether a sitemap's name leaves room for articles: sitemaps of images, tags, authors … do not."""
    name = _name(sitemap)
    return "posts-page" not in name and (not _NO_ARTICLES.search(name) or bool(_POSTS.search(name)))


def sections(page: etree._Element, url: str) -> list[str]:
    """The listings that a front page's navigation leads to, in its order, without those that list no articles."""
    found = dict.fromkeys(
        address
        for area in _navigation(page)
        for a in area.iter("a")
        if (address := web_address(a.get("href") or "", url)) and same_site(address, url) and _may_list(address)
    )
    found.pop(url, None)
    return list(found)


def holds_articles(sitemap: str) -> bool:
    """Whether a sitemap says by its name that its pages are articles: post-sitemap.xml, news.xml."""
    return may_hold_articles(sitemap) and bool(_POSTS.search(_name(sitemap)))


def is_news(sitemap: str) -> bool:
    """Whether a sitemap says by its name that it has the news of the last days (Google's news sitemaps have two)."""
    return bool(re.search(r"news|latest|recent|nouvelles|nachrichten", _name(sitemap), re.I))


def robots(url: str) -> str:
    """The address of a site's robots.txt."""
    return joined(url, "/robots.txt")


def usual(places: tuple[str, ...], url: str) -> Iterator[str]:
    """The usual places as addresses: beside the start page where it stands in a folder, then at the host's root."""
    yield from dict.fromkeys(joined(url, place) for place in places)


def _name(sitemap: str) -> str:
    parts = split(sitemap)
    return f"{parts.path.rstrip('/').rsplit('/', 1)[-1]}?{parts.query}"


def _navigation(page: etree._Element) -> list[etree._Element]:
    return [
        e
        for e in page.iter("nav", "header", "ul", "div")
        if e.tag in ("nav", "header") or _NAVIGATION.search(e.get("class") or "")
    ]


def _may_list(address: str) -> bool:
    parts = split(address)
    depth = len([s for s in parts.path.split("/") if s])
    return -3 < score(address) < 2 and 1 <= depth <= 3 and not parts.query
