"""Exchanges made by hand, and recordings of them."""

from datetime import UTC, datetime
from pathlib import Path

from newscrawl.warc.exchange import Exchange
from newscrawl.warc.recording import Recording, parts
from newscrawl.warc.records import exchanges

WHEN = datetime(2026, 11, 22, 11, 0, 5, tzinfo=UTC)
PAGE = "<html><body><h1>新闻 — über</h1></body></html>".encode()


def some(number: int, **changes: object) -> Exchange:
    values: dict[str, object] = {
        "method": "GET",
        "url": f"https://example.com/{number}",
        "sent": [(b"User-Agent", b"x")],
        "status": 200,
        "headers": [(b"Content-Type", b"text/html"), (b"X-Odd", b"caf\xe9 \xe4\xb8\xad")],
        "body": PAGE,
        "when": WHEN,
    }
    return Exchange(**{**values, **changes})  # type: ignore[arg-type]


def written(path: Path, *given: Exchange, max_bytes: int = 10**9) -> list[Exchange]:
    recording = Recording(str(path), max_bytes, {"software": "test"})
    for exchange in given:
        recording.add(exchange)
    recording.close()
    return [exchange for file in parts(str(path)) for _, exchange in exchanges(file)]
