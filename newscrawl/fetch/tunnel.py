"""Tunnel: a connection to a host by way of a proxy that passes on bytes: SOCKS5 (RFC 1928, 1929), or HTTP's CONNECT.

The proxy looks up the host's name; nothing is looked up here.
"""

from base64 import b64encode
from collections.abc import Generator
from ipaddress import ip_address
from typing import Any

from twisted.internet.defer import Deferred
from twisted.internet.error import ConnectError
from twisted.internet.interfaces import IStreamClientEndpoint
from twisted.internet.protocol import Factory, Protocol
from zope.interface import implementer

# Bytes that a proxy may answer before the tunnel stands.
_MOST = 16 * 1024

Handshake = Generator[tuple[bytes, int | bytes], bytes, None]
"""What is said to a proxy: yields what to send and how much to wait for, a number of bytes or what they end with; gets
the answer. It ends where the tunnel stands, and raises NoTunnel where none comes about."""

_REFUSALS = {
    1: "general failure", 2: "not allowed", 3: "network unreachable", 4: "host unreachable", 5: "connection refused",
    6: "expired", 7: "unknown command", 8: "unknown kind of address",
}  # fmt: skip


class NoTunnel(ConnectError):
    """A proxy made no tunnel; `str()` says why."""

    def __init__(self, why: str) -> None:
        super().__init__(string=why)  # type: ignore[no-untyped-call]


def socks5(host: str, port: int, login: tuple[str, str] | None) -> Handshake:
    """Ask a SOCKS5 proxy for a connection."""
    methods = b"\x00\x02" if login else b"\x00"
    answer = yield bytes([5, len(methods)]) + methods, 2
    if answer[:1] != b"\x05" or answer[1] not in methods:
        raise NoTunnel("the SOCKS5 proxy wants another kind of login")
    if answer[1] == 2 and login:
        name, password = (part.encode()[:255] for part in login)
        answer = yield bytes([1, len(name)]) + name + bytes([len(password)]) + password, 2
        if answer[1] != 0:
            raise NoTunnel("the SOCKS5 proxy refuses the login")
    answer = yield b"\x05\x01\x00" + _address(host) + port.to_bytes(2), 4
    if answer[1] != 0:
        raise NoTunnel(f"the SOCKS5 proxy says: {_REFUSALS.get(answer[1], answer[1])}")
    length = {1: 4, 4: 16}.get(answer[3], 0)
    if not length:
        length = (yield b"", 1)[0]
    yield b"", length + 2


def _address(host: str) -> bytes:
    try:
        address = ip_address(host.strip("[]"))
    except ValueError:
        name = host.encode("idna")
        return bytes([3, len(name)]) + name
    return bytes([1 if address.version == 4 else 4]) + address.packed


def connect(host: str, port: int, login: tuple[str, str] | None) -> Handshake:
    """Ask an HTTP proxy for a tunnel (RFC 9110, 9.3.6)."""
    to = f"{host}:{port}"
    lines = [f"CONNECT {to} HTTP/1.1", f"Host: {to}"]
    if login:
        lines.append(f"Proxy-Authorization: Basic {b64encode(':'.join(login).encode()).decode()}")
    answer = yield "\r\n".join([*lines, "", ""]).encode(), b"\r\n\r\n"
    status = answer.split(b"\r\n")[0].decode("latin-1")
    if status.split(" ")[1:2] != ["200"]:
        raise NoTunnel(f"the proxy answers {status[:100]!r} to CONNECT")


@implementer(IStreamClientEndpoint)
class Tunnel:
    """An endpoint behind a proxy."""

    def __init__(self, proxy: Any, handshake: Handshake) -> None:
        """`proxy`: the endpoint of the proxy itself."""
        self.proxy, self.handshake = proxy, handshake

    def connect(self, protocolFactory: Any) -> Any:  # noqa: N803 - Twisted's name
        ready: Deferred[Any] = Deferred()
        opening = Opening(self.handshake, protocolFactory, ready)
        self.proxy.connect(Factory.forProtocol(lambda: opening)).addErrback(ready.errback)
        return ready


class Opening(Protocol):
    """Speaks to the proxy until the tunnel stands, then hands all on to the protocol of who asked for it."""

    def __init__(self, handshake: Handshake, factory: Any, ready: "Deferred[Any]") -> None:
        self.handshake, self.factory_behind, self.ready = handshake, factory, ready
        self.held, self.wanted = b"", 0
        self.behind: Any = None
        self.transport: Any
        self.until: bytes | int = 0

    def connectionMade(self) -> None:  # noqa: N802
        self.say(None)

    def say(self, answer: bytes | None) -> None:
        try:
            words, self.until = next(self.handshake) if answer is None else self.handshake.send(answer)
        except StopIteration:
            self.open()
        except NoTunnel as error:
            self.give_up(error)
        else:
            self.transport.write(words)
            self.hear()

    def dataReceived(self, data: bytes) -> None:  # noqa: N802
        if self.behind is not None:
            self.behind.dataReceived(data)
            return
        self.held += data
        self.hear()

    def hear(self) -> None:
        """Go on once the proxy's answer is complete."""
        if self.behind is not None or self.ready.called:
            return
        end = self.until if isinstance(self.until, int) else self.held.find(self.until) + len(self.until)
        if isinstance(self.until, bytes) and self.until not in self.held:
            end = len(self.held) + 1
        if len(self.held) >= end:
            answer, self.held = self.held[:end], self.held[end:]
            self.say(answer)
        elif len(self.held) > _MOST:
            self.give_up(NoTunnel("the proxy says too much"))

    def open(self) -> None:
        self.behind = self.factory_behind.buildProtocol(self.transport.getPeer())
        self.behind.makeConnection(self.transport)
        self.ready.callback(self.behind)
        if self.held:
            self.behind.dataReceived(self.held)

    def give_up(self, error: NoTunnel) -> None:
        self.transport.loseConnection()
        if not self.ready.called:
            self.ready.errback(error)

    def connectionLost(self, reason: Any = None) -> None:  # noqa: N802
        if self.behind is not None:
            self.behind.connectionLost(reason)
        elif not self.ready.called:
            self.ready.errback(NoTunnel("the proxy closed the connection"))
