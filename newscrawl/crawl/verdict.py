"""Verdict: whether a run did its job, by what it counted."""

from dataclasses import dataclass

from newscrawl.state.run_counts import RunCounts
from newscrawl.text.counts import counted

FEW = 5


@dataclass(frozen=True, slots=True)
class Verdict:
    """How a run ended: `problem` is one line for a person, empty where the crawl did its job."""

    problem: str = ""

    @property
    def exit_code(self) -> int:
        """0 where the crawl did its job, else 1."""
        return 1 if self.problem else 0


def judge(counts: RunCounts, reason: str = "finished") -> Verdict:
    """The verdict on what a run counted. `reason`: Scrapy's word for why the run ended."""
    if reason == "shutdown":
        return Verdict("interrupted")
    if reason != "finished" and not reason.startswith("closespider_"):
        return Verdict(reason.replace("_", " "))
    if not counts.retried.total and not counts.listings.total:
        return Verdict("no listing could be read")
    if not counts.retried.total and not counts.links.total and not counts.listings_unchanged.total:
        return Verdict("the listings have no article links")
    failed = counts.failed.total - counts.failed["article"]
    known, posts = counts.known.total, counts.posts.total
    if failed and failed >= counts.listings.total and not posts and not known:
        return Verdict("no listing could be read")
    bad = sum(n for (kind, *_), n in counts.refused.by_reason.items() if kind != "Unwanted") + counts.failed["article"]
    # Where most is known a run has one new page or two, and those may be a video each.
    if bad >= (FEW if known else 1) and not posts:
        return Verdict(f"no article came of {counted(bad, 'page')}")
    if counts.skipped["site left"] and not posts:
        return Verdict("the site was left before an article came")
    return Verdict()
