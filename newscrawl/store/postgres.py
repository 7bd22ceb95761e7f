"""PostgresDatabase: the tables in PostgreSQL, for runs on several machines.

The SQL of the store is written so that both engines read it (newscrawl/store/dialect.py has what is left). One
transaction at a time changes a store, as in SQLite: a lock of the server stands for the lock of the file, so that what
was settled between processes of one machine is settled between machines.

A network lies between: changes wait inside their transaction and go with the next question or with the end.
"""

import re
import select
import time
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import psycopg

from newscrawl.errors import SiteBusy, StoreError
from newscrawl.store.copying import copy_tables
from newscrawl.store.database import PATIENCE_SECONDS, Database, Row
from newscrawl.store.dialect import table, translated
from newscrawl.store.schema import STEPS, statements
from newscrawl.store.sqlite import SqliteDatabase

AWAY_SECONDS = 60
"""How long a server that went away is waited for: a restart takes seconds, a move to a second machine half a minute."""

# The server holds what a machine holds that was cut off until its keepalives find that out: 30 seconds.
KEEPALIVES: dict[str, Any] = {"keepalives_idle": 10, "keepalives_interval": 5, "keepalives_count": 4}
SESSION = "".join(f"SET tcp_{name} = {value};" for name, value in KEEPALIVES.items()) + (
    f"SET lock_timeout = '{PATIENCE_SECONDS}s'"
)
SCHEMA = "hashtext(current_schema())"
ONE_AT_A_TIME = f"SELECT pg_advisory_xact_lock({0x6E777363}, {SCHEMA})"
LEASES = """CREATE TABLE store_version (version BIGINT NOT NULL);
INSERT INTO store_version VALUES (0);
CREATE TABLE leases (site TEXT COLLATE "C" PRIMARY KEY, key INTEGER GENERATED ALWAYS AS IDENTITY, fence BIGINT NOT NULL)
"""
# A division by zero where another run has taken the site since: nothing of this transaction is kept then.
FENCED = "SELECT 1 / count(*) FROM leases WHERE site = ? AND fence = ?"
HOLD = f"SELECT pg_try_advisory_lock(key, {SCHEMA}), fence FROM leases WHERE site = ?"
HELD = (
    "SELECT site FROM leases JOIN pg_locks ON locktype = 'advisory' AND classid::bigint = key "
    f"AND objid::bigint = {SCHEMA}::bigint & 4294967295 AND objsubid = 2 "
    "WHERE database = (SELECT oid FROM pg_database WHERE datname = current_database())"
)


