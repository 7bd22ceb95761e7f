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
    texts = {f"${name}": value for name, value in rows.items() if isinstance(value, str)}
    try:
        filled = [_filled(value, texts) for value in rows.values() if isinstance(value, dict | list)]
    except RecursionError:
        return
    yield "Next.js flight data", bounded(filled)


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


def _filled(value: Any, texts: dict[str, str]) -> Any:
    if isinstance(value, str):
        return texts.get(value, value) if value.startswith("$") else value
    if isinstance(value, list):
        return [_filled(item, texts) for item in value]
    return {key: _filled(item, texts) for key, item in value.items()} if isinstance(value, dict) else value
