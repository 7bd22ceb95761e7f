"""Where a site keeps its feeds, sitemaps and sections: its front page, robots.txt, and the usual places."""

import re
from collections.abc import Iterator
from urllib.parse import unquote

from newscrawl.discover.url_shape import score
from newscrawl.element import Element
from newscrawl.urls.parts import split
from newscrawl.urls.resolve import joined, web_address, without_feed_scheme
from newscrawl.urls.sites import same_site

USUAL_FEEDS = ("/feed/", "/rss.xml", "/feed.xml", "/rss", "/atom.xml", "/index.xml", "/feed.json")
"""Where feeds stand that no page names: WordPress, most generators, Atom's and Hugo's names, JSON Feed."""

USUAL_SITEMAPS = ("/sitemap.xml", "/sitemap_index.xml", "/news-sitemap.xml", "/wp-sitemap.xml")
"""Where sitemaps stand that robots.txt does not name."""

_FEED_TYPES = frozenset(
    f"application/{name}"
    for name in ("rss+xml", "atom+xml", "rdf+xml", "feed+json", "x-rss+xml", "x-atom+xml", "rss", "atom")
) | {"text/rss", "text/rss+xml", "text/atom", "text/atom+xml"}
# These are given to feeds, too, and to what programs read: there the name decides.
_OTHER_TYPES = frozenset(("", "application/xml", "text/xml", "application/rdf", "application/json"))
_FEED_NAME = re.compile(
    r"^feed:|(?:^|/)(rss|atom|feeds?)(/\w*)?/?$|\.(rss|atom)$|(?:^|/)(rss|feed|atom|index|backend)\d?\.(xml|rdf|json|php|aspx?)$"
    r"|[?&](feed=\w|(page=)?backend\b|(format|type|output|mode)=(rss|atom|feed)|rss\b)",
    re.I,
)
_NO_FEED = re.compile(r"oembed|wp-json|opensearch|sitemap|manifest", re.I)
# Feeds of readers' comments; a section may be called Comment or Commentary.
_COMMENTS = re.compile(
    r"(?<![a-z])(comments|kommentare|commentaires|comentarios|commenti|replies|responses)(?![a-z])"
    r"|(?<![a-z])(comment|kommentar)[ -](feed|rss)",
    re.I,
)
# Children of a sitemap index that hold no articles, by the names that the common systems give them.
_NO_ARTICLES = re.compile(
    r"(image|img|photo|video|categor|kategor|taxonom|tag|author|autor|user|page|section|topic|product|event|static|hreflang)"
    r"(s|y|ies|ien)?([-_]?\w{0,12})?[-_]?sitemap|sitemaps?[-_/](?:wp-)?"
    r"(image|img|photo|video|categor|kategor|taxonom|tag|author|autor|user|pages?\b|section|topic|product|event|static)",
    re.I,
)
# What a system lists by what it is about or by whom: Nikola's index of sitemaps names the feed of each category.
_BY_TOPIC = re.compile(r"/(?:categor(?:y|ies)|kategorien?|tags?|authors?|autor(?:en|es)?|topics?)/[^/]+$", re.I)
# Lists of articles, though the name says what they list: "post_tag", "news-category", "posts-page".
_OF_ARTICLES = re.compile(
    r"taxonom|posts-page|(post|news|article|artikel|story)s?[-_](tag|categor|kategor|format|author|autor|type)", re.I
)
_NAVIGATION = re.compile(r"menu|nav", re.I)
_POSTS = re.compile(r"post|news|article|artikel|stor(y|ies)", re.I)


def feeds(page: Element, url: str) -> list[str]:
    """The feeds a page names, in its order: <link rel=alternate> first, then links that are feeds by their name."""
    named = [_feed(link, url) for link in page.iter("link") if _names_feed(link)]
    linked = [_feed(a, url) for a in page.iter("a") if _names_feed(a) or _FEED_NAME.search(a.get("href") or "")]
    linked = [feed for feed in linked if same_site(feed, url) and not _COMMENTS.search(feed)]
    return list(dict.fromkeys(feed for feed in (*named, *linked) if feed))


def _names_feed(link: Element) -> bool:
    """Whether a link says that it leads to a feed, and not one of comments."""
    rel, href = (link.get("rel") or "").lower().split(), link.get("href") or ""
    kind = unquote((link.get("type") or "").partition(";")[0].strip().lower())
    if _COMMENTS.search(f"{link.get('title')} {href}"):
        return False
    if kind in _FEED_TYPES:  # whatever its rel says, as readers take it
        return True
    if not {"alternate", "feed", "service.feed"} & set(rel):
        return False
    by_rel = rel == ["feed"] or kind.endswith(("xml", "json"))
    return kind in _OTHER_TYPES and bool(by_rel or _FEED_NAME.search(href)) and not _NO_FEED.search(href)


def _feed(link: Element, url: str) -> str:
    return web_address(without_feed_scheme((link.get("href") or "").strip()), url)


def sitemaps(robots: bytes, url: str) -> list[str]:
    """The sitemaps that a robots.txt names (sitemaps.org, "Submitting your Sitemap")."""
    lines = robots.decode("utf-8", "replace").splitlines()
    found = [line.partition(":")[2].strip() for line in lines if line.lower().lstrip("\ufeff ").startswith("sitemap:")]
    return list(dict.fromkeys(address for line in found if (address := web_address(line, url))))


def may_hold_articles(sitemap: str) -> bool:
    """Whether a sitemap's name leaves room for articles: sitemaps of images, tags, authors … do not.

    The feeds of categories that some systems name among them say again what the site's own feed says.
    """
    name = _name(sitemap)
    lists_others = _NO_ARTICLES.search(name) or _BY_TOPIC.search(split(sitemap).path)
    return not _OF_ARTICLES.search(name) and (not lists_others or bool(_POSTS.search(name)))


def sections(page: Element, url: str) -> list[str]:
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


def _navigation(page: Element) -> list[Element]:
    return [
        e
        for e in page.iter("nav", "header", "ul", "div")
        if e.tag in ("nav", "header") or _NAVIGATION.search(e.get("class") or "")
    ]


def _may_list(address: str) -> bool:
    parts = split(address)
    depth = len([s for s in parts.path.split("/") if s])
    return -3 < score(address) < 2 and 1 <= depth <= 3 and not parts.query
