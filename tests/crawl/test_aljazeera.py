"""Al Jazeera's own ways: "Show more", cards that are no articles, labels."""

import json
from datetime import UTC, datetime
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from scrapy import Request
from scrapy.http import TextResponse

from newscrawl.discover.link import Link
from newscrawl.spider import NoLinks
from spiders.aljazeera import AljazeeraSpider, labels, more_links, no_article

GRAPHQL = "https://chinese.aljazeera.net/graphql?x"


def asked(offset: int, **arguments: str) -> tuple[Request, dict[str, Any]]:
    request = AljazeeraSpider(**arguments).show_more(offset)
    return request, json.loads(parse_qs(urlsplit(request.url).query)["variables"][0])


def test_show_more_asks_as_the_sites_own_script_does() -> None:
    request, variables = asked(14)
    assert request.url.startswith(
        "https://chinese.aljazeera.net/graphql?wp-site=chinese&operationName=ArchipelagoAjeSectionPostsQuery&variables="
    )
    assert request.headers["wp-site"] == b"chinese"
    assert (variables["category"], variables["categoryType"]) == ("news", "categories")
    assert (variables["quantity"], variables["offset"]) == (10, 14)


def test_a_region_is_a_place_and_a_sections_last_part_its_category() -> None:
    _, region = asked(9, edition="english", section="middle-east")
    assert (region["category"], region["categoryType"]) == ("middle-east", "where")
    assert asked(0, section="news/political")[1]["category"] == "political"


def more(body: str) -> list[Link]:
    return list(more_links(TextResponse(GRAPHQL, body=body.encode(), request=Request(GRAPHQL))))


def test_a_card_of_show_more_tells_title_date_and_kind() -> None:
    card = {"title": "A &#8217;b&amp;", "date": "2026-04-21T20:42:21", "link": "/news/2026/4/21/a", "postType": "post"}
    (link,) = more(json.dumps({"data": {"articles": [card]}}))
    assert link.url == "https://chinese.aljazeera.net/news/2026/4/21/a"
    assert (link.title, link.published, link.skip) == ("A ’b&", datetime(2026, 4, 21, 20, 42, 21, tzinfo=UTC), "")
    (link,) = more(json.dumps({"data": {"articles": [{**card, "postType": "podcast", "date": None}]}}))
    assert (link.skip, link.published) == ("podcast", None)


def test_an_odd_card_costs_itself_alone() -> None:
    good = {"title": "A", "link": "/news/2026/4/21/a"}
    odd = [None, {}, {"link": 5}, {"link": "https://["}, {**good, "date": "yesterday"}, {**good, "author": "x"}]
    assert [link.title for link in more(json.dumps({"data": {"articles": [*odd, good]}}))] == ["A"]


@pytest.mark.parametrize("body", ["", "<html>", "[]", '{"errors": []}', '{"data": null}'])
def test_an_answer_that_is_no_list_of_articles_is_named(body: str) -> None:
    with pytest.raises(NoLinks, match="chinese.aljazeera.net/graphql"):
        more(body)


@pytest.mark.parametrize(
    ("url", "reason"),
    [
        ("https://www.aljazeera.com/news/2026/4/21/a", ""),
        ("https://www.aljazeera.com/news/liveblog/2026/4/21/a", ""),
        ("https://aje.news/abc123", ""),
        ("https://www.aljazeera.com/video/newsfeed/2026/4/21/a", "video"),
        ("https://www.aljazeera.com/gallery/2026/4/21/a", "gallery"),
        ("https://www.aljazeera.com/program/a/2026/4/21/b", "episode"),
        ("https://www.aljazeera.com/podcasts/2026/4/21/a", "podcast"),
        ("https://partner.example/a", "external link"),
        ("https://notaljazeera.com/news/2026/4/21/a", "external link"),
        ("https://www.aljazeera.com", ""),
    ],
)
def test_a_card_that_is_no_article_is_told_by_its_address(url: str, reason: str) -> None:
    assert no_article(url) == reason


def test_labels_of_a_sections_path() -> None:
    known = {"news": "新闻", "news/political": "政治"}
    assert labels("news/political", known) == ["新闻", "政治"]
    assert labels("news/far-away", known) == ["新闻", "Far Away"]
