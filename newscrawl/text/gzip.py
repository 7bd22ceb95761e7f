"""gzip, unpacked piece by piece, so that whoever reads can stop where it becomes too much."""

import zlib
from collections.abc import Generator, Iterator

GZIP = b"\x1f\x8b"
# Bytes that come out at a time: what a bomb can cost beyond its reader's own bound.
PIECE = 64 * 1024
# Honest files have a few members; each one costs a copy of what follows it.
MOST_MEMBERS = 100


def gunzip(data: Iterator[bytes]) -> Iterator[bytes]:
    """What is packed, in pieces of PIECE bytes at most, of as many members as there are.

    What stands behind the last member is left, as browsers do. Raises zlib.error where the data is damaged or has too
    many members, EOFError where it breaks off; all that came before is right.
    """
    held = b""
    for _ in range(MOST_MEMBERS):
        held = yield from inflate(zlib.decompressobj(wbits=31), held, data)
        while len(held) < len(GZIP) and (more := next(data, b"")):
            held += more
        if not held.startswith(GZIP):
            return
    raise zlib.error(f"more than {MOST_MEMBERS} gzip members")


def inflate(machine: "zlib._Decompress", held: bytes, data: Iterator[bytes]) -> Generator[bytes, None, bytes]:
    """What one zlib decompressor makes of `held` and then `data`, in pieces; returns what stands behind its stream."""
    while not machine.eof:
        held = held or next(data, b"")
        if not held:
            raise EOFError("it breaks off")
        if out := machine.decompress(held, PIECE):
            yield out
        held = machine.unconsumed_tail
    return machine.unused_data


def slices(data: bytes) -> Iterator[bytes]:
    """The input in pieces: a decoder copies what it has not read yet each time it is called."""
    return (data[start : start + PIECE] for start in range(0, len(data), PIECE))
