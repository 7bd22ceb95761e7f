"""A name of a million characters is no name, whatever page, feed or sitemap it comes from."""

import json
from dataclasses import replace

from newscrawl import extract_article
from newscrawl.article import Article
from newscrawl.discover.feed import read_feed
from newscrawl.discover.link import Link
from newscrawl.discover.sitemap import read_sitemap
from newscrawl.text.lengths import LONGEST_LINE, LONGEST_NAME, MOST_NAMES

LONG = "Ada Lovelace and " * 60_000
URL = "https://example.com/2026/11/a-story"


def lengths(article: Article) -> dict[str, int]:
    """Field -> its longest text."""
    values = {name: value for name, value in article.to_dict().items() if name not in ("body", "text") and value}
    return {name: max(map(len, value)) if isinstance(value, list) else len(value) for name, value in values.items()}


def test_no_text_of_a_page_is_longer_than_its_bound() -> None:
    said = {
        "@type": "NewsArticle", "headline": "A story of the harbour", "author": {"name": LONG}, "articleSection": LONG,
        "keywords": [LONG, *map(str, range(10_000)), "Harbour"], "description": LONG, "publisher": {"name": LONG},
        "image": {"url": "https://example.com/a.jpg", "caption": LONG, "creditText": LONG}, "inLanguage": LONG,
        "datePublished": "2026-11-20T10:00:00Z",
    }  # fmt: skip
    body = "<p>The council of the harbour has decided to repair the old bridge before the winter comes.</p>" * 9
    page = f"<script type='application/ld+json'>{json.dumps(said)}</script><h1>A story of the harbour</h1>{body}"
    article = extract_article(page, URL)
    assert article and article.title == "A story of the harbour"
    assert max(lengths(article).values()) <= LONGEST_LINE
    for name in ("authors", "section", "tags", "publisher", "language"):
        assert lengths(article).get(name, 0) <= LONGEST_NAME
    assert len(article.tags) <= MOST_NAMES


def test_no_text_of_a_feed_or_sitemap_is() -> None:
    tags = f"<category>{LONG}</category><category>Sea</category>"
    item = f"<title>{LONG}</title><link>{URL}</link><author>{LONG}</author>{tags}"
    (link,) = read_feed(f"<rss><channel><item>{item}</item></channel></rss>".encode(), URL)
    assert len(link.title) <= LONGEST_LINE and link.authors == [] and link.tags == ["Sea"]
    news = f"<news:title>{LONG}</news:title><news:keywords>{LONG}</news:keywords><news:language>{LONG}</news:language>"
    namespaces = 'xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"'
    url = f"<urlset {namespaces}><url><loc>{URL}</loc><news:news>{news}</news:news></url></urlset>"
    (listed,) = read_sitemap(url.encode(), URL)
    assert isinstance(listed, Link)
    assert len(listed.title) <= LONGEST_LINE and not listed.tags and not listed.language


def test_what_a_spider_of_a_users_own_sets_is_bounded_too() -> None:
    article = replace(Article(url=URL), title=LONG, authors=["Ada", LONG])
    assert len(article.title) <= LONGEST_LINE and article.authors == ["Ada"]
