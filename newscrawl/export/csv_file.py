"""CSV for spreadsheets and data tools: RFC 4180, UTF-8 with the mark by which spreadsheets know it.

A spreadsheet runs a cell that begins with one of = + - @ as a formula, a tab before it or not. Such a text gets an
apostrophe in front, which is how a person would type it. Lists are JSON arrays; there are no control characters.
"""

import json
import re
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from newscrawl.text.characters import printable

_TO_QUOTE = re.compile(r'[",\r\n]')
FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")


def write_csv(path: Path, records: Iterable[dict[str, Any]], columns: Sequence[str]) -> int:
    """Write the file; how many records it has."""
    count = 0
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        file.write(row(columns))
        for record in records:
            file.write(row([cell(record.get(name)) for name in columns]))
            count += 1
    return count


def row(cells: Sequence[str]) -> str:
    """A line of the file. Python's own csv looks at each letter, and took two thirds of the time of an export."""
    quoted = ('"' + text.replace('"', '""') + '"' if _TO_QUOTE.search(text) else text for text in cells)
    return (",".join(quoted) or '""') + "\r\n"


def cell(value: Any) -> str:
    """A value as a cell that is text in every program."""
    if isinstance(value, list):
        return printable(json.dumps(value, ensure_ascii=False))
    text = printable(value or "").replace("\t", " ") if value else ""
    return f"'{text}" if text.lstrip(" \n").startswith(FORMULA) else text
