"""What a worker tells Prometheus: what its own runs came to, and how the shared store stands.

Runs and what came of them are counted since the worker began, as Prometheus expects: it adds up the workers. The queue
and the sites are the store's, the same from every worker, and looked up when they are asked for.
"""

from collections.abc import Iterator

from prometheus_client import CollectorRegistry, Counter, start_http_server
from prometheus_client.core import GaugeMetricFamily

from newscrawl.errors import StoreError
from newscrawl.store import RunRecord, Store

ARTICLES = {"new": "posts/new", "changed": "posts/updated", "unchanged": "posts/unchanged", "failed": "failed/article"}
"""Label -> its name among a run's counts."""


class Metrics:
    """The metrics of one worker."""

    def __init__(self, address: str) -> None:
        self.registry = CollectorRegistry()
        self.runs = self._counter("runs", "Runs that ended, by outcome", "outcome")
        self.articles = self._counter("articles", "Articles of these runs, by what became of them", "outcome")
        self.requests = self._counter("requests", "Requests of these runs")
        self.received = self._counter("received_bytes", "Bytes that came in answer, as they were sent")
        self.registry.register(StoreMetrics(address))

    def _counter(self, name: str, help: str, *labels: str) -> Counter:
        return Counter(f"newscrawl_{name}", help, labels, registry=self.registry)

    def count(self, outcome: str, run: RunRecord | None) -> None:
        """A run has ended. `run`: what it put down itself, if it did."""
        self.runs.labels(outcome).inc()
        if run is None:
            return
        for label, name in ARTICLES.items():
            self.articles.labels(label).inc(run.counts.get(name, 0))
        self.requests.inc(run.requests)
        self.received.inc(run.counts.get("downloader/response_bytes", 0))

    def serve(self, host: str, port: int) -> None:
        """Answer who asks, from now on. Raises OSError."""
        self.server, self.thread = start_http_server(port, host, self.registry)

    @property
    def port(self) -> int:
        """The port that it answers at."""
        return self.server.server_port

    def close(self) -> None:
        """Answer no more."""
        self.server.shutdown()
        self.server.server_close()
        self.thread.join()


class StoreMetrics:
    """How a store stands, asked each time."""

    def __init__(self, address: str) -> None:
        self.address = address

    def collect(self) -> Iterator[GaugeMetricFamily]:
        """Prometheus calls this."""
        up = GaugeMetricFamily("newscrawl_store_up", "Whether the store answers", 0)
        try:
            with Store.reading(self.address) as store:
                yield from (queue(store), successes(store))
            up = GaugeMetricFamily("newscrawl_store_up", "Whether the store answers", 1)
        except StoreError:
            pass
        yield up


def queue(store: Store) -> GaugeMetricFamily:
    """Runs that wait for a worker, and that have one."""
    rows = store.slots.running()
    waiting = sum(slot.tries == 0 for slot in rows)
    help = "Runs in the queue, by whether a worker has begun them"
    family = GaugeMetricFamily("newscrawl_queue", help, labels=["state"])
    family.add_metric(["waiting"], waiting)
    family.add_metric(["begun"], len(rows) - waiting)
    return family


def successes(store: Store) -> GaugeMetricFamily:
    """When each site was last crawled well; the seconds since are time() less this."""
    name = "newscrawl_last_success_timestamp_seconds"
    family = GaugeMetricFamily(name, "End of a site's last run that did its job", labels=["site"])
    for site, moment in store.runs.successes().items():
        family.add_metric([site], moment.timestamp())
    return family
