"""How an answer is read from its connection: its headers are bounded, and one that broke off is not taken for whole."""

from collections.abc import Sequence
from typing import Any

from twisted.internet.error import ConnectionDone
from twisted.python.failure import Failure
from twisted.web.iweb import UNKNOWN_LENGTH

from newscrawl.fetch.private_names import (
    DataLoss,
    LenientFactory,
    LenientParser,
    LenientProtocol,
    ParseError,
    ResponseFailed,
)

# Browsers and servers draw this line between 16 and 256 KB (nginx 32, Chromium 256); real answers have 1 to 8 KB.
MOST_HEADER_BYTES = 128 * 1024


class BoundedParser(LenientParser):
    """Bounds the headers, and does not take an answer without a length for whole when its connection broke."""

    MAX_LENGTH = MOST_HEADER_BYTES  # of one line; Twisted's own bound is 16 KB, and a policy for contents may be longer

    def lineReceived(self, line: bytes) -> None:  # noqa: N802
        self.header_bytes: int = getattr(self, "header_bytes", 0) + len(line)
        if self.header_bytes > MOST_HEADER_BYTES:
            raise ParseError("too many headers", line[:80])  # type: ignore[no-untyped-call]
        super().lineReceived(line)

    def allHeadersReceived(self) -> None:  # noqa: N802
        if ends_connection(self.response.version, self.connHeaders.getRawHeaders(b"connection", [])):
            # What Twisted looks for before it asks for another page over the same connection.
            self.connHeaders.setRawHeaders(b"connection", [b"close"])
        super().allHeadersReceived()  # type: ignore[no-untyped-call]

    def connectionLost(self, reason: Any = None) -> None:  # noqa: N802
        # Twisted passes a Failure, or the bare exception at the end of a whole answer.
        broke = not isinstance(getattr(reason, "value", reason), ConnectionDone)
        if broke and self.bodyDecoder is not None and self.response.length is UNKNOWN_LENGTH:
            self.response._bodyDataFinished(broken_off(reason, self.response))
            return
        super().connectionLost(reason)


def ends_connection(version: tuple[bytes, int, int], said: Sequence[bytes]) -> bool:
    """Whether a server closes the connection behind its answer: it says so, or speaks HTTP/1.0 and does not say no."""
    words = {word.strip().lower() for value in said for word in value.split(b",")}
    return b"close" in words or (version[1:] < (1, 1) and b"keep-alive" not in words)


def broken_off(why: Any, response: Any) -> Any:
    """What Twisted says of an answer that is shorter than its Content-Length."""
    lost = Failure(DataLoss())  # type: ignore[no-untyped-call]
    return Failure(ResponseFailed([why, lost], response))  # type: ignore[no-untyped-call]


class BoundedProtocol(LenientProtocol):
    def request(self, request: Any) -> Any:
        found = super().request(request)
        if self._parser is not None:
            self._parser.__class__ = BoundedParser
        return found


class BoundedFactory(LenientFactory):
    def buildProtocol(self, addr: Any) -> BoundedProtocol:  # noqa: N802
        return BoundedProtocol(self._quiescentCallback)  # type: ignore[no-untyped-call]
