"""Makes aljazeera.warc.gz: python tests/recordings/make_aljazeera.py

What the three editions answer to a crawl, as a standard WARC. The pages are written here and true to the real sites in
their markup (2021 and 2026), headers and habits; what they say is invented (aljazeera.yml), but for one page, which is
the one that the reference post was made of. The same input gives the same bytes.
"""

import gzip
import json
import sys
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from html import escape
from io import BytesIO
from pathlib import Path
from urllib.parse import quote
from uuid import NAMESPACE_URL, uuid5

import yaml
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))
from aljazeera_pages import EDITIONS, Edition, Story, day, description, html_of, stories  # noqa: E402

BEGUN = datetime(2026, 11, 21, 21, 0, tzinfo=UTC)
CARDS, MORE = 14, 10  # how many the listing shows, and each "Show more" after it
POST_TYPES = "blog episode opinion post video external-article gallery podcast longform liveblog".split()
KIND = {"external": "external-article"}

ROBOTS = """User-agent: *
Disallow: /api/
Disallow: /search/
Disallow: /wp-admin/

Sitemap: {home}/sitemap.xml
"""


@dataclass(frozen=True)
class Answer:
    """One response."""

    url: str
    body: bytes
    kind: str = "text/html; charset=UTF-8"
    status: str = "200 OK"
    more: tuple[tuple[str, str], ...] = ()


# -- Listings ----------------------------------------------------------------------------------------------------------
def card(story: Story) -> str:
    """A card as the sites write it today."""
    href = story.external or escape(story.path + ("-draft" if "moved" in story.odd else ""))
    date = (
        f'<span class="screen-reader-text">Published On {day(story)}</span><span aria-hidden="true">{day(story)}</span>'
    )
    return f"""<article class="gc u-clickable-card gc--type-{KIND.get(story.kind, story.kind)} gc--list gc--with-image">
<div class="gc__content"><div class="gc__header-wrap"><h3 class="gc__title">
<a class="u-clickable-card__link" href="{href}"><span>{escape(story.title)}</span></a></h3></div>
<div class="gc__body-wrap"><div class="gc__excerpt"><p>{escape(description(story) if story.says else story.title)}</p></div></div>
<footer class="gc__footer"><div class="gc__meta"><div class="gc__date gc__date--published"><div class="gc__date__date">
<div class="date-simple">{date}</div></div></div></div></footer></div>
<div class="gc__image-wrap"><div class="article-card__image-wrap"><div class="responsive-image">
<img class="article-card__image gc__image" loading="lazy" src="{escape(story.image)}" alt=""></div></div></div></article>"""


def listing(edition: Edition, cards: list[Story]) -> bytes:
    rows = "\n".join(card(story) for story in cards)
    return f"""<!DOCTYPE html>
<html lang="{edition.lang}" dir="{edition.direction}"><head><meta charset="utf-8"><title>{edition.label} | {edition.name}</title></head>
<body><div id="root"><header class="site-header"><nav><ul class="menu"><li class="menu__item"><a href="/news">{edition.label}</a></li></ul></nav></header>
<main><section class="u-clickable-card-list" id="news-feed-container">
{rows}
<button class="show-more-button big-margin" type="button"><span aria-hidden="true">Show more</span></button></section></main></div></body></html>
""".encode()


def listing_2021(edition: Edition, cards: list[Story]) -> bytes:
    rows = "\n".join(
        f'<article class="gc"><h3 class="gc__title"><a href="{escape(story.path)}">{escape(story.title)}</a></h3></article>'
        for story in cards
    )
    return f"""<!DOCTYPE html>
<html lang="{edition.lang}"><head><meta charset="utf-8"><title>{edition.label} | {edition.name}</title></head>
<body><main><h1>政治</h1>{rows}</main></body></html>
""".encode()


def show_more(edition: Edition, category: str, offset: int, articles: list[Story], kind: str = "categories") -> Answer:
    """The answer to "Show more", under the address that the site's own script asks for."""
    variables = {
        "category": category,
        "categoryType": kind,
        "postTypes": POST_TYPES,
        "quantity": MORE,
        "offset": offset,
    }
    compact = json.dumps(variables, separators=(",", ":"))
    url = (
        f"{edition.home}/graphql?wp-site={edition.code}&operationName=ArchipelagoAjeSectionPostsQuery"
        f"&variables={quote(compact, safe='')}&extensions=%7B%7D"
    )
    body = json.dumps({"data": {"articles": [node(story) for story in articles]}}, ensure_ascii=False).encode()
    return Answer(url, body, "application/json; charset=utf-8")


