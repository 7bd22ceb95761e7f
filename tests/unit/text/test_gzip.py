"""gzip in pieces."""

import gzip
import os
import zlib
from collections.abc import Iterator

import pytest

from newscrawl.text.gzip import MOST_MEMBERS, PIECE, gunzip, slices

NOISE = os.urandom(3 * PIECE)


def unpacked(data: bytes) -> bytes:
    return b"".join(gunzip(slices(data)))


@pytest.mark.parametrize("body", [b"", b"x", b"news " * 100_000, NOISE], ids=["nothing", "short", "long", "noise"])
def test_one_member(body: bytes) -> None:
    assert unpacked(gzip.compress(body)) == body


def test_several_members_and_what_stands_behind_them() -> None:
    packed = b"".join(map(gzip.compress, (b"one ", NOISE, b"", b" two")))
    assert unpacked(packed) == unpacked(packed + b"\0\0 no gzip") == b"one " + NOISE + b" two"


@pytest.mark.parametrize("size", [1, 2, 3, 1000])
def test_members_cut_anywhere(size: int) -> None:
    packed = gzip.compress(b"one") + gzip.compress(b"two")
    assert b"".join(gunzip(packed[i : i + size] for i in range(0, len(packed), size))) == b"onetwo"


def test_what_came_before_the_damage_is_right() -> None:
    pieces: Iterator[bytes] = gunzip(slices(gzip.compress(NOISE)[: 2 * PIECE]))
    found = b""
    with pytest.raises(EOFError):
        for piece in pieces:
            found += piece
    assert len(found) > PIECE and NOISE.startswith(found)
    with pytest.raises(zlib.error):
        unpacked(b"\x1f\x8b\x08" + bytes(20) + b"garbage")


def test_a_bomb_is_unpacked_as_far_as_its_reader_goes() -> None:
    bomb = gzip.compress(bytes(200 * PIECE))
    assert all(len(piece) <= PIECE for piece in gunzip(slices(bomb)))
    read = 0

    def counted() -> Iterator[bytes]:
        nonlocal read
        for piece in slices(bomb * 2):
            read += 1
            yield piece

    next(gunzip(counted()))
    assert read == 1


def test_members_are_counted() -> None:
    assert unpacked(gzip.compress(b"x") * MOST_MEMBERS) == b"x" * MOST_MEMBERS
    with pytest.raises(zlib.error, match="members"):
        unpacked(gzip.compress(b"x") * (MOST_MEMBERS + 1))
