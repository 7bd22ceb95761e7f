"""Rates: what was estimated of how often a site publishes. An estimate holds for a day; a look-up takes no time."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from newscrawl.store.database import Database
from newscrawl.store.packing import pack, unpack
from newscrawl.store.times import seconds


class Rates:
    """The table of estimates, one a site."""

    def __init__(self, database: Database) -> None:
        self.database = database

    def of(self, site: str, day: datetime) -> dict[str, Any] | None:
        """What was estimated on a day, as it was put; None where nothing was.

        Who only looks at a store takes that of the week before, too: nobody keeps what he would estimate anew.
        """
        least = day - timedelta(days=7) if self.database.reading else day
        question = "SELECT rate FROM rates WHERE site = ? AND day BETWEEN ? AND ?"
        row = self.database.one(question, site, seconds(least), seconds(day))
        return unpack(row[0]) if row else None

    def put(self, site: str, day: datetime, rate: Mapping[str, Any]) -> None:
        """Keep it instead of the one before. A store that is only looked at keeps nothing."""
        if not self.database.reading:
            self.database.write(
                "INSERT INTO rates(site, day, rate) VALUES (?, ?, ?) "
                "ON CONFLICT (site) DO UPDATE SET day = excluded.day, rate = excluded.rate",
                site,
                seconds(day),
                pack(rate),
            )
