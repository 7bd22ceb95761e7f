"""The margin: what is named as broken, and what may be chance."""

from datetime import UTC, datetime, timedelta
from math import comb

import pytest

from newscrawl.extract import Rules, read_page
from newscrawl.state.breakage import at_most, broken_fields, counted, empty_listings, silence
from newscrawl.store.health import Count

PARAGRAPHS = "".join(f"<p>The pier of the harbour was opened on day {n}, as the ferry came late.</p>" for n in range(9))


def runs(*counts: tuple[int, int]) -> list[dict[str, Count]]:
    """Newest first: how many pages gave the body, of how many."""
    return [{"body": Count(gave, pages, "div.wysiwyg")} for gave, pages in counts]


@pytest.mark.parametrize(
    ("counts", "said"),
    [
        ([(0, 37), (37, 37)], ["body 0/37, was 37/37 (div.wysiwyg)"]),
        ([(2, 37), (37, 37)], ["body 2/37, was 37/37 (div.wysiwyg)"]),
        ([(37, 37), (37, 37)], []),
        # Three articles are no layout, and neither are one in ten.
        ([(0, 3), (37, 37)], []),
        ([(33, 37), (37, 37)], []),
        # A site with a few articles a run is judged over several runs.
        ([(0, 3), (0, 2), (37, 37)], ["body 0/5, was 37/37 (div.wysiwyg)"]),
        # What never came is no loss, and what comes in half of the pages may be absent from five.
        ([(0, 5), (0, 50)], []),
        ([(0, 5), (25, 50)], []),
        ([(0, 20), (25, 50)], ["body 0/20, was 25/50 (div.wysiwyg)"]),
        # As long as it is broken it is measured by how it was before.
        ([(0, 30), (0, 30), (0, 30), (60, 60)], ["body 0/30, was 60/60 (div.wysiwyg)"]),
        # A site's own selector that matched nothing from the first run on is a mistake in its description.
        ([(0, 9)], ["body 0/9 (div.wysiwyg)"]),
    ],
    ids=str,
)
def test_the_margin(counts: list[tuple[int, int]], said: list[str]) -> None:
    assert broken_fields(runs(*counts)) == said


def test_a_rule_for_what_is_left_out_is_named_once_it_stops_matching() -> None:
    """One that matches seldom, or never did, may be for what seldom comes."""
    before = {
        "remove .poll": Count(0, 37),
        "remove .more": Count(36, 37),
        "remove .ad": Count(3, 37),
        "remove .video": Count(20, 37),
    }
    now = {name: Count(0, 12) for name in before}
    assert broken_fields([now, before]) == ["remove .more 0/12, was 36/37"]
    assert broken_fields([now]) == []


@pytest.mark.parametrize(
    ("now", "before"), [((0, 28), (1, 3)), ((1, 28), (1, 3)), ((2, 28), (30, 30)), ((0, 28), (3, 3))]
)
def test_a_rule_for_what_comes_and_goes_is_not_named(now: tuple[int, int], before: tuple[int, int]) -> None:
    assert broken_fields([{"remove .ad": Count(*now)}, {"remove .ad": Count(*before)}]) == []


def test_a_page_counts_for_each_rule_whether_it_matched() -> None:
    rules = Rules(body=("article",), remove=(".more", ".gone"))
    html = f"<html><body><article>{PARAGRAPHS}<p class=more>More from the harbour</p></article></body></html>"
    reading = read_page(html.encode(), "https://example.com/news/pier", rules=rules)
    assert reading.missed == ["remove: .gone"]
    found = counted(reading, rules)
    assert (found["remove .more"], found["remove .gone"]) == (Count(1, 1), Count(0, 1))


def test_a_listing_without_links_and_a_silent_site_are_named() -> None:
    listing = "https://example.com/news"
    assert empty_listings({listing: 0}, [{listing: 25}]) == [f"listing {listing} has no links, had 25"]
    assert empty_listings({listing: 25}, [{listing: 25}]) == empty_listings({listing: 0}, [{}]) == []
    noon = datetime(2026, 11, 1, 12, tzinfo=UTC)
    daily = [noon + timedelta(days=day) for day in range(10)]
    assert silence(daily, daily[-1] + timedelta(days=2)) == []
    assert silence(daily, daily[-1] + timedelta(days=4)) == ["nothing new for 4 days, never waited more than 24 hours"]
    often = [noon + timedelta(minutes=30 * n) for n in range(10)]
    assert silence(often, often[-1] + timedelta(hours=12)) == [], "a night"
    assert silence(often[:3], often[-1] + timedelta(days=400)) == [], "too little is known of its rhythm"


def test_a_run_of_thousands_of_pages_is_judged() -> None:
    found = broken_fields([{"image": Count(900, 2000)}, {"image": Count(500, 500)}])
    assert found == ["image 900/2000, was 500/500"]
    assert not broken_fields([{"image": Count(24_000, 50_000)}, {"image": Count(25_000, 50_000)}])


@pytest.mark.parametrize(("gave", "pages", "share"), [(0, 5, 0.9), (3, 10, 0.4), (40, 90, 0.5), (7, 7, 0.3)])
def test_chance_is_the_binomial_one(gave: int, pages: int, share: float) -> None:
    exactly = sum(comb(pages, n) * share**n * (1 - share) ** (pages - n) for n in range(gave + 1))
    assert at_most(gave, pages, share) == pytest.approx(exactly)
