"""Failures: what gave no article is counted and told in one line."""

import logging

from scrapy import Request
from scrapy.exceptions import DropItem
from scrapy.spidermiddlewares.httperror import HttpError

from newscrawl.extract.fields.bot_check import is_bot_check, is_captcha
from newscrawl.fetch.errors import ROBOTS, HostLeft, NotAsked, RunOver, cause, is_past_the_end, line
from newscrawl.fetch.errors import reason as why
from newscrawl.refusals import Forbidden, Refused
from newscrawl.request_context import context_of
from newscrawl.state.crawl_state import CrawlState
from newscrawl.state.run_counts import RunCounts

log = logging.getLogger(__name__)

# Statuses that bot checks come with, beside 200; pages that are gone may hold a captcha in some form.
_OF_BOT_CHECKS = (403, 405, 429, 503)


def note_failure(request: Request, error: Exception, state: CrawlState, logger: logging.LoggerAdapter) -> None:  # type: ignore[type-arg]
    """A request had no usable answer; an article's is remembered. `logger`: the spider's, which names the site."""
    context, status = context_of(request), error.response.status if isinstance(error, HttpError) else None
    kind = context.kind
    if isinstance(error, RunOver) or (kind == "article" and isinstance(error, NotAsked)):
        state.counts.skipped.add(error.reason)  # the next run takes it up
        if isinstance(error, HostLeft):
            state.counts.obstacles.add(cause(error))
        return
    reason = f"answered {status}" if status else line(error)
    if kind == "article" and why(error) == ROBOTS:
        count_refusal(state.counts, request.url, Forbidden(ROBOTS))
    elif not (kind in ("guess", "robots") or is_past_the_end(request, error)):
        state.counts.failed.add(kind)
        state.counts.fetch_failed.add("challenge" if _is_bot_check(error) else why(error))
        if isinstance(error, HostLeft):
            state.counts.obstacles.add(cause(error))
        # Why a host was left was told when it was.
        told = logging.DEBUG if isinstance(error, HostLeft) else logging.WARNING
        logger.log(told, "%s failed: %s: %s", kind, request.url, reason)
    if kind == "article":
        state.history.failed(context.address, reason, status)
        state.known_articles.show(context.address)


def _is_bot_check(error: Exception) -> bool:
    if not isinstance(error, HttpError) or error.response.status not in _OF_BOT_CHECKS:
        return False
    return is_bot_check(error.response.body) or is_captcha(error.response.body)


def count_refusal(counts: RunCounts, url: str, refusal: DropItem) -> None:
    """Count and tell that a page was refused, and why."""
    reason = refusal.reason if isinstance(refusal, Refused) else str(refusal)
    counts.refused.add(type(refusal).__name__, reason)
    log.info("refused %s: %s", url, reason)
