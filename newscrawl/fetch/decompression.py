"""Decompression: Scrapy's, with our bounds, and the encoding that a text is in."""

from typing import Any

from scrapy import Request
from scrapy.downloadermiddlewares.httpcompression import HttpCompressionMiddleware
from scrapy.http import Headers, Response, TextResponse
from scrapy.responsetypes import responsetypes
from w3lib.encoding import read_bom

from newscrawl.fetch.declared_encoding import declared_encoding
from newscrawl.fetch.errors import Unusable
from newscrawl.fetch.unpack import DECODERS, unpack
from newscrawl.text.charset import charset
from newscrawl.text.encoding import encoding_of

# No answer needs more; each one is an unpacking.
MOST_CODINGS = 3
# What says that nothing was done; the last is Amazon's, of uploads.
PLAIN = ("", "identity", "none", "aws-chunked")
GZIP = b"\x1f\x8b\x08"


class Decompression(HttpCompressionMiddleware):
    """Asks for what can be unpacked (that is Scrapy's), and unpacks it within bounds and whole."""

    def process_response(self, request: Request, response: Response) -> Response:  # type: ignore[override]
        if request.method == "HEAD":
            return decodable(response)
        body = content(response.headers, response.body, request.meta.get("download_maxsize", self._max_size))
        return decodable(with_body(response, body) if body is not response.body else response)


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
    named = [coding for part in said.split(",") if (coding := part.strip()) not in PLAIN]
    # Some servers put the charset there; browsers take no notice either.
    return [coding for coding in named if charset(coding) is None]


def with_body(response: Response, body: bytes) -> Response:
    """The answer with its real body. `Response.replace` would first guess the encoding of the packed one, at length."""
    headers = Headers(response.headers)
    headers.pop("Content-Encoding", None)
    kind = responsetypes.from_args(headers=headers, url=response.url, body=body)
    return kind(headers=headers, body=body, **facts_of(response))


def decodable(response: Response) -> Response:
    """The answer, a text in the encoding that it is in: Scrapy's own guess believes every label, `base64` too."""
    if not isinstance(response, TextResponse) or read_bom(response.body)[0]:
        return response
    said = declared_encoding(response)
    name = encoding_of(response.body, said)
    if name == said:
        return response
    return type(response)(headers=response.headers, body=response.body, encoding=name, **facts_of(response))


def facts_of(response: Response) -> dict[str, Any]:
    """What Scrapy knows of an answer beside its headers and body."""
    told = set(response.attributes) - {"headers", "body", "encoding"}
    return {name: getattr(response, name) for name in told}
