"""Whether a run did its job."""

from newscrawl.crawl.advice import advice
from newscrawl.crawl.verdict import judge
from newscrawl.fetch.errors import HostLeft, cause
from tests.support.run_counts import counted


def test_a_run_whose_listings_all_broke_has_failed() -> None:
    counts = counted(listings=1, links=30)
    counts.failed.add("feed")
    assert judge(counts).problem == "no listing could be read"


def test_a_run_with_one_broken_listing_of_two_has_not_failed() -> None:
    counts = counted(listings=2, links=30)
    counts.failed.add("feed")
    counts.posts.add("new")
    assert not judge(counts).problem


def test_articles_that_the_arguments_leave_out_are_no_reason_to_fail() -> None:
    counts = counted(listings=1, links=1)
    counts.refused.add("Unwanted", "older")
    assert not judge(counts).problem
    counts.refused.add("NoArticle", "video")
    assert judge(counts).problem == "no article came of 1 page"


def test_the_advice_is_about_what_a_host_was_left_for() -> None:
    counts = counted()
    counts.obstacles.add(cause(HostLeft("site left", "its robots.txt cannot be fetched (host not found: no answer)")))
    assert advice(counts, logged_in=False) == "its name is not found: is the address right, and is this machine online?"
    assert cause(HostLeft("site left", "too many errors")) == "site left"
