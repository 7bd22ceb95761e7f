"""Nothing that a page, a feed or a header holds stops a crawl: what reads it takes time in proportion to its length."""

import json
import re
from datetime import UTC, datetime
from html import escape
from io import BytesIO

import pytest
from parsel import Selector
from protego import Protego
from scrapy.http import HtmlResponse, Response

from newscrawl.clean.body import clean_body
from newscrawl.clean.limits import tamed
from newscrawl.clean.urls import srcset
from newscrawl.discover.cards import cards
from newscrawl.discover.feed import read_feed
from newscrawl.discover.find import feeds, sections, sitemaps
from newscrawl.discover.json_feed import read_json_feed
from newscrawl.discover.json_listing import json_links
from newscrawl.discover.paging import next_page
from newscrawl.discover.sitemap import read_sitemap
from newscrawl.discover.sniff import kind_of
from newscrawl.discover.url_shape import score, shape
from newscrawl.discover.xml import breaks_off
from newscrawl.errors import ArgumentError
from newscrawl.extract.reading import read_page
from newscrawl.fetch.decompression import codings_of, decodable
from newscrawl.fetch.refresh import leads_to
from newscrawl.fetch.retry import retry_after
from newscrawl.fetch.robots import seconds_of_rate, text_of
from newscrawl.folder.opml import read_opml
from newscrawl.metadata import headline
from newscrawl.posts.markdown_layout import markdown
from newscrawl.sites.site_patterns import parse
from newscrawl.state.validators import validators_of
from newscrawl.text.characters import printable
from newscrawl.urls.canonical import spelling
from newscrawl.urls.pictures import same_picture
from newscrawl.urls.resolve import absolute, web_address
from newscrawl.warc.records import Broken, exchange, records
from tests.support.growth import Cost, Pattern, growth, patterns, repeats, seeds, worst

PATTERNS = patterns()
GROWING = {where for where, (pattern, _) in PATTERNS.items() if repeats(pattern)}


# Searches that go from one match to the next, or over texts that are bounded; their functions have tests below.
NO_SEARCHES = {"newscrawl.clean.limits._EACH", "newscrawl.extract.fields.byline_people._joined"}


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
    found, _, _ = worst(cost_of(re.compile(form), False), seeds(re.compile(form)))
    assert (found == 0) == linear


