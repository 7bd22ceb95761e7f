"""Many small sites on one port: 127.0.0.1, 127.0.0.2 … each a host of its own, with a log of what was asked when."""

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import pairwise
from pathlib import Path

from tests.support.news_sites import Site, article, home, rss, stories

Asked = list[tuple[float, float, str, str]]
"""(seconds at the request, seconds at the answer, host, path)"""


def small(number: int, articles: int) -> Site:
    site = Site(f"small{number}", stories(articles, lambda s: f"/2026/11/{s.path}", seed=number))
    home(site, site.stories[:3])
    site.put("/feed.xml", rss(site.stories), "application/rss+xml")
    for story in site.stories:
        site.put(story.path, article(story))
    return site


@contextmanager
def serving_hosts(count: int, articles: int, may: threading.Event | None = None) -> Iterator[tuple[list[str], Asked]]:
    """Serve so many sites with so many articles each: (their addresses without a slash behind, what was asked).

    `may`: each host answers three requests, and the others when this is set.
    """
    sites = {f"127.0.0.{n + 1}": small(n, articles) for n in range(count)}
    asked: Asked = []

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        wbufsize = -1

        def do_GET(self) -> None:
            came = time.monotonic()
            host = self.headers["Host"].partition(":")[0]
            found = sites[host].answer(self.path, f"http://{self.headers['Host']}")
            kind, body = found or ("text/html", b"nothing here")
            if may and sum(entry[2] == host for entry in asked) >= 3:
                may.wait(300)
            self.send_response(200 if found else 404)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            # Before the answer goes: who has it may ask again before this process goes on.
            asked.append((came, time.monotonic(), host, self.path))
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            pass

    class Server(ThreadingHTTPServer):
        request_queue_size = 200
        daemon_threads = True

    server = Server(("0.0.0.0", 0), Handler)
    threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
    try:
        yield [f"http://{host}:{server.server_port}" for host in sites], asked
    finally:
        server.shutdown()
        server.server_close()


def write_spiders(folder: Path, homes: list[str], more: str = "") -> str:
    """Write a module with a spider for each site, called small0, small1 …; its name, for SPIDER_MODULES."""
    classes = "".join(
        f'class S{n}(NewsSpider):\n    name = "small{n}"\n    feeds = ["{home}/feed.xml"]\n\n\n'
        for n, home in enumerate(homes)
    )
    (folder / "local_sites.py").write_text(f"from newscrawl.spider import NewsSpider\n\n\n{classes}{more}")
    return "local_sites"


def gaps(asked: Asked) -> dict[str, list[float]]:
    """Host -> the times between its requests in seconds, robots.txt aside."""
    came: dict[str, list[float]] = {}
    for when, _, host, path in sorted(asked):
        if path != "/robots.txt":
            came.setdefault(host, []).append(when)
    return {host: [after - before for before, after in pairwise(times)] for host, times in came.items()}


def pauses(asked: Asked) -> list[float]:
    """The mean pause between the requests of each host, in seconds, and never less, however late a request is seen.

    The first after robots.txt went when the answer to that had gone, or later.
    """
    means = []
    for host in {entry[2] for entry in asked}:
        (_, began, _, first), *others = sorted(entry for entry in asked if entry[2] == host)
        assert first == "/robots.txt"
        means.append((others[-1][0] - began) / (len(others) - 1))
    return means


def open_at_once(asked: Asked) -> int:
    """How many requests one host was answering at one moment, at most."""
    most = 0
    for host in {host for _, _, host, _ in asked}:
        edges = sorted(
            [(came, 1) for came, _, h, _ in asked if h == host] + [(went, -1) for _, went, h, _ in asked if h == host]
        )
        now = 0
        for _, change in edges:
            now += change
            most = max(most, now)
    return most
