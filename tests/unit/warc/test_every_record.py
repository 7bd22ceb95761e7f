"""Damage in the middle of a file costs what stands there."""

import gzip
from pathlib import Path

import pytest

from newscrawl.warc.every_record import every_record
from newscrawl.warc.records import Broken
from tests.support.exchanges import some, written


@pytest.fixture
def recording(tmp_path: Path) -> Path:
    path = tmp_path / "a.warc.gz"
    # A packed page is stored as it is: the mark of gzip stands within its record.
    packed = gzip.compress(b"<html>" + bytes(range(256)) * 20)
    written(path, *(some(n, headers=[(b"Content-Encoding", b"gzip")], body=packed) for n in range(5)))
    return path


def read(path: Path) -> tuple[list[str], int]:
    """The addresses that can be read, and how many stretches cannot."""
    found = list(every_record(str(path)))
    whole = [each for each in found if not isinstance(each, Broken)]
    heads = [head.rec_headers.get_header("WARC-Target-URI")[-1] for _, head, _ in whole if head.rec_type == "response"]
    return heads, len(found) - len(whole)


def place(path: Path, address: str) -> int:
    found = (each for each in every_record(str(path)) if not isinstance(each, Broken))
    return next(place.offset for place, head, _ in found if address == head.rec_headers.get_header("WARC-Target-URI"))


def test_a_damaged_record_costs_itself(recording: Path) -> None:
    assert read(recording) == (list("01234"), 0)
    begin, data = place(recording, "https://example.com/2"), bytearray(recording.read_bytes())
    for at in (begin, begin + 3, begin + 400):  # its mark, its head, its page
        recording.write_bytes(data[:at] + bytes(8) + data[at + 8 :])
        assert read(recording) == (list("0134"), 1)


def test_so_it_does_in_a_file_that_is_not_packed(recording: Path) -> None:
    plain = recording.with_suffix("")
    plain.write_bytes(gzip.decompress(recording.read_bytes()))
    assert read(plain) == (list("01234"), 0)
    data = plain.read_bytes().replace(b"Content-Length:", b"Content-Longer:", 4)  # up to the head of the second answer
    plain.write_bytes(data)
    assert read(plain)[0][-3:] == list("234")


def test_a_file_that_breaks_off_and_one_that_is_none(recording: Path) -> None:
    recording.write_bytes(recording.read_bytes()[: place(recording, "https://example.com/4") + 50])
    assert read(recording) == (list("0123"), 1)
    recording.write_bytes(b"no such thing")
    assert read(recording) == ([], 1)
