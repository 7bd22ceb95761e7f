"""`limit` takes the newest articles of all listings together, and asks for few of them."""

import random
from datetime import date, timedelta
from pathlib import Path

import pytest

from tests.support.crawling import lines, warm
from tests.support.server import Server, page

NEWEST = date(2026, 11, 20)
VERBS = "opens paints sells moves lends counts closes mends names dries".split()

WORDS = (
    "harbour tram school ferry library bridge pier timetable archive lamp wall orchard tower repairs moves says".split()
)


def slug(n: int) -> str:
    return f"the-council-{VERBS[n % 10]}-bridge-{'abcdefghijklmnopqrstuvwxyz'[n // 10]}"


def day(n: int) -> date:
    return NEWEST - timedelta(days=n)


def story(n: int) -> str:
    title = slug(n).replace("-", " ")
    chance = random.Random(n)
    text = "".join(f"<p>The {' '.join(chance.choices(WORDS, k=12))} at last.</p>" for _ in range(12))
    head = f'<meta property="article:published_time" content="{day(n)}T08:00:00+00:00">'
    return f"<html><head>{head}</head><body><article><h1>{title}</h1>{text}</article></body></html>"


def cards(numbers: range, more: str = "") -> str:
    found = "".join(
        f"<article><h2><a href='/{slug(n)}/'>{slug(n).replace('-', ' ')}</a></h2></article>" for n in numbers
    )
    return f"<html><body><main>{found}</main>{more}</body></html>"


def urlset(server: Server, numbers: range, *, dated: bool) -> str:
    rows = "".join(
        f"<url><loc>{server.url(f'/{slug(n)}/')}</loc>{f'<lastmod>{day(n)}</lastmod>' if dated else ''}</url>"
        for n in numbers
    )
    return f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{rows}</urlset>'


def index(server: Server, names: list[str], lastmod: str = "") -> str:
    rows = "".join(f"<sitemap><loc>{server.url(name)}</loc>{lastmod}</sitemap>" for name in names)
    return f'<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{rows}</sitemapindex>'


def named(server: Server, *names: str) -> str:
    return "".join(f"Sitemap: {server.url(name)}\n" for name in names)


def newest(server: Server, limit: int, output: Path) -> tuple[list[int], int]:
    """The numbers of the articles that came, and how many listings were asked for."""
    for n in range(100):
        server.on(f"/{slug(n)}/", page(story(n)))
    where = ("-a", f"url={server.url()}", "-a", f"limit={limit}")
    done = warm("crawl", "site", *where, "-s", "DOWNLOAD_DELAY=0", "-s", f"JSONL={output}/a.jsonl", output=output)
    assert done.code == 0, done
    numbers = {server.url(f"/{slug(n)}/"): n for n in range(100)}
    listings = [path for path in server.paths if "sitemap" in path or "page" in path]
    return sorted(numbers[each["url"]] for each in lines(output / "a.jsonl")), len(listings)


@pytest.mark.parametrize("limit", [8, 12, 20])
def test_a_wordpress_site_whose_sitemaps_have_no_dates(limit: int, tmp_path: Path) -> None:
    with Server() as server:
        for at in range(8):
            more = f"<a class='next' href='/page/{at + 2}/'>Older posts</a>" if at < 7 else ""
            server.on(f"/page/{at + 1}/" if at else "/", page(cards(range(5 * at, 5 * at + 5), more)))
        server.on("/robots.txt", page(named(server, "/wp-sitemap.xml"), content_type="text/plain"))
        server.on(
            "/wp-sitemap.xml", page(index(server, ["/wp-sitemap-posts-post-1.xml", "/wp-sitemap-posts-post-2.xml"]))
        )
        server.on("/wp-sitemap-posts-post-1.xml", page(urlset(server, range(39, 19, -1), dated=False)))
        server.on("/wp-sitemap-posts-post-2.xml", page(urlset(server, range(19, -1, -1), dated=False)))
        assert newest(server, limit, tmp_path)[0] == list(range(limit))


