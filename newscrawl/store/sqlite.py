"""SqliteDatabase: one SQLite file, opened only if it is ours and whole; what is wrong otherwise is said plainly."""

import os
import sqlite3
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from newscrawl.errors import StoreError
from newscrawl.store.database import PATIENCE_SECONDS, Database, Row
from newscrawl.store.schema import APPLICATION_ID, STEPS, statements

# A store of a million pages is 300 MB. What a crawl asks for is a few pages of the tables' upper levels.
CACHE_KIB = 8 * 1024

BETWEEN_TRIES = 0.02
"""Seconds."""


class SqliteDatabase(Database):
    """The tables in one file."""

    def __init__(self, path: Path, *, reading: bool = False) -> None:
        """Opens the file, makes it where there is none, and brings an older one up to date.

        `reading`: writes nothing. Without a file there is nothing to read.
        """
        self.path, self.reading, self.empty = path, reading, reading and not path.exists()
        with self.explained():
            if not reading:
                path.parent.mkdir(parents=True, exist_ok=True)
            place = self._to_read() if reading else path
            self.connection = sqlite3.connect(place, timeout=PATIENCE_SECONDS, isolation_level=None, uri=reading)
            self._made_ready()

    def read(self, sql: str, *values: Any) -> list[Row]:
        with self.explained():
            return self.connection.execute(sql, values).fetchall()

    def one(self, sql: str, *values: Any) -> Row | None:
        with self.explained():
            row: Row | None = self.connection.execute(sql, values).fetchone()
            return row

    def write(self, sql: str, *values: Any) -> int:
        with self.explained():
            rows = self.connection.execute(sql, values).fetchall()
            return int(rows[0][0]) if rows else 0

    @contextmanager
    def transaction(self) -> Iterator[None]:
        if self.connection.in_transaction:
            yield
            return
        self.write("BEGIN IMMEDIATE")
        try:
            yield
            self.write("COMMIT")
        except BaseException:
            if self.connection.in_transaction:
                self.connection.execute("ROLLBACK")
            raise

    def fill(self, table: str, columns: Sequence[str], rows: Iterable[Row]) -> None:
        marks = ", ".join("?" * len(columns))
        with self.explained(), self.transaction():
            self.connection.executemany(f"INSERT INTO {table}({', '.join(columns)}) VALUES ({marks})", rows)

    def copy(self, path: Path) -> None:
        with self.explained():
            other = sqlite3.connect(path)
            self.connection.backup(other)
            other.close()

    def close(self) -> None:
        self.connection.close()

    def _to_read(self) -> str:
        """The file's address. What may not be written SQLite reads as it is, if no process has left a log beside it."""
        if self.empty:
            return "file::memory:"
        ours = os.access(self.path.parent, os.W_OK, effective_ids=os.access in os.supports_effective_ids)
        whole = not ours and not Path(f"{self.path}-wal").exists()
        return f"{self.path.resolve().as_uri()}?{'immutable=1' if whole else 'mode=rw'}"

    @contextmanager
    def explained(self) -> Iterator[None]:
        """What SQLite and the system say, in words that help."""
        try:
            yield
        except (sqlite3.Error, UnicodeDecodeError) as error:
            # The second: what a damaged file says is quoted in SQLite's own message, and is no UTF-8.
            raise StoreError(f"{self.path}: {explanation(error)}") from error
        except OSError as error:
            raise StoreError(f"{self.path}: {error.strerror or error}") from error

    def _prepare(self) -> None:
        execute = self.connection.execute
        # Together: between two questions another process may make the tables.
        execute("BEGIN")
        (version,) = execute("PRAGMA user_version").fetchone()
        (owner,) = execute("PRAGMA application_id").fetchone()
        tables = execute("SELECT 1 FROM sqlite_master").fetchone()
        execute("COMMIT")
        if owner not in (0, APPLICATION_ID) or (owner == 0 and tables):
            raise StoreError(f"{self.path}: is another program's database; name another folder with OUTPUT")
        if version > len(STEPS):
            raise StoreError(
                f"{self.path}: is of a newer newscrawl (version {version}, this one knows {len(STEPS)}); update it"
            )
        if self.empty:
            self._migrate()
        elif self.reading and version < len(STEPS):
            raise StoreError(f"{self.path}: is of an older newscrawl; a crawl or scrapy compact brings it up to date")
        if self.reading:
            execute("PRAGMA query_only = ON")  # and not mode=ro, which leaves its log's files behind
            return
        keep_a_log(self.connection)
        # A commit that a power cut takes back is work done again, never a file without its entry: the files are on
        # disk before the commit (newscrawl/durable.py), and WAL keeps the order of commits.
        execute("PRAGMA synchronous = NORMAL")
        execute(f"PRAGMA cache_size = -{CACHE_KIB}")
        self._refuse_truncated()
        if version < len(STEPS):
            self._migrate()

    def _refuse_truncated(self) -> None:
        """SQLite notices a file cut short only when it wants a page that is gone: half a crawl too late."""
        execute = self.connection.execute
        # Counted before the log is moved: what another process adds meanwhile makes the file longer, never shorter.
        pages, size = execute("PRAGMA page_count").fetchone()[0], execute("PRAGMA page_size").fetchone()[0]
        # Busy where another process is moving it just now; the numbers then mean nothing.
        busy, in_log, moved = execute("PRAGMA wal_checkpoint(PASSIVE)").fetchone()
        if not busy and in_log == moved and os.path.getsize(self.path) < pages * size:
            raise sqlite3.DatabaseError("database disk image is malformed")

    def _migrate(self) -> None:
        with self.transaction():
            # Read again under the lock: another process may have done it meanwhile.
            (version,) = self.connection.execute("PRAGMA user_version").fetchone()
            for step in STEPS[version:]:
                for statement in statements(step):
                    self.connection.execute(statement)
            self.connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            self.connection.execute(f"PRAGMA user_version = {len(STEPS)}")


def keep_a_log(connection: sqlite3.Connection) -> None:
    """Switch to WAL. Of two that do so at once SQLite refuses one without any wait, as neither could go on."""
    end = time.monotonic() + PATIENCE_SECONDS
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
            return
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY or time.monotonic() > end:
                raise
        time.sleep(BETWEEN_TRIES)


def explanation(error: Exception) -> str:
    """One line for a person."""
    code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_CORRUPT) & 0xFF
    return EXPLANATIONS.get(code, str(error))


EXPLANATIONS = {
    sqlite3.SQLITE_CORRUPT: "the store is damaged; move it away and crawl again: posts that are there are known again",
    sqlite3.SQLITE_NOTADB: "is no store; move it away and crawl again: posts that are there are known again",
    sqlite3.SQLITE_FULL: "the disk is full",
    sqlite3.SQLITE_READONLY: "cannot be written; check who owns it",
    sqlite3.SQLITE_CANTOPEN: "cannot be opened; check that its folder is there and may be written",
    sqlite3.SQLITE_PERM: "cannot be opened; check who owns it",
    sqlite3.SQLITE_BUSY: f"another process held it for {PATIENCE_SECONDS} seconds; try again",
    sqlite3.SQLITE_IOERR: "the disk does not read or write; check its space and its health",
}