def test_a_square_is_seen_behind_what_costs_more() -> None:
    def cost(text: str) -> int:
        return sum(range(len(text) ** 2 // 1_000 if text[0] == "b" else 30 * len(text)))

    found, seed, _ = worst(cost, ("a", "b", "c"), ends=("",))
    assert found and seed == "b"


@pytest.mark.parametrize("where", sorted(GROWING - NO_SEARCHES))
def test_a_pattern_takes_time_in_proportion(where: str) -> None:
    pattern, anchored = PATTERNS[where]
    found, seed, end = worst(cost_of(pattern, anchored), seeds(pattern))
    assert not found, f"10 times {seed!r} (end {end!r}) costs {found:.0f} times as much: {pattern.pattern[:200]}"


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


FEEDS = {
    "Atom": "<feed xmlns='http://www.w3.org/2005/Atom'><entry><link href='{url}'/>{}</entry></feed>",
    "RDF": "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'><item><link>{url}</link>{}</item></rdf:RDF>",
}
SITEMAPS = {
    "index": "<sitemapindex><sitemap><loc>{url}</loc>{}</sitemap></sitemapindex>",
    "of news": "<urlset xmlns:n='http://www.google.com/schemas/sitemap-news/0.9'><url><loc>{url}</loc><n:news>"
    "<n:title>{}</n:title><n:publication_date>{}</n:publication_date></n:news></url></urlset>",
    "in lines": "{url}\n{}\nhttps://example.com/{}\n",
}


def filled(form: str, text: str) -> bytes:
    return form.replace("{url}", URL).replace("{}", text).encode()


def in_feed_of(form: str, name: str) -> Cost:
    return lambda text: read_feed(filled(form, f"<{name}>{text}</{name}>"), URL)


def in_sitemap_of(form: str) -> Cost:
    return lambda text: list(read_sitemap(filled(form, text), URL))


def in_json_feed(text: str) -> object:
    item = dict.fromkeys(("url", "title", "date_published", "summary", "language"), text)
    items = [item | {"url": URL, "authors": [{"name": text}], "tags": [text]}, item]
    return read_json_feed(json.dumps({"version": "https://jsonfeed.org/version/1.1", "items": items}).encode(), URL)


def in_robots(line: str) -> Cost:
    def ask(text: str) -> object:
        body = f"User-agent: *\n{line.replace('{}', text)}\n".encode()
        rules = Protego.parse(text_of(Response("https://example.com/robots.txt", body=body)))
        return rules.can_fetch(URL, "newscrawl"), rules.crawl_delay("newscrawl"), seconds_of_rate(rules, "newscrawl")

    return ask


def in_opml(text: str) -> object:
    said = escape(text)
    outlines = f"<outline text='{said}'><outline text='{said}' xmlUrl='https://a.b/{said}'/></outline>{text}"
    try:
        return read_opml(f"<opml><body>{outlines}".encode(), "a")
    except ArgumentError:
        return None


def in_warc(text: str) -> object:
    block = f"HTTP/1.1 200 OK\r\nA: {text}\r\nTransfer-Encoding: chunked\r\n\r\n{text}".encode()
    about = f"WARC-Type: response\r\nWARC-Target-URI: https://example.com/{text}\r\nWARC-Date: {text}"
    data = f"WARC/1.0\r\n{about}\r\nContent-Length: {len(block)}\r\n\r\n".encode() + block + b"\r\n\r\n"
    try:
        return [exchange(record, block, b"") for _, record, block in records(BytesIO(data), "a")]
    except Broken:
        return None


def in_headers(text: str) -> object:
    names = ("Content-Type", "Content-Encoding", "ETag", "Last-Modified", "Refresh", "Retry-After")
    said = {name: f"text/html; charset={text}" if name == "Content-Type" else text for name in names}
    answer = HtmlResponse(URL, headers=said, body=b"<p>a")
    told = validators_of(answer), leads_to(answer), retry_after(answer, datetime(2026, 11, 28, tzinfo=UTC))
    return told, codings_of(answer.headers), decodable(answer)


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
    **{
        f"{kind}'s {name}": in_feed_of(form, name)
        for kind, form in FEEDS.items()
        for name in ("title", "author", "updated", "id", "category")
    },  # fmt: skip
    "JSON feed": in_json_feed,
    **{f"sitemap {kind}": in_sitemap_of(form) for kind, form in SITEMAPS.items()},  # fmt: skip
    "sitemaps in robots.txt": lambda text: sitemaps(f"Sitemap: {text}\n".encode(), URL),
    **{
        f"robots.txt's {name}": in_robots(f"{name}: {{}}")
        for name in ("Disallow", "User-agent", "Crawl-delay", "Request-rate", "{}")
    },  # fmt: skip
    "OPML": in_opml,
    "WARC": in_warc,
    "headers": in_headers,
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
    "Atom": lambda text: read_feed(filled(FEEDS["Atom"], text), URL),
    "sitemap's index": lambda text: list(read_sitemap(filled(SITEMAPS["index"], text), URL)),
    "OPML": in_opml,
    "feed that is cut off": lambda text: breaks_off(f"<rss>{text}".encode()),
    "kind of a document": lambda text: kind_of(text.encode()),
    "listing": on_listing,
    "listing in JSON": lambda text: json_links(json.dumps([{"html": f"<a href='{URL}'>a b</a>{text}"}]).encode(), URL),
    "clean body": lambda text: clean_body(text, URL),
    "limits of a body": tamed,
}


@pytest.mark.parametrize("form", ["{}", "<p>{}</p>", "<p><img src='/a.jpg' alt='{}'></p>", "<td>a > b {}<br>{}"])
def test_a_body_of_marks_takes_time_in_proportion(form: str) -> None:
    """nh3 writes those from U+0080 to U+00BF in the square of their number."""
    cleaned = clean_body(form.replace("{}", "\u00b7 " * 9_000), URL)
    assert cleaned.count("\u00b7") >= (9_000 if "alt" not in form else 0) and "<!" not in cleaned
    assert not growth(lambda text: clean_body(form.replace("{}", text), URL), "\u00b7")


@pytest.mark.parametrize(
    "piece",
    [
        "<a href=/author/><img src=/a></a>",
        "<h3>What is it?</h3><p hidden>A bridge.",
        "<span><img src=/a-300x200.jpg></span>",
        "<div hidden><img src=/a.jpg></div>",
    ],
)
def test_a_page_of_pieces_takes_time_in_proportion(piece: str) -> None:
    """Short texts of these cost as little as others: their growth is seen at length alone."""
    assert not growth(OF_MARKUP["page"], piece)


def test_spans_of_a_caption_take_time_in_proportion() -> None:
    """lxml counts all children each time that one asks how many an element has."""
    figure = "<figure><img src=/a.jpg width=900 height=600><figcaption>{}</figcaption></figure>"
    read = in_page("body", figure)
    assert not growth(lambda spans: read(3 * spans), "<span>a.</span>")


@pytest.mark.parametrize("name", OF_TEXTS)
def test_a_text_takes_time_in_proportion(name: str) -> None:
    found, seed, end = worst(OF_TEXTS[name], SEEDS, most=0.5, ends=("",))
    assert not found, f"10 times {seed!r} (end {end!r}) costs {found:.0f} times as much"


@pytest.mark.parametrize("name", OF_MARKUP)
def test_markup_takes_time_in_proportion(name: str) -> None:
    found, seed, end = worst(OF_MARKUP[name], MARKUP, most=0.5, ends=("",))
    assert not found, f"10 times {seed!r} (end {end!r}) costs {found:.0f} times as much"
