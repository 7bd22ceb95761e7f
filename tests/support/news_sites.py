"""News sites of different build, made on the spot: what is an article on them is known, so a crawl can be judged.

Every site has its articles and, around them, what every site has: sections, tags, authors, an imprint, videos, files.
The stories are written from the word lists below; no two are alike.
"""

import gzip
import html
import json
import random
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

WHO = (
    "harbour council,night market,weather office,tram company,village school,river ferry,city library,salt works".split(
        ","
    )
)
DID = "opens,repairs,moves,measures,renames,lends out,paints,counts".split(",")
WHAT = (
    "old bridge,second pier,winter timetable,stone archive,lighthouse lamp,flood wall,apple orchard,bell tower".split(
        ","
    )
)
WHEN = "after long debate,for first time,before the storm,despite rising costs,with new partners".split(",")
ZH_WHO, ZH_DID, ZH_WHAT = (
    "港务局 夜市 气象台 电车公司 图书馆".split(),
    "启用 修复 迁移 测量 更名".split(),
    "老桥 码头 时刻表 灯塔 防洪墙".split(),
)
NOW = datetime(2026, 11, 22, 8, 0, tzinfo=UTC)


@dataclass(frozen=True)
class Story:
    """One article."""

    number: int
    path: str
    title: str
    published: datetime
    section: str = "news"

    @property
    def slug(self) -> str:
        return self.path.rstrip("/").rsplit("/", 1)[-1]


@dataclass
class Site:
    """A site as a server hands it out."""

    name: str
    stories: list[Story] = field(default_factory=list)
    pages: dict[str, tuple[str, str, int]] = field(default_factory=dict)
    """path with query -> (content type, body, times it is packed). "{home}" in a body is the site's own address."""

    def put(self, path: str, body: str, kind: str = "text/html; charset=utf-8", packed: int = 0) -> None:
        self.pages[path] = (kind, body, packed)

    @property
    def articles(self) -> set[str]:
        return {story.path for story in self.stories}

    def answer(self, path: str, home: str) -> tuple[str, bytes] | None:
        """(content type, body) of a path, for a site whose address is `home` (without a slash behind)."""
        if path not in self.pages:
            return None
        kind, body, packed = self.pages[path]
        data = body.replace("{home}", home).encode()
        for _ in range(packed):
            data = gzip.compress(data)
        return kind, data


def stories(
    count: int, path: Callable[[Story], str], *, chinese: bool = False, seed: int = 1, hours: int = 6
) -> list[Story]:
    """So many stories, the newest first, so many hours apart. `path` makes the address out of a story whose path is its slug."""
    chance = random.Random(seed)
    made: list[Story] = []
    titles: set[str] = set()
    while len(made) < count:
        number = len(made)
        if chinese:
            title = "".join(map(chance.choice, (ZH_WHO, ZH_DID, ZH_WHAT))) + f"第{number}次报告"
        else:
            # One headline in eight is short, and its address looks like a section's.
            words = (WHO, DID, WHAT, WHEN) if number % 8 else (WHO, DID)
            title = " ".join(map(chance.choice, words)).capitalize()
        if title not in titles:
            titles.add(title)
            slug = title.lower().replace(" ", "-")
            story = Story(
                number, slug, title, NOW - timedelta(hours=hours * number), chance.choice(("news", "culture"))
            )
            made.append(Story(number, path(story), title, story.published, story.section))
    return made


# -- pages -------------------------------------------------------------------------------------------------------------
SECTIONS = ("news", "culture", "sport")


def frame(title: str, body: str, head: str = "") -> str:
    """A page with the navigation and footer of every page."""
    nav = "".join(f'<li><a href="/{s}/">{s.title()}</a></li>' for s in SECTIONS)
    footer = "".join(
        f'<a href="{path}">{text}</a> '
        for path, text in (
            ("/about-us/", "About us"), ("/contact/", "Contact"), ("/privacy-policy/", "Privacy policy and cookies"),
            ("/newsletter/", "Get our morning newsletter every day"), ("/login?next=%2F", "Log in"),
            ("/author/ann-lee/", "Ann Lee"), ("https://elsewhere.example/2026/11/22/a-story-of-another-site/", "Partner"),
        )
    )  # fmt: skip
    return (
        f"<!doctype html><html lang=en><head><meta charset=utf-8><title>{html.escape(title)}</title>{head}</head><body>"
        f'<header><a href="/">Home</a><nav><ul>{nav}</ul></nav></header>{body}<footer>{footer}</footer></body></html>'
    )


