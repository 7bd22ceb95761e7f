"""Frontier: what a run has still to fetch, and in which order."""

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, replace
from math import inf
from typing import Generic, Literal, TypeVar

from newscrawl.discover.link import Link
from newscrawl.discover.link_age import age
from newscrawl.discover.origin import Origin
from newscrawl.discover.url_patterns import Shapes

T = TypeVar("T")

WINDOW = 32
"""Articles that are asked for at a time: enough to keep 16 connections busy, few enough that a limit, a merged
title or a lesson about the site's addresses still reaches the rest."""

Mark = Literal[
    "known",  # kept, and not to be asked for: it waits to be counted or shown in its turn
    "again",  # kept, listed, and due for another look
    "visit",  # kept and due for another look, and no listing has shown it yet: it takes nobody's place
]
"""What an article that waits is, where it is none that is new."""


@dataclass(slots=True)
class FurtherListing(Generic[T]):
    """A listing that waits. `reach`: how late its articles reach, and its place among others that reach as late."""

    listing: T
    origin: Origin
    reach: Callable[[], tuple[float, float]]


class Frontier(Generic[T]):
    """Articles wait here as links, which cost a tenth of a request; `take` gives those that are due, the newest first.

    `T`: what a further listing is to its user. Further listings are due, one at a time, when no article waits: so a
    sitemap of 200,000 pages is never in memory whole, and a limit is reached before most of it is read. Where only the
    newest are wanted, one that may have newer articles goes before those that wait.
    """

    def __init__(self, *, newest: bool = False) -> None:
        """`newest`: whether only the newest are wanted."""
        self.newest = newest
        self.waiting: dict[str, tuple[Link, Origin]] = {}
        self.ages: dict[str, float] = {}
        self.order: deque[str] = deque()
        """The keys of what waits, the newest first, without those that came since it was made."""

        self.came: list[str] = []
        self.marks: dict[str, Mark] = {}
        self.further: list[FurtherListing[T]] = []
        self.shapes = Shapes()
        self.asked = 0
        """Articles asked for of which nothing is known yet."""

    def add(self, key: str, link: Link, origin: Origin, mark: Mark | None = None) -> None:
        """Let an article wait. `key`: the same for every spelling of its address."""
        self.waiting[key] = (link, origin)
        if mark:
            self.marks[key] = mark
        self.came.append(key)

    def complete(self, key: str, link: Link) -> None:
        """Give an article that still waits what another listing says of it and its own did not."""
        if self.marks.get(key) == "visit":
            self.marks[key] = "again"
            self.came.append(key)
        if known := self.waiting.get(key):
            self.waiting[key] = (merged(known[0], link), known[1])
            if link.published and not known[0].published:
                self.came.append(key)

    def add_further(self, listing: T, origin: Origin, reach: Callable[[], tuple[float, float]] | None = None) -> None:
        """Let a further listing wait: a next page, a section, a sitemap. `reach`: as of `FurtherListing`."""
        self.further.append(FurtherListing(listing, origin, reach or (lambda: (origin.oldest, 0))))

    def take(self) -> tuple[Link, Origin, Mark | None] | None:
        """The article that is due and what it is, if one is: none while `WINDOW` of them are asked for."""
        if not self.waiting or self.asked >= WINDOW:
            return None
        self._put_in_order()
        if self._goes_before():
            return None
        key = self.order.popleft()
        del self.ages[key]
        return (*self.waiting.pop(key), self.marks.get(key))

    @property
    def waits(self) -> bool:
        """Whether anything is left to ask for."""
        return bool(self.further) or any(self.marks.get(key) != "known" for key in self.waiting)

    def take_further(self, reach: float | None = None) -> tuple[T, float] | None:
        """The next listing and how late it reaches, if nothing else is due. `reach`: one that reaches so late is.

        Not one behind a page whose articles were all too old.
        """
        found = self._next_further()
        if not found:
            return None
        reaches = found.reach()[0]
        if reaches < reach if reach is not None else self.asked or (self.waiting and not self._goes_before()):
            return None
        self.further.remove(found)
        return found.listing, reaches

    def _goes_before(self) -> bool:
        """Whether only the newest are wanted, and a listing may have newer articles than any that waits."""
        if not self.newest:
            return False
        self._put_in_order()
        found = self._next_further()
        return bool(found and self.ages[self.order[0]] < found.reach()[0])

    def _next_further(self) -> FurtherListing[T] | None:
        self.further = [further for further in self.further if not further.origin.is_past()]
        return max(self.further, key=lambda further: further.reach(), default=None)

    def _put_in_order(self) -> None:
        """Find out how new the articles are that came; one without a date is as new as the one above it."""
        if not self.came:
            return
        for key in self.came:
            if key in self.waiting:
                link, origin = self.waiting[key]
                # A look that is due takes nobody's place, so it is first.
                self.ages[key] = origin.age = inf if self.marks.get(key) == "visit" else age(link, origin.age)
        self.came = []
        self.order = deque(sorted(self.waiting, key=self.ages.__getitem__, reverse=True))

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
