"""Nothing that a page, a feed or a header holds stops a crawl: what reads it takes time in proportion to its length."""

import json
import re
from html import escape

import pytest
from parsel import Selector

from newscrawl.clean.body import clean_body
from newscrawl.clean.limits import tamed
from newscrawl.clean.urls import srcset
from newscrawl.discover.cards import cards
from newscrawl.discover.feed import read_feed
from newscrawl.discover.find import feeds, sections, sitemaps
from newscrawl.discover.json_listing import json_links
from newscrawl.discover.paging import next_page
from newscrawl.discover.sitemap import read_sitemap
from newscrawl.discover.sniff import kind_of
from newscrawl.discover.url_shape import score, shape
from newscrawl.discover.xml import breaks_off
from newscrawl.extract.reading import read_page
from newscrawl.metadata import headline
from newscrawl.posts.markdown_layout import markdown
from newscrawl.sites.site_patterns import parse
from newscrawl.text.characters import printable
from newscrawl.urls.canonical import spelling
from newscrawl.urls.pictures import same_picture
from newscrawl.urls.resolve import absolute, web_address
from tests.support.growth import Cost, Pattern, patterns, repeats, seeds, worst

PATTERNS = patterns()
GROWING = {where for where, (pattern, _) in PATTERNS.items() if repeats(pattern)}


# Searches that go from one match to the next, or over texts that are bounded; their functions have tests below.
NO_SEARCHES = {"newscrawl.clean.limits._EACH", "newscrawl.extract.fields.bylines._joined"}


def cost_of(pattern: Pattern, anchored: bool) -> Cost:
    def ask(text: str | bytes) -> object:
        return pattern.match(text) if anchored else sum(1 for _ in pattern.finditer(text))

    return (lambda text: ask(text.encode())) if isinstance(pattern.pattern, bytes) else ask


def test_the_patterns_are_found() -> None:
    """The product's: those of modules, of functions that make one, and of calls."""
    assert len(PATTERNS) > 300 and len(GROWING) > 100
    assert NO_SEARCHES <= GROWING
    assert {"newscrawl.metadata._TAIL", "newscrawl.extract.fields.person_names._leading"} <= GROWING


@pytest.mark.parametrize(
    ("form", "linear"),
    {r"\s+x": False, r"(?<!\s)\s++x": True, r"\w+": True, "/.*?/": True, "/.*?x": False}.items(),
)
def test_growth_is_seen(form: str, linear: bool) -> None:
    growth, _, _ = worst(cost_of(re.compile(form), False), seeds(re.compile(form)))
    assert (growth == 0) == linear


