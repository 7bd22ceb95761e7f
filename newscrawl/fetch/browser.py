"""Browser: a page that is an empty shell is built by Chromium, which asks for nothing itself.

Every request of such a page comes back here and goes out as any other: through robots.txt, pace, bounds, the guard on
addresses, logins, proxies, recordings and replays. Chromium has no way to the network of its own.
"""

import asyncio
import logging
import re
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import Any, Self

from scrapy import Request, signals
from scrapy.crawler import Crawler
from scrapy.exceptions import NotConfigured
from scrapy.http import HtmlResponse, Response
from scrapy.http.response.text import TextResponse

from newscrawl.fetch.browser_page import show_more, still
from newscrawl.fetch.chromium import Chromium, executable
from newscrawl.fetch.shell_pages import grows, is_shell
from newscrawl.request_context import context_of
from newscrawl.urls.parts import host_of
from newscrawl.urls.sites import same_site

log = logging.getLogger(__name__)

KINDS = {"article", "home", "listing", "section"}
LISTINGS = {"home", "listing", "section"}
# Requests of one page; a news page's own scripts and data are 10 to 40.
MOST_REQUESTS = 100
# Bytes of scripts that are kept for the next page, which has the same.
MOST_KEPT = 30 * 2**20
# Who measures and advertises gives no article.
_TRACKERS = re.compile(
    r"(^|[.-])(analytics|ads?|adservice|adserver|doubleclick|googletagmanager|googlesyndication|google-analytics|facebook"
    r"|connect|taboola|outbrain|criteo|scorecardresearch|chartbeat|hotjar|sentry|newrelic|nr-data|segment|matomo|piano"
    r"|consent|cmp|onetrust|cookielaw|quantserve|amazon-adsystem|adnxs|rubiconproject|tracking|metrics|stats|pixel)[.-]"
)


class Browser:
    """A downloader middleware. A page that it cannot build stays as it came."""

    def __init__(self, crawler: Crawler) -> None:
        settings = crawler.settings
        if not settings.getbool("BROWSER"):
            raise NotConfigured
        self.crawler = crawler
        self.chromium = Chromium(executable(settings))
        self.deadline = settings.getfloat("BROWSER_TIMEOUT")
        self.more = settings.getint("BROWSER_MORE")
        self.slots = asyncio.Semaphore(max(1, settings.getint("BROWSER_PAGES")))
        self.kept: dict[str, Response] = {}
        """The scripts that earlier pages had."""

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        browser = cls(crawler)
        crawler.signals.connect(browser.chromium.close, signals.spider_closed)
        return browser

    async def process_response(self, request: Request, response: Response) -> Response:
        kind = context_of(request).kind
        needed = is_shell(response) or (kind in LISTINGS and grows(response))
        if kind not in KINDS or response.status != 200 or not needed:
            return response
        try:
            async with self.slots, asyncio.timeout(self.deadline):
                return await self.built(request, response)
        except Exception as error:  # Chromium's, its driver's, the deadline: it costs this page
            why = "it took too long" if isinstance(error, TimeoutError) else (str(error).splitlines() or [""])[0][:200]
            log.warning("the browser did not build %s: %s", response.url, why or type(error).__name__)
            return response

    async def built(self, request: Request, response: Response) -> Response:
        async with self.page(response) as page:
            await page.goto(response.url, wait_until="load")
            await still(page)
            gone = await show_more(page, self.more) if context_of(request).kind in LISTINGS else []
            html = (await page.content()).replace("</body>", f"{''.join(gone)}</body>")
        self.count("browser/pages")
        return HtmlResponse(
            response.url, status=response.status, headers=response.headers, body=html.encode(), encoding="utf-8"
        )

    # -- requests ------------------------------------------------------------------------------------------------------
    def answers(self, page: Response) -> Callable[[Any], Awaitable[None]]:
        """What answers the requests of one page."""
        left = MOST_REQUESTS

        async def answer(route: Any) -> None:
            nonlocal left
            left -= 1
            try:
                await self.answer(route, page) if left >= 0 else await route.abort()
            except Exception as error:  # the page may be gone by now
                log.debug("the browser's %s: %s", route.request.url, error)

        return answer

    async def answer(self, route: Any, page: Response) -> None:
        asked = route.request
        if asked.resource_type == "document" and asked.url.partition("#")[0] == page.url.partition("#")[0]:
            await route.fulfill(status=200, content_type="text/html; charset=utf-8", body=text_of(page))
        elif asked.resource_type == "stylesheet":  # nobody looks; scripts wait for it
            await route.fulfill(status=200, content_type="text/css", body="")
        elif is_wanted(asked.resource_type, asked.url, page.url):
            await self.pass_on(route, page)
        else:
            await route.abort()

    async def pass_on(self, route: Any, page: Response) -> None:
        """Ask for it as for any page of the site."""
        asked = route.request
        is_script = asked.resource_type == "script"
        answer = self.kept.get(asked.url) if is_script else None
        if answer is None:
            try:
                answer = await self.fetch(asked)
            except Exception as error:  # robots.txt, a private address, a host that does not answer
                log.debug("the browser's %s: %s", asked.url, error)
                await route.abort()
                return
            if is_script and sum(len(kept.body) for kept in self.kept.values()) + len(answer.body) < MOST_KEPT:
                self.kept[asked.url] = answer
        origin = page.url.split("/", 3)
        kind = (answer.headers.get("Content-Type") or b"application/octet-stream").decode("latin-1")
        headers = {
            "content-type": kind,
            "access-control-allow-origin": "/".join(origin[:3]),
            "access-control-allow-credentials": "true",
        }
        await route.fulfill(status=answer.status, headers=headers, body=answer.body)

    async def fetch(self, asked: Any) -> Response:
        assert self.crawler.engine
        body = asked.post_data_buffer or b""
        headers = {name: asked.headers[name] for name in ("accept", "content-type") if name in asked.headers}
        self.count("browser/requests")
        request = Request(asked.url, method=asked.method, body=body, headers=headers, dont_filter=True)
        return await self.crawler.engine.download_async(request)

    def count(self, name: str) -> None:
        assert self.crawler.stats
        self.crawler.stats.inc_value(name)

    # -- Chromium ------------------------------------------------------------------------------------------------------
    @asynccontextmanager
    async def page(self, response: Response) -> AsyncIterator[Any]:
        """An empty page of a visitor whom nobody knows."""
        browser = await self.chromium.started()
        visitor = await browser.new_context(user_agent=self.crawler.settings["USER_AGENT"], service_workers="block")
        try:
            await visitor.route("**/*", self.answers(response))
            await visitor.route_web_socket("**/*", lambda socket: socket.close())
            yield await visitor.new_page()
        finally:
            if browser.is_connected():
                await visitor.close()


def is_wanted(kind: str, url: str, page: str) -> bool:
    """Whether a request of a page is for what builds it: its scripts and its data."""
    if kind not in ("script", "xhr", "fetch") or not url.startswith(("http://", "https://")):
        return False
    return same_site(url, page) or not _TRACKERS.search(host_of(url))


def text_of(response: Response) -> str:
    return response.text if isinstance(response, TextResponse) else ""
