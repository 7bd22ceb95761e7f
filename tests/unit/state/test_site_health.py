"""What is wrong beside earlier runs."""

from newscrawl.state.site_health import SiteHealth
from newscrawl.store.runs import RunEnd
from tests.support.desk import NOON, Desk

LISTING = "https://www.example.com/news"


def test_a_listing_that_always_had_links_is_named_when_it_has_none(desk: Desk) -> None:
    store = desk.state.store
    for links in (12, 0):
        run = store.runs.begin("other", {}, NOON)
        health = SiteHealth(store, run)
        health.listing_read(LISTING, links)
        found = health.complaints((), None)
        store.runs.end(run, NOON, RunEnd(outcome="finished"))
        assert found == ([] if links else [f"listing {LISTING} has no links, had 12"])