def article(story: Story, home: str = "{home}") -> str:
    """An article's page: JSON-LD, a headline, a byline and six paragraphs."""
    data = {
        "@context": "https://schema.org", "@type": "NewsArticle", "headline": story.title, "url": home + story.path,
        "datePublished": story.published.isoformat(), "author": {"@type": "Person", "name": "Ann Lee"},
    }  # fmt: skip
    chance = random.Random(story.title)
    paragraphs = "".join(
        f"<p>{story.title}, the {chance.choice(WHO)} said on day {n + 1}. The {chance.choice(WHAT)} stays open while the"
        f" {chance.choice(WHO)} {chance.choice(DID)} the {chance.choice(WHAT)}, and visitors are asked to keep left.</p>"
        for n in range(6)
    )
    body = (
        f'<main><article><h1>{html.escape(story.title)}</h1><p class="byline">By <a href="/author/ann-lee/">Ann Lee</a></p>'
        f'<time datetime="{story.published.isoformat()}">{story.published:%d %B %Y}</time><div class="story">{paragraphs}</div>'
        f'</article><aside class="searched"><a href="/tag/harbour/">harbour</a> <a href="/tag/bridge/">bridge</a></aside></main>'
    )
    return frame(story.title, body, f'<script type="application/ld+json">{json.dumps(data)}</script>')


def card(story: Story, *, dated: bool = True) -> str:
    date = f'<time datetime="{story.published.isoformat()}">{story.published:%d %B}</time>' if dated else ""
    return (
        f'<article class="card"><a href="{story.path}"><img src="/img/{story.number}.jpg" alt=""></a>'
        f'<h3><a href="{story.path}">{html.escape(story.title)}</a></h3>{date}'
        f'<a class="more" href="{story.path}">Read more</a> <a class="tag" href="/tag/harbour/">harbour</a></article>'
    )


def surroundings(site: Site) -> None:
    """What is no article: the sections' pages and the pages every site has."""
    for section in SECTIONS:
        cards = "".join([card(s) for s in site.stories if s.section == section][:4])
        if f"/{section}/" not in site.pages:
            site.put(f"/{section}/", frame(section.title(), f"<main>{cards}</main>"))
    plain = "<main><h1>{0}</h1><p>{0}. We are a small paper by the sea, and this page is about us.</p></main>"
    for path, title in (
        ("/about-us/", "About us"), ("/contact/", "Contact"), ("/privacy-policy/", "Privacy"), ("/newsletter/", "Newsletter"),
        ("/login?next=%2F", "Log in"), ("/author/ann-lee/", "Ann Lee"), ("/tag/harbour/", "Harbour"), ("/tag/bridge/", "Bridge"),
        ("/video/the-harbour-from-above-in-three-minutes/", "Video"),
    ):  # fmt: skip
        site.put(path, frame(title, plain.format(title)))


def home(site: Site, shown: list[Story], head: str = "", below: str = "") -> None:
    read = "".join(
        f'<li><a href="{s.path}{"&" if "?" in s.path else "?"}utm_source=most-read">{s.title}</a></li>'
        for s in shown[:3]
    )
    below += f'<aside class="most-read"><ol>{read}</ol></aside>'
    below += "".join(
        f'<li><a href="{path}">{text}</a></li>'
        for path, text in (
            ("/tag/the-long-dispute-about-the-harbour-bridge/", "The long dispute about the harbour bridge"),
            ("/author/ann-lee-our-woman-by-the-sea/", "Ann Lee, our woman by the sea"),
            ("/files/annual-report-2026-11-22.pdf", "Our annual report of 2026 as a file"),
            ("/shop/", "Mugs and shirts from our shop by the sea"),
            ("/search?q=the+old+harbour+bridge", "All stories about the old harbour bridge"),
            ("/2026/11/", "All stories of November 2026 in one place"),
        )
    )
    video = '<div class="card"><a href="/video/the-harbour-from-above-in-three-minutes/">The harbour in three minutes</a></div>'
    site.put("/", frame(site.name, f"<main>{''.join(map(card, shown))}{video}{below}</main>", head))


