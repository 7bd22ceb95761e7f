"""Export: Scrapy's feeds (-o, -O), with one clear line where a disk refuses; Scrapy's answer is a traceback an item."""

from pathlib import Path
from typing import Any
from urllib.request import url2pathname

from scrapy import Spider
from scrapy.extensions.feedexport import FeedExporter, FeedSlot
from scrapy.settings import BaseSettings

from newscrawl.article import Article
from newscrawl.crawl.outcome import Outcome
from newscrawl.errors import ArgumentError
from newscrawl.state.crawl_state import CrawlState
from newscrawl.urls.parts import split


class Export(FeedExporter):
    """In the place of Scrapy's FeedExporter."""

    def open_spider(self, spider: Spider) -> None:
        super().open_spider(spider)
        CrawlState.of(self.crawler).known_articles.export = lambda article: self.item_scraped(article, spider)

    def item_scraped(self, item: Any, spider: Spider) -> None:
        if isinstance(item, Article) and not CrawlState.of(self.crawler).known_articles.asked_for(item):
            return  # kept up to date, and none of those that this run's arguments name
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
    for feed, options in settings.getdict("FEEDS").items():
        parts = split(str(feed))
        if parts.scheme in ("", "file") and "%(" not in str(feed):
            path = Path(url2pathname(parts.path) if parts.scheme else str(feed))
            check_file(path)
            check_added(path, options)


ENDS = ("json", "xml")
"""Formats of Scrapy's whose files have an end, so that nothing can be added to them."""


def check_added(path: Path, options: dict[str, Any]) -> None:
    """Raise ArgumentError where adding to a file of the last run would spoil it."""
    is_added_to = path.exists() and path.stat().st_size and not options.get("overwrite", False)
    if options.get("format") in ENDS and is_added_to:
        form = options["format"]
        raise ArgumentError(f"-o {path}: nothing can be added to {form}; -O makes it anew, .jsonl is added to")


def check_file(path: Path) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        is_new = not path.exists()
        # Appending nothing: what stands there stays until the run has something to put in its place.
        path.open("ab").close()
        if is_new:
            path.unlink()
    except OSError as error:
        raise ArgumentError(f"{path} cannot be written: {error.strerror}") from None
