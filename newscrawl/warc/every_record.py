"""Every record that can be read: a damaged stretch of a file costs what stands there, and reading goes on behind it."""

import re
import zlib
from collections.abc import Iterator
from typing import IO, Any

from newscrawl.warc.records import Broken, Place, records

PIECE = 2**20
BEGINS = b"WARC/"
"""The first bytes of a record."""


def every_record(path: str) -> Iterator[tuple[Place, Any, bytes] | Broken]:
    """The records of a file with their blocks; an error in the place of what is damaged. Raises OSError."""
    with open(path, "rb") as file:
        begin: int | None = 0
        while begin is not None:
            file.seek(begin)
            last = None
            try:
                for place, record, block in records(file, path):
                    last = place.offset
                    yield place, record, block
                return
            except Broken as error:
                # A stretch is told once: where the search finds the damaged record itself, nothing comes of it.
                if last is not None or begin == 0:
                    yield error
            begin = next_record(file, (begin if last is None else last) + 1)


def next_record(file: IO[bytes], begin: int) -> int | None:
    """Where the next record begins, at `begin` or behind; None where none does."""
    file.seek(0)
    packed = file.read(2) == b"\x1f\x8b"
    mark = re.compile(rb"\x1f\x8b\x08" if packed else rb"WARC/1\.")
    while piece := read_at(file, begin):
        for found in mark.finditer(piece):
            if not packed or is_record(read_at(file, begin + found.start(), 2**12)):
                return begin + found.start()
        begin += max(len(piece) - 6, 1)  # a mark may stand across two pieces
    return None


def read_at(file: IO[bytes], offset: int, size: int = PIECE) -> bytes:
    file.seek(offset)
    return file.read(size)


def is_record(packed: bytes) -> bool:
    """Whether the begin of a gzip member is that of a record, and not a packed page within one."""
    try:
        return zlib.decompressobj(wbits=31).decompress(packed, len(BEGINS)) == BEGINS
    except zlib.error:
        return False
