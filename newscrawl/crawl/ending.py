"""Ending: what Ctrl-C and SIGTERM do to a crawl. The first ends it after the request at hand, the second at once.

Scrapy's own waits for all that it has taken into its queues: 16 requests, at the pace of the site.
"""

import asyncio
import os
import signal
import sys
from contextlib import suppress
from types import FrameType
from typing import Any

from scrapy.crawler import AsyncCrawlerProcess, Crawler
from twisted.internet.error import ReactorNotRunning

from newscrawl.crawl.cpu_budget import stop_reading
from newscrawl.fetch.errors import RunOver

STOPS = (signal.SIGTERM, signal.SIGINT)

SAID = "ending after the request at hand, again to stop now"

EVERY = 0.05
"""Seconds between two looks at what has come into the queues: the request at hand may lead to further ones."""


class Ending:
    """The signals of one process."""

    def __init__(self, process: AsyncCrawlerProcess) -> None:
        self.process = process
        self.task: asyncio.Task[None] | None = None
        self.begun = False

    def run(self, *, stop_after_crawl: bool = True) -> None:
        """Run the crawls of the process to their end, or to the one that a signal asks for."""
        for number in STOPS:
            signal.signal(number, self.asked)
        self.process.start(stop_after_crawl, install_signal_handlers=False)

    def asked(self, number: int, frame: FrameType | None) -> None:
        """A signal's handler. Said here, not in the loop: the loop may be busy with a page."""
        from twisted.internet import reactor

        if self.begun:
            for heard in STOPS:
                signal.signal(heard, signal.SIG_IGN)
            reactor.callFromThread(stop, reactor)
            return
        self.begun = True
        stop_reading()
        with suppress(OSError):
            os.write(sys.stderr.fileno(), f"\r\x1b[K{SAID}\n".encode() if sys.stderr.isatty() else f"{SAID}\n".encode())
        reactor.callFromThread(self._begin)

    def _begin(self) -> None:
        self.task = asyncio.ensure_future(self._end())

    async def _end(self) -> None:
        stopping: dict[Crawler, asyncio.Task[None]] = {}
        while crawlers := list(self.process.crawlers):
            for crawler in crawlers:
                # One that has not begun cannot be stopped before it has.
                if crawler not in stopping and crawler.engine and crawler.engine.running:
                    stopping[crawler] = asyncio.create_task(crawler.stop_async())
                drop_waiting(crawler)
            await asyncio.sleep(EVERY)


def stop(reactor: Any) -> None:
    """End the loop, unless it has ended."""
    with suppress(ReactorNotRunning):
        reactor.stop()


def drop_waiting(crawler: Crawler) -> None:
    """Drop the requests that wait to be sent; the next run makes them."""
    for slot in list(crawler.engine.downloader.slots.values()) if crawler.engine else []:
        while slot.queue:
            _, answer = slot.queue.popleft()
            answer.errback(RunOver("the run was ending"))
