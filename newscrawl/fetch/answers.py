"""Scrapy's decompression and redirects, with our bounds, and with reasons where they would end in a traceback."""

from scrapy import Request
from scrapy.downloadermiddlewares.httpcompression import HttpCompressionMiddleware
from scrapy.downloadermiddlewares.redirect import RedirectMiddleware
from scrapy.http import Response

from newscrawl.fetch.faults import Unusable
from newscrawl.fetch.unpack import unpack


class Decompression(HttpCompressionMiddleware):
    @staticmethod
    def _decode(body: bytes, encoding: bytes, max_size: int) -> bytes:
        return unpack(body, encoding.decode(), max_size) if body else body


class Redirects(RedirectMiddleware):
    def process_response(self, request: Request, response: Response) -> Request | Response:  # type: ignore[override]
        try:
            return super().process_response(request, response)
        except ValueError as error:
            said = (response.headers.get("Location") or b"").decode("latin-1")
            raise Unusable("bad redirect", f"{said[:200]!r}: {error}") from None
