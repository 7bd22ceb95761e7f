"""A store copied into another one, of either engine: table by table in the order of its key, then compared.

`sites` comes last: until then a copy is a store in which no site was crawled, and a copy that was cut off goes on
where it stopped.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from newscrawl.errors import StoreError
from newscrawl.store.database import Database, Row
from newscrawl.store.schema import Table, tables

STEP = 5_000
"""Rows at once, each lot committed: 10 MB of articles."""


def copy_tables(source: Database, target: Database) -> int:
    """Copy all; how many rows there are. Raises StoreError for a target that is in use, or a copy that differs."""
    if target.read("SELECT 1 FROM sites LIMIT 1"):
        raise StoreError("the store to copy into is in use: sites were crawled into it")
    found = sorted(tables(), key=lambda table: table.name == "sites")
    for table in found:
        for rows in TableWalk(source, table).after(newest(target, table)):
            target.fill(table.name, table.columns, rows)
    return sum(compared(source, target, table) for table in found)


@dataclass(frozen=True, slots=True)
class TableWalk:
    """All rows of a table in the order of its key."""

    database: Database
    table: Table

    def after(self, key: Row = ()) -> Iterator[list[Row]]:
        table = self.table
        names, order = ", ".join(table.columns), ", ".join(table.key)
        places = [table.columns.index(name) for name in table.key]
        while True:
            where = f"WHERE ({order}) > ({', '.join('?' * len(key))})" if key else ""
            rows = self.database.read(f"SELECT {names} FROM {table.name} {where} ORDER BY {order} LIMIT {STEP}", *key)
            if not rows:
                return
            yield rows
            key = tuple(rows[-1][place] for place in places)


def newest(database: Database, table: Table) -> Row:
    """The last key of a table; () where it is empty."""
    order = ", ".join(f"{name} DESC" for name in table.key)
    return database.one(f"SELECT {', '.join(table.key)} FROM {table.name} ORDER BY {order} LIMIT 1") or ()


def compared(source: Database, target: Database, table: Table) -> int:
    """How many rows both have. Raises StoreError where they differ."""
    count = 0
    theirs = TableWalk(target, table).after()
    for rows in TableWalk(source, table).after():
        if list(map(plain, rows)) != list(map(plain, next(theirs, []))):
            raise StoreError(f"the copy differs in {table.name}: empty it, and copy again while no crawl is going on")
        count += len(rows)
    if next(theirs, None):
        raise StoreError(f"the copy has more in {table.name}: empty it, and copy again")
    return count


def plain(row: Row) -> Row:
    """A row as both engines can hold it: PostgreSQL's texts have no NUL."""
    return tuple(value.replace("\0", "\ufffd") if isinstance(value, str) else value for value in row)