def rss(chosen: list[Story], more: str = "") -> str:
    items = "".join(
        f"<item><title>{html.escape(s.title)}</title><link>{{home}}{html.escape(s.path)}</link>"
        f"<pubDate>{s.published:%a, %d %b %Y %H:%M:%S} GMT</pubDate></item>"
        for s in chosen
    )
    return f'<?xml version="1.0"?><rss version="2.0"><channel><title>x</title>{more}{items}</channel></rss>'


def urlset(chosen: list[Story], *, news: bool = False, other: tuple[str, ...] = ()) -> str:
    def entry(s: Story) -> str:
        said = (
            f"<n:news><n:publication><n:name>x</n:name><n:language>en</n:language></n:publication><n:publication_date>"
            f"{s.published.isoformat()}</n:publication_date><n:title>{html.escape(s.title)}</n:title></n:news>"
        )
        return f"<url><loc>{{home}}{html.escape(s.path)}</loc>{said if news else f'<lastmod>{s.published:%Y-%m-%d}</lastmod>'}</url>"

    others = "".join(f"<url><loc>{{home}}{path}</loc></url>" for path in other)
    return (
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:n="http://www.google.com/schemas/sitemap-news/0.9">'
        f"{others}{''.join(map(entry, chosen))}</urlset>"
    )


def index(*paths: str) -> str:
    entries = "".join(f"<sitemap><loc>{{home}}{path}</loc></sitemap>" for path in paths)
    return f'<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{entries}</sitemapindex>'


XML = "application/xml"
OTHER_PATHS = ("/about-us/", "/contact/", "/tag/harbour/", "/author/ann-lee/", "/news/", "/")


# -- the sites ---------------------------------------------------------------------------------------------------------
def finish(site: Site) -> Site:
    for story in site.stories:
        site.put(story.path, article(story))
    surroundings(site)
    return site


def weblog() -> Site:
    """WordPress's build: an RSS feed of the newest, older posts behind /page/2/, dated addresses, no sitemap."""
    site = Site("weblog", stories(30, lambda s: f"/{s.published:%Y/%m}/{s.path}/", seed=1))
    link = '<link rel="alternate" type="application/rss+xml" href="/feed/"><link rel="alternate" type="application/rss+xml" href="/comments/feed/">'
    for page in range(1, 4):
        older = f'<div class="nav-previous"><a href="/page/{page + 1}/">Older posts</a></div>' if page < 3 else ""
        home(site, site.stories[(page - 1) * 10 : page * 10], link, older)
        if page > 1:
            site.pages[f"/page/{page}/"] = site.pages["/"]
        else:
            first = site.pages["/"]
    site.pages["/"] = first
    site.put("/feed/", rss(site.stories[:8]), "application/rss+xml")
    site.put("/comments/feed/", rss([]), "application/rss+xml")
    return finish(site)


def daily() -> Site:
    """A newspaper: robots.txt names a news sitemap and an index with packed months, images, tags; the home page shows 8."""
    site = Site("daily", stories(40, lambda s: f"/{s.section}/{s.path}-{10000 + s.number}.html", seed=2, hours=16))
    home(site, site.stories[:8])
    site.put(
        "/robots.txt",
        "User-agent: *\nDisallow: /login\nSitemap: {home}/news-sitemap.xml\nSitemap: {home}/sitemaps.xml\n",
        "text/plain",
    )
    site.put("/news-sitemap.xml", urlset(site.stories[:12], news=True), XML)
    site.put(
        "/sitemaps.xml",
        index("/sitemap-2026-11.xml.gz", "/sitemap-2026-10.xml.gz", "/image-sitemap.xml", "/sitemap-tags.xml"),
        XML,
    )
    months = {month: [s for s in site.stories if s.published.month == month] for month in (10, 11)}
    for month, chosen in (("11", months[11]), ("10", months[10])):
        site.put(f"/sitemap-2026-{month}.xml.gz", urlset(chosen, other=OTHER_PATHS), "application/gzip", packed=1)
    site.put("/image-sitemap.xml", urlset([], other=("/img/1.jpg",)), XML)
    site.put("/sitemap-tags.xml", urlset([], other=("/tag/harbour/", "/tag/bridge/")), XML)
    return finish(site)


