"""How late sitemaps reach that were not read yet: by their dates, their names, and what was read of their like."""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from math import inf

_NUMBER = re.compile(r"\d{1,6}(?=\D*$)")
# Of fewer the ends are all there is.
_SERIES = 3


@dataclass(slots=True)
class _Series:
    """Sitemaps whose names differ in their last number. Some begin with the oldest pages, some with the newest."""

    members: set[int] = field(default_factory=set)
    read: dict[int, tuple[float, float]] = field(default_factory=dict)
    """Number -> the ages of the newest and the oldest page."""


class SitemapOrder:
    """What is known of the numbered sitemaps of one site."""

    def __init__(self) -> None:
        self.series: defaultdict[str, _Series] = defaultdict(_Series)

    def met(self, url: str) -> None:
        """A sitemap is named somewhere."""
        name, number = in_series(url)
        self.series[name].members.add(number)

    def was_read(self, url: str, ages: Sequence[float]) -> None:
        """A sitemap was read. `ages`: of its pages, as numbers to sort by."""
        name, number = in_series(url)
        self.series[name].read[number] = (max(ages, default=-inf), min(ages, default=-inf))

    def reach(self, url: str) -> tuple[float, float]:
        """How late a sitemap's pages may reach, and its place among those of one reach; the highest is to be read next.

        Both ends of a series may have the newest pages. What lies between them is no newer than what was read of the
        end that has.
        """
        name, number = in_series(url)
        series = self.series[name]
        ends = min(series.members, default=0), max(series.members, default=0)
        if number in ends or len(series.members) < _SERIES:
            return inf, 0
        if not all(end in series.read for end in ends):
            return -inf, 0
        rising = series.read[ends[1]] >= series.read[ends[0]]
        nearer = [n for n in series.read if (n > number) == rising]
        return series.read[min(nearer) if rising else max(nearer)][1], number if rising else -number


def in_series(url: str) -> tuple[str, int]:
    """The name of a sitemap's series, and its number; the first of WordPress's has none."""
    found = _NUMBER.search(url)
    return (url[: found.start()] + url[found.end() :], int(found[0])) if found else (url, 1)
