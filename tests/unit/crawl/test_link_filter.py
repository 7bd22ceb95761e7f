"""Which links are asked for, and what each tells of its listing."""

from scrapy import Request

from newscrawl.article_filters import filters_of
from newscrawl.crawl.link_filter import LinkFilter
from newscrawl.discover import Link
from newscrawl.discover.frontier import Frontier
from newscrawl.discover.origin import Origin
from newscrawl.urls.canonical import spelling
from tests.support.desk import NOON, STORY, Desk, article

OLDER = "https://www.example.com/news/2025/11/22/an-older-story"


def links(desk: Desk, **arguments: str) -> LinkFilter:
    frontier: Frontier[Request] = Frontier()
    return LinkFilter(filters_of(arguments, ""), desk.state, frontier)


def offer(links: LinkFilter, link: Link) -> str:
    return links.offer(spelling(link.url), link, Origin())


def test_a_link_is_new_once_however_it_is_written(desk: Desk) -> None:
    met = links(desk)
    assert offer(met, Link(url=STORY)) == "new"
    assert offer(met, Link(url=f"{STORY}/?utm_source=feed", title="Its title")) == "new"
    (waiting,) = met.frontier.waiting.values()
    assert waiting[0] == Link(url=STORY, title="Its title"), "what a second listing says of it is added"
    assert (met.counts.links.total, desk.state.history.asked) == (1, 1)


def test_an_article_that_is_kept_is_known_and_does_not_wait(desk: Desk) -> None:
    desk.take(article(1), STORY)
    met = links(desk)
    offer(met, Link(url=STORY))
    assert not met.frontier.waiting and met.counts.known.total == 1


def test_what_the_arguments_leave_out_is_counted_by_reason_and_may_lead_on(desk: Desk) -> None:
    met = links(desk, until="2026-01-01", exclude="sport")
    assert offer(met, Link(url=STORY, published=NOON)) == "passed over"
    assert offer(met, Link(url=OLDER, title="Sport")) == "passed over"
    assert offer(met, Link(url=OLDER, skip="video")) == ""
    assert dict(met.counts.skipped.by_reason) == {("newer",): 1, ("excluded",): 1, ("video",): 1}
    assert not met.frontier.waiting


def test_a_feed_of_changes_leads_to_no_article(desk: Desk) -> None:
    met = links(desk)
    assert offer(met, Link(url=f"{STORY}?rev=1781212500&do=diff", title="pier", published=NOON)) == ""
    assert dict(met.counts.skipped.by_reason) == {("a page's history",): 1}
    assert not met.frontier.waiting


def test_what_an_earlier_run_left_waits_and_is_counted_when_a_listing_shows_it(desk: Desk) -> None:
    desk.state.history.decide(Link(url=STORY))
    met = links(desk)
    met.take_up()
    assert len(met.frontier.waiting) == 1 and met.counts.links.total == 0
    for _ in range(2):
        offer(met, Link(url=STORY))
    assert len(met.frontier.waiting) == 1 and met.counts.links.total == 1


def test_an_address_is_first_once(desk: Desk) -> None:
    met = links(desk)
    assert [met.is_first(url) for url in (STORY, f"{STORY}#part", OLDER)] == [True, False, True]
