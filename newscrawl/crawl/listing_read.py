"""ListingRead: what one listing gave, counted while it is read."""

from dataclasses import dataclass

from newscrawl.discover.origin import Origin


@dataclass(slots=True)
class ListingRead:
    """What one listing gave."""

    origin: Origin
    links: int = 0
    own: int = 0
    """Links that the history was asked about: those that no listing before it had."""
    leads_on: bool = False
    """Whether it names listings of another kind: parts of a sitemap, the site's sections."""
