"""One worker process: it crawls the sites that its standard input names, several at a time, and tells how each ended.

A line in is a site's name; the end of the input is the end of the work. A line out is JSON: `{"articles": {site: n}}`
every second, and `{"ended": site, "problem": …, "articles": n, "counts": {…}}` for each site.
"""

import argparse
import asyncio
import json
import sys
from collections.abc import AsyncIterator
from contextlib import suppress
from typing import Any

from scrapy.crawler import AsyncCrawlerProcess, Crawler
from scrapy.settings import Settings
from scrapy.utils.project import get_project_settings

from newscrawl.crawl.ending import Ending, stop
from newscrawl.crawl.outcome import Outcome
from newscrawl.crawl.progress import quieten

EVERY = 1.0
"""Seconds between two lines about what is going on."""

LATE = "ended by SITE_DEADLINE; the next run goes on from there"

TOLD = ("posts/", "failed/", "refused/")


class Worker:
    """Runs crawls side by side in one event loop."""

    def __init__(self, settings: Settings, arguments: dict[str, str]) -> None:
        self.process = AsyncCrawlerProcess(settings)
        self.ending = Ending(self.process)
        self.arguments = arguments
        self.running: dict[str, Crawler] = {}

    def work(self) -> None:
        """Crawl until the input ends and everything is done."""
        from twisted.internet import reactor

        reactor.callWhenRunning(lambda: asyncio.ensure_future(self._listen(reactor)))
        self.ending.run(stop_after_crawl=False)

    async def _listen(self, reactor: Any) -> None:
        told = asyncio.ensure_future(self._tell())
        async with asyncio.TaskGroup() as crawls:
            async for name in lines(sys.stdin):
                if not self.ending.begun:
                    crawls.create_task(self._crawl(name))
        told.cancel()
        reactor.callLater(0, stop, reactor)

    async def _crawl(self, name: str) -> None:
        problem = ""
        try:
            self.running[name] = crawler = self.process.create_crawler(name)
            await self.process.crawl(crawler, **self.arguments)
            outcome = crawler.get_extension(Outcome)
            problem = outcome.verdict.problem if outcome else "the run did not end"
        except Exception as error:  # whatever keeps one site from running is that site's alone
            problem = str(error) or type(error).__name__
        stats = stats_of(self.running.pop(name, None))
        if stats.get("finish_reason") == "closespider_timeout":
            problem = LATE
        counts = {what: number for what, number in stats.items() if what.startswith(TOLD)}
        say({"ended": name, "problem": problem, "articles": stats.get("item_scraped_count", 0), "counts": counts})

    async def _tell(self) -> None:
        with suppress(asyncio.CancelledError):
            while True:
                await asyncio.sleep(EVERY)
                articles = {name: stats_of(c).get("item_scraped_count", 0) for name, c in self.running.items()}
                say({"articles": articles})


def stats_of(crawler: Crawler | None) -> dict[str, Any]:
    """A crawl's stats so far; none before it has begun."""
    try:
        return crawler.stats.get_stats() if crawler else {}
    except RuntimeError:
        return {}


async def lines(source: Any) -> AsyncIterator[str]:
    """The lines of a pipe as they come."""
    reader = asyncio.StreamReader()
    loop = asyncio.get_running_loop()
    await loop.connect_read_pipe(lambda: asyncio.StreamReaderProtocol(reader), source)
    while line := await reader.readline():
        yield line.decode().strip()


def say(what: dict[str, Any]) -> None:
    """A line to the pool; if nobody reads it any more, the work still goes to its end."""
    with suppress(BrokenPipeError):
        print(json.dumps(what), flush=True)


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("-s", action="append", default=[], dest="settings")
    parser.add_argument("-a", action="append", default=[], dest="arguments")
    options = parser.parse_args()
    settings = get_project_settings()
    settings.setdict(dict(pair.split("=", 1) for pair in options.settings), priority="cmdline")
    settings.set("CLOSESPIDER_TIMEOUT", settings["SITE_DEADLINE"], priority="cmdline")
    quieten(settings, terminal=False)
    Worker(settings, dict(pair.split("=", 1) for pair in options.arguments)).work()


if __name__ == "__main__":
    main()
