"""Listings: what a listing's last answer said, so that an unchanged one is not read again."""

from typing import NamedTuple

from newscrawl.store.database import Database


class SeenListing(NamedTuple):
    """A listing's last answer; empty for one never seen."""

    etag: str = ""
    modified: str = ""
    """Last-Modified, as the server wrote it."""
    links: int = 0
    """Links that it had and no listing before it."""


class Listings:
    """The table of listings."""

    def __init__(self, database: Database) -> None:
        self.database = database

    def get(self, key: int) -> SeenListing:
        """`key`: of a site, a run's arguments and an address (`newscrawl.urls.canonical.listing_key`)."""
        row = self.database.one("SELECT etag, modified, links FROM listings WHERE key = ?", key)
        return SeenListing._make(row) if row else SeenListing()

    def put(self, key: int, seen: SeenListing) -> None:
        self.database.write(
            "INSERT INTO listings VALUES (?, ?, ?, ?) ON CONFLICT (key) "
            "DO UPDATE SET etag = excluded.etag, modified = excluded.modified, links = excluded.links",
            key,
            *seen,
        )
