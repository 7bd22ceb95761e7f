"""Frontier: what a run has still to fetch, and in which order."""

from collections import OrderedDict, deque
from dataclasses import dataclass, replace
from typing import Generic, TypeVar

from newscrawl.discover.link import Link
from newscrawl.discover.url_patterns import Shapes

T = TypeVar("T")

WINDOW = 32
"""Articles that are asked for at a time: enough to keep 16 connections busy, few enough that a limit, a merged
title or a lesson about the site's addresses still reaches the rest."""


@dataclass(slots=True)
class Origin:
    """The listing that a link stood on, and what became of its articles so far."""

    older: int = 0
    kept: int = 0

    def is_past(self) -> bool:
        """Whether its articles were older than wanted, so that its further pages will be older still."""
        return self.older >= 2 and not self.kept


class Frontier(Generic[T]):
    """Articles wait here as links, which cost a tenth of a request; `take` gives those that are due.

    `T`: what a further listing is to its user. Further listings are due, one at a time, when no article waits: so a
    sitemap of 200,000 pages is never in memory whole, and a limit is reached before most of it is read.
    """

    def __init__(self) -> None:
        self.waiting: OrderedDict[str, tuple[Link, Origin]] = OrderedDict()
        self.further: deque[tuple[T, Origin]] = deque()
        self.shapes = Shapes()
        self.asked = 0
        """Articles asked for of which nothing is known yet."""

    def add(self, key: str, link: Link, origin: Origin) -> None:
        """Let an article wait. `key`: the same for every spelling of its address."""
        self.waiting[key] = (link, origin)

    def complete(self, key: str, link: Link) -> None:
        """Give an article that still waits what another listing says of it and its own did not."""
        if known := self.waiting.get(key):
            self.waiting[key] = (merged(known[0], link), known[1])

    def add_further(self, listing: T, origin: Origin) -> None:
        """Let a further listing wait: a next page, a section, a sitemap of an index."""
        self.further.append((listing, origin))

    def take(self) -> tuple[Link, Origin] | None:
        """The article that is due, if one is: none while `WINDOW` of them are asked for."""
        if not self.waiting or self.asked >= WINDOW:
            return None
        return self.waiting.popitem(last=False)[1]

    def take_further(self) -> T | None:
        """The next listing, if nothing else is due. Not one behind a page whose articles were all too old."""
        while self.further and not self.waiting and not self.asked:
            listing, origin = self.further.popleft()
            if not origin.is_past():
                return listing
        return None

    def went(self) -> None:
        """An article is asked for."""
        self.asked += 1

    def came_back(self) -> None:
        """One of the articles that were asked for is done, whatever it came to."""
        self.asked = max(0, self.asked - 1)


def merged(first: Link, second: Link) -> Link:
    """The first link, with what only the second says."""
    names = ("title", "published", "updated", "authors", "section", "tags", "language")
    lacking = {name: getattr(second, name) for name in names if not getattr(first, name)}
    if "published" in lacking:
        lacking["published_precision"] = second.published_precision
    return replace(first, **lacking)
