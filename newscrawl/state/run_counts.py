"""RunCounts: how often a run did what. Scrapy's stats and the history are made from them; nothing reads those back."""

from collections import Counter
from collections.abc import Callable, Iterator

Tell = Callable[[str, int], object]


class Tally:
    """How often one thing happened, by reason where it has some."""

    def __init__(self, name: str, tell: Tell) -> None:
        """`tell`: is told of each count, under the name that users see."""
        self.name, self.tell = name, tell
        self.by_reason: Counter[tuple[str, ...]] = Counter()
        self.names: dict[tuple[str, ...], str] = {}

    def add(self, *reason: str, by: int = 1) -> None:
        if by:
            self.by_reason[reason] += by
            if reason not in self.names:
                self.names[reason] = "/".join((self.name, *reason))
            self.tell(self.names[reason], by)

    @property
    def total(self) -> int:
        return self.by_reason.total()

    def __getitem__(self, reason: str) -> int:
        """How often it happened for one reason."""
        return self.by_reason[(reason,)]

    def named(self) -> Iterator[tuple[str, int]]:
        """The counts under the names that users see."""
        return ((self.names[reason], count) for reason, count in self.by_reason.items())


def nobody(name: str, by: int) -> None:
    """Ignore a count."""


class RunCounts:
    """What one run counts."""

    def __init__(self, tell: Tell = nobody) -> None:
        """`tell`: as of `Tally`; for a crawl the `inc_value` of Scrapy's stats."""
        # -- listings and their links
        self.listings = Tally("listings", tell)
        self.listings_unchanged = Tally("listings_unchanged", tell)
        self.links = Tally("links", tell)
        """Each address once."""

        self.known = Tally("known", tell)
        """Links of articles that need not be asked for again."""

        self.skipped = Tally("skipped", tell)
        """Links that are not asked for, by reason."""

        self.planned = Tally("planned", tell)
        """Articles that a dry run would ask for, by why."""

        # -- pages
        self.retried = Tally("retried", tell)
        self.failed = Tally("failed", tell)
        """Requests without a usable answer and pages that could not be read, by kind."""

        self.fetch_failed = Tally("fetch/failed", tell)
        """Requests without a usable answer, by what went wrong."""

        self.refused = Tally("refused", tell)
        """Pages of which no article came, by kind of refusal and reason."""

        self.obstacles = Tally("obstacles", tell)
        """Listings without a link, by what stood there in their place."""

        self.cut_short = Tally("cut short", tell)
        # -- articles
        self.posts = Tally("posts", tell)
        """Articles that were kept: "new", "updated" or "unchanged"."""

        self.left = Tally("left", tell)
        """Posts that were not written because a person changed or deleted them."""

        self.rendered = Tally("rendered", tell)
        """Posts that were written anew from the archive, or removed."""

        self.images = Tally("images", tell)
        self.articles = 0
        """Articles that came through all stages."""

        self.partial = 0
        """Those of which a part was shown."""

    @property
    def came(self) -> int:
        """New articles; in a dry run those that would be asked for."""
        return self.posts["new"] + self.planned["new"]

    def for_history(self) -> dict[str, int]:
        """The counts that the history keeps."""
        kept = (self.posts, self.refused, self.skipped, self.failed, self.listings, self.links)
        return {name: count for tally in kept for name, count in tally.named()}
