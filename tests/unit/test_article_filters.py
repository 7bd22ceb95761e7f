"""Which articles a run wants, decided by what a page says and, before it is fetched, by what a listing says."""

from datetime import UTC, datetime

import pytest

from newscrawl.article import Article
from newscrawl.article_filters import filters_of
from newscrawl.discover.link import Further, Link
from newscrawl.errors import ArgumentError

RANGE = filters_of({"since": "2026-11-01", "until": "2026-11-08"}, "")


def at(day: int, hour: int = 12, month: int = 11) -> datetime:
    return datetime(2026, month, day, hour, tzinfo=UTC)


@pytest.mark.parametrize(
    ("published", "reason"),
    [(at(31, 23, 10), "older"), (at(1, 0), ""), (at(8, 23), ""), (at(9, 0), "newer"), (None, "")],
)
def test_both_days_of_a_range_are_in_it(published: datetime | None, reason: str) -> None:
    assert RANGE.of_article(Article(url="https://example.com/a", published=published)) == reason


def test_a_day_alone_is_in_range_if_any_of_it_is() -> None:
    late = filters_of({"since": "2026-11-05T18:00:00+00:00"}, "")
    day = Article(url="https://example.com/a", published=at(5, 0), published_precision="day")
    assert late.of_article(day) == ""


def test_a_day_is_the_sites_own() -> None:
    shanghai = filters_of({"since": "2026-11-01"}, "Asia/Shanghai")
    assert shanghai.of_article(Article(url="https://example.com/a", published=at(31, 17, 10))) == ""
    assert shanghai.of_article(Article(url="https://example.com/a", published=at(31, 15, 10))) == "older"


@pytest.mark.parametrize(
    ("link", "reason"),
    [
        (Link(url="https://example.com/a", published=at(20, 12, 10)), "older"),
        (Link(url="https://example.com/a", updated=at(20, 12, 10)), "older"),
        (Link(url="https://example.com/a", updated=at(20)), ""),  # changed since, published perhaps within
        (Link(url="https://example.com/2026/10/20/a"), "older"),
        (Link(url="https://example.com/2026/11/a"), ""),
        (Link(url="https://example.com/2026/11/30/a"), "newer"),
        (Link(url="https://example.com/2026/11/9/a"), ""),  # still the 8th somewhere
        (Link(url="https://example.com/sport/rio-2016-the-best-of-the-games"), ""),
        (Link(url="https://example.com/2016/10/a", published=at(3)), ""),  # what the feed says goes before the address
    ],
)
def test_a_link_is_left_where_it_is_sure_to_be_out_of_range(link: Link, reason: str) -> None:
    assert RANGE.of_link(link) == reason


def test_a_site_whose_zone_is_known_has_days_without_doubt() -> None:
    shanghai = filters_of({"since": "2026-11-01", "until": "2026-11-08"}, "Asia/Shanghai")
    assert shanghai.of_link(Link(url="https://example.com/2026/11/9/a")) == "newer"
    assert shanghai.of_link(Link(url="https://example.com/2026/11/8/a")) == ""
    assert shanghai.of_link(Link(url="https://example.com/2026/10/31/a")) == "older"


@pytest.mark.parametrize(
    ("sitemap", "reason"),
    [
        (Further(url="https://example.com/sitemaps/2026/10.xml"), "older"),
        (Further(url="https://example.com/sitemaps/2026/11.xml"), ""),
        (Further(url="https://example.com/sitemap.xml?yyyy=2026&mm=12&dd=02"), "newer"),
        (Further(url="https://example.com/sitemap-7.xml", updated=at(1, 12, 9)), "older"),
        (Further(url="https://example.com/sitemap-8.xml", updated=at(20)), ""),
    ],
)
def test_a_sitemap_is_left_by_its_name_or_date(sitemap: Further, reason: str) -> None:
    assert RANGE.of_sitemap(sitemap) == reason


ARTICLE = Article(
    url="https://example.com/sport/a", title="Ice Hockey", authors=["Ann Lee"], tags=["NHL"], section="Sport"
)


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        ({"include": "hockey"}, ""),
        ({"include": "title:sport"}, "not included"),
        ({"include": "section:^sport$"}, ""),
        ({"exclude": "tag:nhl|nba"}, "excluded"),
        ({"include": "hockey", "exclude": "author:lee"}, "excluded"),
        ({"include": "https://example"}, ""),  # "https" is no field
    ],
)
def test_include_and_exclude(arguments: dict[str, str], reason: str) -> None:
    assert filters_of(arguments, "").of_article(ARTICLE) == reason


def test_a_link_is_not_left_for_what_it_does_not_say() -> None:
    assert filters_of({"include": "hockey"}, "").of_link(Link(url="https://example.com/a", title="Ice")) == ""
    assert filters_of({"include": "url:/sport/"}, "").of_link(Link(url="https://example.com/a")) == "not included"
    ice = Link(url="https://example.com/a", title="Ice")
    assert filters_of({"exclude": "title:ice"}, "").of_link(ice) == "excluded"


@pytest.mark.parametrize(
    "arguments", [{"limit": "0"}, {"since": "tomorrow"}, {"until": "2026-13-01"}, {"include": "("}]
)
def test_a_bad_argument_is_one_line_with_an_example(arguments: dict[str, str]) -> None:
    with pytest.raises(ArgumentError, match="e.g.") as error:
        filters_of(arguments, "")
    assert "\n" not in str(error.value)
