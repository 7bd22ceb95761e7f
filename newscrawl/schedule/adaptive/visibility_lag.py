"""When articles appeared: a listing may show one minutes after the time that it bears, and a request in between misses
it. Requests are to come after that, so the rate is estimated from the times at which articles were to be found."""

from bisect import bisect_right
from collections.abc import Sequence

LONGEST = 2 * 3600
"""Seconds. What a run missed for longer is no lag: an older article that was linked anew, a date without time."""


def appeared(articles: Sequence[tuple[int, int]], runs: Sequence[int]) -> list[int]:
    """When articles could be found at the earliest, oldest first: when they were published, or in the minute after the
    last run that missed them. `articles`: when each was published and first seen; `runs`: the starts of those that
    read all listings, oldest first. All in whole seconds since 1970."""
    return sorted(_appeared(published, seen, runs) for published, seen in articles)


def _appeared(published: int, seen: int, runs: Sequence[int]) -> int:
    # The last run that began before it was seen is the one that saw it.
    place = bisect_right(runs, seen) - 2
    if place < 0 or not published <= runs[place] < published + LONGEST:
        return published
    return min(seen, runs[place] + 60)
