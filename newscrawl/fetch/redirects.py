"""Redirects: Scrapy's, with reasons where they would end in a traceback."""

from scrapy import Request
from scrapy.downloadermiddlewares.redirect import RedirectMiddleware
from scrapy.exceptions import IgnoreRequest
from scrapy.http import Response

from newscrawl.fetch.errors import Unusable
from newscrawl.fetch.throttle import Throttle


class Redirects(RedirectMiddleware):
    def _engine_started(self) -> None:
        """Scrapy's warns here that no Referer is sent; none is meant to be."""

    def process_response(self, request: Request, response: Response) -> Request | Response:  # type: ignore[override]
        try:
            return super().process_response(request, response)
        except IgnoreRequest:  # round and round, as behind a wall that waits for a cookie
            if throttle := self.crawler.get_extension(Throttle):
                throttle.gave_up(throttle.of(request), "too many redirects")
            raise
        except ValueError as error:
            said = (response.headers.get("Location") or b"").decode("latin-1")
            raise Unusable("bad redirect", f"{said[:200]!r}: {error}") from None
