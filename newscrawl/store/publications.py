"""Publications: when a site's kept articles were published and when they were seen, for figures and schedules."""

from collections.abc import Callable, Sequence
from datetime import date, datetime

from newscrawl.store.database import Database
from newscrawl.store.times import moment, seconds

DAY = 86_400
"""Seconds."""


class Publications:
    """What the table of pages tells of a site's articles together."""

    def __init__(self, database: Database, number: Callable[[str], int]) -> None:
        """`number`: a site's number in the tables."""
        self.database, self.number = database, number

    def added(self, site: str, since: datetime) -> int:
        """How many of the site's kept articles were first seen since then."""
        query = "SELECT count(*) FROM pages WHERE site = ? AND published IS NOT NULL AND first_seen >= ?"
        ((count,),) = self.database.read(query, self.number(site), seconds(since))
        return int(count)

    def published(self, site: str, since: datetime) -> dict[date, int]:
        """How many of the site's kept articles were published on each day (UTC) since then that has one."""
        rows = self.database.read(
            f"SELECT published / {DAY}, count(*) FROM pages WHERE site = ? AND published >= ? GROUP BY 1",
            self.number(site),
            seconds(since),
        )
        return {moment(day * DAY).date(): count for day, count in rows}

    def sightings(self, site: str, since: datetime) -> Sequence[tuple[int, int]]:
        """When each of the site's kept articles was published and first seen: whole seconds, for there are many."""
        question = "SELECT published, first_seen FROM pages WHERE site = ? AND published >= ?"
        return self.database.read(question, self.number(site), seconds(since))

    def count(self, site: str) -> int:
        """How many articles of the site are kept."""
        # Only what is kept has a date, and the index of dates is counted without a look at the pages.
        row = self.database.one(
            "SELECT count(*) FROM pages WHERE site = ? AND published IS NOT NULL", self.number(site)
        )
        return int(row[0]) if row else 0

    def delays(self, site: str, since: datetime) -> list[int]:
        """Seconds from publication to first sight of the articles published since then.

        A date that is a day alone (midnight) says nothing of minutes, and neither does one in the future.
        """
        rows = self.database.read(
            "SELECT first_seen - published FROM pages WHERE site = ? AND published >= ? "
            "AND first_seen >= published AND published % 3600 != 0",
            self.number(site),
            seconds(since),
        )
        return [delay for (delay,) in rows]
