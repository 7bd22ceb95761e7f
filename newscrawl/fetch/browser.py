"""Browser: a page that is an empty shell is built by Chromium, which asks for nothing itself.

Every request of such a page comes back here and goes out as any other: through robots.txt, pace, bounds, the guard on
addresses, logins, proxies, recordings and replays. Chromium has no way to the network of its own.
"""

import asyncio
import logging
import os
import re
import shutil
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import Any, Self

from scrapy import Request, signals
from scrapy.crawler import Crawler
from scrapy.exceptions import NotConfigured
from scrapy.http import HtmlResponse, Response
from scrapy.http.response.text import TextResponse
from scrapy.settings import BaseSettings

from newscrawl.errors import ArgumentError
from newscrawl.request_context import context_of
from newscrawl.urls.parts import host_of
from newscrawl.urls.sites import same_site

log = logging.getLogger(__name__)

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
KINDS = {"article", "home", "listing", "section"}
LISTINGS = {"home", "listing", "section"}
# Characters of text; what has more was built by the server.
SHELL = 400
# Requests of one page; a news page's own scripts and data are 10 to 40.
MOST_REQUESTS = 100
# Bytes of scripts that are kept for the next page, which has the same.
MOST_KEPT = 30 * 2**20
# Seconds without a change after which a page is taken for done.
STILL = 0.5

# Without --disable-… Chromium looks for updates; without a proxy that is none it could reach what no route sees.
_SWITCHES = (
    "--disable-gpu", "--disable-quic", "--disable-sync", "--disable-background-networking",
    "--disable-component-update", "--no-first-run", "--proxy-server=127.0.0.1:9", "--proxy-bypass-list=<-loopback>",
    "--force-webrtc-ip-handling-policy=disable_non_proxied_udp",
)  # fmt: skip
_HIDDEN = re.compile(r"<(script|style|noscript|template|svg|head)\b.*?(?:</\1\s*>|$)", re.I | re.S)
_TAG = re.compile(r"<[^<>]{0,2000}>")
_WORDS = (
    r"(?:(?:load|show|view|see)?\s*more\b|mehr (?:anzeigen|laden)|weitere|voir plus|afficher plus|charger plus"
    r"|(?:ver|cargar|mostrar) más|carregar mais|ver mais|mostra altri|meer laden|toon meer|更多|加载更多|查看更多"
    r"|もっと見る|더보기|показать ещ[её]|загрузить ещ[её]|المزيد)"
)
_MORE = rf"^\W*{_WORDS}"
# In a page as it came: a button without an address, or the signs of a list that goes on as its reader scrolls.
_GROWS = re.compile(
    r"<(?:button\b[^<>]{0,999}|\w+\s[^<>]{0,999}\brole=[\"']?button\b[^<>]{0,999}"
    r"|a\b(?![^<>]{0,999}\bhref=[\"']?(?:https?:|/|\?))[^<>]{0,999})>(?:\s{0,99}<[^<>]{0,999}>){0,4}\W{0,99}"
    + _WORDS
    + r"|(?:class|id|data-[\w-]{1,50})=[\"'][^\"'<>]{0,200}(?:infinite|endless|sentinel|load-?more)",
    re.I,
)
_SCROLLS = re.compile(r"\bIntersectionObserver\b|\bscrollHeight\b")
_ASKS = re.compile(r"\bfetch\(|\bXMLHttpRequest\b|\baxios\b|\.(ajax|getJSON|load)\(")
_COUNT = "document.links.length * 1000003 + (document.body ? document.body.innerText.length : 0)"
# Each link with the card that it stands in: a list may take away above what it adds below.
_CARDS = """() => Object.fromEntries([...document.links].slice(0, 5000).map(link => {
    const card = link.closest('article, li');
    return [link.href, (card && card.innerHTML.length < 10000 ? card : link).outerHTML];
}))"""
_DOWN = """() => {
    for (const box of document.querySelectorAll('body *'))
        if (box.scrollHeight > box.clientHeight + 50 && /auto|scroll/.test(getComputedStyle(box).overflowY))
            box.scrollTop = box.scrollHeight;
    window.scrollTo(0, document.body.scrollHeight);
}"""
_CLICK = """words => {
    const more = new RegExp(words, 'i');
    const kinds = 'button, a:not([href]), a[href^="#"], a[href^="javascript"], [role=button]';
    const found = [...document.querySelectorAll(kinds)]
        .find(e => more.test((e.innerText || '').trim().slice(0, 60)) && !e.disabled);
    if (found) found.click();
    return Boolean(found);
}"""
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
        self.executable = executable(settings)
        self.deadline = settings.getfloat("BROWSER_TIMEOUT")
        self.more = settings.getint("BROWSER_MORE")
        self.slots = asyncio.Semaphore(max(1, settings.getint("BROWSER_PAGES")))
        self.starting = asyncio.Lock()
        self.playwright: Any = None
        self.browser: Any = None
        self.kept: dict[str, Response] = {}
        """The scripts that earlier pages had."""

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        browser = cls(crawler)
        crawler.signals.connect(browser.close, signals.spider_closed)
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
            gone = await self.show_more(page) if context_of(request).kind in LISTINGS else []
            html = (await page.content()).replace("</body>", f"{''.join(gone)}</body>")
        self.count("browser/pages")
        return HtmlResponse(
            response.url, status=response.status, headers=response.headers, body=html.encode(), encoding="utf-8"
        )

    async def show_more(self, page: Any) -> list[str]:
        """Make a listing grow, by its button or by scrolling; returns the cards that disappeared while it grew."""
        seen = now = await page.evaluate(_CARDS)
        for _ in range(self.more):
            await page.evaluate(_DOWN)
            await page.evaluate(_CLICK, _MORE)
            await still(page)
            now = await page.evaluate(_CARDS)
            if now.keys() <= seen.keys():
                break
            seen = seen | now
        return [card for address, card in seen.items() if address not in now]

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
        browser = await self.started()
        visitor = await browser.new_context(user_agent=self.crawler.settings["USER_AGENT"], service_workers="block")
        try:
            await visitor.route("**/*", self.answers(response))
            await visitor.route_web_socket("**/*", lambda socket: socket.close())
            yield await visitor.new_page()
        finally:
            if browser.is_connected():
                await visitor.close()

    async def started(self) -> Any:
        """Chromium, started anew where it has crashed."""
        async with self.starting:
            if self.browser is None or not self.browser.is_connected():
                from playwright.async_api import async_playwright

                self.playwright = self.playwright or await async_playwright().start()
                switches = [*_SWITCHES, *(["--no-sandbox"] if os.geteuid() == 0 else [])]
                self.browser = await self.playwright.chromium.launch(executable_path=self.executable, args=switches)
            return self.browser

    async def close(self) -> None:
        if self.browser is not None and self.browser.is_connected():
            await self.browser.close()
        if self.playwright is not None:
            await self.playwright.stop()


