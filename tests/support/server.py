"""A web server that does what it is told, byte for byte, and keeps a log: the evidence of every test of fetching.

    with Server() as server:
        server.on("/robots.txt", page("User-agent: *\\nDisallow: /private"))
        server.on("/busy", page(status=503, retry_after=1), page("here you are"))   # the last answer is repeated
        server.on("/drip", [head(), *drip(b"x", every=0.1, times=600)])
        ...
        assert [hit.path for hit in server.log] == [...]

An answer is a list of steps: bytes are sent, a number is a pause in seconds, a function is called until it is true,
CLOSE and RESET end the connection.
"""

import asyncio
import contextlib
import socket
import ssl
import struct
import time
from collections.abc import AsyncIterator, Callable, Iterator
from dataclasses import dataclass, field
from typing import Any, Final

from tests.support.listener import Listener, Reader, Writer

CLOSE: Final = "close"
RESET: Final = "reset"

Step = bytes | float | str | Callable[[], bool]
Answer = list[Step]


@dataclass(frozen=True, slots=True)
class Hit:
    """One request as it arrived."""

    at: float
    """Monotonic seconds."""

    host: str
    """The Host header."""

    method: str
    path: str
    headers: dict[str, str]
    body: bytes = b""
    connection: int = 0


def head(status: int = 200, **headers: object) -> bytes:
    """A status line and headers; `content_type="text/html"` becomes `Content-Type: text/html`."""
    lines = [f"HTTP/1.1 {status} Said So"]
    lines += [f"{name.replace('_', '-').title()}: {value}" for name, value in headers.items()]
    return "\r\n".join([*lines, "", ""]).encode("utf-8")


def page(body: str | bytes = b"", status: int = 200, **headers: object) -> Answer:
    """A whole and proper answer."""
    data = body.encode() if isinstance(body, str) else body
    return [head(status, **{"content_type": "text/html; charset=utf-8", "content_length": len(data), **headers}) + data]


def moved(where: str, status: int = 302) -> Answer:
    return page(status=status, location=where)


def chunked(*parts: bytes) -> Answer:
    """An answer in chunks, without its end: add b"0\\r\\n\\r\\n" for a whole one."""
    return [
        head(transfer_encoding="chunked", content_type="text/html"),
        *(b"%x\r\n%s\r\n" % (len(p), p) for p in parts),
    ]


def drip(data: bytes, every: float, times: int) -> Iterator[Step]:
    for _ in range(times):
        yield data
        yield every


@dataclass
class Server(Listener):
    """What answers to a path, and what was asked for."""

    log: list[Hit] = field(default_factory=list)
    answers: dict[str, list[Answer]] = field(default_factory=dict)
    otherwise: Answer = field(default_factory=lambda: page("no such page", status=404))
    open_now: int = 0
    most_open: int = 0
    """How many requests were being answered at one moment, at most."""

    def on(self, path: str, *answers: Answer) -> None:
        """What to answer, in turn; `path` with its query, or "host/path" for one host alone."""
        self.answers[path] = list(answers)

    def hits(self, path: str) -> list[Hit]:
        return [hit for hit in self.log if hit.path == path]

    @property
    def paths(self) -> list[str]:
        return [hit.path for hit in self.log]

    def url(self, path: str = "/", host: str = "127.0.0.1") -> str:
        return f"{'https' if self.certificate else 'http'}://{host}:{self.port}{path}"

    async def serve(self, reader: Reader, writer: Writer) -> None:
        async for hit in requests(reader, id(writer)):
            self.log.append(hit)
            if not await self.answer(hit, writer):
                break

    async def answer(self, hit: Hit, writer: Writer) -> bool:
        """Carry out the script of a path. False where that ended the connection."""
        self.open_now += 1
        self.most_open = max(self.most_open, self.open_now)
        try:
            return await play(self.pick(hit), writer)
        finally:
            self.open_now -= 1

    def pick(self, hit: Hit) -> Answer:
        name = hit.host.rsplit(":", 1)[0] + hit.path
        turn = self.answers.get(name) or self.answers.get(hit.path) or [self.otherwise]
        return turn.pop(0) if len(turn) > 1 else turn[0]


async def play(answer: Answer, writer: Writer) -> bool:
    for step in answer:
        if step == CLOSE:
            return False
        if step == RESET:
            await writer.drain()
            linger = struct.pack("ii", 1, 0)
            writer.get_extra_info("socket").setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger)
            writer.transport.abort()
            return False
        if isinstance(step, bytes):
            writer.write(step)
            await writer.drain()
        elif isinstance(step, int | float):
            await asyncio.sleep(step)
        elif callable(step):
            while not step():
                await asyncio.sleep(0.01)
    return True


async def requests(reader: Reader, connection: int) -> AsyncIterator[Hit]:
    """The requests of one connection."""
    while True:
        with contextlib.suppress(asyncio.IncompleteReadError):
            block = await reader.readuntil(b"\r\n\r\n")
            first, *lines = block.decode("latin-1").strip().split("\r\n")
            method, path, _ = first.split(" ", 2)
            headers = {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in lines)}
            body = await reader.readexactly(int(headers.get("content-length", 0)))
            yield Hit(time.monotonic(), headers.get("host", ""), method, path, headers, body, connection)
            continue
        return


def certificate(folder: Any) -> ssl.SSLContext:
    """A self-signed certificate for localhost, made on the spot."""
    from datetime import UTC, datetime, timedelta

    from cryptography import x509
    from cryptography.hazmat.primitives import hashes, serialization
    from cryptography.hazmat.primitives.asymmetric import ec

    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "localhost")])
    now = datetime.now(UTC)
    signed = (
        x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .sign(key, hashes.SHA256())
    )
    (folder / "cert.pem").write_bytes(
        signed.public_bytes(serialization.Encoding.PEM)
        + key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    )
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(folder / "cert.pem")
    return context
