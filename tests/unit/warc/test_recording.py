"""Exchanges written and read again: what was received is what is kept."""

import os
from pathlib import Path

import pytest

from newscrawl.warc.exchange import lookup, pairs
from newscrawl.warc.recording import Recording, part_name, parts
from newscrawl.warc.records import Broken, exchanges, read_at
from tests.support.exchanges import PAGE, some, written


def test_bytes_come_back_as_they_were(tmp_path: Path) -> None:
    given = [
        some(1),
        some(2, body=bytes(range(256)) * 9),
        some(3, status=999, body=b""),
        some(4, fault="refused", status=0, headers=[], body=b""),
        some(5, method="POST", sent_body=b"a=1\r\n\r\nb"),
    ]
    assert written(tmp_path / "a.warc.gz", *given) == given


def test_no_header_can_forge_another_and_no_secret_is_kept(tmp_path: Path) -> None:
    given = some(1, headers=[(b"X", b"1\r\nSet-Cookie: a")], sent=[(b"Authorization", b"Basic x"), (b"Cookie", b"s=1")])
    [back] = written(tmp_path / "a.warc.gz", given)
    assert back.headers == [(b"X", b"1  Set-Cookie: a")]
    assert back.sent == []


def test_a_recording_goes_on_in_further_files(tmp_path: Path) -> None:
    path = tmp_path / "a.warc.gz"
    given = [some(number, body=bytes([number]) * 3000, headers=[(b"Content-Encoding", b"br")]) for number in range(20)]
    assert written(path, *given, max_bytes=10_000) == given
    assert len(parts(str(path))) > 3
    assert all(Path(file).stat().st_size < 15_000 for file in parts(str(path)))
    assert written(path, given[0]) == [given[0]]  # a new recording leaves no part of the older one behind


def test_a_killed_run_leaves_all_that_came_before(tmp_path: Path) -> None:
    recording = Recording(str(tmp_path / "a.warc.gz"), 10**9, {})
    recording.add(some(1))
    [file] = tmp_path.iterdir()
    one = len(file.read_bytes())
    recording.add(some(2, body=os.urandom(5000)))
    recording.file.close()
    assert file.name == "a.warc.gz.open"
    for cut in (one + 700, one + 4000):
        file.write_bytes(file.read_bytes()[:cut])
        found: list[str] = []
        with pytest.raises(Broken, match=r"a\.warc\.gz\.open"):
            found.extend(exchange.url for _, exchange in exchanges(str(file)))
        assert found in (["https://example.com/1"], [])


def test_part_names() -> None:
    assert part_name("x/a.b.warc.gz", 2) == "x/a-00002.b.warc.gz"


def test_one_exchange_is_read_where_it_stands(tmp_path: Path) -> None:
    path = tmp_path / "a.warc.gz"
    written(path, *map(some, range(5)))
    places = {exchange.url: place for place, exchange in exchanges(str(path))}
    found = read_at(places["https://example.com/3"])
    assert (found.url, found.body, found.sent) == ("https://example.com/3", PAGE, [])


def test_headers_of_several_values() -> None:
    headers = pairs({b"Set-Cookie": [b"a", b"b"], b"Etag": [b"x"]})
    assert headers == [(b"Set-Cookie", b"a"), (b"Set-Cookie", b"b"), (b"Etag", b"x")]
    assert (lookup(headers, b"etag"), lookup(headers, b"age")) == (b"x", b"")
