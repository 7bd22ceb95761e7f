"""Failures: a request without a usable answer is counted and told in one line; an article's is remembered."""

import logging

from scrapy import Request
from scrapy.spidermiddlewares.httperror import HttpError

from newscrawl.fetch.errors import NotAsked, is_past_the_end, line
from newscrawl.fetch.errors import reason as why
from newscrawl.request_context import context_of
from newscrawl.state.crawl_state import CrawlState


def note_failure(request: Request, error: Exception, state: CrawlState, logger: logging.LoggerAdapter) -> None:  # type: ignore[type-arg]
    """`logger`: the spider's, which names the site."""
    context, status = context_of(request), error.response.status if isinstance(error, HttpError) else None
    kind = context.kind
    if kind == "article" and isinstance(error, NotAsked):
        state.counts.skipped.add(error.reason)  # the next run takes it up
        return
    reason = f"answered {status}" if status else line(error)
    if not (kind in ("guess", "robots") or is_past_the_end(request, error)):
        state.counts.failed.add(kind)
        state.counts.fetch_failed.add(why(error))
        logger.warning("%s failed: %s: %s", kind, request.url, reason)
    if kind == "article":
        state.history.failed(context.address, reason, status)
