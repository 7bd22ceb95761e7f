"""Export: Scrapy's feeds (-o, -O), with one clear line where a disk refuses; Scrapy's answer is a traceback an item."""

from pathlib import Path
from typing import Any
from urllib.request import url2pathname

from scrapy import Spider
from scrapy.extensions.feedexport import FeedExporter, FeedSlot
from scrapy.settings import BaseSettings

from newscrawl.crawl.outcome import Outcome
from newscrawl.errors import ArgumentError
from newscrawl.urls.parts import split


class Export(FeedExporter):
    """In the place of Scrapy's FeedExporter."""

    def item_scraped(self, item: Any, spider: Spider) -> None:
        try:
            super().item_scraped(item, spider)
        except OSError as error:
            self.give_up(error)

    async def _close_slot(self, slot: FeedSlot, spider: Spider) -> None:
        try:
            await super()._close_slot(slot, spider)
        except OSError as error:
            self.give_up(error)

    async def close_spider(self, spider: Spider) -> None:
        await super().close_spider(spider)
        assert self.crawler.stats
        if any(name.startswith("feedexport/failed_count/") for name in self.crawler.stats.get_stats()):
            self.give_up(OSError(0, "it is not whole"))

    def give_up(self, error: OSError) -> None:
        outcome = self.crawler.get_extension(Outcome)
        if outcome:
            outcome.give_up(f"{', '.join(map(str, self.feeds))} cannot be written: {error.strerror}")


def check_feeds(settings: BaseSettings) -> None:
    """Make the folders of feeds that are files; raises ArgumentError where one cannot be written."""
    for feed in settings.getdict("FEEDS"):
        parts = split(str(feed))
        if parts.scheme in ("", "file") and "%(" not in str(feed):
            check_file(Path(url2pathname(parts.path) if parts.scheme else str(feed)))


def check_file(path: Path) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        # Appending nothing: what stands there stays until the run has something to put in its place.
        path.open("ab").close()
    except OSError as error:
        raise ArgumentError(f"{path} cannot be written: {error.strerror}") from None
