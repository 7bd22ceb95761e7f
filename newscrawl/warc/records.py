"""Recordings: what was asked and what was answered, as standard WARC files (ISO 28500), one gzip member per record.

An answer is kept as it was received, still compressed by the site. Other WARC tools read these files, and files of
other tools (wget, Common Crawl) can be read here.
"""

import glob
import os
import re
import zlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from http.client import responses
from io import BytesIO
from typing import IO, Any

from warcio.archiveiterator import ArchiveIterator
from warcio.bufferedreaders import ChunkedDataReader
from warcio.exceptions import ArchiveLoadFailed
from warcio.statusandheaders import StatusAndHeaders, StatusAndHeadersParserException
from warcio.warcwriter import WARCWriter

Headers = list[tuple[bytes, bytes]]

# A recording may be passed on; what would let its reader in at a site is left out of it.
SECRET_HEADERS = {b"authorization", b"cookie", b"proxy-authorization"}


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


class Members:
    """Where warcio writes to: everything up to a `flush` becomes one gzip member, and is on disk after it."""

    def __init__(self, file: IO[bytes]) -> None:
        self.file = file
        self.level = 6
        self.packer: Any = None

    def write(self, data: bytes) -> None:
        if self.packer is None:
            self.packer = zlib.compressobj(self.level, zlib.DEFLATED, zlib.MAX_WBITS | 16)
        self.file.write(self.packer.compress(data))

    def flush(self) -> None:
        if self.packer is not None:
            self.file.write(self.packer.flush())
        self.packer = None
        self.file.flush()


class Head(StatusAndHeaders):  # type: ignore[misc]  # warcio has no types
    """The head of a message byte for byte; warcio's own percent-encodes what is not ASCII."""

    def __init__(self, first_line: str, headers: Headers) -> None:
        super().__init__(first_line, [])
        lines = [first_line.encode(), *(name + b": " + one_line(value) for name, value in headers)]
        self.raw = b"\r\n".join(lines) + b"\r\n\r\n"

    def compute_headers_buffer(self, header_filter: object = None) -> None:
        self.headers_buff = self.raw


def one_line(value: bytes) -> bytes:
    """A header's value without the line breaks that would begin another header."""
    return value.translate(bytes.maketrans(b"\r\n\0", b"   "))


class Recording:
    """A recording being written. Until it is closed its file is called `….open`, and holds all that came so far."""

    def __init__(self, path: str, max_bytes: int, about: Mapping[str, str]) -> None:
        """Raises OSError where the file cannot be written; an older recording of that name is replaced."""
        self.path, self.max_bytes, self.about = path, max_bytes, about
        self.part = 0
        os.makedirs(os.path.dirname(path) or ".", exist_ok=True)
        for old in parts(path)[1:]:
            os.remove(old)
        self.begin_part()

    def begin_part(self) -> None:
        self.part += 1
        self.name = part_name(self.path, self.part)
        self.file = open(self.name + ".open", "wb")
        self.members = Members(self.file)
        self.writer = WARCWriter(self.members, gzip=False)
        self.writer.write_record(self.writer.create_warcinfo_record(os.path.basename(self.name), self.about))

    def add(self, exchange: Exchange) -> None:
        if self.file.tell() > self.max_bytes:
            self.close()
            self.begin_part()
        # What the site compressed, and what stands in pictures, does not get smaller: store it as it is.
        packed = any(
            name.lower() == b"content-encoding" or value.startswith(b"image/") for name, value in exchange.headers
        )
        self.members.level = 0 if packed else 6
        answer = self.answer(exchange)
        self.writer.write_request_response_pair(self.request(exchange), answer)

    def answer(self, exchange: Exchange) -> Any:
        if exchange.fault:
            return self.record(exchange, "metadata", None, f"fetch-error: {exchange.fault}\r\n".encode())
        head = Head(f"HTTP/1.1 {exchange.status} {reason(exchange.status)}", exchange.headers)
        return self.record(exchange, "response", head, exchange.body)

    def request(self, exchange: Exchange) -> Any:
        target = re.sub(r"^\w+://[^/?#]*", "", exchange.url) or "/"
        headers = [(name, value) for name, value in exchange.sent if name.lower() not in SECRET_HEADERS]
        return self.record(
            exchange, "request", Head(f"{exchange.method} {target} HTTP/1.1", headers), exchange.sent_body
        )

    def record(self, exchange: Exchange, kind: str, head: Head | None, body: bytes) -> Any:
        when = exchange.when.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        return self.writer.create_warc_record(
            exchange.url,
            kind,
            payload=BytesIO(body),
            length=len(body),
            http_headers=head,
            warc_headers_dict={"WARC-Date": when},
        )

    def close(self) -> None:
        self.file.close()
        os.replace(self.name + ".open", self.name)


def reason(status: int) -> str:
    """The words after a status code; WARC readers want some."""
    return responses.get(status, "Unknown")


def part_name(path: str, number: int) -> str:
    """`a.warc.gz`, `a-00002.warc.gz`, …: a long recording goes on in further files."""
    stem, dot, ending = os.path.basename(path).partition(".")
    name = path if number == 1 else os.path.join(os.path.dirname(path), f"{stem}-{number:05}{dot}{ending}")
    return name


def parts(path: str) -> list[str]:
    """The files of a recording in order; `path` may be a pattern such as `recordings/*.warc.gz`."""
    if not os.path.exists(path):
        return sorted(glob.glob(path))
    found, number = [path], 2
    while os.path.exists(part_name(path, number)):
        found.append(part_name(path, number))
        number += 1
    return found


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
    """Records with their blocks, one after the other."""
    archive = ArchiveIterator(file, no_record_parse=True)
    try:
        for record in archive:
            block = record.raw_stream.read()
            if len(block) != record.length:
                raise EOFError(f"the record at {archive.offset} breaks off")
            yield Place(path, archive.get_record_offset()), record, block
    except BROKEN as error:
        raise Broken(f"{path}: not a whole WARC file: {error}") from error


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
    return datetime.fromisoformat(date) if date else datetime.fromtimestamp(0, UTC)


def lookup(headers: Iterable[tuple[bytes, bytes]], name: bytes) -> bytes:
    """The first header of that name, or b""."""
    return next((value for key, value in headers if key.lower() == name), b"")
