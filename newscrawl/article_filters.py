"""Article filters: which articles a run asks for, decided as early as what is known allows."""

import difflib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from newscrawl.arguments import number, typed_moment
from newscrawl.article import Article, Precision
from newscrawl.discover.link import Further, Link
from newscrawl.discover.url_date import Days, article_days, url_days
from newscrawl.errors import ArgumentError

COMMON = ("limit", "backfill", "since", "until", "include", "exclude")
"""The names of the arguments that every spider accepts."""

FIELDS = ("title", "section", "author", "tag", "url")
"""What `include` and `exclude` look at; "url:/sport/" looks at one of them alone."""

# A listing's day is by the newsroom's clock, and which that is it does not say: no zone is further than this from UTC.
_ZONE = timedelta(hours=14)
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Filter:
    """A regular expression over one field or all; letters' case does not matter."""

    pattern: re.Pattern[str]
    field: str = ""

    def matches(self, values: Mapping[str, Iterable[str]]) -> bool:
        """Whether it is found in any of the values it looks at. `values`: field -> what is known of it."""
        return any(self.pattern.search(v) for name, vs in values.items() if self.field in ("", name) for v in vs)


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleFilters:
    """Which articles a run wants. Every method gives the reason why one is not, or "" where it is, or may be."""

    limit: int | None = None
    """At most so many, the newest; those that are known are among them."""

    backfill: int | None = None
    """So many that are not known yet, the newest first, however far back they are."""

    since: datetime | None = None
    """Leave older ones, by publication."""

    until: datetime | None = None
    """Leave those published at this moment or later."""

    include: Filter | None = None
    """Take only articles that it matches."""

    exclude: Filter | None = None
    """Leave articles that it matches."""

    grace: timedelta = _ZONE
    """How far a listing's day may reach beyond its midnights: not at all where the site's zone is known."""

    @property
    def most(self) -> int | None:
        """After how many articles to stop; None where nothing says so."""
        return self.limit or self.backfill

    def of_article(self, article: Article) -> str:
        """The reason that a page's own words give."""
        values = {
            "title": [article.title],
            "section": [article.section, *article.categories],
            "author": article.authors,
            "tag": article.tags,
            "url": [article.url],
        }
        return self._by_date(article.published, article.published_precision) or self._by_words(values, whole=True)

    def of_link(self, link: Link) -> str:
        """The reason that a listing, feed or sitemap gives before the page is fetched."""
        if not (self.since or self.until or self.include or self.exclude):  # what nearly every run asks 50,000 times
            return ""
        values = {"title": [link.title], "section": [link.section], "author": link.authors, "tag": link.tags}
        return (
            self._by_date(link.published, link.published_precision, self.grace)
            or self._by_days(article_days(link.url) if not link.published else None, self.grace)
            # Published is never after changed, so a page last changed before the range is older than it.
            or ("older" if link.updated and self.since and link.updated + _DAY + _ZONE < self.since else "")
            or self._by_words({**values, "url": [link.url]}, whole=False)
        )

    def of_sitemap(self, sitemap: Further) -> str:
        """The reason that a sitemap's name or date gives: nothing in it is younger than its own last change."""
        if sitemap.updated and self.since and sitemap.updated + _DAY + _ZONE < self.since:
            return "older"
        # A month that is asked for is the site's month: no hours of its neighbours.
        return self._by_days(url_days(sitemap.url), timedelta())

    def _by_date(self, published: datetime | None, precision: Precision, grace: timedelta = timedelta()) -> str:
        if not published:
            return ""
        whole_day = precision == "day"
        first, last = (published - grace, published + grace + _DAY) if whole_day else (published, published)
        if self.since and (last <= self.since if whole_day else last < self.since):
            return "older"
        return "newer" if self.until and first >= self.until else ""

    def _by_days(self, days: Days | None, grace: timedelta) -> str:
        if days and self.since and _midnight(days.end, self.since) + grace <= self.since:
            return "older"
        return "newer" if days and self.until and _midnight(days.first, self.until) - grace >= self.until else ""

    def _by_words(self, values: Mapping[str, Iterable[str]], *, whole: bool) -> str:
        if self.exclude and self.exclude.matches(values):
            return "excluded"
        # A listing may leave out or shorten the title. Only the address is whole there, so only it can fail to match.
        if self.include and (whole or self.include.field == "url") and not self.include.matches(values):
            return "not included"
        return ""


def _midnight(day: date, like: datetime) -> datetime:
    return datetime(day.year, day.month, day.day, tzinfo=like.tzinfo)


def filters_of(arguments: Mapping[str, str], zone: str) -> ArticleFilters:
    """Read what every spider accepts. `zone`: the site's, for dates that name none."""
    since = typed_moment("since", arguments["since"], zone) if "since" in arguments else None
    until = _end("until", arguments["until"], zone) if "until" in arguments else None
    if since and until and since >= until:
        raise ArgumentError(
            f"since={arguments['since']} is later than until={arguments['until']}: no article lies between"
        )
    if "limit" in arguments and "backfill" in arguments:
        raise ArgumentError("limit takes the newest, backfill goes into the past: one of the two is accepted")
    return ArticleFilters(
        limit=number("limit", arguments["limit"]) if "limit" in arguments else None,
        backfill=number("backfill", arguments["backfill"]) if "backfill" in arguments else None,
        since=since,
        until=until,
        include=_filter("include", arguments["include"]) if "include" in arguments else None,
        exclude=_filter("exclude", arguments["exclude"]) if "exclude" in arguments else None,
        grace=timedelta() if zone else _ZONE,
    )


def _end(name: str, value: str, zone: str) -> datetime:
    """A day is wanted whole: until=2026-11-08 takes what was published on the 8th."""
    when = typed_moment(name, value, zone)
    return when + _DAY if re.fullmatch(r"\d{4}-?\d\d-?\d\d|today|yesterday", value.strip().lower()) else when


def _filter(name: str, value: str) -> Filter:
    field, colon, rest = value.partition(":")
    named = colon and field in FIELDS
    # "https://", "war: day 3" and "(?:a|b)" are patterns; "titel:war" is meant as a field.
    if colon and not named and re.fullmatch(r"[a-z_]+", field) and re.match(r"[^\s/]", rest):
        near = difflib.get_close_matches(field, FIELDS, 1)
        hint = f"did you mean {near[0]}:{rest}?" if near else f"fields are {', '.join(FIELDS)}"
        raise ArgumentError(f"{name}={value}: there is no field {field!r}; {hint} (a colon itself is written [:])")
    try:
        return Filter(re.compile(rest if named else value, re.I), field if named else "")
    except re.error as error:
        raise ArgumentError(
            f"{name}={value}: a regular expression is accepted, alone or behind {', '.join(FIELDS)} and a colon, "
            f"e.g. {name}=climate|energy or {name}=url:/sport/ ({error})"
        ) from None
