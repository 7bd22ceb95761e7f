"""Articles: the archive. Every article whole, as it is now and as it was before each edit."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from newscrawl.article_record import SCHEMA
from newscrawl.store.database import Database, Row
from newscrawl.store.packing import pack, unpack
from newscrawl.store.page_record import SELECT, PageRecord, record_of
from newscrawl.store.times import moment, seconds

# Rows read at once: the archive is walked in steps, so that no reader keeps a writer's log from being moved.
STEP = 500
BEYOND = 2**62

Record = dict[str, Any]


@dataclass(frozen=True, slots=True)
class StoredArticle:
    """An article of the archive, with the page it is."""

    page: int
    record: Record


@dataclass(frozen=True, slots=True)
class Stamped:
    """An article of the archive, with the number that it was put there under."""

    stamp: int
    page: int
    site: str
    published: int
    """Seconds since 1970."""

    record: Record


FOUND = "SELECT pages.id, record, published FROM pages JOIN articles ON articles.page = pages.id WHERE record != x''"


class Articles:
    """The tables of articles and of their earlier versions. Changes belong inside `database.transaction()`."""

    def __init__(self, database: Database) -> None:
        self.database = database

    # -- questions -----------------------------------------------------------------------------------------------------
    def get(self, page: int) -> Record | None:
        """The article as it is now; None where the archive does not have it (any more)."""
        row = self.database.one("SELECT record FROM articles WHERE page = ?", page)
        return unpack(row[0]) if row and row[0] else None

    def has(self, page: int) -> bool:
        """Whether the archive knows the article, kept whole or not any longer."""
        return self.database.one("SELECT 1 FROM articles WHERE page = ? AND record IS NOT x''", page) is not None

    def is_whole(self, page: int) -> bool:
        """Whether the archive has the article."""
        return self.database.one("SELECT 1 FROM articles WHERE page = ? AND record != x''", page) is not None

    def versions(self, page: int) -> list[tuple[datetime, Record]]:
        """When each version was kept, and the version: oldest first, the last one is the article as it is now."""
        rows = self.database.read(
            "SELECT kept, record FROM (SELECT rowid AS n, kept, record FROM versions WHERE page = ?1 UNION ALL "
            "SELECT ?2, kept, record FROM articles WHERE page = ?1 AND record != x'') AS kept_versions ORDER BY n",
            page,
            BEYOND,
        )
        return [(moment(kept), unpack(record)) for kept, record in rows]

    def newest_first(
        self, site: str, since: datetime | None = None, until: datetime | None = None, step: int | None = None
    ) -> Iterator[StoredArticle]:
        """A site's articles by publication, newest first. `step`: how many are read at once."""
        row = self.database.one("SELECT id FROM sites WHERE name = ?", site)
        least = seconds(since) if since else -BEYOND
        when, page = seconds(until) if until else BEYOND, BEYOND
        while rows := self._step(row[0] if row else 0, least, (when, page), step or STEP):
            yield from map(stored_article, rows)
            page, _, when = rows[-1]

    def as_kept(self, site: str) -> Iterator[StoredArticle]:
        """A site's articles as they stand in the store, which is the quickest way through all."""
        row, page = self.database.one("SELECT id FROM sites WHERE name = ?", site), 0
        while rows := self.database.read(
            f"{FOUND} AND site = ? AND pages.id > ? ORDER BY pages.id LIMIT ?", row[0] if row else 0, page, STEP
        ):
            yield from map(stored_article, rows)
            page = rows[-1][0]

    def since(self, stamp: int) -> Iterator[Stamped]:
        """What was put into the archive after a stamp, in this order."""
        while rows := self.database.read(
            "SELECT stamp, pages.id, sites.name, coalesce(published, first_seen), record FROM articles "
            "JOIN pages ON pages.id = page JOIN sites ON sites.id = site "
            "WHERE stamp > ? AND record != x'' ORDER BY stamp LIMIT ?",
            stamp,
            STEP,
        ):
            for stamp, page, site, published, record in rows:
                yield Stamped(stamp, page, site, published, unpack(record))

    def behind(self, stamp: int) -> int:
        """How many articles were put into the archive after a stamp."""
        row = self.database.one("SELECT count(*) FROM articles WHERE stamp > ?", stamp)
        return int(row[0]) if row else 0

    def first(self, page: int) -> Record | None:
        """The article as it was first kept, as far as its versions go back; None where it was never edited."""
        row = self.database.one("SELECT record FROM versions WHERE page = ? ORDER BY rowid LIMIT 1", page)
        return unpack(row[0]) if row else None

    def _step(self, site: int, least: int, before: tuple[int, int], step: int) -> list[Row]:
        return self.database.read(
            f"{FOUND} AND site = ? AND published >= ? AND (published, pages.id) < (?, ?) "
            "ORDER BY published DESC, pages.id DESC LIMIT ?",
            site,
            least,
            *before,
            step,
        )

    def is_behind(self, site: str) -> bool:
        """Whether a store without an archive left anything of a site that is to be taken over."""
        row = self.database.one(
            "SELECT EXISTS (SELECT 1 FROM articles JOIN pages ON pages.id = page JOIN sites ON sites.id = site "
            "WHERE record = x'' AND name = ?1) OR EXISTS (SELECT 1 FROM posts JOIN pages ON pages.id = page "
            "JOIN sites ON sites.id = site WHERE digest = x'' AND name = ?1)",
            site,
        )
        return bool(row and row[0])

    def to_read_back(self, site: str) -> list[PageRecord]:
        """Pages of a site whose articles a store without an archive left in its posts alone."""
        rows = self.database.read(
            f"{SELECT} JOIN articles ON articles.page = pages.id WHERE sites.name = ? AND record = x''", site
        )
        return [record_of(row) for row in rows]

    def given_up(self, site: str) -> Iterator[PageRecord]:
        """Pages of a site whose articles are not kept any longer."""
        page = 0
        while rows := self.database.read(
            f"{SELECT} JOIN articles ON articles.page = pages.id WHERE sites.name = ? AND record IS NULL "
            "AND pages.id > ? ORDER BY pages.id LIMIT ?",
            site,
            page,
            STEP,
        ):
            yield from map(record_of, rows)
            page = rows[-1][0]

    def count(self, site: str = "") -> int:
        """How many articles are kept whole, of one site or of all."""
        where = "JOIN pages ON pages.id = page WHERE site = (SELECT id FROM sites WHERE name = ?) AND" if site else ""
        row = self.database.one(
            f"SELECT count(*) FROM articles {where or 'WHERE'} record != x''", *([site] if site else [])
        )
        return int(row[0]) if row else 0

    # -- changes -------------------------------------------------------------------------------------------------------
    def put(self, page: int, at: datetime, record: Mapping[str, Any], *, edited: bool = False) -> None:
        """An article as it is from now on. `edited`: what it was before stays, as an earlier version."""
        if edited:
            self.database.write(
                "INSERT INTO versions(page, kept, record) "
                "SELECT page, kept, record FROM articles WHERE page = ? AND record != x''",
                page,
            )
        packed = pack({"schema": SCHEMA, **record})
        self.database.write(
            "INSERT INTO articles(page, kept, record, stamp) "
            "VALUES (?, ?, ?, (SELECT coalesce(max(stamp), 0) + 1 FROM articles)) "
            "ON CONFLICT (page) DO UPDATE SET kept = excluded.kept, record = excluded.record, stamp = excluded.stamp",
            page,
            seconds(at),
            packed,
        )

    def prune(self, site: str, before: datetime | None, most: int | None) -> int:
        """Drop articles published before a moment, and all but the newest so many; returns how many were dropped.

        Its addresses stay known, and its posts stay.
        """
        found = "SELECT page FROM articles JOIN pages ON pages.id = page WHERE site = ? AND record != x''"
        row = self.database.one("SELECT id FROM sites WHERE name = ?", site)
        rows: list[Row] = []
        if row and before:
            rows += self.database.read(f"{found} AND published < ?", row[0], seconds(before))
        if row and most:
            rows += self.database.read(
                f"{found} AND published NOTNULL ORDER BY published DESC, page DESC LIMIT ? OFFSET ?",
                row[0],
                BEYOND,
                most,
            )
        gone = {page for (page,) in rows}
        for page in gone:
            self.give_up(page)
        return len(gone)

    def give_up(self, page: int) -> None:
        """Drop an article; its address stays known."""
        self.database.write("UPDATE articles SET record = NULL WHERE page = ?", page)
        self.database.write("DELETE FROM versions WHERE page = ?", page)


def stored_article(row: Row) -> StoredArticle:
    return StoredArticle(row[0], unpack(row[1]))
