"""Tables: a SQLite file of its own with one table of articles, for Datasette and whoever reads SQL."""

import json
import sqlite3
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any


def write_table(path: Path, records: Iterable[dict[str, Any]], columns: Sequence[str], moments: Sequence[str]) -> int:
    """Write a new file; how many rows it has. Moments are ISO 8601 in UTC, so that they sort; lists are JSON arrays."""
    connection = sqlite3.connect(path, isolation_level=None)
    try:
        connection.execute("PRAGMA journal_mode = OFF")
        connection.execute("PRAGMA synchronous = OFF")  # the file is synced once, before it gets its name
        connection.execute("BEGIN")
        connection.execute(f"CREATE TABLE articles ({', '.join(f'{name} TEXT' for name in columns)})")
        marks = ", ".join("?" * len(columns))
        rows = ([_value(record.get(name, ""), name in moments) for name in columns] for record in records)
        connection.executemany(f"INSERT INTO articles VALUES ({marks})", rows)
        for name in ("published", "site", "url"):
            if name in columns:
                connection.execute(f"CREATE INDEX articles_{name} ON articles({name})")
        (count,) = connection.execute("SELECT count(*) FROM articles").fetchone()
        connection.execute("COMMIT")
        return int(count)
    except sqlite3.Error as error:
        raise OSError(0, str(error), str(path)) from None
    finally:
        connection.close()


def _value(value: Any, is_moment: bool) -> str | None:
    if isinstance(value, list):
        return json.dumps(value, ensure_ascii=False)
    if is_moment and value:
        return datetime.fromisoformat(value).astimezone(UTC).isoformat()
    return str(value or "").encode("utf-8", "ignore").decode() if value is not None else None
