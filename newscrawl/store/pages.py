"""Pages: everything known of every address of a site that is or might be an article."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from newscrawl.store.database import Database
from newscrawl.store.page_record import COLUMNS, SELECT, Glance, PageRecord, record_of
from newscrawl.store.times import moment, seconds

GLANCE = (
    "SELECT key, id, state, due, reason, published, fetched, said "
    "FROM names JOIN pages ON pages.id = names.page WHERE key IN"
)
HAPPENED = "INSERT INTO events(page, at, what) VALUES (?, ?, ?) ON CONFLICT DO NOTHING"
ADD_SITE = "INSERT INTO sites(name) VALUES (?) RETURNING id"
NAME = "INSERT INTO names(key, page) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET page = excluded.page"
NAME_LAST = NAME.replace("VALUES (?, ?)", "VALUES (?, last_insert_rowid())")
MOST = 200
"""Answers that are kept: a page is asked for some ten times from its request to its post."""

Value = str | bytes | int | datetime | None


class Pages:
    """The tables of pages, their names and what happened to them. Changes belong inside `database.transaction()`."""

    def __init__(self, database: Database) -> None:
        self.database = database
        self.numbers: dict[str, int] = {}
        self.alone = False
        """Whether nobody else changes the pages that are asked for: what was answered then holds until a change."""

        self.ids: dict[int, int | None] = {}
        self.records: dict[int, PageRecord | None] = {}
        """Names -> what was answered."""

    # -- questions -----------------------------------------------------------------------------------------------------
    def id_of(self, key: int) -> int | None:
        """The page known by a name (`newscrawl.urls.canonical`), or None."""
        if key in self.ids:
            return self.ids[key]
        row = self.database.one("SELECT page FROM names WHERE key = ?", key)
        found = row[0] if row else None
        if self.alone:
            self.ids[key] = found
        return found

    def get(self, id: int) -> PageRecord | None:
        """One page, or None."""
        row = self.database.one(f"{SELECT} WHERE pages.id = ?", id)
        return record_of(row) if row else None

    def by_key(self, key: int) -> PageRecord | None:
        """The page known by a name, or None."""
        if key in self.records:
            return self.records[key]
        row = self.database.one(f"{SELECT} JOIN names ON names.page = pages.id WHERE key = ?", key)
        found = record_of(row) if row else None
        if self.alone:
            if len(self.records) > MOST:
                self.look_again()
            self.records[key] = found
        return found

    def glances(self, keys: Sequence[int]) -> dict[int, Glance]:
        """The least about the pages known by these names, by name."""
        rows = self.database.read(f"{GLANCE} ({', '.join('?' * len(keys))})", *keys)
        return {key: Glance._make(row) for key, *row in rows}

    def due(self, site: str, place: str | None, now: datetime) -> list[PageRecord]:
        """The pages of a part of a site to ask for again by now, the longest waiting first."""
        rows = self.database.read(
            f"{SELECT} WHERE site = ? AND due <= ? AND place IS ? ORDER BY due, pages.id",
            self.number(site),
            seconds(now),
            place,
        )
        return [record_of(row) for row in rows]

    def history(self, id: int) -> list[tuple[datetime, str]]:
        """What happened to a page after it was first posted, oldest first."""
        rows = self.database.read("SELECT at, what FROM events WHERE page = ? ORDER BY at, what", id)
        return [(moment(at), what) for at, what in rows]

    def first_address(self, id: int) -> str:
        """The address that a page was first kept under, where it has moved since; else ""."""
        row = self.database.one(
            "SELECT substr(what, 12) FROM events WHERE page = ? AND what LIKE 'moved from %' ORDER BY at LIMIT 1", id
        )
        return row[0] if row else ""

    def set_aside(self, site: str, limit: int = 2**62) -> list[PageRecord]:
        """The pages that were refused or failed, newest first."""
        rows = self.database.read(
            f"{SELECT} WHERE site = ? AND state IN ('refused', 'failed') ORDER BY fetched DESC LIMIT ?",
            self.number(site),
            limit,
        )
        return [record_of(row) for row in rows]

    def answered(self, site: str, most: int) -> list[tuple[str, str]]:
        """(address, reason why it is no article or "") of the newest pages that were answered with a page."""
        rows = self.database.read(
            "SELECT url, CASE state WHEN 'posted' THEN '' ELSE reason END FROM pages"
            " WHERE site = ? AND state IN ('posted', 'refused') AND status IN (200, 304) ORDER BY id DESC LIMIT ?",
            self.number(site),
            most,
        )
        return [(url, reason or "") for url, reason in rows]

    # -- changes -------------------------------------------------------------------------------------------------------
    def look_again(self) -> None:
        """Forget what was answered: it has changed, or was never kept."""
        self.ids.clear()
        self.records.clear()

    def _renamed(self, key: int) -> None:
        self.ids.pop(key, None)
        self.records.pop(key, None)

    def _changed(self, id: int) -> None:
        self.records = {key: page for key, page in self.records.items() if page is None or page.id != id}

    def meet(self, site: str, url: str, now: datetime, key: int, **values: Value) -> None:
        """A page not known so far, under one name; nothing is waited for."""
        self.database.write(*self._new(site, url, now, values))
        self.database.write(NAME_LAST, key)
        self._renamed(key)

    def add(self, site: str, url: str, now: datetime, keys: Iterable[int], **values: Value) -> int:
        """A page not known so far, under all of its names; its id."""
        insert, *row = self._new(site, url, now, values)
        id = self.database.write(f"{insert} RETURNING id", *row)
        self.name(id, keys)
        return id

    def _new(self, site: str, url: str, now: datetime, values: Mapping[str, Value]) -> tuple[Any, ...]:
        """What puts a page into its table, and the values of its row."""
        given = {"state": "wanted", **values}
        names = ", ".join(["site", "url", "first_seen", *given])
        marks = ", ".join("?" * (3 + len(given)))
        row = (self.number(site), url, seconds(now), *map(stored, given.values()))
        return f"INSERT INTO pages({names}) VALUES ({marks})", *row

    def change(self, id: int, **values: Value) -> None:
        """Set columns of a page; a datetime becomes seconds."""
        assert values.keys() <= set(COLUMNS)
        assignments = ", ".join(f"{name} = ?" for name in values)
        self.database.write(
            f"UPDATE pages SET {assignments} WHERE id = ?", *(stored(value) for value in values.values()), id
        )
        self._changed(id)

    def name(self, id: int, keys: Iterable[int]) -> None:
        """A page is known by these names from now on, whatever they meant before."""
        for key in keys:
            self.database.write(NAME, key, id)
            self._renamed(key)

    def unname(self, id: int, key: int) -> None:
        """A page is not known by this name any longer."""
        self.database.write("DELETE FROM names WHERE key = ? AND page = ?", key, id)
        self._renamed(key)

    def drop(self, id: int, other: int) -> None:
        """Forget a page that turned out to be another one, which its names lead to from now on."""
        self.database.write("UPDATE names SET page = ? WHERE page = ?", other, id)
        self.database.write("DELETE FROM pages WHERE id = ?", id)
        self.look_again()

    def happened(self, id: int, at: datetime, what: str) -> None:
        """Put down what happened to a kept page."""
        self.database.write(HAPPENED, id, seconds(at), what)

    def forget_wanted(self, site: str, place: str | None) -> None:
        """Forget what was only named and never asked for: a bound on the run left it out."""
        unasked = (
            "SELECT id FROM pages WHERE site = ? AND state = 'wanted' AND due IS NOT NULL AND fetched IS NULL "
            "AND place IS ?"
        )
        with self.database.transaction():
            self.database.write(f"DELETE FROM names WHERE page IN ({unasked})", self.number(site), place)
            self.database.write(f"DELETE FROM pages WHERE id IN ({unasked})", self.number(site), place)
        self.look_again()

    def number(self, site: str) -> int:
        """The site's number in the tables."""
        if site not in self.numbers:
            row = self.database.one("SELECT id FROM sites WHERE name = ?", site)
            if self.database.reading and not row:
                return 0
            self.numbers[site] = row[0] if row else self.database.write(ADD_SITE, site)
        return self.numbers[site]


def stored(value: Value) -> str | bytes | int | None:
    """A value as the tables keep it."""
    return seconds(value) if isinstance(value, datetime) else value


EPOCH = datetime.fromtimestamp(0, UTC)
"""Due at once."""
