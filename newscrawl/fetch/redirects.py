"""Redirects: Scrapy's, with reasons where they would end in a traceback; and those that stand in a page, once."""

from scrapy import Request
from scrapy.downloadermiddlewares.redirect import RedirectMiddleware
from scrapy.exceptions import IgnoreRequest
from scrapy.http import Response

from newscrawl.fetch.errors import Unusable
from newscrawl.fetch.refresh import refreshed
from newscrawl.fetch.throttle import Throttle
from newscrawl.request_context import context_of, with_context


class Redirects(RedirectMiddleware):
    def _engine_started(self) -> None:
        """Scrapy's warns here that no Referer is sent; none is meant to be."""

    def process_response(self, request: Request, response: Response) -> Request | Response:  # type: ignore[override]
        try:
            return super().process_response(request, response)
        except IgnoreRequest:  # round and round, as behind a wall that waits for a cookie
            if throttle := self.crawler.get_extension(Throttle):
                throttle.gave_up(throttle.of(request), "too many redirects")
            if "Set-Cookie" in response.headers:
                raise Unusable("cookie gate", "it sends visitors round until a cookie comes back") from None
            raise
        except ValueError as error:
            said = (response.headers.get("Location") or b"").decode("latin-1")
            raise Unusable("bad redirect", f"{said[:200]!r}: {error}") from None


class Refreshes:
    """A downloader middleware behind the decompression: what stands in a page is read there."""

    def process_response(self, request: Request, response: Response) -> Request | Response:
        return on_from(response, request)


def on_from(response: Response, request: Request) -> Request | Response:
    """The request for where a page sends its reader, for an article or a listing; else the page itself."""
    context = context_of(request)
    if not context.kind or context.refreshed or response.status != 200:
        return response
    target = refreshed(response)
    if not target:
        return response
    on = request.replace(url=target)
    on.meta["redirect_urls"] = [*request.meta.get("redirect_urls", []), request.url]
    on.meta["redirect_times"] = request.meta.get("redirect_times", 0) + 1
    return with_context(on, refreshed=True)
