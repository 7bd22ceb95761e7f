"""Programs of newscrawl as machines that can be killed, stopped and started again, and papers on hosts of loopback that
they crawl."""

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Self

from newscrawl.store import RunRecord
from tests.support.changing_site import Story, prose
from tests.support.crawling import ROOT

STORIES = 6
SPIDER = """
class {name}(NewsSpider):
    name = "{name}"
    start_urls = ["{home}/{name}/"]
    links = "h2 a"
    body = "div.story"
    publisher = "The Paper"
    language = "en"
    every = "30 days"
"""
SETTINGS = """
from newscrawl.settings import *
SPIDER_MODULES = ["made"]
DOWNLOAD_DELAY = {delay}
DOWNLOAD_DELAY_JITTER = 0.0
CONTACT = "tests@example.com"
"""
# libfaketime 0.9.10 has no clock_nanosleep for a clock that it leaves as it is.
SLEEP = """
import select, time
time.sleep = lambda seconds: select.select([], [], [], seconds)
"""


class Papers:
    """So many papers on so many hosts, and what was asked of each host: (when, when answered, path)."""

    def __init__(self, papers: int, hosts: int, delay: float) -> None:
        self.hosts = [f"127.0.0.{number + 1}" for number in range(hosts)]
        self.of = {f"paper{number}": self.hosts[number % hosts] for number in range(papers)}
        self.delay = delay
        self.asked: dict[str, list[tuple[float, float, str]]] = {host: [] for host in self.hosts}
        self.rests: dict[str, float] = {}
        """Host -> how long it wants rest, said once, by a story of its first paper."""

        self.rested: dict[str, tuple[float, float]] = {}
        """Host -> when it said so, and for how long."""

    def __enter__(self) -> Self:
        self.stack, self.port = ExitStack(), 0
        for host in self.hosts:
            server = ThreadingHTTPServer((host, self.port), self._handler(host))
            self.port = server.server_address[1]
            threading.Thread(target=partial(server.serve_forever, 0.05), daemon=True).start()
            self.stack.callback(server.server_close)
            self.stack.callback(server.shutdown)
        return self

    def __exit__(self, *_: object) -> None:
        self.stack.close()

    def project(self, folder: Path) -> Path:
        """A folder in which all of them are crawled."""
        folder.mkdir()
        (folder / "scrapy.cfg").write_text("[settings]\ndefault = made_settings\n")
        (folder / "made_settings.py").write_text(SETTINGS.format(delay=self.delay))
        (folder / "sitecustomize.py").write_text(SLEEP)
        sites = [SPIDER.format(name=name, home=f"http://{host}:{self.port}") for name, host in self.of.items()]
        (folder / "made.py").write_text("from newscrawl.spider import NewsSpider\n" + "".join(sites))
        return folder

    def _handler(self, host: str) -> type[BaseHTTPRequestHandler]:
        papers = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                came = time.monotonic()
                status, body, more = papers._answer(host, self.path)
                self.send_response(status)
                self.send_header("Content-Type", "text/html; charset=utf-8")
                self.send_header("Content-Length", str(len(body)))
                for name, value in more.items():
                    self.send_header(name, value)
                self.end_headers()
                self.wfile.write(body)
                papers.asked[host].append((came, time.monotonic(), self.path))

            def log_message(self, *_: object) -> None:
                pass

        return Handler

    def _answer(self, host: str, path: str) -> tuple[int, bytes, dict[str, str]]:
        site, _, story = path.strip("/").partition("/")
        if self.of.get(site) != host:
            return 404, b"", {}
        if story and (rest := self.rests.pop(host, 0)):
            self.rested[host] = (time.monotonic(), rest)
            return 429, b"", {"Retry-After": f"{rest:g}"}
        if story:
            return 200, Story(path, f"{story} of {site}", prose(path)).html(f"http://{host}:{self.port}").encode(), {}
        links = "".join(f'<h2><a href="/{site}/story-{n}">Story {n} of {site}</a></h2>' for n in range(STORIES))
        return 200, f"<html><body>{links}</body></html>".encode(), {}

    def were_met_with_manners(self, runs: Sequence[RunRecord]) -> None:
        """No host was asked twice at once, faster than its delay, or while it rested.

        A busy machine reads a request some tenths of a second late, and the next gap in the log is as much too short.
        So the gaps within `runs` are those that they measured, and the log tells of bursts, and of ten gaps together.
        """
        for host, asked in self.asked.items():
            asked.sort()
            said, rest = self.rested.get(host, (0.0, 0.0))
            assert not [came for came, _, _ in asked if said + 0.05 < came < said + rest - 0.1], (host, said, rest)
            for early, late in zip(asked, asked[1:], strict=False):
                assert late[0] > early[1] - 0.05, (host, early, late)
                assert late[0] - early[0] > self.delay / 4, (host, early, late)
            for early, late in zip(asked, asked[10:], strict=False):
                assert late[0] - early[0] > 10 * self.delay * 0.9, (host, early, late)
            gaps = [gap for run in runs if (gap := run.counts.get(f"host/{host}/gap_min_ms"))]
            assert min(gaps) > 1000 * self.delay * 0.9, (host, sorted(gaps)[:5])


