"""Store: one file, its tables by concept."""

from contextlib import AbstractContextManager
from pathlib import Path
from typing import Self

from newscrawl.store.articles import Articles
from newscrawl.store.database import Database
from newscrawl.store.exports import Exports
from newscrawl.store.health import Health
from newscrawl.store.images import StoredImages
from newscrawl.store.listings import Listings
from newscrawl.store.near_duplicates import NearDuplicates
from newscrawl.store.pages import Pages
from newscrawl.store.posts import Posts
from newscrawl.store.runs import Runs
from newscrawl.store.site_lines import SiteLines
from newscrawl.store.slots import Slots
from newscrawl.store.wellbeing import Wellbeing

FILE_NAME = "newscrawl.db"
"""Its name under OUTPUT."""


class Store:
    """An open store. Its tables are attributes."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self.runs = Runs(database)
        self.pages = Pages(database)
        self.near_duplicates = NearDuplicates(database, self.pages)
        self.articles = Articles(database)
        self.posts = Posts(database)
        self.listings = Listings(database)
        self.health = Health(database)
        self.images = StoredImages(database)
        self.exports = Exports(database)
        self.site_lines = SiteLines(database)
        self.slots = Slots(database)
        self.wellbeing = Wellbeing(database)

    @classmethod
    def open(cls, path: Path) -> Self:
        """Open a store, or make it; raises StoreError with one line for a person."""
        return cls(Database(path))

    @classmethod
    def reading(cls, path: Path) -> Self:
        """Open a store to look at it: nothing is written, and where there is none it is an empty one."""
        return cls(Database(path, reading=True))

    def transaction(self) -> AbstractContextManager[None]:
        """Several changes, all of them or none. Inside another transaction it is part of that one."""
        return self._database.transaction()

    def copy(self, path: Path) -> None:
        """Make a copy that is a store of its own."""
        self._database.copy(path)

    def close(self) -> None:
        self._database.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()
