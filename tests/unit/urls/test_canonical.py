"""By which names an article is known again, and which names are not to be believed."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newscrawl.urls.canonical import plausible, spelling

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
STORY = "https://www.example.com/news/2026/11/22/a-story"


@pytest.mark.parametrize(
    "url",
    [
        "http://www.example.com/news/2026/11/22/a-story",
        "https://example.com/news/2026/11/22/a-story/",
        "https://m.example.com/news/2026/11/22/a-story",
        "https://amp.example.com/news/2026/11/22/a-story",
        "https://www.example.com/amp/news/2026/11/22/a-story",
        "https://www.example.com/news/2026/11/22/a-story/amp/",
        "https://www.example.com/news/2026/11/22/a-story?outputType=amp",
        "https://www.example.com:443/news/2026/11/22/a-story?amp=1",
        "https://www-example-com.cdn.ampproject.org/c/s/www.example.com/news/2026/11/22/a-story",
        "https://www.google.com/amp/s/www.example.com/news/2026/11/22/a-story/amp",
        "https://www.example.com/news/2026/11/22/a-story?utm_source=rss&utm_medium=feed&fbclid=abc",
        "https://WWW.EXAMPLE.COM/news/2026/11/22/a-story#comments",
        "https://www.example.com/news/2026/11/22/%61-story",
    ],
)
def test_one_article_under_many_addresses(url: str) -> None:
    assert spelling(url) == spelling(STORY)


@pytest.mark.parametrize(
    "url",
    [
        "https://www.example.com/news/2026/11/22/a-story-2",
        "https://www.example.com/news/2026/11/22/a-story?id=7",
        "https://www.example.com/news/2026/11/22/a-story?page=2",
        "https://www.example.com/news/2026/11/22/A-Story",
        "https://sport.example.com/news/2026/11/22/a-story",
        "https://www.example.org/news/2026/11/22/a-story",
    ],
)
def test_another_article_has_another_address(url: str) -> None:
    assert spelling(url) != spelling(STORY)


def test_raw_and_percent_encoded_are_one() -> None:
    assert spelling("https://example.com/新闻/五角") == spelling(
        "https://example.com/%E6%96%B0%e9%97%bb/%E4%BA%94%E8%A7%92"
    )
    assert spelling("https://example.com/a?b=2&a=1") == spelling("https://example.com/a?a=1&b=2")


@given(st.text())
def test_what_is_no_address_does_no_harm(text: str) -> None:
    for url in (text, f"https://{text}", f"https://example.com/{text}"):
        spelling(url)
        plausible(url, STORY)


@pytest.mark.parametrize(
    ("canonical", "believed"),
    [
        ("https://example.com/news/2026/11/22/other-slug", True),
        ("https://news.example.com/a", True),
        ("https://www.example.com/article/123", True),
        ("https://www.example.com/", False),
        ("https://www.example.com", False),
        ("https://www.example.com/news", False),
        ("https://www.partner.org/a-story", False),
    ],
)
def test_a_canonical_link_is_believed_where_it_is_plausible(canonical: str, believed: bool) -> None:
    assert plausible(canonical, STORY) == believed