class Machine:
    """A program with an output of its own, started again when it was killed or has ended."""

    def __init__(self, project: Path, store: str, *words: str, **environ: str) -> None:
        self.output = project / f"output-{words[0]}-{id(self)}"
        ours = {"PYTHONPATH": f"{ROOT}:{project}", "NEWSCRAWL_OUTPUT": str(self.output), "NEWSCRAWL_STORE": store}
        self.output.mkdir()
        self.log = self.output / "log"
        self.environ = {**os.environ, **ours, **environ}
        self.command, self.project = [sys.executable, "-m", "scrapy", *words], project
        self.start()

    def start(self) -> None:
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(self.command, cwd=self.project, env=self.environ, stderr=log)

    def keep_up(self) -> None:
        """As the supervisor of a machine does."""
        if self.process.poll() is not None:
            self.start()

    def kill(self) -> None:
        """All that runs on it, at once."""
        self._signal(signal.SIGKILL)
        self.process.wait()
        self.start()

    def kill_a_run(self) -> None:
        """One of the crawls that it has started."""
        for pid in below(self.process.pid)[:1]:
            send(pid, signal.SIGKILL)

    def stand_still(self, seconds: float) -> None:
        """As a machine that is suspended, and goes on when it is thought dead."""
        self._signal(signal.SIGSTOP)
        time.sleep(seconds)
        self._signal(signal.SIGCONT)

    def end(self) -> None:
        self.process.terminate()
        self.process.wait(90)

    def _signal(self, number: signal.Signals) -> None:
        for pid in [self.process.pid, *below(self.process.pid)]:
            send(pid, number)


def send(pid: int, number: signal.Signals) -> None:
    try:
        os.kill(pid, number)
    except ProcessLookupError:
        pass


def below(pid: int) -> list[int]:
    """The processes that a process has started."""
    found: list[int] = []
    for task in Path(f"/proc/{pid}/task").glob("*/children"):
        try:
            children = task.read_text().split()
        except (FileNotFoundError, ProcessLookupError):
            continue
        for child in map(int, children):
            found += [*below(child), child]
    return found


@contextmanager
def running(machines: Sequence[Machine]) -> Iterator[None]:
    try:
        yield
    finally:
        for machine in machines:
            machine.end()


def wait_until(
    done: Callable[[], bool], seconds: float, machines: Sequence[Machine], says: Callable[[], object]
) -> None:
    """Keep machines up until something is so; fails with what `says` gives."""
    end = time.monotonic() + seconds
    while not done():
        assert time.monotonic() < end, says()
        for machine in machines:
            machine.keep_up()
        time.sleep(0.5)
