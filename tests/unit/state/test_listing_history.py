"""Listings that did not change are not read again, once their links have been followed."""

from scrapy.http import Response

from newscrawl.state.listing_history import ListingHistory
from newscrawl.state.validators import Validators
from tests.support.desk import Desk

LISTING = "https://www.example.com/news"


def test_a_listing_is_known_when_the_run_has_come_to_its_end(desk: Desk) -> None:
    store = desk.state.store
    first = ListingHistory(store, "example", "{} hexo")
    first.read(Response(LISTING, headers={"ETag": '"1"'}), own=7)
    assert ListingHistory(store, "example", "{} hexo").validators(LISTING) == Validators()
    first.commit()
    later = ListingHistory(store, "example", "{} hexo")
    assert later.validators(LISTING) == Validators('"1"', "")
    assert (later.not_modified(LISTING), later.saved) == (7, 7)


def test_other_arguments_or_formats_have_read_nothing_yet(desk: Desk) -> None:
    first = ListingHistory(desk.state.store, "example", "{} hexo")
    first.read(Response(LISTING, headers={"ETag": '"1"'}), own=7)
    first.commit()
    other = ListingHistory(desk.state.store, "example", "{} hugo")
    assert (other.validators(LISTING), other.not_modified(LISTING)) == (Validators(), 0)
