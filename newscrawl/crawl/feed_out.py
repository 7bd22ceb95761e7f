"""FeedOut: at the end of a run the site's feeds are written, where FEED says so."""

import logging
from typing import Self

from scrapy import Spider, signals
from scrapy.crawler import Crawler
from scrapy.exceptions import NotConfigured

from newscrawl.crawl.outcome import Outcome
from newscrawl.errors import StoreError
from newscrawl.feeds.write import write_feeds
from newscrawl.store import Store, place_of

log = logging.getLogger(__name__)


class FeedOut:
    """A Scrapy extension. It writes out of the store, so a run that was killed leaves nothing out for good."""

    def __init__(self, crawler: Crawler) -> None:
        self.crawler = crawler

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        if not crawler.settings["FEED"]:
            raise NotConfigured
        out = cls(crawler)
        crawler.signals.connect(out.spider_closed, signals.spider_closed)
        return out

    def spider_closed(self, spider: Spider) -> None:
        settings = self.crawler.settings
        try:
            with Store.open(place_of(settings)) as store:
                for path in write_feeds(store, spider.name, settings["FEED"], settings["FEED_URL"]):
                    log.info("feed in %s", path)
        except (OSError, StoreError) as error:
            outcome = self.crawler.get_extension(Outcome)
            why = error.strerror if isinstance(error, OSError) else error
            if outcome and not outcome.unwritten:
                outcome.unwritten = f"FEED={settings['FEED']} cannot be written: {why}"
