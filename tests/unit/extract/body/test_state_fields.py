"""What a page's data says of an article beside its text: people, days, picture, topics, whether it is sold."""

import json
from typing import Any

import pytest

from newscrawl.extract import read_page
from newscrawl.extract.body.state_fields import said_of_article
from newscrawl.extract.reading import Reading
from tests.support.growth import cpu

TITLE = "The clockmaker's last winter"
LINES = [
    f"Clock {n} stood in the {place} and was wound on Sundays. Nobody remembers who paid for it or for the oil."
    for n, place in enumerate(("church", "station", "school", "brewery", "tower"))
]
HTML = "".join(f"<p>{line}</p>" for line in LINES)
OTHER = {"title": "Another story of the day", "teaser": "It has people of its own.", "author": {"name": "Otto Falk"},
         "publishedAt": "2020-01-01T00:00:00Z", "image": {"url": "/other.jpg"}}  # fmt: skip


def read(data: Any, inside: str = "", head: str = "") -> Reading:
    head = f'<title>{TITLE}</title><meta property="og:type" content="article">{head}'
    held = f'<script id="__NEXT_DATA__" type="application/json">{json.dumps(data)}</script>'
    page = f"<html><head>{head}</head><body><div>{inside}</div>{held}</body></html>"
    return read_page(page.encode(), "https://post.example/culture/clockmaker")


@pytest.mark.parametrize("people", [
    {"author": "Ida Holm"}, {"authors": [{"name": "Ida Holm", "avatar": {"url": "/ida.jpg"}}]},
    {"byline": "By Ida Holm"}, {"credits": {"by": [{"type": "author", "name": "Ida Holm"}]}},
    {"author": {"node": {"firstName": "Ida", "lastName": "Holm"}}},
    {"autor": {"data": {"attributes": {"name": "Ida Holm"}}}},
    {"writers": {"edges": [{"node": {"displayName": "Ida Holm"}}]}}, {"metadata": {"writtenBy": "Ida Holm"}},
])  # fmt: skip
def test_people_are_known_however_they_are_kept(people: dict[str, Any]) -> None:
    reading = read({"latest": [OTHER], "story": {"title": TITLE, "body": HTML, **people}})
    assert reading.article is not None and reading.article.authors == ["Ida Holm"]
    assert reading.sources["authors"] == "page's data author"


@pytest.mark.parametrize("day", [
    {"publishedAt": "2026-02-03T09:00:00Z", "updatedAt": "2026-02-04T09:00:00Z"},
    {"first_publish_date": "2026-02-03T09:00:00Z", "eventStart": "2027-01-01", "lastModified": "2026-02-04T09:00:00Z"},
    {"fecha": "2026-02-03 09:00:00+00:00", "modificado": "2026-02-04T09:00:00Z"},
    {"published": 1770109200000, "modified": 1770195600}, {"dates": {"published": {"iso": "2026-02-03T09:00:00Z"}},
                                                         "updated": "2026-02-04T09:00:00Z"},
])  # fmt: skip
def test_days_are_known_by_how_they_are_written(day: dict[str, Any]) -> None:
    article = read({"latest": [OTHER], "story": {"title": TITLE, "body": HTML, **day}}).article
    assert article is not None and article.published and article.updated
    assert article.published.isoformat() == "2026-02-03T09:00:00+00:00"
    assert article.updated.isoformat() == "2026-02-04T09:00:00+00:00"


@pytest.mark.parametrize("number", [
    {"id": 1712345678}, {"legacyKey": "1712345678"}, {"ref": "20240512"}, {"publishTo": "2027-01-01"},
    {"publisher": 1712345678}, {"publication": {"id": 1712345678}}, {"updatedBy": 1712345678},
])  # fmt: skip
def test_numbers_of_other_things_are_no_days(number: dict[str, Any]) -> None:
    said = said_of_article([{"title": TITLE, "body": HTML, **number}])
    assert "datePublished" not in said and "dateModified" not in said
    dated = said_of_article([{"title": TITLE, **number, "publishedAt": 1770109200, "modified": "2026-02-04"}])
    assert (dated["datePublished"], dated["dateModified"]) == ("1770109200", "2026-02-04")


@pytest.mark.parametrize("picture", [
    {"heroImage": {"src": "/tower.jpg", "caption": "The tower", "credit": "Ida Holm"}},
    {"promo_items": {"basic": {"url": "/tower.jpg", "caption": "<p>The tower</p>", "credits": {"by": "Ida Holm"}}}},
    {"logo": "/logo.png", "featuredImage": {"node": {"sourceUrl": "/tower.jpg", "caption": "The tower"}}},
    {"authorImage": "/ida.jpg", "cover": {"asset": {"url": "/tower.jpg"}, "caption": "The tower"}},
])  # fmt: skip
def test_the_picture_of_the_article_leads(picture: dict[str, Any]) -> None:
    article = read({"latest": [OTHER], "story": {"title": TITLE, "body": HTML, **picture}}).article
    assert article is not None
    assert (article.image, article.image_caption) == ("https://post.example/tower.jpg", "The tower")


