"""Dates as generators read them."""

from datetime import UTC, datetime, time
from email.utils import format_datetime
from zoneinfo import ZoneInfo

from newscrawl.article import Article


def known(moment: datetime | None) -> datetime | None:
    """`moment`, if it can be an article's: the year 1 is a default of some software, and no zone can shift it."""
    return moment if moment and 1600 <= moment.year <= 9998 else None


def published(article: Article) -> datetime | None:
    """When it was published. A day without a time is its noon in UTC, which is that day from Hawaii to Japan.

    But never later than what is known to have come after: Hugo and Jekyll leave out a post of the future.
    """
    moment = known(article.published)
    if not moment or article.published_precision == "second":
        return moment
    noon = datetime.combine(moment.date(), time(12), UTC)
    later = (known(article.updated), known(article.retrieved))
    return min([noon, *(when for when in later if when and when >= moment)])


def rfc822(moment: datetime) -> str:
    """E.g. "Thu, 09 Dec 2021 08:11:24 GMT"."""
    return format_datetime(moment.astimezone(UTC), usegmt=True)


def iso(moment: datetime) -> str:
    """ISO 8601 with seconds and offset, e.g. "2021-12-09T16:11:24+08:00", which every generator reads right."""
    return moment.replace(microsecond=0).isoformat()


def wall_clock(moment: datetime, zone: str) -> str:
    """What a clock in `zone` shows, e.g. "2021-12-09 16:11:24": what Hexo wants of a site that sets `timezone:`."""
    return f"{moment.astimezone(ZoneInfo(zone)):%Y-%m-%d %H:%M:%S}"


def later_update(article: Article) -> datetime | None:
    """When it was changed, where that is after it was published."""
    first, updated = published(article), known(article.updated)
    return updated if updated and not (first and updated <= first) else None


def dates(article: Article, first: str, last: str) -> dict[str, str]:
    """`{first: …, last: …}` in ISO 8601, each only where it is known; the update only where it is later."""
    found = {first: published(article), last: later_update(article)}
    return {key: iso(moment) for key, moment in found.items() if moment}