class PostgresDatabase(Database):
    """A connection, made anew where the server was away."""

    def __init__(self, address: str, *, reading: bool = False) -> None:
        """`address`: postgresql://user@host/database?options=-csearch_path%3Dschema."""
        self.address, self.reading = address, reading
        self.lease: tuple[str, int] | None = None
        self.waiting: list[str] | None = None
        """The changes of the transaction that the server has not seen yet; None outside of one."""

        self.begun = False
        """Whether the server has seen any of it."""

        self.soon: list[str] = []
        """Changes that go with the next transaction."""

        with self.explained():
            self.connection: Any = self._connect()
            self._made_ready()

    def read(self, sql: str, *values: Any) -> list[Row]:
        with self.explained():
            rows: list[Row] = self._ask(sql, values).fetchall()
            return rows

    def one(self, sql: str, *values: Any) -> Row | None:
        with self.explained():
            row: Row | None = self._ask(sql, values).fetchone()
            return row

    def write(self, sql: str, *values: Any) -> int:
        with self.explained(), self.transaction():
            if " RETURNING " in sql:
                return int(self._ask(sql, values).fetchone()[0])
            assert self.waiting is not None
            self.waiting.append(self._said(sql, values))
            return 0

    def write_soon(self, sql: str, *values: Any) -> None:
        (self.soon if self.waiting is None else self.waiting).append(self._said(sql, values))

    @contextmanager
    def transaction(self) -> Iterator[None]:
        if self.waiting is not None:
            yield
            return
        with self.explained():
            self._wake()
            begin = ["BEGIN", ONE_AT_A_TIME, *([self._said(FENCED, self.lease)] if self.lease else []), *self.soon]
            self.waiting, self.begun = list(begin), False
            try:
                yield
                if self.begun or self.waiting != begin:
                    self.connection.execute(";".join([*self.waiting, "COMMIT"]))
                    self.soon.clear()
            except BaseException:
                with suppress(psycopg.OperationalError):  # what the server has not seen the end of it forgets
                    self.connection.execute("ROLLBACK")
                raise
            finally:
                self.waiting = None

    def fill(self, table: str, columns: Sequence[str], rows: Iterable[Row]) -> None:
        with self.explained(), self.transaction():
            self._ask("SELECT 1", ())
            with self.connection.cursor() as cursor:
                with cursor.copy(f"COPY {table}({', '.join(columns)}) FROM STDIN") as copy:
                    for row in rows:
                        copy.write_row(tuple(map(kept, row)))
            if "id" in columns:
                self._ask(f"SELECT setval(pg_get_serial_sequence('{table}', 'id'), max(id)) FROM {table}", ())

    def copy(self, path: Path) -> None:
        other = SqliteDatabase(path)
        copy_tables(self, other)
        other.close()

    def claim(self, site: str) -> None:
        """The claim ends with the connection, however that ends. Its number goes with every change: a run that was
        cut off, and whose site another has taken since, changes nothing any more."""
        with self.transaction():
            self.write("INSERT INTO leases(site, fence) VALUES (?, 0) ON CONFLICT DO NOTHING", site)
            held, fence = self.one(HOLD, site) or (False, 0)
            if not held:
                raise SiteBusy(f"{site}: another run of this site is going on, maybe on another machine")
            self.write("UPDATE leases SET fence = ? WHERE site = ?", fence + 1, site)
        self.lease = (site, fence + 1)

    def claimed(self) -> Collection[str] | None:
        return [site for (site,) in self.read(HELD)]

    @contextmanager
    def shared(self) -> Iterator[Any]:
        with self.transaction():
            self._ask("SELECT 1", ())
            yield self.connection

    def close(self) -> None:
        if self.soon and not self.connection.closed:
            with suppress(StoreError), self.transaction():
                self._ask("SELECT 1", ())
        self.connection.close()

    @contextmanager
    def explained(self) -> Iterator[None]:
        """What PostgreSQL says, in one line that helps."""
        try:
            yield
        except psycopg.Error as error:
            place = re.sub(r"//[^/@]*@", "//", self.address).partition("?")[0]
            why = EXPLANATIONS.get(error.sqlstate or "", str(error).strip().partition("\n")[0])
            raise StoreError(f"{place}: {why}") from error

    # -- how -----------------------------------------------------------------------------------------------------------
    def _said(self, sql: str, values: Sequence[Any]) -> str:
        """A statement with its values in it."""
        text, order = translated(sql)
        given = [kept(value) for value in values]
        said: str = self.connection.cursor().mogrify(text, [given[number] for number in order] if order else given)
        return said

    def _ask(self, sql: str, values: Sequence[Any]) -> Any:
        """The answer to a question, behind the changes that wait."""
        if self.waiting is None:
            self._wake()
            return self.connection.execute(self._said(sql, values))
        cursor = self.connection.execute(";".join([*self.waiting, self._said(sql, values)]))
        self.waiting.clear()
        self.begun = True
        return last(cursor)

    def _wake(self) -> None:
        """Connect again where the server has ended the connection: it has said so, and has nothing else to say now."""
        if self.connection.closed or select.select([self.connection.fileno()], [], [], 0)[0]:
            self._return()

    def _return(self) -> None:
        """Connect again, and hold the site again if nobody took it meanwhile."""
        self.connection.close()
        until = time.monotonic() + AWAY_SECONDS
        while True:
            try:
                self.connection = self._connect()
                break
            except psycopg.OperationalError:
                if time.monotonic() > until:
                    raise
                time.sleep(0.5)
        if self.lease:
            site, fence = self.lease
            held = self.connection.execute(self._said(HOLD, [site])).fetchone()
            if held != (True, fence):
                self.connection.close()
                raise StoreError(f"{site}: another run has taken the site while the store was away")

    def _connect(self) -> Any:
        connection = psycopg.connect(
            self.address, autocommit=True, cursor_factory=psycopg.ClientCursor, connect_timeout=10, **KEEPALIVES
        )
        connection.execute(SESSION)
        return connection

    def _prepare(self) -> None:
        version = self._version()
        if version > len(STEPS):
            raise StoreError(f"the store is of a newer newscrawl (version {version}, this one knows {len(STEPS)})")
        if self.reading:
            if 0 < version < len(STEPS):
                raise StoreError("the store is of an older newscrawl; a crawl brings it up to date")
            if not version:  # an empty store, gone with the connection
                self.connection.execute("SET search_path = pg_temp")
                self._migrate()
            self.connection.execute("SET default_transaction_read_only = on")
        elif version < len(STEPS):
            self._migrate()

    def _version(self) -> int:
        # Not to_regclass, which remembers that there was none while another process made it.
        there = self.connection.execute(
            "SELECT 1 FROM pg_tables WHERE tablename = 'store_version' AND schemaname = current_schema()"
        ).fetchone()
        row = self.connection.execute("SELECT version FROM store_version").fetchone() if there else None
        return int(row[0]) if row else 0

    def _migrate(self) -> None:
        with self.transaction():
            self._ask("SELECT 1", ())
            # Read again under the lock: another process may have done it meanwhile.
            version = self._version()
            if not version:
                self.connection.execute(LEASES)
            missing = [ours for step in STEPS[version:] for each in statements(step) if (ours := table(each))]
            self.connection.execute("".join(missing))
            self.write("UPDATE store_version SET version = ?", len(STEPS))


def kept(value: Any) -> Any:
    """A value as PostgreSQL takes it: its texts have no NUL."""
    return value.replace("\0", "\ufffd") if isinstance(value, str) else value


def last(cursor: Any) -> Any:
    """The cursor at the last of several answers."""
    while cursor.nextset():
        pass
    return cursor


EXPLANATIONS = {
    "22012": "another run has taken the site; this one writes nothing more",
    "25006": "cannot be written: it was opened to be looked at",
    "42501": "may not be written by this user; let it own the schema, or grant it CREATE there",
    "53100": "the disk of the server is full",
    "55P03": f"another process held it for {PATIENCE_SECONDS} seconds; try again",
}
"""SQLSTATE -> what a person needs to know."""
