"""Store: one file, its tables by concept."""

from pathlib import Path
from typing import Self

from newscrawl.store.database import Database
from newscrawl.store.health import HealthCounts
from newscrawl.store.newest import Newest
from newscrawl.store.pages import Pages
from newscrawl.store.runs import Runs

FILE_NAME = "newscrawl.db"
"""Its name under OUTPUT."""


class Store:
    """An open store. Its tables are attributes; `database.writing()` holds several changes together."""

    def __init__(self, database: Database) -> None:
        self.database = database
        self.runs = Runs(database)
        self.pages = Pages(database)
        self.newest = Newest(database)
        self.health = HealthCounts(database)

    @classmethod
    def open(cls, path: Path) -> Self:
        """Open a store, or make it; raises StoreError with one line for a person."""
        return cls(Database(path))

    def close(self) -> None:
        self.database.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()
