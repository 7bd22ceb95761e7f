"""REPLAY: answers every request from a recording, with no network at all."""

import logging
from collections import defaultdict
from hashlib import sha1

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.http import Headers, Response
from scrapy.responsetypes import responsetypes

from newscrawl.fetch.errors import NotRecorded, download_failed, error_of
from newscrawl.request_context import with_context
from newscrawl.urls.parts import split, without_fragment
from newscrawl.warc.exchange import Exchange, lookup
from newscrawl.warc.recording import parts
from newscrawl.warc.records import Broken, Place, exchanges, read_at

logger = logging.getLogger(__name__)

Key = tuple[str, str, str]


class Replay:
    """A Scrapy download handler for http and https."""

    lazy = False

    def __init__(self, crawler: Crawler) -> None:
        self.crawler = crawler
        self.path: str = crawler.settings["REPLAY"]
        self.answers = index(self.path)
        self.asked: defaultdict[Key, int] = defaultdict(int)

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> "Replay":
        return cls(crawler)

    async def download_request(self, request: Request) -> Response:
        key = key_of(request.method, request.url, request.body)
        places = self.answers.get(key)
        if not places:
            return self.missing(request)
        # What was asked for twice in the run (a retry) was answered twice; the last answer holds from there on.
        place = places[min(self.asked[key], len(places) - 1)]
        self.asked[key] += 1
        self.crawler.stats.inc_value("replay/answered")
        recorded = read_at(place)
        if recorded.fault:
            error = error_of(recorded.fault)
            self.crawler.signals.send_catch_log(download_failed, request=request, error=error)
            raise error
        return answer(request, recorded)

    def missing(self, request: Request) -> Response:
        if split(request.url).path == "/robots.txt":
            return Response(request.url, status=404)
        self.crawler.stats.inc_value("replay/missing")
        logger.error("%s %s is not in the recording %s", request.method, request.url, self.path)
        raise NotRecorded("not recorded", f"{request.method} {request.url} is not in the recording {self.path}")

    async def close(self) -> None:
        """Nothing is held open."""


def index(path: str) -> dict[Key, list[Place]]:
    """Where each request's answers stand, in the order they came. Raises OSError where there is no recording."""
    files = parts(path)
    if not files:
        raise FileNotFoundError(f"there is no recording {path}")
    found: defaultdict[Key, list[Place]] = defaultdict(list)
    for file in files:
        try:
            for place, exchange in exchanges(file):
                found[key_of(exchange.method, exchange.url, exchange.sent_body)].append(place)
        except Broken as error:
            logger.warning("%s; what stands before is used", error)
    return dict(found)


def key_of(method: str, url: str, body: bytes) -> Key:
    return method, without_fragment(url), sha1(body).hexdigest() if body else ""


def answer(request: Request, recorded: Exchange) -> Response:
    """The recorded answer as the site would give it now: 304 to a request that knows what is recorded."""
    with_context(request, answered_at=recorded.when.timestamp())
    if recorded.status == 200 and known(request, recorded):
        return Response(request.url, status=304)
    headers = Headers()
    for name, value in recorded.headers:
        headers.appendlist(name, value)
    kind = responsetypes.from_args(headers=headers, url=request.url, body=recorded.body)
    return kind(request.url, status=recorded.status, headers=headers, body=recorded.body)


def known(request: Request, recorded: Exchange) -> bool:
    """Does the request carry the recorded answer's validator? (RFC 9110, 13.1: an ETag goes before a date.)"""
    etag, date = request.headers.get("If-None-Match"), request.headers.get("If-Modified-Since")
    if etag:
        return etag == lookup(recorded.headers, b"etag")
    return bool(date) and date == lookup(recorded.headers, b"last-modified")