def node(story: Story) -> dict[str, object]:
    picture = {"sourceUrl": story.image.split("?")[0], "alt": "", "caption": story.caption, "credit": ""}
    return {
        "__typename": "Post",
        "id": str(300000 - story.number),
        "title": escape(story.title).replace("&#x27;", "&#8217;"),
        "excerpt": escape(description(story)) if story.says else "",
        "date": story.date,
        "link": story.encoded,
        "postType": KIND.get(story.kind, story.kind),
        "author": [],
        "featuredImage": picture,
        "externalUrl": story.external or None,
        "isBreaking": False,
        "isLive": False,
        "source": [{"name": story.edition.name}],
    }


# -- Feeds and sitemaps ------------------------------------------------------------------------------------------------
def rss(edition: Edition, items: list[Story]) -> bytes:
    rows = "\n".join(
        f"<item><link>{escape(edition.home + story.encoded)}</link><title>{escape(story.title)}</title>"
        f"<description><![CDATA[{description(story)}]]></description><pubDate>{rfc822(story)}</pubDate>"
        f"<category>{story.section.split('/')[0].title()}</category>"
        f'<guid isPermaLink="false">{edition.home}/?t={story.number}</guid></item>'
        for story in items
        if story.says
    )
    return f"""<?xml version="1.0" encoding="utf-8"?>
<rss xmlns:content="http://purl.org/rss/1.0/modules/content/" version="2.0"><channel>
<title>{edition.name}</title><link>{edition.home}</link><description>{edition.label}</description>
{rows}
</channel></rss>
""".encode()


def rfc822(story: Story) -> str:
    return datetime.fromisoformat(story.date).strftime("%a, %d %b %Y %H:%M:%S +0000")


def news_sitemap(edition: Edition, items: list[Story]) -> bytes:
    rows = "\n".join(
        f"<url><loc>{escape(edition.home + story.encoded)}</loc><news:news><news:publication><news:name>{edition.name}</news:name>"
        f"<news:language>{edition.lang}</news:language></news:publication><news:publication_date>{story.date}Z</news:publication_date>"
        f"<news:title>{escape(story.title)}</news:title></news:news></url>"
        for story in items
    )
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">
{rows}
</urlset>
""".encode()


def sitemap(edition: Edition, items: list[Story]) -> bytes:
    rows = "\n".join(
        f"<url><loc>{escape(edition.home + story.encoded)}</loc><lastmod>{story.date}Z</lastmod></url>"
        for story in items
    )
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n{rows}\n</urlset>\n'.encode()


def archive(edition: Edition) -> bytes:
    months = ("2026/11", "2026/10", "2021/12")
    rows = "\n".join(
        f"<sitemap><loc>{edition.home}/sitemaps/article-archive/{month}.xml</loc></sitemap>" for month in months
    )
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n{rows}\n</sitemapindex>\n'.encode()


# -- The three sites ---------------------------------------------------------------------------------------------------
def chinese(edition: Edition, told: list[Story]) -> list[Answer]:
    political = [story for story in told if story.section == "news/political"]
    pages = [*range(CARDS, len(told), MORE), len(told)]
    return [
        Answer(f"{edition.home}/news", listing(edition, told[:CARDS])),
        *(show_more(edition, "news", offset, told[offset : offset + MORE]) for offset in pages),
        Answer(f"{edition.home}/news/political", listing_2021(edition, political)),
        show_more(edition, "political", len(political), []),
    ]


def english(edition: Edition, told: list[Story]) -> list[Answer]:
    posts = [story for story in told if story.kind == "post"]
    economy = [story for story in told if story.section == "economy"]
    return [
        Answer(f"{edition.home}/xml/rss/all.xml", rss(edition, posts[:6]), "application/rss+xml; charset=UTF-8"),
        Answer(f"{edition.home}/news-sitemap.xml", news_sitemap(edition, posts[:5]), "application/xml"),
        Answer(f"{edition.home}/sitemaps/article-new.xml", sitemap(edition, posts), "application/xml"),
        Answer(f"{edition.home}/sitemaps/article-archive.xml", archive(edition), "application/xml"),
        Answer(f"{edition.home}/sitemaps/article-archive/2026/11.xml", sitemap(edition, posts), "application/xml"),
        Answer(f"{edition.home}/sitemaps/article-archive/2026/10.xml", sitemap(edition, []), "application/xml"),
        Answer(f"{edition.home}/news", listing(edition, told)),
        show_more(edition, "news", len(told), []),
        Answer(f"{edition.home}/economy", listing(edition, economy)),
        show_more(edition, "economy", len(economy), []),
    ]


def arabic(edition: Edition, told: list[Story]) -> list[Answer]:
    feed = f"{edition.home}/aljazeerarss/a7c186be-1baa-4bd4-9d80-a84db769f779/73d0e1b4-532f-45ef-b135-bfdff8b8cab9"
    return [
        Answer(feed, rss(edition, told), "text/xml; charset=utf-8"),
        Answer(f"{edition.home}/news", listing(edition, told)),
        show_more(edition, "news", len(told), []),
    ]


def articles(told: list[Story]) -> list[Answer]:
    """The articles' own pages, under each spelling of their addresses."""
    found = []
    for story in told:
        if story.kind == "post" and not story.repeat:
            found += [page(story, quote(story.path))]
            if story.path != story.encoded:
                found += [page(story, story.encoded)]
            if "moved" in story.odd:
                found += [moved(story)]
    return found


