"""Two workers and a scheduler over one PostgreSQL, killed at any moment, the database too: the posts are those of an
undisturbed run on SQLite, no host is met by two runs at once, and every slot has its end."""

import os
import random
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from newscrawl.store import Store
from tests.support.changing_site import Story, prose
from tests.support.crawling import ROOT
from tests.support.postgres import Cluster, schema

SITES = [f"paper{number}" for number in range(6)]
HOSTS = ["127.0.0.1", "127.0.0.2", "127.0.0.3"]
DELAY = 0.4
SPIDER = """
class {name}(NewsSpider):
    name = "{name}"
    start_urls = ["http://{host}:{port}/{name}/"]
    links = "h2 a"
    body = "div.story"
    publisher = "The Paper"
    language = "en"
    every = "1 day"
"""
SETTINGS = f"""
from newscrawl.settings import *
SPIDER_MODULES = ["made"]
DOWNLOAD_DELAY = {DELAY}
DOWNLOAD_DELAY_JITTER = 0.0
CONTACT = "tests@example.com"
"""


class Hosts:
    """Three hosts on loopback, two papers on each, and a log of what was asked of each."""

    def __init__(self, stack: ExitStack) -> None:
        self.asked: dict[str, list[float]] = {host: [] for host in HOSTS}
        self.port = 0
        for host in HOSTS:
            server = ThreadingHTTPServer((host, self.port), self.handler(host))
            self.port = server.server_address[1]
            threading.Thread(target=partial(server.serve_forever, 0.05), daemon=True).start()
            stack.callback(server.server_close)
            stack.callback(server.shutdown)

    def handler(self, host: str) -> type[BaseHTTPRequestHandler]:
        pages, asked = self.pages(host), self.asked[host]

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                asked.append(time.monotonic())
                body = pages(self.path)
                self.send_response(200 if body else 404)
                self.send_header("Content-Type", "text/html; charset=utf-8")
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_: object) -> None:
                pass

        return Handler

    def pages(self, host: str):  # type: ignore[no-untyped-def]
        def page(path: str) -> bytes:
            site, _, story = path.strip("/").partition("/")
            if site not in SITES:
                return b""
            if not story:
                links = "".join(f'<h2><a href="/{site}/story-{n}">Story {n} of {site}</a></h2>' for n in range(6))
                return f"<html><body>{links}</body></html>".encode()
            return Story(path, f"{story} of {site}", prose(path)).html(f"http://{host}:{self.port}").encode()

        return page


@pytest.fixture
def hosts() -> Iterator[Hosts]:
    with ExitStack() as stack:
        yield Hosts(stack)


def make_project(folder: Path, port: int) -> Path:
    folder.mkdir()
    (folder / "scrapy.cfg").write_text("[settings]\ndefault = made_settings\n")
    (folder / "made_settings.py").write_text(SETTINGS)
    sites = [SPIDER.format(name=name, host=HOSTS[n % 3], port=port) for n, name in enumerate(SITES)]
    (folder / "made.py").write_text("from newscrawl.spider import NewsSpider\n" + "".join(sites))
    return folder


def posts(*outputs: Path) -> dict[str, str]:
    found = [(path.relative_to(o), path) for o in outputs for path in (o / "posts").rglob("*.md")]
    return {str(name): path.read_text() for name, path in found}


class Machine:
    """A program with its output, started again when it was killed."""

    def __init__(self, project: Path, store: str, *words: str) -> None:
        self.output = project / f"output-{words[0]}-{id(self)}"
        ours = {"PYTHONPATH": str(ROOT), "NEWSCRAWL_OUTPUT": str(self.output), "NEWSCRAWL_STORE": store}
        environ = {**os.environ, **ours}
        command = [sys.executable, "-m", "scrapy", *words]
        self.start = partial(subprocess.Popen, command, cwd=project, env=environ, stderr=subprocess.DEVNULL)
        self.process = self.start()

    def kill(self) -> None:
        """All that runs on it, at once."""
        for pid in [*below(self.process.pid), self.process.pid]:
            os.kill(pid, signal.SIGKILL)
        self.process.wait()

    def end(self) -> None:
        self.process.terminate()
        self.process.wait(60)


def below(pid: int) -> list[int]:
    """The processes that a process has started."""
    found: list[int] = []
    for task in Path(f"/proc/{pid}/task").glob("*/children"):
        for child in map(int, task.read_text().split()):
            found += [*below(child), child]
    return found


@contextmanager
def running(*machines: Machine) -> Iterator[None]:
    try:
        yield
    finally:
        for machine in machines:
            machine.end()


@pytest.mark.on_request
def test_what_is_killed_anywhere_loses_nothing(hosts: Hosts, cluster: Cluster, tmp_path: Path) -> None:
    project, chance = make_project(tmp_path / "project", hosts.port), random.Random()
    plain = {**os.environ, "PYTHONPATH": str(ROOT), "NEWSCRAWL_OUTPUT": str(tmp_path / "plain")}
    subprocess.run([sys.executable, "-m", "scrapy", "crawl-all", *SITES], cwd=project, env=plain, check=True)
    wanted = posts(tmp_path / "plain")
    assert len(wanted) == 6 * len(SITES)
    for asked in hosts.asked.values():
        asked.clear()
    with schema(cluster) as address:
        scheduler = Machine(project, address, "schedule")
        workers = [Machine(project, address, "work", "--jobs", "2") for _ in range(2)]
        with running(scheduler, *workers):
            time.sleep(5)
            for machine in chance.sample([*workers, *workers, scheduler], 3):
                time.sleep(chance.uniform(0, 4))
                machine.kill()
                machine.process = machine.start()
            cluster.stop()
            time.sleep(3)
            cluster.start()
            with Store.open(address) as store:
                end = time.monotonic() + 240
                while {run.site for run in store.runs.of() if run.complete} < {*SITES} or store.slots.running():
                    assert time.monotonic() < end, (store.runs.of(), store.slots.of())
                    time.sleep(1)
                assert all(slot.ended for slot in store.slots.of())
                assert {slot.how for slot in store.slots.of()} == {"finished"}
        assert posts(*(worker.output for worker in workers)) == wanted
    for asked in hosts.asked.values():
        gaps = [after - before for before, after in zip(asked, asked[1:], strict=False)]
        assert min(gaps) > DELAY / 2, sorted(gaps)[:5]
