"""The days that an address names: /2026/11/22/slug, /sitemaps/2026/11.xml, /sitemap.xml?yyyy=2026&mm=02&dd=25."""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from urllib.parse import parse_qsl

from newscrawl.urls.parts import split

_PATH = re.compile(
    r"(?<!\d)(?P<year>19[89]\d|20\d\d)(?:[/_.-]?(?P<month>0[1-9]|1[0-2])|[/_.-](?P<short>[1-9]))?"
    r"(?(month)(?:[/_.-]?(?P<day>0[1-9]|[12]\d|3[01])|[/_.-](?P<d>[1-9])(?!\d))?|(?(short)(?:[/_.-](?P<e>[0-3]?\d)(?!\d))?))"
    r"(?!\d)"
)
_BEGUN = re.compile(r"/(19[89]\d|20\d\d)[/_.-]?\d")
_YEARS, _MONTHS, _DAYS = ("yyyy", "year", "y"), ("mm", "month", "m"), ("dd", "day", "d")


@dataclass(frozen=True, slots=True)
class Days:
    """What an address can be about by the newsroom's calendar: from `first`, up to but not including `end`."""

    first: date
    end: date


def article_days(url: str) -> Days | None:
    """When an article was published by its own address; None where no path part begins with a year and a month.

    A year further inside is no date: /sport/rio-2016-the-best-of-the-games.
    """
    days = url_days(url)
    return days if days and days.end - days.first <= timedelta(days=31) and _BEGUN.search(split(url).path) else None


def url_days(url: str) -> Days | None:
    """The year, month or day in an address; None where it has none."""
    parts = split(url)
    if found := _PATH.search(parts.path):
        return _days(found["year"], found["month"] or found["short"], found["day"] or found["d"] or found["e"])
    query = {name.lower(): value for name, value in parse_qsl(parts.query)}
    year, month, day = (
        next((query[name] for name in names if name in query), "") for names in (_YEARS, _MONTHS, _DAYS)
    )
    return _days(year, month, day) if len(year) == 4 else None


def _days(year: str, month: str | None, day: str | None) -> Days | None:
    try:
        first = date(int(year), int(month or 1), int(day or 1))
    except ValueError:
        return None
    if not month:
        return Days(first, first.replace(year=first.year + 1))
    if not day:
        return Days(first, (first + timedelta(days=31)).replace(day=1))
    return Days(first, first + timedelta(days=1))
