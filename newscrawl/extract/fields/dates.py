"""When an article was published and last changed: which of a page's dates is believed.

1. The site's own selector, where its description has one.
2. What the page says to machines, the publisher's own words first: JSON-LD, then article:*, then the other meta tags
   and microdata. JSON-LD goes first because it is checked by search engines; several content systems write local
   times with a false "+00:00" into article:published_time.
3. <time>, and only then text: what stands next to the headline.
4. The day in the address.

The first that can be read decides the day. A time without a zone takes the zone from another date of the page that is
the same moment, else from the site's description; else the time is dropped and the day kept. A day takes its time
from another source that gives the same day. Nothing is ever taken from the clock.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import islice, takewhile

from lxml import etree

from newscrawl.article import Precision
from newscrawl.extract.fields.date_parser import Stamp, stamp, zone
from newscrawl.extract.page import structured
from newscrawl.extract.page.page import Page, following, preceding, text_of

PUBLISHED_METAS = (
    "article:published_time", "og:article:published_time", "og:published_time",
    "http://ogp.me/ns/article#published_time", "datepublished", "parsely-pub-date", "cxenseparse:recs:publishtime",
    "cxenseparse:publishtime", "citation_publication_date", "citation_online_date", "dc.date.issued",
    "dcterms.issued", "dcterms.date", "dc.date", "dc.date.created", "dcterms.created", "date", "article.published",
    "sailthru.date", "pubdate", "publish_date", "publish-date", "publishdate", "published_date", "publisheddate",
    "publication_date", "pub_date", "publishtime", "releasedate", "release_date", "article_date_original",
    "originalpublicationdate", "rnews:datepublished", "bt:pubdate", "dcsext.articlefirstpublished", "nrbi:date",
    "vr:published_time", "iso-8601-publish-date", "created", "datecreated",
)  # fmt: skip
"""From what is defined for articles to what may mean the page."""

UPDATED_METAS = (
    "article:modified_time", "og:article:modified_time", "og:updated_time", "datemodified", "dcterms.modified",
    "dc.date.modified", "last_updated_date", "lastmod", "last-modified", "lastupdate", "updated", "revised",
    "modified", "article.updated",
)  # fmt: skip

JSON_DATES = ("datePublished", "uploadDate", "dateCreated")

# A page's many <time> elements belong to its teasers; the article's own stands among the first after the headline, and
# a dateline within a few elements of it, seldom above it.
NEAR_AFTER, NEAR_BEFORE, TIMES_READ = 60, 20, 3

# Characters. Behind the first paragraph dates are what the article tells of; a standfirst is shorter.
PARAGRAPH = 300

# Characters beside the date: "Published on … at … by". More is a sentence that mentions a date.
DATELINE_WORDS = 70

_IN_ADDRESS = re.compile(r"/((?:19|20)\d{2})[/-]?(0[1-9]|1[0-2])[/-]?(0[1-9]|[12]\d|3[01])(?=[/_.-]|$)")

_DIGIT = re.compile(r"\d")

# Zones lie within 14 hours of UTC, on quarter hours.
_FARTHEST, _QUARTER = timedelta(hours=14), 15 * 60


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


Said = tuple[str, str]
"""A date as the page writes it, and where."""


def find_dates(page: Page, headline: etree._Element | None = None, *, language: str = "") -> Dates:
    """The page's dates. `headline`: the element of the headline, near which a written date is looked for."""
    by_rule = list(_by_rule(page))
    said = _read(_chain(by_rule, _machine_readable(page), _beside(page, headline), _in_address(page)), language)
    published, precision, source = _settled(said, page)
    changed = _settled(_read(_changes(page), language), page)
    later = changed[0] if changed[0] and published and _is_later(changed[0], changed[1], published) else None
    return Dates(
        published=published,
        precision=precision,
        updated=later,
        source=source,
        updated_source=changed[2] if later else "",
        missed=() if by_rule or not page.rules.published else tuple(f"published: {s}" for s in page.rules.published),
    )


def _chain(*sources: Iterable[Said]) -> Iterator[Said]:
    for source in sources:
        yield from source


def _read(said: Iterable[Said], language: str) -> Iterator[tuple[Stamp, str]]:
    for text, source in said:
        if found := stamp(text, language=language):
            yield found, source


