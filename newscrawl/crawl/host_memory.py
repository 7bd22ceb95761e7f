"""HostMemory: what a run has learnt of a host's pace is kept in the store, and the next run begins with it."""

from contextlib import suppress
from time import monotonic
from typing import Self

from scrapy import signals
from scrapy.crawler import Crawler
from scrapy.exceptions import NotConfigured

from newscrawl.errors import StoreError
from newscrawl.fetch.throttle import Host, Throttle
from newscrawl.state.crawl_state import CrawlState
from newscrawl.store.hosts import HostPace


class HostMemory:
    """A Scrapy extension between the throttle, which knows no store, and the store."""

    def __init__(self, crawler: Crawler) -> None:
        self.crawler = crawler

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        if crawler.settings["REPLAY"] or not crawler.settings.getbool("POLITE"):
            raise NotConfigured
        memory = cls(crawler)
        crawler.signals.connect(memory.opened, signals.spider_opened)
        crawler.signals.connect(memory.closed, signals.spider_closed)
        return memory

    def opened(self) -> None:
        throttle = self.crawler.get_extension(Throttle)
        assert throttle
        self.throttle, self.store = throttle, CrawlState.of(self.crawler).store
        throttle.recall, throttle.keep = self.recall, self.keep

    def recall(self, host: Host) -> None:
        with self.store.transaction():
            pace = self.store.hosts.get(host.name)
            host.latency = pace.latency
            host.rests = (monotonic() + pace.rest, pace.why)
            self.keep(host)

    def keep(self, host: Host, *, going: bool = True) -> None:
        now, gap = monotonic(), host.gap(self.throttle.adaptive)
        until, why = host.rests
        free = max([until, *(sent + gap for sent in host.sent[-1:])])
        pace = HostPace(rest=max(free - now, 0.0), why=why if until > now else "", gap=gap, latency=host.latency)
        self.store.hosts.put(host.name, pace, going=going)

    def closed(self) -> None:
        # Outcome tells of a store that cannot be written.
        with suppress(StoreError), self.store.transaction():
            for host in sorted(self.throttle.by_name.values(), key=lambda host: host.name):
                self.keep(host, going=False)
