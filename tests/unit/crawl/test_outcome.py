"""What a run's counts come to: the verdict and the summary."""

from newscrawl.crawl.outcome import judge, summary
from newscrawl.state.run_counts import RunCounts


def counted(**totals: int) -> RunCounts:
    counts = RunCounts()
    for name, total in totals.items():
        getattr(counts, name).add(by=total)
    return counts


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


def test_the_summary_counts_by_reason_whatever_kind_of_refusal_it_was() -> None:
    counts = counted(known=2)
    for kind in ("NoArticle", "Incomplete"):
        counts.refused.add(kind, "no text")
    counts.posts.add("new", by=3)
    assert summary("paper", counts, ["posts in here"]).splitlines() == [
        "paper: 3 new, 0 updated, 0 unchanged; 2 articles known and not asked for again",
        "  refused 2: no text 2",
        "  posts in here",
    ]
