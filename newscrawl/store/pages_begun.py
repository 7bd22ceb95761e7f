"""PagesBegun: how many runs a page has ended. One that is being read counts as such until it has come through."""

from collections import Counter

from newscrawl.store.database import Database


class PagesBegun:
    """The table of pages that a run began to read and did not end."""

    def __init__(self, database: Database) -> None:
        self.database = database

    def of(self, site: str) -> Counter[str]:
        """Address -> runs that ended while it was read."""
        return Counter(dict(self.database.read("SELECT address, runs FROM pages_begun WHERE site = ?", site)))

    def begin(self, site: str, address: str) -> None:
        """A page is read now: this stands in the store before."""
        self.database.write(
            "INSERT INTO pages_begun(site, address, runs) VALUES (?, ?, 1) "
            "ON CONFLICT (site, address) DO UPDATE SET runs = pages_begun.runs + 1",
            site,
            address,
        )

    def came_through(self, site: str, address: str) -> None:
        """It was read: another thing ended the runs before."""
        self.database.write_soon("DELETE FROM pages_begun WHERE site = ? AND address = ?", site, address)
