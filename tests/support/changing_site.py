"""A small news site on this machine that a test edits between two crawls, with a log of what was asked for."""

import os
import random
import subprocess
import sys
import threading
import time
from collections.abc import Iterable
from dataclasses import dataclass, field
from hashlib import sha1
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Self

from newscrawl.store import Store
from newscrawl.store.keys import address_key
from tests.support.crawling import ROOT
from tests.support.warm import HELPER, Done

WORDS = """harbour council bridge teacher winter market library river engine village doctor orchard railway parliament
festival museum student island border company hospital school reform budget election minister report weather train
forest village farmer painter football energy water street building garden window letter morning evening""".split()

SPIDER = """
from newscrawl.spider import NewsSpider

class PaperSpider(NewsSpider):
    name = "{name}"
    start_urls = ["{home}/news"]
    links = "h2 a"
    body = "div.story"
    publisher = "The Paper"
    language = "en"
"""


def prose(seed: object, words: int = 220) -> list[str]:
    """Paragraphs that are the same for the same seed and unlike for another."""
    chosen = random.Random(str(seed)).choices(WORDS, k=words)
    return [" ".join(chosen[i : i + 40]).capitalize() + "." for i in range(0, words, 40)]


@dataclass
class Story:
    """One article as the site shows it now."""

    path: str
    title: str
    paragraphs: list[str]
    published: str = "2026-03-01T08:00:00+00:00"
    modified: str = ""
    canonical: str = ""
    id: str = ""
    wrapper: str = "story"
    image: str = ""

    def html(self, home: str) -> str:
        """The page."""
        about = f'"headline": "{self.title}", "datePublished": "{self.published}"'
        about += f', "dateModified": "{self.modified}"' if self.modified else ""
        text = "".join(f"<p>{paragraph}</p>\n" for paragraph in self.paragraphs)
        canonical = f'<link rel="canonical" href="{home}{self.canonical}">' if self.canonical else ""
        postid = f' class="post-template single postid-{self.id}"' if self.id else ""
        canonical += f'<meta property="og:image" content="{home}{self.image}">' if self.image else ""
        ld = f'<script type="application/ld+json">{{"@type": "NewsArticle", {about}}}</script>'
        return (
            f"<!DOCTYPE html><html lang=en><head><title>{self.title}</title>{canonical}{ld}</head><body{postid}>"
            f'<h1>{self.title}</h1><div class="{self.wrapper}">{text}</div></body></html>'
        )


@dataclass
class Site:
    """`listings` are lists of addresses, `stories` pages by path; `status` and `moved` go before both."""

    stories: dict[str, Story] = field(default_factory=dict)
    listings: dict[str, list[str]] = field(default_factory=dict)
    raw: dict[str, str] = field(default_factory=dict)
    status: dict[str, int] = field(default_factory=dict)
    moved: dict[str, str] = field(default_factory=dict)
    log: list[str] = field(default_factory=list)
    types: dict[str, str] = field(default_factory=dict)
    """Content-Type of a path, where it is not HTML's."""

    validators: bool = True
    gate: threading.Event = field(default_factory=threading.Event)
    """Nothing is answered while it is clear."""

    met: threading.Event = field(default_factory=threading.Event)
    """Set by the first request."""

    held: set[str] = field(default_factory=set)
    """Paths that are not answered while they stand here."""

    def __enter__(self) -> Self:
        site = self
        self.gate.set()

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self) -> None:
                site.answer(self)

            def log_message(self, *_: object) -> None:
                pass

        self.server = Server(("127.0.0.1", 0), Handler)
        self.home = f"http://127.0.0.1:{self.server.server_address[1]}"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self.server.shutdown()
        self.server.server_close()

    def write(self, *stories: Story) -> None:
        """Put stories on the site, and on the front of its one listing."""
        for story in stories:
            self.stories[story.path] = story
        self.listings.setdefault("/news", [])[:0] = [story.path for story in stories]

    def asked(self) -> list[str]:
        """What was asked for since the last call, robots.txt left out: path, and "304" where it had not changed."""
        log, self.log = [line for line in self.log if line != "/robots.txt"], []
        return log

    def answer(self, request: BaseHTTPRequestHandler) -> None:
        path = request.path
        self.met.set()
        self.gate.wait(120)
        while path in self.held:
            time.sleep(0.01)
        if path in self.moved:
            return self.send(request, 301, b"", Location=self.home + self.moved[path])
        bare = path.partition("?")[0]
        if bare in self.status:
            return self.send(request, self.status[bare], b"no")
        if bare in self.raw:
            body = self.raw[bare]
        elif path in self.listings:
            body = self.listing(path)
        elif bare in self.stories:
            body = self.stories[bare].html(self.home)
        else:
            return self.send(request, 404, b"no such page")
        data = body.encode()
        etag = f'"{sha1(data).hexdigest()}"'
        if self.validators and request.headers.get("If-None-Match") == etag:
            return self.send(request, 304, b"", ETag=etag)
        self.send(request, 200, data, **({"ETag": etag} if self.validators else {}))

    def listing(self, path: str) -> str:
        cards = "".join(f'<h2><a href="{link}">{link}</a></h2>\n' for link in self.listings[path])
        pages = sorted(other for other in self.listings if other.startswith("/news"))
        further = pages[pages.index(path) + 1 : pages.index(path) + 2] if path in pages else []
        return f"<html><body>{cards}{''.join(f'<a rel=next href={url}>next</a>' for url in further)}</body></html>"

    def send(self, request: BaseHTTPRequestHandler, status: int, body: bytes, **headers: str) -> None:
        self.log.append(request.path + (" 304" if status == 304 else ""))
        request.send_response_only(status)
        if status != 304:
            kind = self.types.get(request.path, "text/html; charset=utf-8")
            headers = {"Content-Type": kind, **headers, "Content-Length": str(len(body))}
        for name, value in headers.items():
            request.send_header(name, value)
        request.end_headers()
        request.wfile.write(body)


class Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, *_: object) -> None:
        """A client that was killed leaves its connections; that is no news here."""


@dataclass
class Paper:
    """A site, a spider for it, and a folder that its crawls write to."""

    site: Site
    folder: Path
    name: str = "paper"

    @property
    def output(self) -> Path:
        return self.folder / "output"

    def arguments(self, *more: str, command: Iterable[str] = ("crawl",)) -> list[str]:
        return [*command, self.name, "-s", "SPIDER_MODULES=paper_spiders", *FAST, *more]

    def environment(self) -> dict[str, str]:
        package = self.folder / "paper_spiders"
        package.mkdir(exist_ok=True)
        (package / "__init__.py").touch()
        if not (spider := package / f"{self.name}.py").exists():
            spider.write_text(SPIDER.format(name=self.name, home=self.site.home))
        return {"PYTHONPATH": str(self.folder), "NEWSCRAWL_CONTACT": "test@example.com"}

    def run(self, *more: str, command: Iterable[str] = ("crawl",)) -> Done:
        """Run a command on the site in a process of its own."""
        return self.command(*self.arguments(*more, command=command))

    def command(self, *arguments: str) -> Done:
        """A command that is given no site."""
        environment = {**os.environ, "COLUMNS": "120", **self.environment(), "NEWSCRAWL_OUTPUT": str(self.output)}
        return HELPER.run(["scrapy", *arguments], environment)

    def begin(self, *more: str, stderr: int = subprocess.PIPE) -> "subprocess.Popen[str]":
        """A crawl that goes on beside the test."""
        command = [sys.executable, "-m", "scrapy", *self.arguments(*more)]
        environment = {**os.environ, **self.environment(), "NEWSCRAWL_OUTPUT": str(self.output)}
        return subprocess.Popen(command, cwd=ROOT, env=environment, stderr=stderr, text=True)

    def store(self) -> Store:
        """What the crawls left."""
        return Store.open(self.output / "newscrawl.db")

    def key(self, path: str) -> int:
        """The name under which the store knows a page of the site."""
        return address_key(self.name, self.site.home + path)

    def posts(self) -> dict[str, bytes]:
        """Name -> bytes of every post."""
        return {path.name: path.read_bytes() for path in sorted((self.output / "posts").rglob("*")) if path.is_file()}


# Nobody is waited for on this machine. One request at a time, as by default, so that articles are written in the order
# of the listing; with no delay at all Scrapy 2.19 counts a connection too late and opens eight.
FAST = ["-s", "DOWNLOAD_DELAY=0.001", "-s", "RETRY_TIMES=0"]