def executable(settings: BaseSettings) -> str:
    """Where Chromium is. Raises ArgumentError where it or its driver is not installed."""
    try:
        import playwright.async_api  # noqa: F401
    except ImportError:
        raise ArgumentError("BROWSER: its driver is not installed: pip install 'newscrawl[browser]'") from None
    named = settings["BROWSER_EXECUTABLE"]
    found = shutil.which(named) if named else next(filter(None, map(shutil.which, NAMES)), None)
    if not found:
        said = f"BROWSER_EXECUTABLE={named}: there is no such program" if named else "BROWSER: there is no Chromium"
        raise ArgumentError(f"{said}; install it (apt install chromium), or say where it is: BROWSER_EXECUTABLE=…")
    return found


def is_shell(response: Response) -> bool:
    """Whether a page has scripts and hardly a text."""
    if not isinstance(response, TextResponse) or b"<script" not in response.body.lower():
        return False
    return len(" ".join(_TAG.sub(" ", _HIDDEN.sub(" ", response.text[:500_000])).split())) < SHELL


def grows(response: Response) -> bool:
    """Whether a listing goes on where its reader presses a button or scrolls, and only a script knows how."""
    page = response.text[:2_000_000] if isinstance(response, TextResponse) else ""
    return bool(_GROWS.search(page) or (_SCROLLS.search(page) and _ASKS.search(page)))


def is_wanted(kind: str, url: str, page: str) -> bool:
    """Whether a request of a page is for what builds it: its scripts and its data."""
    if kind not in ("script", "xhr", "fetch") or not url.startswith(("http://", "https://")):
        return False
    return same_site(url, page) or not _TRACKERS.search(host_of(url))


def text_of(response: Response) -> str:
    return response.text if isinstance(response, TextResponse) else ""


async def still(page: Any) -> None:
    """Wait until nothing is under way and nothing changes any more."""
    before = None
    await page.wait_for_load_state("networkidle")
    while (now := await page.evaluate(_COUNT)) != before:
        before = now
        await asyncio.sleep(STILL)
        await page.wait_for_load_state("networkidle")
