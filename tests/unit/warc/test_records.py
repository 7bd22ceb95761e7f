"""Recordings of other people: a record of any length costs little memory, by every way into a file."""

import tracemalloc
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest

from newscrawl.fetch.replay import index
from newscrawl.warc.index import pages_in
from newscrawl.warc.records import MOST, Broken, exchanges

LONG = MOST + 2**20


def member(*parts: bytes) -> bytes:
    packer = zlib.compressobj(1, zlib.DEFLATED, zlib.MAX_WBITS | 16)
    return b"".join(map(packer.compress, parts)) + packer.flush()


def record(number: int, length: int = 100, head: bytes = b"", date: str = "2026-11-22T11:00:05Z") -> bytes:
    answer = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + head
    about = (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://example.com/{number}\r\n"
        f"WARC-Date: {date}\r\nContent-Length: {len(answer) + length}\r\n"
    )
    million = bytes(10**6)
    body = (million[: length - at] for at in range(0, length, 10**6))
    return member(about.encode(), b"\r\n", answer, *body, b"\r\n\r\n")


def by_exchange(path: str) -> list[str]:
    return [exchange.url for _, exchange in exchanges(path)]


def by_index(path: str) -> list[str]:
    return [page.url for page in pages_in(path, lambda url: True)]


def by_replay(path: str) -> list[str]:
    return [url for _, url, _ in index(path)]


@pytest.mark.parametrize("read", [by_exchange, by_index, by_replay])
def test_a_record_that_is_too_long_is_left_out_and_not_held(read: Callable[[str], list[str]], tmp_path: Path) -> None:
    file = tmp_path / "a.warc.gz"
    file.write_bytes(record(1) + record(2, LONG) + record(3))
    tracemalloc.start()
    found = read(str(file))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert found == ["https://example.com/1", "https://example.com/3"]
    assert peak < LONG / 2


@pytest.mark.parametrize("read", [by_exchange, by_index, by_replay])
def test_a_date_that_is_none_costs_no_record(read: Callable[[str], list[str]], tmp_path: Path) -> None:
    file = tmp_path / "a.warc.gz"
    dates = ("soon", "99999-01-01T00:00:00Z", "2026-11-22T11:00:05")
    file.write_bytes(b"".join(record(number, date=date) for number, date in enumerate(dates)))
    assert read(str(file)) == [f"https://example.com/{number}" for number in range(3)]
    assert all(exchange.when.tzinfo for _, exchange in exchanges(str(file)))


@pytest.mark.parametrize("head", [b"a" * 3_000_000, b"a: b\r\n" * 500_000])
def test_a_record_whose_head_does_not_end_is_none(head: bytes, tmp_path: Path) -> None:
    file = tmp_path / "a.warc.gz"
    file.write_bytes(record(1) + record(2) + member(b"WARC/1.0\r\nWARC-Type: response\r\n" + head))
    found: list[str] = []
    with pytest.raises(Broken, match="the head of a record has no end"):
        found.extend(exchange.url for _, exchange in exchanges(str(file)))
    assert found == ["https://example.com/1"]  # the second waits for its request