@pytest.mark.parametrize("name", ["/sitemap-2026.xml", "/sitemaps/2026/11.xml", "/sitemap.xml?year=2026"])
@pytest.mark.parametrize("rising", [True, False])
def test_undated_pages_of_the_running_year_beside_dated_news(name: str, rising: bool, tmp_path: Path) -> None:
    with Server() as server:
        server.on("/", page(cards(range(8))))
        server.on("/robots.txt", page(named(server, "/sitemap_index.xml", "/news-sitemap.xml")))
        server.on("/sitemap_index.xml", page(index(server, [name])))
        numbers = range(11, -1, -1) if rising else range(12)
        server.on(name, page(urlset(server, numbers, dated=False)))
        server.on("/news-sitemap.xml", page(urlset(server, range(3), dated=True)))
        assert newest(server, 8, tmp_path)[0] == list(range(8))


def test_an_archive_before_the_news_and_a_feed_beside_them(tmp_path: Path) -> None:
    with Server() as server:
        feed = "".join(
            f"<item><link>{server.url(f'/{slug(n)}/')}</link><pubDate>{day(n)}T08:00:00Z</pubDate></item>"
            for n in (1, 4, 30)
        )
        server.on("/", page('<link rel="alternate" type="application/rss+xml" href="/feed.xml"><p>Welcome.</p>'))
        server.on("/feed.xml", page(f'<rss version="2.0"><channel>{feed}</channel></rss>', content_type="text/xml"))
        server.on("/robots.txt", page(named(server, "/sitemap-articles.xml", "/news-sitemap.xml")))
        server.on("/sitemap-articles.xml", page(urlset(server, range(99, 9, -1), dated=True)))
        server.on("/news-sitemap.xml", page(urlset(server, range(9, -1, -1), dated=True)))
        assert newest(server, 11, tmp_path)[0] == list(range(11))


@pytest.mark.parametrize("rising", [True, False])
@pytest.mark.parametrize("lastmod", ["", "<lastmod>2026-11-28</lastmod>"])
def test_numbered_sitemaps_of_which_either_end_may_be_the_newest(rising: bool, lastmod: str, tmp_path: Path) -> None:
    with Server() as server:
        server.on("/", page("<p>Welcome.</p>"))
        names = [f"/sitemap-{n}.xml" for n in range(1, 21)]
        server.on("/robots.txt", page(named(server, "/sitemap.xml")))
        server.on("/sitemap.xml", page(index(server, names, lastmod)))
        for at, name in enumerate(reversed(names) if rising else names):
            server.on(name, page(urlset(server, range(5 * at, 5 * at + 5), dated=True)))
        numbers, listings = newest(server, 8, tmp_path)
        assert numbers == list(range(8)) and listings <= 5


def test_sixty_sitemaps_of_sections_are_not_all_read_for_five_articles(tmp_path: Path) -> None:
    with Server() as server:
        server.on("/", page(cards(range(5))))
        names = [f"/sitemap-{chr(97 + n // 26)}{chr(97 + n % 26)}.xml" for n in range(60)]
        server.on("/robots.txt", page(named(server, *names)))
        for n, name in enumerate(names):
            server.on(name, page(urlset(server, range(n, n + 1), dated=True)))
        numbers, listings = newest(server, 5, tmp_path)
        assert numbers == list(range(5)) and listings <= 6


def test_what_a_limit_still_lacks_is_taken_from_the_rest_of_a_long_sitemap(tmp_path: Path) -> None:
    with Server() as server:
        server.on("/", page("<p>Welcome.</p>"))
        server.on("/robots.txt", page(named(server, "/sitemap.xml")))
        gone = "".join(
            f"<url><loc>{server.url(f'/2026/11/28/it-was-removed-again-{n}/')}</loc><lastmod>2026-11-28</lastmod></url>"
            for n in range(60)
        )
        server.on(
            "/sitemap.xml", page(urlset(server, range(99, -1, -1), dated=True).replace("<url>", gone + "<url>", 1))
        )
        for n in range(100):
            server.on(f"/{slug(n)}/", page(story(n)))
        more = ("-s", "LEAVE_AFTER_FAILURES=100", "-s", "DOWNLOAD_DELAY=0", "-s", f"JSONL={tmp_path}/a.jsonl")
        warm("crawl", "site", "-a", f"url={server.url()}", "-a", "limit=3", *more, output=tmp_path)
        assert {each["url"] for each in lines(tmp_path / "a.jsonl")} == {server.url(f"/{slug(n)}/") for n in range(3)}
        assert server.paths.count("/sitemap.xml") == 2