def test_what_json_ld_says_is_believed_first() -> None:
    said = {
        "@type": "NewsArticle",
        "headline": TITLE,
        "author": {"name": "Ada Bell"},
        "datePublished": "2026-05-01T08:00:00Z",
    }
    story = {
        "title": TITLE,
        "body": HTML,
        "author": "Ida Holm",
        "publishedAt": "2026-02-03T09:00:00Z",
        "section": "Towns",
    }
    reading = read({"story": story}, head=f'<script type="application/ld+json">{json.dumps(said)}</script>')
    assert reading.article is not None and reading.article.authors == ["Ada Bell"]
    assert reading.article.published and reading.article.published.month == 5
    assert (reading.article.section, reading.sources["section"]) == ("Towns", "page's data articleSection")


@pytest.mark.parametrize("sold", [
    {"isPremium": True}, {"locked": True}, {"paywall": {"active": True}}, {"access": "subscribers"},
    {"contentTier": "metered"},
])  # fmt: skip
def test_what_is_sold_stays_there(sold: dict[str, Any]) -> None:
    reading = read({"story": {"title": TITLE, "body": HTML, **sold}}, f"<h1>{TITLE}</h1><p>{LINES[0]}</p>")
    assert reading.article is not None
    assert (reading.article.text, reading.article.access) == (LINES[0], "partial")


@pytest.mark.parametrize(
    "free", [{"isPremium": False}, {"paywall": {"active": False}}, {"access": "free"}, {"paid": None}]
)
def test_what_is_free_is_taken(free: dict[str, Any]) -> None:
    reading = read({"story": {"title": TITLE, "body": HTML, **free}}, f"<h1>{TITLE}</h1><p>{LINES[0]}</p>")
    assert reading.article is not None and reading.article.text.split("\n") == LINES


def test_others_people_and_days_are_not_the_article_s() -> None:
    comments = [{"text": "Well said.", "author": {"name": "Kai Rask"}, "createdAt": "2026-02-05T09:00:00Z"}]
    story = {
        "title": TITLE,
        "body": HTML,
        "related": [OTHER],
        "comments": comments,
        "image": {"createdAt": "2019-01-01"},
    }
    article = read({"latest": [OTHER], "story": story}).article
    assert article is not None
    assert (article.authors, article.published, article.image) == ([], None, "")


def test_names_and_topics_are_names() -> None:
    node = {"tags": [{"name": "Clocks"}, {"title": "A headline of another story that is far too long for a topic"}]}
    assert said_of_article([node]) == {"keywords": ["Clocks"]}


def test_a_node_of_a_million_keys_is_not_read_whole() -> None:
    assert said_of_article([{f"key{n}": n for n in range(100_000)} | {"author": "Ida Holm"}]) == {}


TABLES: list[dict[str, Any]] = [
    {"author": {"3": {"id": 3, "name": "Ida Holm"}}, "attachment": {"77": {"id": 77, "source_url": "/tower.jpg"}}},
    {
        "users": [{"id": 3, "name": "Ida Holm"}, {"id": 4, "name": "Otto Falk"}],
        "media": [{"id": 77, "url": "/tower.jpg"}],
    },
]


@pytest.mark.parametrize("tables", TABLES, ids=["by number", "lists"])
def test_people_and_pictures_may_be_named_by_number(tables: dict[str, Any]) -> None:
    story = {"id": 55, "title": {"rendered": TITLE}, "content": {"rendered": HTML}, "author": 3, "featured_media": 77}
    article = read({"source": {"post": {"55": story}, **tables}}).article
    assert article is not None and article.authors == ["Ida Holm"]
    assert article.image == "https://post.example/tower.jpg"


def test_a_node_with_a_headline_is_no_text_where_one_of_its_fields_is() -> None:
    content = {"component": "article", "headline": TITLE, "author": {"name": "Ida Holm", "bio": HTML[:60]},
               "body": {"type": "doc", "content": [{"type": "paragraph", "text": line} for line in LINES]}}  # fmt: skip
    story = {"name": TITLE, "published_at": "2026-02-05T09:00:00Z", "first_published_at": "2026-02-03T09:00:00Z"}
    reading = read({"story": {**story, "content": content}})
    assert reading.article is not None and reading.article.text.split("\n") == LINES
    assert reading.sources["body"].startswith("__NEXT_DATA__ story.content.body")
    assert reading.article.authors == ["Ida Holm"]
    assert reading.article.published and reading.article.published.day == 3


def test_numbers_of_people_cost_what_they_say_and_not_what_all_tables_hold() -> None:
    def spent(count: int) -> float:
        tables = {f"users{n}": [{"id": count + n}] for n in range(count)}
        node = {f"author{n}": list(range(count)) for n in range(20)}
        return cpu(lambda: said_of_article([node], tables))

    assert spent(3_000) < 60 * max(spent(300), 0.01)
