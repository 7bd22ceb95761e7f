"""Exchange: one request and its answer, as a recording holds them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

Headers = list[tuple[bytes, bytes]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Exchange:
    """One request and what came back: an answer, or where `fault` is set the reason why none came."""

    method: str
    url: str
    sent: Headers
    sent_body: bytes = b""
    status: int = 0
    headers: Headers
    body: bytes = b""
    when: datetime
    fault: str = ""


def pairs(headers: Mapping[bytes, Iterable[bytes]]) -> Headers:
    """Scrapy's headers, of which one may have several values, as they stand in a message."""
    return [(name, value) for name, values in headers.items() for value in values]


def lookup(headers: Iterable[tuple[bytes, bytes]], name: bytes) -> bytes:
    """The first header of that name, or b""."""
    return next((value for key, value in headers if key.lower() == name), b"")
