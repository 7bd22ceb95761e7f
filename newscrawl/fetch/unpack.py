"""Compressed bodies, unpacked within a bound of bytes and only when they are whole.

Scrapy's own decoders give what they could read of a body that breaks off; here that is an error.
"""

import sys
import zlib
from collections.abc import Callable, Iterable, Iterator
from io import BytesIO

import brotli

from newscrawl.fetch.errors import OverBound, Unusable
from newscrawl.text.gzip import PIECE, gunzip, inflate, slices

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

# RFC 9659: a zstd frame on the web needs a window of 8 MB at most; more would be memory for nothing.
ZSTD_WINDOW: dict[int, int] = {zstd.DecompressionParameter.window_log_max: 23}


def unpack(data: bytes, coding: str, most: int) -> bytes:
    """The content of `data`; `coding` is gzip, deflate, br or zstd; `most` bytes come out at most.

    Raises OverBound where there is more, Unusable where the data is damaged or breaks off.
    """
    try:
        return bounded(DECODERS[coding](data), most)
    except (zlib.error, brotli.error, zstd.ZstdError, EOFError) as error:
        raise Unusable(f"broken {coding}", str(error)) from None


def bounded(pieces: Iterable[bytes], most: int) -> bytes:
    """Everything that `pieces` gives."""
    out = BytesIO()
    for piece in pieces:
        if out.tell() + len(piece) > most:
            out.close()  # the error lives on with its frames, what was unpacked need not
            raise OverBound("too big", f"more than {most} bytes when unpacked")
        out.write(piece)
    return out.getvalue()


def ungzip(data: bytes) -> Iterator[bytes]:
    return gunzip(slices(data))


def undeflate(data: bytes) -> Iterator[bytes]:
    """ "deflate" is a zlib stream (RFC 9110, 8.4.1.2); some servers send it without its header."""
    has_header = len(data) > 1 and data[0] & 0x0F == 8 and (data[0] << 8 | data[1]) % 31 == 0
    return inflate(zlib.decompressobj(wbits=15 if has_header else -15), b"", slices(data))


def unbrotli(data: bytes) -> Iterator[bytes]:
    unpacker = brotli.Decompressor()
    waiting = slices(data)
    while not unpacker.is_finished():
        more = next(waiting, b"") if unpacker.can_accept_more_data() else b""
        found = unpacker.process(more, output_buffer_limit=PIECE)
        if not more and not found:
            raise EOFError("it breaks off")
        yield found


def unzstd(data: bytes) -> Iterator[bytes]:
    with zstd.ZstdFile(BytesIO(data), options=ZSTD_WINDOW) as file:
        while piece := bytes(file.read(PIECE)):
            yield piece


DECODERS: dict[str, Callable[[bytes], Iterator[bytes]]] = {
    "gzip": ungzip,
    "x-gzip": ungzip,
    "deflate": undeflate,
    "br": unbrotli,
    "zstd": unzstd,
}
