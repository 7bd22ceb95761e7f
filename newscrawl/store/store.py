"""Store: one database, its tables by concept."""

from collections.abc import Collection, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Any, Self

from newscrawl.errors import StoreError, with_extra
from newscrawl.store.articles import Articles
from newscrawl.store.copying import copy_tables
from newscrawl.store.database import Database
from newscrawl.store.exports import Exports
from newscrawl.store.health import Health
from newscrawl.store.hosts import Hosts
from newscrawl.store.images import StoredImages
from newscrawl.store.listings import Listings
from newscrawl.store.near_duplicates import NearDuplicates
from newscrawl.store.pages import Pages
from newscrawl.store.pages_begun import PagesBegun
from newscrawl.store.posts import Posts
from newscrawl.store.publications import Publications
from newscrawl.store.rates import Rates
from newscrawl.store.runs import Runs
from newscrawl.store.site_lines import SiteLines
from newscrawl.store.slots import Slots
from newscrawl.store.sqlite import SqliteDatabase
from newscrawl.store.wellbeing import Wellbeing

FILE_NAME = "newscrawl.db"
"""Its name under OUTPUT."""

Place = Path | str
"""Where a store is: a file, or postgresql://…"""


class Store:
    """An open store. Its tables are attributes."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self.runs = Runs(database)
        self.pages = Pages(database)
        self.publications = Publications(database, self.pages.number)
        self.pages_begun = PagesBegun(database)
        self.near_duplicates = NearDuplicates(database)
        self.articles = Articles(database)
        self.posts = Posts(database)
        self.listings = Listings(database)
        self.health = Health(database)
        self.hosts = Hosts(database)
        self.rates = Rates(database)
        self.images = StoredImages(database)
        self.exports = Exports(database)
        self.site_lines = SiteLines(database)
        self.slots = Slots(database)
        self.wellbeing = Wellbeing(database)

    @classmethod
    def open(cls, place: Place) -> Self:
        """Open a store, or make it: a file, or postgresql://…; raises StoreError with one line for a person."""
        return cls(database_at(place))

    @classmethod
    def reading(cls, place: Place) -> Self:
        """Open a store to look at it: nothing is written, and where there is none it is an empty one."""
        return cls(database_at(place, reading=True))

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Several changes, all of them or none. Inside another transaction it is part of that one."""
        try:
            with self._database.transaction():
                yield
        except BaseException:
            self.pages.look_again()
            raise

    def copy(self, path: Path) -> None:
        """Make a file that is a store of its own."""
        self._database.copy(path)

    def copy_to(self, other: Self) -> int:
        """Copy all of it into a store in which no site was crawled, and compare; how many rows. Raises StoreError."""
        return copy_tables(self._database, other._database)

    def claim(self, site: str) -> None:
        """Hold a site until the store is closed; raises SiteBusy. A store in a file leaves it to SiteLock.

        Nobody else changes its pages then.
        """
        self._database.claim(site)
        self.pages.alone = True

    def claimed(self) -> Collection[str] | None:
        """The sites that are held now; None for a store in a file, where the locks tell."""
        return self._database.claimed()

    def shared(self) -> AbstractContextManager[Any]:
        """The connection to PostgreSQL, in its transaction: what others keep there is kept with the store's changes."""
        return self._database.shared()

    def close(self) -> None:
        self._database.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def place_of(settings: Mapping[Any, Any]) -> Place:
    """Where Scrapy's settings say that the store is."""
    return settings["STORE"] or Path(settings["OUTPUT"]).resolve() / FILE_NAME


def database_at(place: Place, *, reading: bool = False) -> Database:
    """The database of a file, or of an address. Raises StoreError."""
    if isinstance(place, Path):
        return SqliteDatabase(place, reading=reading)
    if not place.startswith(("postgresql://", "postgres://")):
        raise StoreError(f"STORE={place}: postgresql://user@host/database is accepted")
    try:
        from newscrawl.store.postgres import PostgresDatabase
    except ImportError:
        raise StoreError(f"a store in PostgreSQL needs psycopg: {with_extra('postgres')}") from None
    return PostgresDatabase(place, reading=reading)
