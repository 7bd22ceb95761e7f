"""Whose turn it is."""

import pytest
from scrapy import Request
from scrapy.http import Response

from newscrawl.crawl.request_queue import LEVELS, RequestQueue, goes_on
from newscrawl.discover import Link
from newscrawl.discover.origin import Origin
from newscrawl.request_context import Kind, context_of, with_context
from tests.support.desk import Desk

HOME = "https://www.example.com"


def request_for(link: Link, origin: Origin) -> Request:
    return Request(link.url)


def due(queue: RequestQueue) -> list[str]:
    return [request.url.removeprefix(HOME) for request in queue.due(request_for)]


def wait(queue: RequestQueue, *paths: str) -> None:
    for path in paths:
        queue.frontier.add(path, Link(url=HOME + path if path.startswith("/") else path), Origin())


def listing(path: str, kind: Kind = "listing", **about: object) -> Request:
    return with_context(Request(HOME + path), kind=kind, **about)


def test_articles_wait_for_the_first_listings_and_further_listings_for_the_articles(desk: Desk) -> None:
    queue = RequestQueue(desk.state, None, pages=3)
    queue.begin([listing("/news")])
    wait(queue, "/1", "/2")
    queue.frontier.add_further(listing("/news?page=2"), Origin())
    assert due(queue) == []
    queue.open -= 1
    assert queue.left() == 3
    assert due(queue) == ["/1", "/2"]
    queue.frontier.came_back()
    assert due(queue) == []
    queue.frontier.came_back()
    assert due(queue) == ["/news?page=2"]


def test_a_limit_bounds_what_is_asked_for_until_some_came_to_nothing(desk: Desk) -> None:
    queue = RequestQueue(desk.state, 1, pages=3)
    wait(queue, "/1", "/2")
    assert (queue.left(), due(queue), due(queue)) == (1, ["/1"], [])
    queue.nothing_under_way(1)
    assert due(queue) == ["/2"] and not queue.waits


def test_what_is_no_address_is_refused_and_costs_no_budget(desk: Desk) -> None:
    queue = RequestQueue(desk.state, 1, pages=3)
    wait(queue, "no address", "/2")
    assert due(queue) == ["/2"]
    assert queue.state.counts.skipped["no address"] == 1


def test_a_next_page_is_followed_while_listings_tell_of_new_links_and_up_to_a_bound(desk: Desk) -> None:
    queue = RequestQueue(desk.state, None, pages=2)
    first = Response(HOME + "/news", request=listing("/news"))
    second = listing("/news?page=2")
    assert list(queue.follow(second, first, Origin(), {"a": "new"})) == []
    assert due(queue) == ["/news?page=2"]
    assert (context_of(second).page, context_of(second).before) == (2, frozenset("a"))
    answer = Response(second.url, request=second)
    assert list(queue.follow(listing("/news?page=3"), answer, Origin(), {"b": "new"})) == []
    queue.open = 0
    assert due(queue) == [], "two pages are read"


def test_sitemaps_of_sitemaps_end(desk: Desk) -> None:
    queue = RequestQueue(desk.state, None, pages=2)
    for level in range(LEVELS + 2):
        answer = Response(HOME, request=listing(f"/{level}.xml", "sitemap", level=level))
        list(queue.follow(listing(f"/{level + 1}.xml", "sitemap"), answer, Origin(), {}))
    assert len(queue.frontier.further) == LEVELS


@pytest.mark.parametrize(
    ("told", "on"),
    [
        ({"a": "new", "b": "known"}, True),
        ({"a": "known"}, False),
        ({"a": "passed over"}, True),
        ({"a": "passed over", "b": "known"}, False),
        ({"seen before": "new"}, False),
        ({}, False),
    ],
)
def test_a_listing_goes_on_where_it_tells_of_something_new(told: dict[str, str], on: bool) -> None:
    assert goes_on(told, frozenset({"seen before"})) == on  # type: ignore[arg-type]
