"""Why an article is not exported: one small tree of reasons. Scrapy counts them by class name in the stats.

Refused
├── NoArticle      the page is none: a consent wall, a listing, a video shell … (`reason` says which)
├── Incomplete     the page has no text, no title or no date
├── TooCostly      reading the page takes more than it may, or ended the run before
├── Forbidden      the site's robots.txt forbids to ask for the page
├── Unwanted       it is one, and the run's arguments leave it out (since, until, include, exclude)
└── Unwritten      the disk refuses its post; the run ends
"""

from scrapy.exceptions import DropItem


class Refused(DropItem):
    """An article is left out. `reason` says why, in a few words that a person reads and a counter groups by."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason, log_level="INFO")
        self.reason = reason


class NoArticle(Refused):
    """The page is no article; the reason is one of the extraction's own list."""


class Incomplete(Refused):
    """The page lacks what a post cannot be without."""


class TooCostly(Refused):
    """Reading the page takes more than a page may, or ended the run more than once."""


class Forbidden(Refused):
    """The site's robots.txt forbids to ask for the page."""


class Unwanted(Refused):
    """The run's arguments leave this article out."""


class Unwritten(Refused):
    """What came of the article cannot be written: disk full, folder not writable. The run ends."""