def _settled(said: Iterator[tuple[Stamp, str]], page: Page) -> tuple[datetime | None, Precision, str]:
    """The first date, made whole with what the others know; a time that stays without a zone becomes its day."""
    first = next(said, None)
    if first is None:
        return None, "second", ""
    found, source = first
    if found.when.tzinfo is None:
        found = next((other for other, _ in said if _completes(found, other)), found)
    site = zone(page.rules.timezone)
    if found.when.tzinfo is None and site and not found.day_only:
        return found.when.replace(tzinfo=site), "second", f"{source}, the site's zone"
    if found.when.tzinfo is None:
        return found.when.replace(hour=0, minute=0, second=0, microsecond=0, tzinfo=site or UTC), "day", source
    return found.when, "second", source


def _completes(naive: Stamp, other: Stamp) -> bool:
    """Whether an aware time is the same moment as one without zone, or lies on the same day as one without time."""
    if other.when.tzinfo is None:
        return False
    if naive.day_only:
        return naive.when.date() == other.when.date()
    apart = abs(other.when.replace(tzinfo=None) - naive.when)
    exact = naive.when.second != 0 and apart <= _FARTHEST
    return apart < timedelta(minutes=1) or (exact and apart.total_seconds() % _QUARTER < 1)


def _is_later(changed: datetime, precision: str, published: datetime) -> bool:
    """Whether a change came after the publication: some systems stamp the last save, which comes before it."""
    return changed.date() > published.date() if precision == "day" else changed > published


def _by_rule(page: Page) -> Iterator[Said]:
    for selector in page.rules.published:
        for element in page.select(selector):
            yield from _written(element, selector)


def _machine_readable(page: Page) -> Iterator[Said]:
    node = page.article_node or {}
    yield from ((structured.text(node.get(key)), f"JSON-LD {key}") for key in JSON_DATES)
    yield from ((content, f"meta {name}") for name in PUBLISHED_METAS for content in page.metas.get(name, ()))
    yield from _items(page, "datepublished", "datecreated")
    yield structured.text(page.page_node.get("datePublished")), "JSON-LD of the page"


def _changes(page: Page) -> Iterator[Said]:
    yield structured.text((page.article_node or {}).get("dateModified")), "JSON-LD dateModified"
    yield from ((content, f"meta {name}") for name in UPDATED_METAS for content in page.metas.get(name, ()))
    yield structured.text(page.page_node.get("dateModified")), "JSON-LD of the page"


def _items(page: Page, *names: str) -> Iterator[Said]:
    for name in names:
        for element in page.microdata.get(name, ()):
            yield from _written(element, f"itemprop {name}")


def _beside(page: Page, headline: etree._Element | None) -> Iterator[Said]:
    """Dates as elements and as text, from the headline outwards."""
    if headline is None:
        near = list(islice(page.tree.iter("time"), 1))
    else:
        above_text = takewhile(_is_no_paragraph, following(headline))
        near = [*islice(above_text, NEAR_AFTER), *islice(preceding(headline), NEAR_BEFORE)]
    for element in [e for e in near if e.tag == "time"][:TIMES_READ]:
        if not page.phrases.says_updated(text_of(element)):
            yield from _written(element, "time")
    for element in near:
        yield from _dateline(element, page)
    for element in near if headline is None else [headline, *near]:
        yield from _line_behind(element, page)


def _is_no_paragraph(element: etree._Element) -> bool:
    return element.tag != "p" or len(text_of(element)) < PARAGRAPH


def _dateline(element: etree._Element, page: Page) -> Iterator[Said]:
    text = " ".join(filter(None, [element.text, *(child.tail for child in element)])) if element.tag != "script" else ""
    if _is_dateline(text, page):
        yield text, f"text of <{element.tag}>"


def _line_behind(element: etree._Element, page: Page) -> Iterator[Said]:
    """A date on a line of its own that is in no element: "<br>22 November 2026<br>"."""
    text = element.tail or ""
    if _is_dateline(text, page) and all(e is None or e.tag in _BREAKS for e in (element, element.getnext())):
        yield text, f"text behind <{element.tag}>"


_BREAKS = frozenset("br hr img div p table ul ol section figure h1 h2 h3 h4 h5 h6".split())


def _is_dateline(text: str, page: Page) -> bool:
    line = text.strip()
    if not 6 <= len(line) <= DATELINE_WORDS or (len(line) > 8 and line.isdigit()):  # a telephone's number, an id
        return False
    return _DIGIT.search(line) is not None and not page.phrases.says_updated(line)


def _in_address(page: Page) -> Iterator[Said]:
    if match := _IN_ADDRESS.search(page.url):
        yield "-".join(match.groups()), "address"


def _written(element: etree._Element, source: str) -> Iterator[Said]:
    """An element's date: the machine's form before the text."""
    for value in (element.get("datetime"), element.get("content"), text_of(element)):
        if value and value.strip():
            yield value, source
