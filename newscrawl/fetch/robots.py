"""robots.txt as RFC 9309 wants it: asked for once per host and run, before anything else of that host.

Scrapy's own middleware is replaced: in 2.14 to 2.19 it lets the third and later requests that wait for a robots.txt
through unread, and where robots.txt cannot be fetched it crawls.
"""

import asyncio
import logging
from typing import Self

from protego import Protego
from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.exceptions import IgnoreRequest, NotConfigured
from scrapy.http import Response
from scrapy.http.request import NO_CALLBACK
from scrapy.utils.httpobj import urlparse_cached

from newscrawl.fetch.errors import AddressRefused, HostLeft, RunOver, line
from newscrawl.fetch.throttle import Host, Throttle

log = logging.getLogger(__name__)

# RFC 9309, 2.5: at least 500 KiB must be read; more than that is not.
MOST_BYTES = 500 * 1024
# A wish for a longer gap is cut to this: with more, a run of a news site would not end before the next begins.
LONGEST_CRAWL_DELAY = 60.0


class Unreachable(Exception):
    """robots.txt exists perhaps and cannot be read: nothing of the host may be asked for (RFC 9309, 2.3.1.4)."""


class Robots:
    """A downloader middleware."""

    def __init__(self, crawler: Crawler) -> None:
        if not crawler.settings.getbool("ROBOTSTXT_OBEY"):
            raise NotConfigured
        throttle = crawler.get_extension(Throttle)
        assert throttle
        self.crawler, self.throttle = crawler, throttle
        self.agent: str = crawler.settings["ROBOTSTXT_USER_AGENT"]
        self.rules: dict[str, asyncio.Future[tuple[Protego, Response]]] = {}

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        return cls(crawler)

    async def process_request(self, request: Request) -> Response | None:
        """Refuses what robots.txt forbids, and answers who asks for robots.txt itself with the one that was read."""
        if request.meta.get("dont_obey_robotstxt"):
            return None
        host = self.throttle.of(request)
        try:
            rules, robots = await self.rules_for(request, host)
        except Unreachable as error:
            raise HostLeft("site left", f"its robots.txt cannot be fetched ({error})") from None
        if not rules.can_fetch(request.url, self.agent):
            host.forbidden += 1
            self.count("robotstxt/forbidden")
            raise IgnoreRequest("Forbidden by robots.txt")
        if urlparse_cached(request).path != "/robots.txt":
            return None
        return robots.replace(url=request.url, request=request)

    async def rules_for(self, request: Request, host: Host) -> tuple[Protego, Response]:
        """The rules of an origin. Its first request fetches robots.txt; all others wait for that answer."""
        parts = urlparse_cached(request)
        origin = f"{parts.scheme}://{parts.netloc}"
        if origin not in self.rules:
            self.rules[origin] = asyncio.ensure_future(self.fetch_or_leave(origin, host))
        return await asyncio.shield(self.rules[origin])

    async def fetch_or_leave(self, origin: str, host: Host) -> tuple[Protego, Response]:
        try:
            return await self.fetch(origin, host)
        except Unreachable as error:
            # Another port or scheme of the same host is another site: a stray link to one must not end the crawl.
            log.warning("%s is left for this run: its robots.txt cannot be fetched (%s)", origin, error)
            self.count("fetch/hosts_left")
            raise

    async def fetch(self, origin: str, host: Host) -> tuple[Protego, Response]:
        asked = Request(
            f"{origin}/robots.txt", NO_CALLBACK, priority=1000, meta={"dont_obey_robotstxt": True}, dont_filter=True
        )
        self.count("robotstxt/request_count")
        assert self.crawler.engine
        try:
            response = await self.crawler.engine.download_async(asked)
        except (AddressRefused, RunOver):
            raise
        except IgnoreRequest as error:
            if "redirections" in str(error):  # RFC 9309, 2.3.1.2: five redirects are enough; then there is none
                return Protego.parse(""), Response(asked.url, status=404)
            raise Unreachable(line(error)) from None
        except Exception as error:
            raise Unreachable(line(error)) from None
        self.count(f"robotstxt/response_status_count/{response.status}")
        rules = Protego.parse(text_of(response))
        self.keep_pace(rules, host)
        return rules, response

    def keep_pace(self, rules: Protego, host: Host) -> None:
        wish = max(rules.crawl_delay(self.agent) or 0.0, seconds_of_rate(rules, self.agent))
        if wish > LONGEST_CRAWL_DELAY:
            log.warning("%s asks for %g s between requests; %g s are kept", host.name, wish, LONGEST_CRAWL_DELAY)
        if (gap := min(wish, LONGEST_CRAWL_DELAY)) > host.floor:
            host.floor = gap
            self.throttle.keep(host)

    def count(self, name: str) -> None:
        assert self.crawler.stats
        self.crawler.stats.inc_value(name)


def text_of(response: Response) -> str:
    """The rules as text: none where there is no such file (4xx). Raises Unreachable for 5xx and for "too many"."""
    if response.status >= 500 or response.status == 429:
        raise Unreachable(f"status {response.status}")
    if response.status >= 300:
        return ""
    body = response.body[:MOST_BYTES]
    encoding = "utf-16" if body[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
    return body.decode(encoding, "replace").replace("\0", "")


def seconds_of_rate(rules: Protego, agent: str) -> float:
    """`Request-rate: 1/10s` as a gap: 10.0."""
    rate = rules.request_rate(agent)
    return rate.seconds / rate.requests if rate and rate.requests > 0 else 0.0
