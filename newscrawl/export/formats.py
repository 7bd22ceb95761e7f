"""The formats of exports, by the end of a file's name."""

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

from newscrawl.errors import ArgumentError
from newscrawl.export.csv_file import write_csv
from newscrawl.export.epub import write_epub
from newscrawl.export.json_lines import write_json_lines
from newscrawl.export.parquet import write_parquet
from newscrawl.export.sqlite_file import write_sqlite

Records = Iterable[dict[str, Any]]
WriteRecords = Callable[[Path, Records, Sequence[str]], int]
"""Writes records into a new file; how many. Raises OSError."""

FORMATS: dict[str, WriteRecords] = {
    ".jsonl": write_json_lines,
    ".csv": write_csv,
    ".parquet": write_parquet,
    ".db": write_sqlite,
    ".sqlite": write_sqlite,
    ".epub": write_epub,
}


def format_of(path: Path) -> WriteRecords:
    """How a file of this name is written."""
    if path.suffix.lower() not in FORMATS:
        raise ArgumentError(f"--to {path}: a file that ends with {', '.join(FORMATS)} is accepted")
    return FORMATS[path.suffix.lower()]
