"""JSON Lines: one record a line."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from newscrawl.state.jsonl import line


def write_json_lines(path: Path, records: Iterable[dict[str, Any]], columns: Sequence[str]) -> int:
    """Write the file; how many records it has."""
    count = 0
    with path.open("wb") as file:
        for data in lines(records, columns):
            file.write(data)
            count += 1
    return count


def lines(records: Iterable[dict[str, Any]], columns: Sequence[str]) -> Iterable[bytes]:
    """The lines of the file."""
    return (line({name: record.get(name, "") for name in columns}) for record in records)
