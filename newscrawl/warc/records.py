"""Records: exchanges read from WARC files, our own and those of other tools (wget, Common Crawl)."""

import logging
import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from io import BytesIO
from typing import IO, Any

from warcio.archiveiterator import ArchiveIterator
from warcio.bufferedreaders import ChunkedDataReader, DecompressingBufferedReader
from warcio.exceptions import ArchiveLoadFailed
from warcio.statusandheaders import StatusAndHeadersParserException

from newscrawl.warc.exchange import Exchange, Headers

log = logging.getLogger(__name__)

MOST = 64 * 2**20
"""Bytes of a record; a longer one is passed over. A crawl takes listings of up to 50 MB (LISTING_MAXSIZE)."""

MOST_HEAD = 2**20
"""Bytes of a record's own head, which has a dozen lines."""

# What warcio raises where a file is no WARC, or breaks off.
BROKEN = (ArchiveLoadFailed, StatusAndHeadersParserException, zlib.error, EOFError, ValueError, AttributeError)


class Broken(Exception):
    """A file that is no WARC, or ends in the middle of a record. Says which file."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a record stands: a file and the offset of its gzip member."""

    path: str
    offset: int


def exchanges(path: str) -> Iterator[tuple[Place, Exchange]]:
    """Every exchange of one file in its order. Our requests stand behind their answers, those of Common Crawl before.

    Raises Broken after the last whole record of a damaged file.
    """
    waiting: tuple[Place, Any, bytes] | None = None
    requests: dict[str, bytes] = {}
    with open(path, "rb") as file:
        for place, record, block in records(file, path):
            about = record.rec_headers.get_header("WARC-Concurrent-To") or ""
            if record.rec_type == "request":
                if waiting and about == waiting[1].rec_headers.get_header("WARC-Record-ID"):
                    yield waiting[0], exchange(*waiting[1:], block)
                    waiting = None
                else:
                    requests = {record.rec_headers.get_header("WARC-Record-ID"): block}
            elif record.rec_type == "response" or fault_in(record.rec_type, block):
                if waiting:
                    yield waiting[0], exchange(*waiting[1:], b"")
                waiting = (place, record, block)
                if about in requests:
                    yield place, exchange(record, block, requests.pop(about))
                    waiting = None
    if waiting:
        yield waiting[0], exchange(*waiting[1:], b"")


def records(file: IO[bytes], path: str) -> Iterator[tuple[Place, Any, bytes]]:
    """Records with their blocks, one after the other; those that are too long are left out."""
    archive = ArchiveIterator(file, no_record_parse=True)
    archive.reader = BoundedReader(file)
    try:
        for record in archive:
            if (record.length or 0) > MOST:
                log.warning("%s: a record of %d bytes is left out", path, record.length)
                continue
            block = record.raw_stream.read()
            if len(block) != record.length:
                raise EOFError(f"the record at {archive.offset} breaks off")
            yield Place(path, archive.get_record_offset()), record, block
    except BROKEN as error:
        raise Broken(f"{path}: not a whole WARC file: {error}") from error


class BoundedReader(DecompressingBufferedReader):  # type: ignore[misc]  # warcio has no types
    """Reads lines, which are those of a record's head, up to a bound."""

    head = 0

    def readline(self, length: int | None = None) -> bytes:
        line: bytes = super().readline(MOST_HEAD if length is None else min(length, MOST_HEAD))
        self.head += len(line)
        if self.head > MOST_HEAD:
            raise ValueError("the head of a record has no end")
        return line

    def read(self, length: int | None = None) -> bytes:
        self.head = 0
        block: bytes = super().read(length)
        return block


def read_at(place: Place) -> Exchange:
    """The exchange whose answer stands at a place; the request's side is left empty."""
    with open(place.path, "rb") as file:
        file.seek(place.offset)
        for _, record, block in records(file, place.path):
            return exchange(record, block, b"")
    raise Broken(f"{place.path}: no record at {place.offset}")


def exchange(record: Any, block: bytes, asked: bytes) -> Exchange:
    first, sent, sent_body = message(asked)
    get = record.rec_headers.get_header
    bare = Exchange(
        method=first.split(b" ")[0].decode("ascii", "replace") or "GET",
        url=get("WARC-Target-URI") or "",
        sent=sent,
        sent_body=sent_body,
        headers=[],
        when=moment(get("WARC-Date")),
    )
    if fault := fault_in(record.rec_type, block):
        return replace(bare, fault=fault)
    first, headers, body = message(block)
    return replace(bare, status=status_in(first), headers=headers, body=unchunked(headers, body))


def message(block: bytes) -> tuple[bytes, Headers, bytes]:
    """First line, headers and body of an HTTP message."""
    head, _, body = block.partition(b"\r\n\r\n")
    first, *lines = head.split(b"\r\n")
    split = (line.partition(b":") for line in lines)
    return first, [(name.strip(), value.strip()) for name, colon, value in split if colon], body


def unchunked(headers: Headers, body: bytes) -> bytes:
    """Some tools keep a body in its chunks."""
    chunked = any(name.lower() == b"transfer-encoding" and value.lower() == b"chunked" for name, value in headers)
    return bytes(ChunkedDataReader(BytesIO(body)).read()) if chunked else body


def status_in(first_line: bytes) -> int:
    found = re.match(rb"HTTP/\S+ (\d{3})", first_line)
    return int(found[1]) if found else 0


def fault_in(kind: str, block: bytes) -> str:
    """Why a request got no answer, as `Recording` writes it; "" for every other record."""
    found = re.match(rb"fetch-error: (.+?)\r?$", block, re.M) if kind == "metadata" else None
    return found[1].decode("utf-8", "replace") if found else ""


def moment(date: str | None) -> datetime:
    """When a record was made: 1970 where it does not say, or says what is no date."""
    try:
        when = datetime.fromisoformat(date or "")
    except ValueError:
        return datetime.fromtimestamp(0, UTC)
    return when if when.tzinfo else when.replace(tzinfo=UTC)
