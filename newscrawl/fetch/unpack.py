"""Compressed bodies, unpacked within a bound of bytes and only when they are whole.

Scrapy's own decoders give what they could read of a body that breaks off; here that is an error.
"""

import sys
import zlib
from collections.abc import Callable, Iterator
from io import BytesIO
from typing import Any

import brotli

from newscrawl.fetch.errors import OverBound, Unusable

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

# How much is unpacked at a time: what a bomb can cost beyond the bound itself.
PIECE = 64 * 1024
# Honest files have a few members; each one costs a copy of what follows it.
MOST_MEMBERS = 100
# RFC 9659: a zstd frame on the web needs a window of 8 MB at most; more would be memory for nothing.
ZSTD_WINDOW: dict[int, int] = {zstd.DecompressionParameter.window_log_max: 23}


def unpack(data: bytes, coding: str, most: int) -> bytes:
    """The content of `data`; `coding` is gzip, deflate, br or zstd; `most` bytes come out at most.

    Raises OverBound where there is more, Unusable where the data is damaged or breaks off.
    """
    try:
        return DECODERS[coding](data, most)
    except (zlib.error, brotli.error, zstd.ZstdError, EOFError) as error:
        raise Unusable(f"broken {coding}", str(error)) from None


def bounded(pieces: Callable[[], bytes], most: int) -> bytes:
    """Everything that `pieces` gives until it gives nothing."""
    out = BytesIO()
    while piece := pieces():
        if out.tell() + len(piece) > most:
            out.close()  # the error lives on with its frames, what was unpacked need not
            raise OverBound("too big", f"more than {most} bytes when unpacked")
        out.write(piece)
    return out.getvalue()


def gunzip(data: bytes, most: int) -> bytes:
    """gzip, with as many members as there are. What stands behind them and is no gzip is left, as browsers do."""
    out = b""
    for _ in range(MOST_MEMBERS):
        unpacker = zlib.decompressobj(wbits=31)
        slices = slices_of(data)
        out += inflate_with(unpacker, slices, most - len(out))
        data = unpacker.unused_data + b"".join(slices)
        if data[:2] != b"\x1f\x8b":
            return out
    raise OverBound("too big", f"more than {MOST_MEMBERS} gzip members")


def inflate(data: bytes, most: int) -> bytes:
    """ "deflate" is a zlib stream (RFC 9110, 8.4.1.2); some servers send it without its header."""
    has_header = len(data) > 1 and data[0] & 0x0F == 8 and (data[0] << 8 | data[1]) % 31 == 0
    return inflate_with(zlib.decompressobj(wbits=15 if has_header else -15), slices_of(data), most)


def inflate_with(unpacker: Any, slices: Iterator[bytes], most: int) -> bytes:
    left = b""

    def piece() -> bytes:
        nonlocal left
        found = b""
        while not found and not unpacker.eof and (left or (left := next(slices, b""))):
            found = unpacker.decompress(left, PIECE)
            left = unpacker.unconsumed_tail
        return found

    out = bounded(piece, most)
    if not unpacker.eof:
        raise EOFError("it breaks off")
    return out


def unbrotli(data: bytes, most: int) -> bytes:
    unpacker = brotli.Decompressor()
    slices = slices_of(data)

    def piece() -> bytes:
        found = b""
        while not found and not unpacker.is_finished():
            more = next(slices, b"") if unpacker.can_accept_more_data() else b""
            found = unpacker.process(more, output_buffer_limit=PIECE)
            if not more and not found:
                break
        return found

    out = bounded(piece, most)
    if not unpacker.is_finished():
        raise EOFError("it breaks off")
    return out


def slices_of(data: bytes) -> Iterator[bytes]:
    """The input in pieces: a decoder copies what it has not read yet each time it is called."""
    return (data[start : start + PIECE] for start in range(0, len(data), PIECE))


def unzstd(data: bytes, most: int) -> bytes:
    with zstd.ZstdFile(BytesIO(data), options=ZSTD_WINDOW) as file:
        return bounded(lambda: bytes(file.read(PIECE)), most)


DECODERS: dict[str, Callable[[bytes, int], bytes]] = {
    "gzip": gunzip,
    "x-gzip": gunzip,
    "deflate": inflate,
    "br": unbrotli,
    "zstd": unzstd,
}
