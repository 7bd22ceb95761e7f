"""The audit of a run: what was done to each host, in figures that stand in the run's record."""

from collections.abc import Mapping
from statistics import median
from typing import Self

from scrapy import signals
from scrapy.crawler import Crawler
from scrapy.exceptions import NotConfigured

from newscrawl.fetch.throttle import Host, Throttle

# The columns of the table, and what a run's counts call them.
COLUMNS = {
    "requests": "requests",
    "smallest gap": "gap_min_ms",
    "median gap": "gap_median_ms",
    "waits": "waits",
    "waited": "waited_ms",
    "304": "not_modified",
    "bytes": "bytes",
    "robots.txt refused": "forbidden",
}


class Audit:
    """A Scrapy extension. At the end it puts the figures among the stats, which go into the run's record."""

    def __init__(self, crawler: Crawler) -> None:
        self.crawler = crawler

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        if crawler.settings["REPLAY"]:  # nobody was asked for anything
            raise NotConfigured
        audit = cls(crawler)
        crawler.signals.connect(audit.put_down, signals.spider_closed)
        return audit

    def put_down(self) -> None:
        throttle, stats = self.crawler.get_extension(Throttle), self.crawler.stats
        assert throttle and stats
        for name, number in counts(throttle.by_name).items():
            stats.set_value(name, number)


def figures(host: Host) -> dict[str, int]:
    """What happened to one host; times in milliseconds. A host that was asked once has no gaps."""
    times = list(host.sent)
    gaps = [later - earlier for earlier, later in zip(times, times[1:], strict=False)]
    found = {
        "requests": len(times),
        "waits": len(host.waits),
        "waited_ms": round(1000 * sum(seconds for seconds, _ in host.waits)),
        "not_modified": host.statuses[304],
        "bytes": host.bytes,
        "forbidden": host.forbidden,
    }
    return found | (
        {"gap_min_ms": round(1000 * min(gaps)), "gap_median_ms": round(1000 * median(gaps))} if gaps else {}
    )


def counts(hosts: Mapping[str, Host]) -> dict[str, int]:
    """The figures of all hosts, under names such as "host/example.com/requests"."""
    return {f"host/{name}/{what}": n for name, host in hosts.items() for what, n in figures(host).items()}


def table(counts: Mapping[str, int]) -> str:
    """The figures that stand among a run's counts, one line a host, the most asked first."""
    hosts: dict[str, dict[str, int]] = {}
    for name, number in counts.items():
        kind, _, rest = name.partition("/")
        if kind == "host":
            host, _, what = rest.rpartition("/")
            hosts.setdefault(host, {})[what] = number
    if not hosts:
        replayed = counts.get("replay/answered", 0)
        return f"recorded answers replayed: {replayed:,}; " * bool(replayed) + "nothing was asked of any host"
    ordered = sorted(hosts.items(), key=lambda item: (-item[1].get("requests", 0), item[0]))
    rows = [[name, *(shown(what, found.get(what)) for what in COLUMNS.values())] for name, found in ordered]
    return aligned([["host", *COLUMNS], *rows])


def shown(what: str, number: int | None) -> str:
    """A figure as a person reads it; "-" where there is none."""
    if number is None:
        return "-"
    return f"{number / 1000:.2f} s" if what.endswith("_ms") else f"{number:,}"


def aligned(rows: list[list[str]]) -> str:
    """Columns under each other, the first to the left and the figures to the right."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    lines = []
    for first, *rest in rows:
        cells = [first.ljust(widths[0]), *(cell.rjust(width) for cell, width in zip(rest, widths[1:], strict=True))]
        lines.append("  ".join(cells).rstrip())
    return "\n".join(lines)
