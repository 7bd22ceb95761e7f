"""How new the article behind a link is, as a number to sort by."""

from datetime import UTC, date, datetime

from newscrawl.discover.link import Link
from newscrawl.discover.url_date import article_days


def age(link: Link, above: float) -> float:
    """How new an article is, as a number to sort by. `above`: how new the one above it in its listing is."""
    if known := link.published or link.updated:
        return known.timestamp()
    days = article_days(link.url)
    if not days:
        return above
    first, end = timestamp(days.first), timestamp(days.end)
    return first if (days.end - days.first).days == 1 or above < first else min(above, end)


def timestamp(day: date) -> float:
    """The begin of a day, as a number to sort by."""
    return datetime(day.year, day.month, day.day, tzinfo=UTC).timestamp()
