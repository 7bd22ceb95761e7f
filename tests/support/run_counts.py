"""What a run counted, made up."""

from newscrawl.state.run_counts import RunCounts


def counted(**totals: int) -> RunCounts:
    counts = RunCounts()
    for name, total in totals.items():
        getattr(counts, name).add(by=total)
    return counts
