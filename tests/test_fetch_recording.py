"""RECORD and REPLAY: what was received is what is kept, and a replay asks nobody."""

import gzip
import http.server
import json
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from newscrawl.fetch.warc import Broken, Exchange, Recording, exchanges, part_name, parts

WHEN = datetime(2026, 11, 22, 11, 0, 5, tzinfo=UTC)
PAGE = "<html><body><h1>新闻 — über</h1></body></html>".encode()

SPIDER = """
import sys, json, scrapy
from scrapy.crawler import AsyncCrawlerProcess
base, settings = sys.argv[1], json.loads(sys.argv[2])

class Site(scrapy.Spider):
    name = "site"
    async def start(self):
        for path in ["/page", "/moved", "/gone", "/gzip", "/query?b=1&a=2", "/busy", "/private", "/latin"]:
            yield scrapy.Request(base + path, errback=self.failed)
        yield scrapy.Request(base + "/form", method="POST", body=b"a=1")
        yield scrapy.Request(base + "/form", method="POST", body=b"a=2")
        if settings.get("EXTRA"):
            yield scrapy.Request(base + "/never", errback=self.failed)
    handle_httpstatus_list = [404]
    def parse(self, response):
        print(json.dumps([response.url, response.status, response.text, response.request.url]))
    def failed(self, failure):
        print(json.dumps(["failed", failure.request.url, type(failure.value).__name__]))

process = AsyncCrawlerProcess({
    "ADDONS": {"newscrawl.fetch.addon.FetchAddon": 1}, "ROBOTSTXT_OBEY": True, "RETRY_TIMES": 2, "LOG_LEVEL": "WARNING",
    "TELNETCONSOLE_ENABLED": False, "REMOTE_CONTROL_ENABLED": False, "COOKIES_ENABLED": False, "POLITE": False,
    "RECORD": "", "REPLAY": "", "RECORD_MAX_BYTES": 10**9, **settings})
process.crawl(Site)
process.start()
"""


