"""Chromium: where it is, and how it is started so that it asks for nothing itself."""

import asyncio
import os
import shutil
from typing import Any

from scrapy.settings import BaseSettings

from newscrawl.errors import ArgumentError, with_extra

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
# Without --disable-… Chromium looks for updates; without a proxy that is none it could reach what no route sees.
_SWITCHES = (
    "--disable-gpu", "--disable-quic", "--disable-sync", "--disable-background-networking",
    "--disable-component-update", "--no-first-run", "--proxy-server=127.0.0.1:9", "--proxy-bypass-list=<-loopback>",
    "--force-webrtc-ip-handling-policy=disable_non_proxied_udp",
)  # fmt: skip


class Chromium:
    """One Chromium, started when a page first needs it, and anew where it has crashed."""

    def __init__(self, executable: str) -> None:
        self.executable = executable
        self.starting = asyncio.Lock()
        self.playwright: Any = None
        self.browser: Any = None

    async def started(self) -> Any:
        """Playwright's Browser."""
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
        raise ArgumentError(f"BROWSER: its driver is not installed: {with_extra('browser')}") from None
    named = settings["BROWSER_EXECUTABLE"]
    found = shutil.which(named) if named else next(filter(None, map(shutil.which, NAMES)), None)
    if not found:
        said = f"BROWSER_EXECUTABLE={named}: there is no such program" if named else "BROWSER: there is no Chromium"
        raise ArgumentError(f"{said}; install it (apt install chromium), or say where it is: BROWSER_EXECUTABLE=…")
    return found
