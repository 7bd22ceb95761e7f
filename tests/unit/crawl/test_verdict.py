"""Whether a run did its job."""

import pytest

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


@pytest.mark.parametrize(
    ("reason", "said"),
    [
        ("status 404", "nothing stands at what was asked for (404)"),
        ("status 418", "it refuses what was asked for (418)"),
        ("status 500", "its server fails (500)"),
        ("status 522", "its server fails (522)"),
        ("broke off", "its answers break off"),
        ("status 304", ""),
        ("odd answer", ""),
    ],
)
def test_each_failure_of_a_site_that_gave_nothing_is_explained(reason: str, said: str) -> None:
    counts = counted()
    counts.fetch_failed.add(reason)
    assert advice(counts, logged_in=False).startswith(said) and bool(advice(counts, logged_in=False)) == bool(said)


def test_pages_without_a_date_are_explained_where_nothing_else_came() -> None:
    counts = counted(listings=1, links=9)
    counts.refused.add("Incomplete", "no date", by=9)
    assert "published: in a description" in advice(counts, logged_in=False)
    counts.posts.add("new")
    assert advice(counts, logged_in=False) == ""


def test_a_run_that_did_its_job_needs_no_advice() -> None:
    counts = counted(listings=2, links=9)
    counts.fetch_failed.add("status 404")
    counts.planned.add("new", by=3)
    assert judge(counts).problem == advice(counts, logged_in=False, failed=False) == ""
