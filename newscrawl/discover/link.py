"""Link: an address that a listing, feed or sitemap offers, with what it says of the article behind it."""

from dataclasses import dataclass, field
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """What is known of an article before its page is fetched. What the page says plainly goes before it."""

    url: str
    """Absolute address, as it is to be requested."""

    title: str = ""
    """Headline on the card or in the feed, plain text."""

    published: datetime | None = None
    """Aware, or None."""

    updated: datetime | None = None
    """Aware, or None: a sitemap's lastmod."""

    authors: list[str] = field(default_factory=list)
    """Names in the feed's order."""

    section: str = ""
    """Section or category that the listing names."""

    skip: str = ""
    """Why its page is not worth a request ("video", "external", …); empty for an article."""