def test_a_square_is_seen_behind_what_costs_more() -> None:
    def cost(text: str) -> int:
        return sum(range(len(text) ** 2 // 1_000 if text[0] == "b" else 30 * len(text)))

    growth, seed, _ = worst(cost, ("a", "b", "c"), ends=("",))
    assert growth and seed == "b"


@pytest.mark.parametrize("where", sorted(GROWING - NO_SEARCHES))
def test_a_pattern_takes_time_in_proportion(where: str) -> None:
    pattern, anchored = PATTERNS[where]
    growth, seed, end = worst(cost_of(pattern, anchored), seeds(pattern))
    assert not growth, f"10 times {seed!r} (end {end!r}) costs {growth:.0f} times as much: {pattern.pattern[:200]}"


# -- readers -----------------------------------------------------------------------------------------------------------
SEEDS = ("a", "á ", "2026-", "_-", ".jpg", " - ", ", ", "(", "@", "-1x1")
MARKUP = (
    *(
        "<br",
        "<img ",
        "<b>",
        "<div>",
        "<p>x",
        "<ul><li>",
        "<table><tr><td>",
        "<iframe>",
        "<h1>a</h1>",
        "<time>1.1.2026",
        "<b itemprop=author>A B</b>",
        "<h2>a b</h2>",
    ),
    *("<!--", "<![CDATA[", "<!DOCTYPE[", "<figure><img src=a.jpg>", "<a href=/2>2</a>"),
    *("<li><a href=/a>b", "<article><a href=/news/a-b-c-d>", "<h2><a href=/news/a-b-c-d>a b c d</a>"),
)
URL = "https://example.com/news/2026/11/28/a-story-of-the-day"
TEXT = "<p>The mayor said on Monday that the bridge will be closed, and the town has to wait for another year.</p>" * 9
PAGE = (
    "<html lang=en><head><title>The bridge is closed</title>{head}</head><body><article><h1>The bridge is closed</h1>"
    "{top}" + TEXT + "{body}</article></body></html>"
)
JSON_LD = (
    '<script type="application/ld+json">{{"@type": "NewsArticle", "headline": "The bridge is closed", {}}}</script>'
)


def in_page(place: str, form: str) -> Cost:
    """Extraction of a page that has a text somewhere."""

    def read(text: str) -> object:
        parts = {"head": "", "top": "", "body": "", place: form.replace("{}", text)}
        return read_page(PAGE.format(**parts).encode(), URL)

    return read


def in_json_ld(form: str) -> Cost:
    def read(text: str) -> object:
        said = form.replace('"{}"', json.dumps(text)).replace("{}", text)
        page = PAGE.format(head=JSON_LD.format(said), top="", body="")
        return read_page(page.encode(), URL)

    return read


def in_feed(form: str) -> Cost:
    def read(text: str) -> object:
        item = form.replace("{}", text)
        return read_feed(
            f"<rss version='2.0'><channel><item><link>{URL}</link>{item}</item></channel></rss>".encode(), URL
        )

    return read


def in_sitemap(form: str) -> Cost:
    def read(text: str) -> object:
        return list(read_sitemap(f"<urlset xmlns='x'><url>{form.replace('{}', text)}</url></urlset>".encode(), URL))

    return read


def on_listing(text: str) -> object:
    page = Selector(f"<html><body><main><a href='{URL}'>a b c d e</a>{text}</main></body></html>").root
    return cards(page, URL), next_page(page, URL), feeds(page, URL), sections(page, URL)


OF_TEXTS: dict[str, Cost] = {
    **{
        f"JSON-LD {key}": in_json_ld(f'"{key}": "{{}}"')
        for key in (
            "author",
            "image",
            "datePublished",
            "headline",
            "keywords",
            "articleSection",
            "description",
            "articleBody",
            "inLanguage",
            "url",
            "publisher",
        )
    },  # fmt: skip
    "JSON-LD author's name": in_json_ld('"author": [{"@type": "Person", "name": "{}"}]'),
    "JSON-LD caption": in_json_ld('"image": {"@type": "ImageObject", "url": "/a.jpg", "caption": "{}"}'),
    "JSON-LD broken": in_json_ld("{}"),
    "JSON-LD in a comment": in_json_ld('"a": 1, /* {}'),
    "JSON-LD in a text": in_json_ld('"a": "{}'),
    **{
        f"meta {name}": in_page("head", f'<meta name="{name}" content="{{}}">')
        for name in (
            "author",
            "og:title",
            "og:image",
            "article:published_time",
            "news_keywords",
            "description",
            "article:section",
            "og:locale",
            "og:url",
        )
    },  # fmt: skip
    "meta of a long name": in_page("head", '<meta name="{}" content="a">'),
    "byline": in_page("top", '<div class="byline author">By {}</div>'),
    "line below the headline": in_page("top", "<p>{}</p>"),
    "time": in_page("top", "<time datetime='{}'>{}</time>"),
    "caption": in_page("top", "<figure><img src='/a.jpg'><figcaption>{}</figcaption></figure>"),
    "image": in_page("top", "<img src='https://example.com/{}' alt='{}' srcset='{}'>"),
    "class": in_page("body", "<div class='{}' id='{}' style='{}'><p>a</p></div>"),
    "link": in_page("body", "<p><a href='/{}'>a</a></p>"),
    "embed": in_page("body", "<iframe src='https://example.com/{}'></iframe>"),
    "paragraph": in_page("body", "<p>{}</p>"),
    "last line": in_page("body", "<p>Source: {}</p>"),
    **{
        f"feed's {name}": in_feed(f"<{name}><![CDATA[{{}}]]></{name}>")
        for name in ("title", "author", "pubDate", "link", "guid", "category")
    },  # fmt: skip
    **{f"sitemap's {name}": in_sitemap(f"<{name}>{{}}</{name}>") for name in ("loc", "lastmod")},
    "robots.txt": lambda text: sitemaps(f"Sitemap: {text}\n".encode(), URL),
    "site patterns": lambda text: parse(f"title: {text}\n{text}"),
    "printable": printable,
    "picture's address": lambda text: same_picture(f"https://example.com/{text}", f"https://example.com/{text}?a"),
    "shape of an address": lambda text: (score(f"https://example.com/{text}"), shape(f"https://example.com/{text}")),
    "address": lambda text: (absolute(text, URL), web_address(text, URL), spelling(f"https://example.com/{text}")),
    "srcset": lambda text: srcset(text, URL),
    "tidy headline": lambda text: headline(text, ["a", "b"]),
    "Markdown": lambda text: markdown(f"<p>{escape(text)}</p>", True),
    "list item in Markdown": lambda text: markdown(f"<p>{' -' * (len(text) // 2)}</p>", True),
}
OF_MARKUP: dict[str, Cost] = {
    "page": in_page("body", "{}"),
    "head": in_page("head", "{}"),
    "page of nothing else": lambda text: read_page(text.encode(), URL),
    "feed": in_feed("<title>a</title>{}"),
    "sitemap": in_sitemap("<loc>https://example.com/a</loc>{}"),
    "before a feed": lambda text: read_feed(
        f"{text}<rss><channel><item><link>{URL}</link></item></channel></rss>".encode(), URL
    ),
    "feed that is cut off": lambda text: breaks_off(f"<rss>{text}".encode()),
    "kind of a document": lambda text: kind_of(text.encode()),
    "listing": on_listing,
    "listing in JSON": lambda text: json_links(json.dumps([{"html": f"<a href='{URL}'>a b</a>{text}"}]).encode(), URL),
    "clean body": lambda text: clean_body(text, URL),
    "limits of a body": tamed,
}


@pytest.mark.parametrize("name", OF_TEXTS)
def test_a_text_takes_time_in_proportion(name: str) -> None:
    growth, seed, end = worst(OF_TEXTS[name], SEEDS, most=0.5, ends=("",))
    assert not growth, f"10 times {seed!r} (end {end!r}) costs {growth:.0f} times as much"


@pytest.mark.parametrize("name", OF_MARKUP)
def test_markup_takes_time_in_proportion(name: str) -> None:
    growth, seed, end = worst(OF_MARKUP[name], MARKUP, most=0.5, ends=("",))
    assert not growth, f"10 times {seed!r} (end {end!r}) costs {growth:.0f} times as much"