def page(story: Story, path: str) -> Answer:
    url = story.edition.home + path
    if "gone" in story.odd:
        return Answer(url, "<!DOCTYPE html><title>404</title><h1>页面不存在</h1>".encode(), status="404 Not Found")
    body = html_of(story)
    if "wrong-charset" in story.odd:
        return Answer(url, body, "text/html; charset=ISO-8859-1")
    if story.number % 4 == 0:
        return Answer(
            url, gzip.compress(body, mtime=0), more=(("Content-Encoding", "gzip"), ("Vary", "Accept-Encoding"))
        )
    return Answer(url, body)


def moved(story: Story) -> Answer:
    url = story.edition.home + quote(story.path) + "-draft"
    return Answer(url, b"", status="301 Moved Permanently", more=(("Location", story.encoded),))


# -- The file ----------------------------------------------------------------------------------------------------------
def answers() -> list[Answer]:
    entries = yaml.safe_load((HERE / "aljazeera.yml").read_text(encoding="utf-8"))
    found = []
    for name, site in (("chinese", chinese), ("english", english), ("arabic", arabic)):
        edition = EDITIONS[name]
        told = stories(edition, entries[name])
        found.append(Answer(f"{edition.home}/robots.txt", ROBOTS.format(home=edition.home).encode(), "text/plain"))
        found += [*site(edition, told), *articles(told)]
    return found


def write(path: Path) -> None:
    with path.open("wb") as file:
        writer = WARCWriter(file, gzip=True)
        for number, answer in enumerate(answers()):
            headers = [
                ("Content-Type", answer.kind),
                ("Content-Length", str(len(answer.body))),
                ("ETag", f'W/"{uuid5(NAMESPACE_URL, answer.url + str(len(answer.body))).hex[:12]}"'),
                *answer.more,
            ]
            record = writer.create_warc_record(
                answer.url,
                "response",
                payload=BytesIO(answer.body),
                length=len(answer.body),
                http_headers=StatusAndHeaders(answer.status, headers, protocol="HTTP/1.1"),
                warc_headers_dict={
                    "WARC-Record-ID": f"<urn:uuid:{uuid5(NAMESPACE_URL, answer.url)}>",
                    "WARC-Date": (BEGUN + timedelta(seconds=number)).strftime("%Y-%m-%dT%H:%M:%SZ"),
                },
            )
            writer.write_record(record)


if __name__ == "__main__":
    write(Path(sys.argv[1]) if len(sys.argv) > 1 else HERE / "aljazeera.warc.gz")