class Site(http.server.BaseHTTPRequestHandler):
    busy = 0
    seen: list[str]

    def do_GET(self) -> None:
        self.server.seen.append(self.path)  # type: ignore[attr-defined]
        status, headers, body = 200, {"Content-Type": "text/html; charset=utf-8"}, PAGE
        match self.path:
            case "/robots.txt":
                body = b"User-agent: *\nDisallow: /private\n"
            case "/moved":
                status, headers, body = 301, {"Location": "/page?from=moved"}, b""
            case "/gone":
                status = 404
            case "/gzip":
                headers["Content-Encoding"], body = "gzip", gzip.compress(PAGE)
            case "/busy" if self.server.seen.count("/busy") == 1:  # type: ignore[attr-defined]
                status = 503
            case "/latin":
                headers = {"Content-Type": "text/html", "X-Odd": "caf\xe9"}
        self.answer(status, headers, body)

    def do_POST(self) -> None:
        self.answer(200, {"Content-Type": "text/plain"}, b"you said " + self.rfile.read(3))

    def answer(self, status: int, headers: dict[str, str], body: bytes) -> None:
        self.send_response(status)
        for name, value in {**headers, "Content-Length": str(len(body))}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Quiet."""


@pytest.fixture
def site() -> Iterator[http.server.ThreadingHTTPServer]:
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Site)
    server.seen = []  # type: ignore[attr-defined]
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield server
    server.shutdown()
    thread.join()
    server.server_close()


def crawl(base: str, **settings: object) -> tuple[list[list[str]], str]:
    """What the spider saw, in a fixed order, and what was logged."""
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", SPIDER, base, json.dumps(settings)],
        capture_output=True,
        text=True,
        timeout=60,
    )
    return sorted(json.loads(line) for line in done.stdout.splitlines()), done.stderr


def test_a_replay_sees_what_the_recorded_run_saw_and_asks_nobody(
    site: http.server.ThreadingHTTPServer, tmp_path: Path
) -> None:
    base, warc = f"http://127.0.0.1:{site.server_port}", tmp_path / "run.warc.gz"
    recorded, errors = crawl(base, RECORD=str(warc))
    assert "Traceback" not in errors
    assert len(recorded) == 10 and [f"{base}/private"] == [line[1] for line in recorded if line[0] == "failed"]
    asked = len(site.seen)  # type: ignore[attr-defined]
    replayed, errors = crawl(base, REPLAY=str(warc), EXTRA=True)
    assert replayed == sorted([*recorded, ["failed", f"{base}/never", "NotRecorded"]])
    assert len(site.seen) == asked  # type: ignore[attr-defined]
    assert f"GET {base}/never is not in the recording {warc}" in errors
    assert "Traceback" not in errors


def test_warcio_accepts_a_recording(site: http.server.ThreadingHTTPServer, tmp_path: Path) -> None:
    warc = tmp_path / "run.warc.gz"
    crawl(f"http://127.0.0.1:{site.server_port}", RECORD=str(warc))
    check = subprocess.run([sys.executable, "-m", "warcio.cli", "check", str(warc)], capture_output=True, text=True)
    assert check.returncode == 0, check.stdout
    listed = subprocess.run(
        [sys.executable, "-m", "warcio.cli", "index", "-f", "warc-type,http:status", str(warc)],
        capture_output=True,
        text=True,
        check=True,
    )
    kinds = [json.loads(line) for line in listed.stdout.splitlines()]
    assert kinds[0] == {"warc-type": "warcinfo"}
    assert sum(kind["warc-type"] == "response" for kind in kinds) == len(site.seen) + 2  # type: ignore[attr-defined]


def some(number: int, **changes: object) -> Exchange:
    values: dict[str, object] = {
        "method": "GET",
        "url": f"https://example.com/{number}",
        "sent": [(b"User-Agent", b"x")],
        "status": 200,
        "headers": [(b"Content-Type", b"text/html"), (b"X-Odd", b"caf\xe9 \xe4\xb8\xad")],
        "body": PAGE,
        "when": WHEN,
    }
    return Exchange(**{**values, **changes})  # type: ignore[arg-type]


def written(path: Path, *given: Exchange, max_bytes: int = 10**9) -> list[Exchange]:
    recording = Recording(str(path), max_bytes, {"software": "test"})
    for exchange in given:
        recording.add(exchange)
    recording.close()
    return [exchange for file in parts(str(path)) for _, exchange in exchanges(file)]


def test_bytes_come_back_as_they_were(tmp_path: Path) -> None:
    given = [
        some(1),
        some(2, body=bytes(range(256)) * 9),
        some(3, status=999, body=b""),
        some(4, fault="refused", status=0, headers=[], body=b""),
        some(5, method="POST", sent_body=b"a=1\r\n\r\nb"),
    ]
    assert written(tmp_path / "a.warc.gz", *given) == given


def test_no_header_can_forge_another_and_no_secret_is_kept(tmp_path: Path) -> None:
    given = some(1, headers=[(b"X", b"1\r\nSet-Cookie: a")], sent=[(b"Authorization", b"Basic x"), (b"Cookie", b"s=1")])
    [back] = written(tmp_path / "a.warc.gz", given)
    assert back.headers == [(b"X", b"1  Set-Cookie: a")]
    assert back.sent == []


def test_a_recording_goes_on_in_further_files(tmp_path: Path) -> None:
    path = tmp_path / "a.warc.gz"
    given = [some(number, body=bytes([number]) * 3000, headers=[(b"Content-Encoding", b"br")]) for number in range(20)]
    assert written(path, *given, max_bytes=10_000) == given
    assert len(parts(str(path))) > 3
    assert all(Path(file).stat().st_size < 15_000 for file in parts(str(path)))
    assert written(path, given[0]) == [given[0]]  # a new recording leaves no part of the older one behind


def test_a_killed_run_leaves_all_that_came_before(tmp_path: Path) -> None:
    recording = Recording(str(tmp_path / "a.warc.gz"), 10**9, {})
    recording.add(some(1))
    [file] = tmp_path.iterdir()
    one = len(file.read_bytes())
    recording.add(some(2, body=os.urandom(5000)))
    recording.file.close()
    assert file.name == "a.warc.gz.open"
    for cut in (one + 700, one + 4000):
        file.write_bytes(file.read_bytes()[:cut])
        found = []
        with pytest.raises(Broken, match=r"a\.warc\.gz\.open"):
            found.extend(exchange.url for _, exchange in exchanges(str(file)))
        assert found in (["https://example.com/1"], [])


def test_part_names() -> None:
    assert part_name("x/a.b.warc.gz", 2) == "x/a-00002.b.warc.gz"
