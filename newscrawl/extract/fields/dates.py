"""When an article was published and last changed: which of a page's dates is believed.

1. The site's own selector, where its description has one.
2. What the page says to machines, the publisher's own words first: JSON-LD, then article:*, then the other meta tags
   and microdata. JSON-LD goes first because it is checked by search engines; several content systems write local
   times with a false "+00:00" into article:published_time.
3. <time>, and only then text: what stands next to the headline.
4. The day in the address.
5. Where none of these gives a day, a line farther off that says it is the article's; a date at the headline that a
   class alone calls updated; the one day that lines of the article's box give; the day of the last change, where the
   headline shows that alone: it is the one that its readers know.

The first that can be read decides the day. A time without a zone takes the zone from another date of the page that is
the same moment, else from the site's description; else the time is dropped and the day kept. A day takes its time
from another source, but the fifth, that gives the same day. Nothing is ever taken from the clock.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import partial
from itertools import chain, tee

from newscrawl.article import Precision
from newscrawl.extract.fields.date_parser import Stamp, stamp, zone
from newscrawl.extract.fields.dates_beside import dates_beside
from newscrawl.extract.fields.dates_farther import FartherDates
from newscrawl.extract.fields.dates_in_sidebars import dates_in_sidebars
from newscrawl.extract.fields.dates_without_years import before_changes, in_year
from newscrawl.extract.fields.declared_dates import (
    IN_ADDRESS,
    Said,
    by_rule,
    declared,
    declared_changes,
    in_address,
    in_title,
    is_vague,
)
from newscrawl.extract.fields.element_dates import ElementDates, Written
from newscrawl.extract.fields.near import Near
from newscrawl.extract.fields.zones import completes, on_its_day
from newscrawl.extract.page import structured
from newscrawl.extract.page.page import Page

_MONTH_IN_ADDRESS = re.compile(r"/((?:19|20)\d{2})[/-]?(0[1-9]|1[0-2])(?=[/_.-]|$)")

_DAYS = "Mon Tue Wed Thu Fri Sat Sun".split()
_WEEKDAY = re.compile(rf"\b({'|'.join(_DAYS)})\w{{0,6}},? \d{{1,2}}/", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Dates:
    """What the page says of its time, with where it says so."""

    published: datetime | None = None
    precision: Precision = "second"
    updated: datetime | None = None
    source: str = ""
    updated_source: str = ""
    missed: tuple[str, ...] = ()
    """The site's own selectors where they matched nothing."""

    @property
    def is_on_page(self) -> bool:
        """Whether the page itself has a date, and not its address alone, as that of an error has."""
        return self.published is not None and self.source != IN_ADDRESS


LAST_CHANGE = ", the last change"
"""Behind the source of a day that is the last change's, as the page shows no other."""

Settled = tuple[datetime | None, Precision, str]
"""A date, how exact it is, and where it stands."""


def find_dates(near: Near, *, language: str = "") -> Dates:
    """The page's dates. `near`: the headline, near which a written date is looked for."""
    page, elements = near.page, ElementDates(near)
    farther = FartherDates(elements)
    ruled = list(by_rule(page))
    there, first, shown, updates, named, only, short = tee(dates_beside(elements), 7)
    read = partial(_read, language=language, address=page.url)
    beside = (_said(found) for found in there if found.kind != "updated")
    sources = chain(ruled, declared(page), beside, in_address(page), in_title(page))
    believed = _first_shown(_settled(read(sources), page), first, page, language)
    last_resorts = (
        read(_last_resorts(farther, named)),
        _of_one_day(read(map(_said, dates_in_sidebars(elements)))),
        _of_one_day(read(map(_said, farther.alone()))),
        read((found.text, found.source + LAST_CHANGE) for found in only if found.kind == "updated"),
    )
    each = chain([believed], (_settled(said, page) for said in last_resorts))
    published, precision, source = next((settled for settled in each if settled[0]), believed)
    if published and precision == "second":
        published = on_its_day(published, read(map(_said, shown)))
    of_changes = [found for found in updates if found.kind == "updated"]
    without = in_year(of_changes, published.year, language) if published else ()
    of_far = () if published is believed[0] else (found for found in farther.labelled() if found.kind == "updated")
    changes = chain(declared_changes(page), map(_said, of_changes), without, map(_said, of_far))
    changed, exact, where = _settled(_read(changes, language), page)
    is_both = source.endswith(LAST_CHANGE)
    if is_both and changed:
        of_first = in_year(before_changes(short), changed.year, language)
        first_day = _settled(read(of_first), page)
        is_before = first_day[0] is not None and first_day[0].date() <= changed.date()
        published, precision, source = first_day if is_before else (published, precision, source)
        is_both = not is_before
    is_later = changed is not None and (is_both or _is_later(changed, exact, published))
    return Dates(
        published=published,
        precision=precision,
        updated=changed if is_later else None,
        source=source,
        updated_source=where if is_later else "",
        missed=() if ruled else tuple(f"published: {selector}" for selector in page.rules.published),
    )


