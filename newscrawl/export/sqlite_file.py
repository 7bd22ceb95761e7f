"""SQLite: a database with one table, as Datasette opens it."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from newscrawl.export.columns import kind_of
from newscrawl.store.tables import write_table


def write_sqlite(path: Path, records: Iterable[dict[str, Any]], columns: Sequence[str]) -> int:
    """Write the file; how many records it has."""
    moments = [name for name in columns if kind_of(name) == "moment"]
    return write_table(path, records, columns, moments)
