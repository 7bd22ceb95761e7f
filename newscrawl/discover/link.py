"""Link: an address that a listing, feed or sitemap offers, with what it says of the article behind it."""

from dataclasses import dataclass, field
from datetime import datetime

from newscrawl.article import Precision
from newscrawl.text.lengths import bound


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """What is known of an article before its page is fetched. What the page says plainly goes before it."""

    url: str
    """Absolute address, as it is to be requested."""

    title: str = ""
    """Headline on the card or in the feed, plain text."""

    published: datetime | None = None
    """Aware, or None."""

    published_precision: Precision = "second"
    """"day" where the listing gives a day alone: `published` is then its midnight, UTC."""

    doubted: datetime | None = None
    """What the listing says of its publication, where the page is asked whether that is so."""

    updated: datetime | None = None
    """Aware, or None: a sitemap's lastmod."""

    authors: list[str] = field(default_factory=list)
    """Names in the feed's order."""

    section: str = ""
    """Section or category that the listing names."""

    tags: list[str] = field(default_factory=list)
    """Topics that the feed or sitemap names."""

    language: str = ""
    """BCP 47 tag that a news sitemap gives."""

    skip: str = ""
    """Why its page is not worth a request ("video", "external", …); empty for an article."""

    def __post_init__(self) -> None:
        bound(self, ("section", "language"), ("title",), ("authors", "tags"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Further:
    """A sitemap that a sitemap index names."""

    url: str
    """Absolute address."""

    updated: datetime | None = None
    """When it last changed: nothing in it is younger. Aware, or None."""


class NoLinks(Exception):
    """The selector of a listing's links matches nothing; `str()` of it names the selector and the page."""
