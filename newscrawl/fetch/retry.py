"""Retry: an answer that says "not now" is waited for as long as it asks, within bounds, and never insisted upon."""

import logging
import random
import re
from collections.abc import Callable
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Self

from scrapy import Request, signals
from scrapy.crawler import Crawler
from scrapy.downloadermiddlewares.retry import get_retry_request
from scrapy.exceptions import (
    CannotResolveHostError,
    DownloadConnectionRefusedError,
    DownloadFailedError,
    DownloadTimeoutError,
    ResponseDataLossError,
)
from scrapy.http import Response

from newscrawl.fetch.errors import download_failed, reason
from newscrawl.fetch.throttle import Throttle
from newscrawl.request_context import context_of

log = logging.getLogger(__name__)

# "Too many requests" and "not now": these may say how long to wait, and mean the host, not the page.
NOT_NOW = (429, 503)
# A gateway's or a server's bad moment; other 5xx answers are the page's own and come again.
PASSING = (408, 500, 502, 504, 522, 524)
# What a site says that has had enough of a visitor. One page may be closed to all; so many in a row are the visitor's.
REFUSED = (401, 403, 451)
REDIRECTS = (301, 302, 303, 307, 308)
LOST = (
    CannotResolveHostError,
    DownloadConnectionRefusedError,
    DownloadFailedError,
    DownloadTimeoutError,
    ResponseDataLossError,
)
# The wait doubles from RETRY_BACKOFF on, up to this many seconds.
LONGEST_BACKOFF = 60.0
LONGEST_WISH = 999_999_999_999.0


class Retry:
    """A downloader middleware in the place of Scrapy's retries, which come at once and do not read Retry-After."""

    def __init__(self, crawler: Crawler) -> None:
        throttle = crawler.get_extension(Throttle)
        assert throttle
        settings = crawler.settings
        self.crawler, self.throttle = crawler, throttle
        self.due: dict[Request, str] = {}
        self.tries = settings.getint("RETRY_TIMES")
        self.tries_left = settings.getint("RETRIES_PER_RUN")
        self.backoff = settings.getfloat("RETRY_BACKOFF")

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        retry = cls(crawler)
        # Scrapy sends the host's next request as soon as an answer is in, before any middleware sees that answer: a
        # pause begins in time only here.
        crawler.signals.connect(retry.downloaded, signals.response_downloaded)
        crawler.signals.connect(retry.failed, download_failed)
        return retry

    def downloaded(self, request: Request, response: Response) -> None:
        if response.status in REFUSED and context_of(request).kind == "article":
            self.throttle.gave_up(self.throttle.of(request), f"status {response.status}")
            return
        if response.status not in NOT_NOW + PASSING or request.meta.get("dont_retry"):
            if response.status not in REDIRECTS:  # where they lead is still to be seen
                self.throttle.of(request).failures = 0
            return
        why = f"status {response.status}"
        asked = retry_after(response, datetime.now(UTC)) if response.status in NOT_NOW else None
        self.consider(request, why, asked)

    def failed(self, request: Request, error: Exception) -> None:
        if isinstance(error, LOST) and not request.meta.get("dont_retry"):
            self.consider(request, reason(error), None)

    def consider(self, request: Request, why: str, asked: float | None) -> None:
        """Pause the host and try the page again, unless its tries, or those of the run, are used up."""
        done, host = request.meta.get("retry_times", 0), self.throttle.of(request)
        if asked is not None:
            self.throttle.pause(request, asked, f"{why}, Retry-After", asked=True)
        if host.left:
            return
        if done >= self.tries or self.tries_left <= 0:
            self.throttle.gave_up(host, why)
            return
        self.tries_left -= 1
        self.due[request] = why
        if asked is None:
            self.throttle.pause(request, backoff(self.backoff, done, random.random), why)

    def process_response(self, request: Request, response: Response) -> Request | Response:
        return self.again(request) or response

    def process_exception(self, request: Request, exception: Exception) -> Request | None:
        return self.again(request)

    def again(self, request: Request) -> Request | None:
        """The same request once more where it is due; it waits in its host's queue like any other."""
        if not (why := self.due.pop(request, "")):
            return None
        assert self.crawler.spider
        return get_retry_request(request, spider=self.crawler.spider, reason=why, max_retry_times=self.tries)


def backoff(first: float, done: int, chance: Callable[[], float]) -> float:
    """Seconds before the next try: doubling, spread over ±50 % so that many crawlers do not come back at once."""
    return float(min(first * 2**done, LONGEST_BACKOFF) * (0.5 + chance()))


def retry_after(response: Response, now: datetime) -> float | None:
    """Seconds that an answer asks to wait (RFC 9110, 10.2.3: a number or a date); None where it does not say.

    "2.5" and "120, 120" are met, and dates without a zone, which are GMT as all of HTTP's.
    """
    said = (response.headers.get("Retry-After") or b"").decode("latin-1").strip()
    if number := re.fullmatch(r"(\d+(?:\.\d{1,9})?)(?:,.*)?", said, re.ASCII):
        return min(float(number[1]), LONGEST_WISH)
    try:
        when = parsedate_to_datetime(said)
        return max(0.0, ((when if when.tzinfo else when.replace(tzinfo=UTC)) - now).total_seconds())
    except (OverflowError, TypeError, ValueError):
        return None
