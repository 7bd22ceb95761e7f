"""Decompression and redirects: Scrapy's, with our bounds, and with reasons where they would end in a traceback."""

import codecs
import logging
from functools import lru_cache

from scrapy import Request
from scrapy.downloadermiddlewares.httpcompression import HttpCompressionMiddleware
from scrapy.downloadermiddlewares.redirect import RedirectMiddleware
from scrapy.exceptions import IgnoreRequest
from scrapy.http import Headers, Response, TextResponse
from scrapy.responsetypes import responsetypes

from newscrawl.fetch.errors import Unusable
from newscrawl.fetch.throttle import Throttle
from newscrawl.fetch.unpack import DECODERS, unpack

log = logging.getLogger(__name__)

# No answer needs more; each one is an unpacking.
MOST_CODINGS = 3
GZIP = b"\x1f\x8b\x08"


class Decompression(HttpCompressionMiddleware):
    """Asks for what can be unpacked (that is Scrapy's), and unpacks it within bounds and whole."""

    def process_response(self, request: Request, response: Response) -> Response:  # type: ignore[override]
        if request.method == "HEAD":
            return decodable(response)
        body = content(response.headers, response.body, request.meta.get("download_maxsize", self._max_size))
        return decodable(unpacked(response, body) if body is not response.body else response)


def content(headers: Headers, body: bytes, most: int) -> bytes:
    """A body as it was before its codings. Raises Unusable, and OverBound for more than `most` bytes."""
    codings = codings_of(headers)
    if len(codings) > MOST_CODINGS or not all(coding in DECODERS for coding in codings):
        raise Unusable("unknown compression", ", ".join(codings)[:200])
    for coding in reversed(codings):
        body = unpack(body, coding, most) if body else body
    if body.startswith(GZIP) and b"text/html" in (headers.get("Content-Type") or b"").lower():
        body = unpack(body, "gzip", most)  # packed once more than its header says
    return body


def codings_of(headers: Headers) -> list[str]:
    """What was done to the body, in that order (RFC 9110, 8.4)."""
    said = b",".join(headers.getlist("Content-Encoding")).decode("latin-1").lower()
    named = [coding for part in said.split(",") if (coding := part.strip()) not in ("", "identity", "none")]
    # Some servers put the charset there; browsers take no notice either.
    return [coding for coding in named if not is_charset(coding)]


def unpacked(response: Response, body: bytes) -> Response:
    """The answer with its real body. `Response.replace` would first guess the encoding of the packed one, at length."""
    headers = Headers(response.headers)
    headers.pop("Content-Encoding", None)
    kind = responsetypes.from_args(headers=headers, url=response.url, body=body)
    return kind(
        response.url,
        status=response.status,
        headers=headers,
        body=body,
        flags=response.flags,
        certificate=response.certificate,
        ip_address=response.ip_address,
        protocol=response.protocol,
    )


def decodable(response: Response) -> Response:
    """The answer as UTF-8 where it says that its charset is `base64`, `rot13` or another codec that gives no text.

    Python knows these by name too, and `response.text` would raise.
    """
    if isinstance(response, TextResponse) and (name := response._declared_encoding()) and not is_charset(name):
        return response.replace(encoding="utf-8")
    return response


@lru_cache(maxsize=100)
def is_charset(name: str) -> bool:
    try:
        return bool(codecs.lookup(name)._is_text_encoding)
    except (LookupError, ValueError):
        return False


class Redirects(RedirectMiddleware):
    def _engine_started(self) -> None:
        """Scrapy's warns here that no Referer is sent; none is meant to be."""

    def process_response(self, request: Request, response: Response) -> Request | Response:  # type: ignore[override]
        try:
            return super().process_response(request, response)
        except IgnoreRequest:  # round and round, as behind a wall that waits for a cookie
            if hosts := self.crawler.get_extension(Throttle):
                hosts.gave_up(hosts.of(request), "too many redirects")
            raise
        except ValueError as error:
            said = (response.headers.get("Location") or b"").decode("latin-1")
            raise Unusable("bad redirect", f"{said[:200]!r}: {error}") from None