def sections_only() -> Site:
    """No feed and no sitemap: a front page that leads to sections, each with rel=next pages."""
    site = Site("sections", stories(24, lambda s: f"/{s.section}/{s.path}", seed=3))
    home(site, site.stories[:3])
    for section in SECTIONS:
        mine = [s for s in site.stories if s.section == section]
        for page in range(0, max(len(mine), 1), 5):
            number = page // 5 + 1
            further = f'<a rel="next" href="/{section}/?page={number + 1}">→</a>' if page + 5 < len(mine) else ""
            body = frame(section.title(), f"<main>{''.join(map(card, mine[page : page + 5]))}{further}</main>")
            site.put(f"/{section}/" if number == 1 else f"/{section}/?page={number}", body)
    return finish(site)


def atom_diary() -> Site:
    """A static generator's blog: an Atom feed, numbered pages, one flat address for each post."""
    site = Site("diary", stories(18, lambda s: f"/{s.path}/", seed=4))
    entries = "".join(
        f'<entry><title>{html.escape(s.title)}</title><link href="{s.path}"/><updated>{s.published.isoformat()}</updated></entry>'
        for s in site.stories[:5]
    )
    site.put(
        "/atom.xml",
        f'<feed xmlns="http://www.w3.org/2005/Atom" xml:base="{{home}}/">{entries}</feed>',
        "application/atom+xml",
    )
    link = '<link rel="alternate" type="application/atom+xml" href="/atom.xml">'
    for page in (3, 2, 1):
        numbers = "".join(f'<a href="/page{n}/">{n}</a> ' if n != page else f"<b>{n}</b> " for n in (1, 2, 3))
        home(site, site.stories[(page - 1) * 6 : page * 6], link, f'<div class="pagination">{numbers}</div>')
        site.pages[f"/page{page}/"] = site.pages["/"]
    return finish(site)


def json_magazine() -> Site:
    """A JSON feed that no page names, and a load-more button that gets more cards as JSON."""
    site = Site("magazine", stories(18, lambda s: f"/story/{s.number + 100}/{s.path}", seed=5))
    items = [
        {"id": str(s.number), "url": "{home}" + s.path, "title": s.title, "date_published": s.published.isoformat()}
        for s in site.stories[:4]
    ]
    site.put(
        "/feed.json",
        json.dumps({"version": "https://jsonfeed.org/version/1.1", "items": items}),
        "application/feed+json",
    )
    home(site, site.stories[:6], below='<button class="load-more" data-url="/api/latest?offset=6">Load more</button>')
    for offset in (6, 12):
        cards = [
            {"headline": s.title, "url": s.path, "publishedAt": s.published.isoformat()}
            for s in site.stories[offset : offset + 6]
        ]
        next_link = (
            f'<button class="load-more" data-url="/api/latest?offset={offset + 6}">Load more</button>'
            if offset == 6
            else ""
        )
        body = json.dumps(
            {"html": "".join(map(card, site.stories[offset : offset + 6])) + next_link}
            if offset == 6
            else {"items": cards}
        )
        site.put(f"/api/latest?offset={offset}", body, "application/json")
    return finish(site)


def chinese_portal() -> Site:
    """A portal in Chinese: /20261122/12345.shtml, numbered pages by query, no feed, robots.txt that is a page."""
    site = Site(
        "门户",
        stories(18, lambda s: f"/{s.section}/{s.published:%Y%m%d}/{880000 + s.number}.shtml", chinese=True, seed=6),
    )
    site.put("/robots.txt", frame("门户", "<p>这里没有</p>"))
    for page in (3, 2, 1):
        cards = "".join(
            f'<li class="item"><a href="{s.path}">{s.title}</a><span>{s.published:%m-%d}</span></li>'
            for s in site.stories[(page - 1) * 6 : page * 6]
        )
        further = f'<div class="pages"><a href="/?page={page + 1}">下一页</a></div>' if page < 3 else ""
        site.put("/" if page == 1 else f"/?page={page}", frame("门户", f"<main><ul>{cards}</ul>{further}</main>"))
    return finish(site)


