"""Proxies on loopback that keep a log: HTTP (pages and CONNECT), with TLS before it or not, and SOCKS5."""

import asyncio
import ssl
from dataclasses import dataclass, field
from typing import Any

from tests.support.listener import Listener, Reader, Writer


@dataclass(kw_only=True)
class Proxy(Listener):
    """`kind`: "http" or "socks5". `login`: the name and password it wants, "name:password"."""

    kind: str
    login: str = ""
    log: list[str] = field(default_factory=list)
    """What it was asked for: "host:port" of a tunnel, or a page's address."""

    heads: list[str] = field(default_factory=list)
    """The heads of HTTP requests."""

    @property
    def address(self) -> str:
        scheme = "https" if self.certificate else self.kind
        return f"{scheme}://{self.login + '@' if self.login else ''}127.0.0.1:{self.port}"

    async def serve(self, reader: Reader, writer: Writer) -> None:
        await (self.http if self.kind == "http" else self.socks5)(reader, writer)

    async def http(self, reader: Reader, writer: Writer) -> None:
        head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
        self.heads.append(head)
        method, target, _ = head.split("\r\n")[0].split(" ")
        self.log.append(target)
        if method == "CONNECT":
            host, _, port = target.rpartition(":")
            await self.join(host, int(port), b"HTTP/1.1 200 Go on\r\n\r\n", reader, writer)
            return
        host, _, path = target.removeprefix("http://").partition("/")
        name, _, port = host.partition(":")
        there_reader, there = await asyncio.open_connection(here(name), int(port or 80))
        try:
            await self.hand_on(head, f"/{path}", there_reader, there, writer)
        finally:
            there.close()

    async def hand_on(self, head: str, path: str, there_reader: Any, there: Any, writer: Any) -> None:
        lines = [line for line in head.split("\r\n")[1:] if not line.lower().startswith(("proxy-", "connection:"))]
        there.write("\r\n".join([f"GET {path} HTTP/1.1", *lines]).encode("latin-1"))
        answer = await there_reader.readuntil(b"\r\n\r\n")
        length = next(int(line[15:]) for line in answer.lower().split(b"\r\n") if line.startswith(b"content-length:"))
        writer.write(answer.replace(b"\r\n", b"\r\nConnection: close\r\n", 1) + await there_reader.readexactly(length))

    async def socks5(self, reader: Reader, writer: Writer) -> None:
        _, count = await reader.readexactly(2)
        methods = await reader.readexactly(count)
        wanted = 2 if self.login else 0
        if wanted not in methods:
            writer.write(b"\x05\xff")
            writer.close()
            return
        writer.write(bytes([5, wanted]))
        if wanted and not await self.let_in(reader, writer):
            return
        _, _, _, kind = await reader.readexactly(4)
        length = (await reader.readexactly(1))[0] if kind == 3 else 4
        told = await reader.readexactly(length)
        host = told.decode() if kind == 3 else ".".join(map(str, told))
        port = int.from_bytes(await reader.readexactly(2))
        self.log.append(f"{host}:{port}")
        try:
            await self.join(host, port, b"\x05\x00\x00\x01\x00\x00\x00\x00\x00\x00", reader, writer)
        except OSError:
            writer.write(b"\x05\x05\x00\x01\x00\x00\x00\x00\x00\x00")
            writer.close()

    async def let_in(self, reader: Reader, writer: Writer) -> bool:
        _, length = await reader.readexactly(2)
        name = await reader.readexactly(length)
        password = await reader.readexactly((await reader.readexactly(1))[0])
        good = f"{name.decode()}:{password.decode()}" == self.login
        writer.write(b"\x01\x00" if good else b"\x01\x01")
        return good

    async def join(self, host: str, port: int, words: bytes, reader: Any, writer: Any) -> None:
        there_reader, there = await asyncio.open_connection(here(host), port)
        try:
            writer.write(words)
            await asyncio.gather(pump(reader, there), pump(there_reader, writer))
        finally:
            there.close()


def here(host: str) -> str:
    """The proxy alone knows where names in .test are."""
    return "127.0.0.1" if host.endswith(".test") else host


async def pump(reader: Reader, writer: Writer) -> None:
    try:
        while data := await reader.read(65536):
            writer.write(data)
            await writer.drain()
    except (OSError, ssl.SSLError):
        pass
    finally:
        writer.close()
