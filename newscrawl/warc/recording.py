"""Recording: exchanges written as standard WARC files (ISO 28500), one gzip member per record.

An answer is kept as it was received, still compressed by the site. Other WARC tools read these files.
"""

import glob
import os
import re
import zlib
from collections.abc import Mapping
from datetime import UTC
from http.client import responses
from io import BytesIO
from typing import IO, Any

from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from newscrawl.warc.exchange import Exchange, Headers

# A recording may be passed on; what would let its reader in at a site is left out of it.
SECRET_HEADERS = {b"authorization", b"cookie", b"proxy-authorization"}


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
