"""What a person is told of a run."""

from newscrawl.crawl.summary import summary
from tests.support.run_counts import counted


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
