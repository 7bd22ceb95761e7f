"""Origin: the listing that a link stood on, and what became of its articles so far."""

from dataclasses import dataclass, field
from datetime import datetime
from math import inf

from newscrawl.discover.link import Link

NEXT = 1e18
"""How late a listing's next page reaches while nobody knows: behind the page before it, before all that has a date."""


@dataclass(slots=True)
class Origin:
    """The listing that a link stood on, and what became of its articles so far."""

    older: int = 0
    """Of its articles that were read, those older than wanted."""

    kept: int = 0
    """The others."""

    age: float = inf
    """How new its next link is where that has no date: as new as the dated link above it, at first as new as can be."""

    oldest: float = NEXT
    """The publication of the oldest of its articles that were read."""

    passed: list[tuple[str, Link]] = field(default_factory=list)
    """The links that were passed over by the dates that their listing gives, with their keys."""

    amid: list[tuple[str, Link]] = field(default_factory=list)
    """Those of them that stand between links in range, where a listing in order has none."""

    since_in_range: int = -1
    """How many were passed over before the last link in range; -1 before the first."""

    def in_range(self) -> None:
        """A dated link of this listing is in range."""
        if self.since_in_range >= 0:
            self.amid += self.passed[self.since_in_range :]
        self.since_in_range = len(self.passed)

    def was_read(self, published: datetime | None, *, older: bool) -> None:
        """An article of this listing was read. `older`: than wanted."""
        self.older += older
        self.kept += not older
        if published:
            self.oldest = min(self.oldest, published.timestamp())

    def is_past(self) -> bool:
        """Whether its articles were older than wanted, so that its further pages will be older still."""
        return self.older >= 2 and not self.kept
