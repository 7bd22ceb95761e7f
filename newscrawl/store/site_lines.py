"""Site lines: the lines at the edges of a site's articles, and in how many articles each stood."""

from collections.abc import Iterable
from datetime import datetime

from newscrawl.store.database import Database
from newscrawl.store.times import seconds

MOST_SELDOM = 5_000
"""Lines of a site that are kept though too few articles have them; the last ones met."""


class SiteLines:
    """The table of lines. A line is 64 bits (newscrawl/text/letters.py)."""

    def __init__(self, database: Database) -> None:
        self.database = database

    def often(self, site: str, least: int) -> frozenset[int]:
        """The lines of a site that stood in so many articles or more."""
        query = "SELECT line FROM site_lines WHERE site = ? AND articles >= ?"
        return frozenset(line for (line,) in self.database.read(query, site, least))

    def add(self, site: str, lines: Iterable[int], at: datetime) -> None:
        """Each stood in one more article."""
        for line in lines:
            self.database.write(
                "INSERT INTO site_lines VALUES (?1, ?2, 1, ?3) "
                "ON CONFLICT (site, line) DO UPDATE SET articles = site_lines.articles + 1, met = ?3",
                site,
                line,
                seconds(at),
            )

    def forget_seldom(self, site: str, least: int) -> None:
        """Forget the older ones of those that stood in fewer articles."""
        self.database.write(
            "DELETE FROM site_lines WHERE site = ?1 AND articles < ?2 AND line NOT IN (SELECT line FROM site_lines "
            "WHERE site = ?1 AND articles < ?2 ORDER BY met DESC, line LIMIT ?3)",
            site,
            least,
            MOST_SELDOM,
        )