def _last_resorts(farther: FartherDates, beside: Iterable[Written]) -> Iterator[Said]:
    """Those said to be the article's, wherever they stand.

    Then those at the headline that a name alone calls a change's, as microformats call a post's only date.
    """
    yield from (_said(found) for found in farther.labelled() if found.kind == "published")
    yield from (_said(found) for found in beside if found.is_named)


def _of_one_day(found: Iterable[tuple[Stamp, str]]) -> Iterator[tuple[Stamp, str]]:
    """These dates where all are of one day; none where they are of several."""
    read = list(found)
    yield from read if len({stamp.when.date() for stamp, _ in read}) == 1 else ()


def _read(said: Iterable[Said], language: str, address: str = "") -> Iterator[tuple[Stamp, str]]:
    for text, source in said:
        if found := stamp(text, language=language) or _of_two(text, address):
            yield found, source


def _of_two(text: str, address: str) -> Stamp | None:
    """A date such as 03/04/2024 that means either of two days: the one on its weekday, or in the address's month."""
    weekday, month = _WEEKDAY.search(text), _MONTH_IN_ADDRESS.search(address)
    if weekday is None and month is None:
        return None
    known = weekday[1].title() if weekday else tuple(map(int, month.groups())) if month else ()
    readings = (found for language in ("en-us", "en-gb") if (found := stamp(text, language=language)))
    days = ((found, found.when) for found in readings)
    return next((found for found, day in days if known in (_DAYS[day.weekday()], (day.year, day.month))), None)


def _settled(said: Iterator[tuple[Stamp, str]], page: Page) -> Settled:
    """The first date, made whole with what the others know; a time that stays without a zone becomes its day."""
    first = next(said, None)
    if first is None:
        return None, "second", ""
    found, source = first
    if found.when.tzinfo is None:
        found = next((other for other, _ in said if completes(found, other)), found)
    site = zone(page.rules.timezone)
    if found.when.tzinfo is None and site and not found.day_only:
        return found.when.replace(tzinfo=site), "second", f"{source}, the site's zone"
    if found.when.tzinfo is None:
        return found.when.replace(hour=0, minute=0, second=0, microsecond=0, tzinfo=site or UTC), "day", source
    return found.when, "second", source


def _first_shown(declared: Settled, written: Iterable[Written], page: Page, language: str) -> Settled:
    """The day that the headline shows, where what is declared as the publication may be another day of the page's.

    Templates put the last change into both: then an earlier day is believed. A vague meta tag may mean the page: then
    any day is, where the headline shows none that is the tag's.
    """
    may_be_page_s = is_vague(declared[2])
    if declared[0] is None or not (may_be_page_s or _is_last_change(declared, page)):
        return declared
    read = list(_read((_said(found) for found in written if found.kind != "updated"), language))
    shown = _settled(iter(read), page)
    day = declared[0].date()
    if may_be_page_s:
        within = timedelta(days=declared[1] == "second")  # one day in another zone
        is_other = all(abs(found.when.date() - day) > within for found, _ in read)
    else:
        is_other = shown[0] is not None and _is_earlier(shown[0].date(), day)
    return shown if shown[0] and is_other else declared


def _is_last_change(declared: Settled, page: Page) -> bool:
    """Whether JSON-LD's publication is no earlier than its last change."""
    said = structured.text((page.article_node or {}).get("dateModified"))
    last = stamp(said) if declared[2].startswith("JSON-LD") else None
    return last is not None and declared[0] is not None and not _is_before(declared[0], last)


def _is_before(published: datetime, change: Stamp) -> bool:
    """Whether a declared publication is another moment than the last change, where both have a time, or another day."""
    has_time = change.when.tzinfo is not None and not change.day_only
    apart = change.when - published if has_time else timedelta()
    return published.date() < change.when.date() or apart >= timedelta(minutes=1)


def _is_earlier(shown: date, declared: date) -> bool:
    """Whether a shown day is another than the declared one, neither in another zone nor with day and month changed."""
    return shown < declared - timedelta(days=1) and (shown.day, shown.month) != (declared.month, declared.day)


def _is_later(changed: datetime, precision: str, published: datetime | None) -> bool:
    """Whether a change came after the publication, where that is known: some systems stamp a save that comes before."""
    if published is None:
        return True
    return changed.date() > published.date() if precision == "day" else changed > published


def _said(found: Written) -> Said:
    return found.text, found.source
