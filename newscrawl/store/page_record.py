"""PageRecord: what the store knows of one address, and how it is read from a row."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal, NamedTuple

from newscrawl.store.database import Row
from newscrawl.store.times import moment

PageState = Literal[
    "wanted",  # a listing named it, and no answer came yet
    "posted",  # an article, and it is kept
    "refused",  # answered, and no article or not a whole one; `reason` says which
    "failed",  # no usable answer; `reason` says which
    "gone",  # an article that is kept, and its page answers 404 or 410 since
]

_KEPT = ("posted", "gone")
"""States of an article that was posted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PageRecord:
    """What the store knows of one page. None: not known, or not (yet) so."""

    id: int
    site: str
    url: str
    """The article's canonical URL, else the address that was asked for."""

    state: PageState

    reason: str | None
    first_seen: datetime
    fetched: datetime | None
    """The last answer."""

    status: int | None
    """HTTP status of the last answer."""

    tries: int
    """Failed ones in a row."""

    due: datetime | None
    """When to ask for it again; None: never."""

    published: datetime | None
    updated: datetime | None
    fingerprint: bytes | None
    etag: str | None
    modified: str | None
    """Last-Modified, as the server wrote it."""

    link: str | None
    """JSON: what the listing said of it."""

    said: int | None
    """The latest time, in seconds, at which a listing called it published or changed."""

    place: str | None
    """Arguments that say which part of the site it belongs to (edition, section), as JSON; None: the site itself."""

    @property
    def kept(self) -> bool:
        """Whether it is an article that was posted."""
        return self.state in _KEPT


class Glance(NamedTuple):
    """What decides about a request: a tenth of a `PageRecord`'s cost, for a sitemap has 50,000 links."""

    id: int
    state: PageState
    due: int | None
    reason: str | None
    published: int | None = None
    fetched: int | None = None
    said: int | None = None

    @property
    def kept(self) -> bool:
        """Whether it is an article that was posted."""
        return self.state in _KEPT


COLUMNS = tuple(name for name in PageRecord.__dataclass_fields__ if name != "site")
SELECT = f"SELECT sites.name, {', '.join(f'pages.{name}' for name in COLUMNS)} FROM pages JOIN sites ON sites.id = site"
"""What `record_of` takes, with a condition behind it."""

TIMES = {"first_seen", "fetched", "due", "published", "updated"}


def record_of(row: Row) -> PageRecord:
    """A row that SELECT gave."""
    named = dict(zip(COLUMNS, row[1:], strict=True))
    for name in TIMES:
        if named[name] is not None:
            named[name] = moment(named[name])
    named["tries"] = named["tries"] or 0
    return PageRecord(site=row[0], **named)
