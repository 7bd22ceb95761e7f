"""A record says all that its article said."""

from dataclasses import fields
from datetime import UTC, datetime, timedelta, timezone

from newscrawl.article import Article
from newscrawl.article_record import from_record, to_record

NOON = datetime(2026, 11, 22, 12, 30, tzinfo=timezone(timedelta(hours=8)))


def whole() -> Article:
    """An article with every field filled."""
    values = {field.name: f"{field.name} é 中文\u2028" for field in fields(Article) if field.type is str}
    lists = {name: ["one", "two, three"] for name in ("authors", "categories", "tags")}
    dates = {"published": NOON, "updated": NOON + timedelta(hours=1), "retrieved": datetime(2026, 11, 23, tzinfo=UTC)}
    return Article(**values, **lists, **dates, published_precision="day", access="partial")  # type: ignore[arg-type]


def test_an_article_comes_back_as_it_was() -> None:
    article = whole()
    assert all(getattr(article, field.name) for field in fields(Article)), "a field that the test does not fill"
    again = from_record(to_record(article))
    assert again == article
    assert again.published and again.published.utcoffset() == timedelta(hours=8)


def test_what_a_record_lacks_is_empty_and_what_it_has_besides_is_passed_over() -> None:
    assert from_record({"url": "https://example.com/1", "schema": 9, "posts": {}}) == Article(
        url="https://example.com/1"
    )