def broken_gazette() -> Site:
    """Everything is there and nothing is whole: a feed with bare ampersands, a sitemap cut off, pages in their place."""
    site = Site("gazette", stories(18, lambda s: f"/artikel/{s.path}?ref=1&id={s.number + 5000}", seed=7))
    link = '<link rel="alternate" type="application/rss+xml" href="/rss-old"><link rel="alternate" type="application/rss+xml" href="/rss">'
    home(site, site.stories[:6], link)
    site.put("/rss-old", frame("Our feeds", "<p>They have moved.</p>"))
    site.put("/rss", "\n" + rss(site.stories[6:14]).replace("&amp;", "&").replace("</channel></rss>", ""), "text/html")
    site.put(
        "/robots.txt",
        "\ufeffSITEMAP: {home}/karte.xml\nsitemap:{home}/gone.xml\nSitemap: {home}/page.xml",
        "text/plain",
    )
    site.put(
        "/karte.xml",
        urlset(site.stories[10:], other=OTHER_PATHS).replace("&amp;", "&").replace("</urlset>", "<url><loc>"),
        XML,
    )
    site.put("/page.xml", frame("Not a sitemap", '<h2><a href="/about-us/">About our paper and its people</a></h2>'))
    return finish(site)


def shell() -> Site:
    """A script builds the front page: nothing but sitemaps at the usual place lead anywhere, one packed twice."""
    site = Site("shell", stories(20, lambda s: f"/p/{s.path}-{s.number:08x}c0ffee", seed=8))
    site.put("/", '<!doctype html><html><head><title>Shell</title></head><body><div id="root"></div></body></html>')
    site.put(
        "/sitemap.xml",
        index("/sitemap-posts.xml", "/sitemap-posts-2.xml", "/sitemap-authors.xml", "/sitemap.xml", "/loop.xml"),
        XML,
    )
    site.put("/sitemap-posts.xml", urlset(site.stories[:10]), XML)
    site.put("/sitemap-posts-2.xml", urlset(site.stories[10:]), XML, packed=2)
    site.put("/loop.xml", index("/loop.xml?again", "/sitemap.xml"), XML)
    site.put("/loop.xml?again", index("/loop.xml", "/loop.xml?again"), XML)
    site.put("/sitemap-authors.xml", urlset([], other=("/author/ann-lee/",)), XML)
    return finish(site)


def old_rdf() -> Site:
    """RSS 1.0 named by a plain link, article addresses by number in the query."""
    site = Site("rdf", stories(12, lambda s: f"/read.php?id={s.number + 31000}", seed=9))
    items = "".join(
        f'<item rdf:about="{{home}}{s.path}"><title>{html.escape(s.title)}</title></item>' for s in site.stories
    )
    site.put(
        "/rss.rdf",
        f'<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/">{items}</rdf:RDF>',
        XML,
    )
    home(site, site.stories[:5], '<link rel="alternate" type="application/rdf+xml" href="/rss.rdf">')
    return finish(site)


SITES = (weblog, daily, sections_only, atom_diary, json_magazine, chinese_portal, broken_gazette, shell, old_rdf)


# -- serving -----------------------------------------------------------------------------------------------------------
@contextmanager
def serving(site: Site, host: str = "127.0.0.1") -> Iterator[tuple[str, list[str]]]:
    """Serve a site on a port of its own: (its address without a slash behind, the paths asked for so far)."""
    asked: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        wbufsize = -1  # head and body in one packet: in two, the second waits 40 ms for the first's receipt

        def do_GET(self) -> None:
            asked.append(self.path)
            found = site.answer(self.path, address)
            kind, body = found or ("text/html", b"<html><body>There is no such page.</body></html>")
            self.send_response(200 if found else 404)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer((host, 0), Handler)
    address = f"http://{host}:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
    thread.start()
    try:
        yield address, asked
    finally:
        server.shutdown()
        server.server_close()
