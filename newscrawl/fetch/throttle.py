"""Throttle: what a run knows of each host it talks to, and the pace it keeps there.

One request at a time (CONCURRENT_REQUESTS_PER_DOMAIN) and a gap between them: the largest of DOWNLOAD_DELAY, what
robots.txt asks for, and twice the time that the host takes to answer, so that a host which slows down is asked less.
"""

import logging
from array import array
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from time import monotonic
from typing import Self

from scrapy import Request, signals
from scrapy.core.downloader import Slot
from scrapy.crawler import Crawler
from scrapy.http import Response
from scrapy.utils.httpobj import urlparse_cached

from newscrawl.fetch.host_queue import counted

log = logging.getLogger(__name__)

# A host that takes n seconds to answer is asked every 2n seconds: it works for us half of its time at most.
SLOWDOWN = 2.0
# A gap for slowness alone never grows beyond this; what is slower than 15 s a page ends by its time limits.
LONGEST_GAP = 30.0
# Without any delay Scrapy does not look at a pause.
LEAST_DELAY = 0.001


@dataclass
class Host:
    """One host (name or address without port) during one run."""

    name: str
    floor: float = 0.0
    """The gap that settings and robots.txt ask for, in seconds from one request to the next."""

    latency: float = 0.0
    """How long it takes to answer, smoothed, in seconds."""

    ports: set[int] = field(default_factory=set)
    """Those of the addresses there that the user named; empty for a host that no user named."""

    left: str = ""
    """Why the host was left for this run; empty while it is not."""

    failures: int = 0
    """Requests given up in a row."""

    walls: int = 0
    """Consent walls, challenges and login pages in a row."""

    sent: "array[float]" = field(default_factory=lambda: array("d"))
    """When each request was sent, monotonic seconds."""

    bytes: int = 0
    statuses: Counter[int] = field(default_factory=Counter)
    forbidden: int = 0
    """Requests that robots.txt refused: they were not sent."""

    waits: list[tuple[float, str]] = field(default_factory=list)
    """(seconds, why) of every wait that the host asked for or its failures made necessary."""

    rests: tuple[float, str] = (0.0, "")
    """Until when nothing is sent (monotonic seconds), and why."""

    def gap(self, adaptive: bool) -> float:
        """Seconds from one request to the next, at least."""
        slowness = min(SLOWDOWN * self.latency, LONGEST_GAP) if adaptive else 0.0
        return max(self.floor, slowness)

    def answered(self, latency: float) -> None:
        self.latency = (self.latency + latency) / 2 if self.latency else latency


class Throttle:
    """A Scrapy extension that the other parts of fetching ask for with `crawler.get_extension(Throttle)`."""

    def __init__(self, crawler: Crawler) -> None:
        settings = crawler.settings
        self.crawler = crawler
        self.floor = settings.getfloat("DOWNLOAD_DELAY")
        self.jitter = min(settings.getfloat("DOWNLOAD_DELAY_JITTER"), 0.9)
        self.adaptive = settings.getbool("ADAPTIVE_DELAY")
        self.leave_after = settings.getint("LEAVE_AFTER_FAILURES")
        self.replaying = bool(settings["REPLAY"])
        self.polite = settings.getbool("POLITE") and not self.replaying
        self.longest_wait = settings.getfloat("RETRY_AFTER_MAX")
        self.by_name: dict[str, Host] = {}
        self.recall: Callable[[Host], None] = lambda host: None
        """Puts what earlier runs know of a host into one that this run meets."""

        self.keep: Callable[[Host], None] = lambda host: None
        """Keeps what was learnt of a host for the runs to come."""

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        throttle = cls(crawler)
        crawler.signals.connect(throttle.reached, signals.request_reached_downloader)
        crawler.signals.connect(throttle.downloaded, signals.response_downloaded)
        return throttle

    def of(self, request: Request) -> Host:
        return self.named(urlparse_cached(request).hostname or "")

    def named(self, name: str) -> Host:
        if name not in self.by_name:
            host = Host(name, self.floor)
            self.recall(host)
            self.by_name[name] = host
            if host.rests[1]:
                self.rest(host, host.rests[0] - monotonic(), host.rests[1], asked=True)
        return self.by_name[name]

    # -- pace ----------------------------------------------------------------------------------------------------------
    def reached(self, request: Request) -> None:
        """Set the gap of a request's host before the request waits in the host's queue."""
        host, slot = self.of(request), self.slot(request)
        self.set_pace(host, slot)
        self.hold(host, slot)

    def downloaded(self, request: Request, response: Response) -> None:
        host, slot = self.of(request), self.slot(request)
        host.bytes += len(response.body)
        host.statuses[response.status] += 1
        host.answered(request.meta.get("download_latency", 0.0))
        self.set_pace(host, slot)
        if len(host.sent) == 1 and self.polite:
            # Its name was looked up and a connection made: how long ago the host has read it nobody knows.
            slot.lastseen = monotonic()

    def set_pace(self, host: Host, slot: Slot) -> None:
        # Scrapy draws from delay × (1 ± jitter); the gap is the least that may come out of it.
        some = LEAST_DELAY if self.polite or host.waits else 0.0
        slot.delay = max(host.gap(self.adaptive) / (1 - self.jitter), some)
        slot.jitter = self.jitter

    def slot(self, request: Request) -> Slot:
        assert self.crawler.engine
        return counted(self.crawler.engine.downloader.slots[request.meta["download_slot"]])

    def pause(self, request: Request, seconds: float, why: str, *, asked: bool = False) -> None:
        """Nothing is sent to a request's host for so long; other hosts go on. `asked`: the host itself has said so."""
        host, slot = self.of(request), self.slot(request)
        self.rest(host, seconds, why, asked=asked)
        if not self.replaying:
            self.keep(host)
            self.set_pace(host, slot)
            self.hold(host, slot)

    def rest(self, host: Host, seconds: float, why: str, *, asked: bool) -> None:
        """Put down that a host rests. One that asks for more than a run waits is left."""
        if self.replaying and seconds <= self.longest_wait:
            return
        host.rests = (monotonic() + seconds, why)
        if asked and seconds > self.longest_wait:
            self.leave(host, f"it asks for {seconds:.0f} s of rest ({why})")
            return
        host.waits.append((round(seconds, 3), why))
        log.info("%s: waiting %.3g s (%s)", host.name, seconds, why)

    def hold(self, host: Host, slot: Slot) -> None:
        """Let a host's queue wait until the host has rested; that of one that is left comes to its end at once."""
        if host.left:
            return
        slot.lastseen = max(slot.lastseen, host.rests[0] - slot.delay * (1 - self.jitter))

    def waiting(self) -> tuple[float, str] | None:
        """The longest pause that goes on: how many seconds still, and which host's for what reason."""
        until, why, name = max(((*host.rests, host.name) for host in self.by_name.values()), default=(0.0, "", ""))
        return (until - monotonic(), f"{name}: {why or 'its pace'}") if until > monotonic() else None

    def gave_up(self, host: Host, why: str) -> None:
        """Count a page that was given up; after so many in a row the host is left."""
        host.failures += 1
        if host.failures >= self.leave_after:
            self.leave(host, f"{host.failures} requests in a row came to nothing ({why})")

    def leave(self, host: Host, why: str) -> None:
        """Send a host no more requests in this run."""
        if host.left:
            return
        host.left = why
        log.warning("%s is left for this run: %s", host.name, why)
        assert self.crawler.stats
        self.crawler.stats.inc_value("fetch/hosts_left")
        self.crawler.stats.set_value(f"fetch/left/{host.name}", why)
