"""CSV for spreadsheets and data tools: RFC 4180, UTF-8 with the mark by which spreadsheets know it.

A spreadsheet runs a cell that begins with one of = + - @ as a formula, a tab before it or not. Such a text gets an
apostrophe in front, which is how a person would type it. Lists are JSON arrays; there are no control characters.
"""

import csv
import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from newscrawl.text.characters import printable

FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")


def write_csv(path: Path, records: Iterable[dict[str, Any]], columns: Sequence[str]) -> int:
    """Write the file; how many records it has."""
    count = 0
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(columns)
        for record in records:
            writer.writerow([cell(record.get(name)) for name in columns])
            count += 1
    return count


def cell(value: Any) -> str:
    """A value as a cell that is text in every program."""
    if isinstance(value, list):
        return printable(json.dumps(value, ensure_ascii=False))
    text = printable(value or "").replace("\t", " ") if value else ""
    return f"'{text}" if text.lstrip(" \n").startswith(FORMULA) else text
