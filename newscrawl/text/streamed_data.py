"""Data that a page gets in pieces: Next.js' flight data, the stream of React Router and Remix, Seroval's values."""

import re
from collections.abc import Iterator
from typing import Any

from newscrawl.text.page_values import Named, bounded, loaded
from newscrawl.text.script_values import noted, revived

_PUSHED = re.compile(rb"self\.__next_f\.push\(\[1,\s*(\"(?:[^\"\\]|\\.)*+\")\]\)")
_STREAMED = re.compile(rb"streamController\.enqueue\((\"(?:[^\"\\]|\\.)*+\")\)")
_ROW = re.compile(rb"([0-9a-f]+):(?:T([0-9a-f]+),|[A-Z]{0,2})")


def of_flight(source: bytes) -> Iterator[Named]:
    """The rows of Next.js' flight data, with texts in place of the references to them."""
    if b"__next_f" not in source:
        return
    parts = [loaded(part) for part in _PUSHED.findall(source)]
    rows = dict(_rows("".join(part for part in parts if isinstance(part, str)).encode("utf-8", "replace")))
    try:
        yield "Next.js flight data", bounded(_Rows(rows).roots()) or bounded(_Rows(rows, only_texts=True).roots())
    except RecursionError:
        return


def of_stream(source: bytes) -> Iterator[Named]:
    """What React Router and Remix stream to a page, a line of places at a time; the first is the page's."""
    if b"streamController" not in source:
        return
    parts = (loaded(part) for part in _STREAMED.findall(source))
    for line in "".join(part for part in parts if isinstance(part, str)).split("\n"):
        places = loaded(line.encode("utf-8", "replace")) if line.startswith("[") else None
        if isinstance(places, list):
            yield "React Router's stream", bounded(revived(places))


def of_registers(source: bytes) -> Iterator[Named]:
    """What TanStack Start and Solid write with Seroval."""
    if b"$R[" in source:
        yield "Seroval's values", bounded(noted(source.decode("utf-8", "replace")))


def _rows(data: bytes) -> Iterator[Named]:
    at = 0
    while match := _ROW.match(data, at):
        if match[2]:
            end = match.end() + int(match[2][:8], 16)
            yield match[1].decode(), data[match.end() : end].decode("utf-8", "replace")
            at = end + (data[end : end + 1] == b"\n")
            continue
        end = data.find(b"\n", match.end())
        end = len(data) if end < 0 else end
        yield match[1].decode(), loaded(data[match.end() : end])
        at = end + 1


_REFERENCE = re.compile(r"\$L?([0-9a-f]{1,6})")
_DAY = "$D"
"""What stands before a date."""


class _Rows:
    """The rows of flight data, each with those that it refers to; no row stands inside itself."""

    def __init__(self, rows: dict[str, Any], *, only_texts: bool = False) -> None:
        self._rows = {name: row for name, row in rows.items() if isinstance(row, str) or not only_texts}
        self._all = rows
        self._done: dict[str, Any] = {}
        self._named: set[str] = set()

    def roots(self) -> list[Any]:
        """The rows that no other one holds."""
        filled = {name: self._at(name, row) for name, row in self._all.items() if isinstance(row, dict | list)}
        return [row for name, row in filled.items() if name not in self._named]

    def _at(self, name: str, row: Any) -> Any:
        if name not in self._done:
            self._done[name] = None
            self._done[name] = self._filled(row)
        return self._done[name]

    def _filled(self, value: Any) -> Any:
        if isinstance(value, str) and value.startswith("$"):
            return self._referred(value)
        if isinstance(value, list):
            begin = value[:2] if len(value) == 4 and value[0] == "$" else []  # of an element: what draws it
            return [*begin, *(self._filled(item) for item in value[len(begin) :])]
        return {key: self._filled(item) for key, item in value.items()} if isinstance(value, dict) else value

    def _referred(self, value: str) -> Any:
        if value.startswith(_DAY):
            return value.removeprefix(_DAY)
        found = _REFERENCE.fullmatch(value)
        if found is None or found[1] not in self._rows:
            return value
        row = self._rows[found[1]]
        if isinstance(row, str):
            return row
        filled = self._at(found[1], row)
        if filled is not None:
            self._named.add(found[1])
        return filled
