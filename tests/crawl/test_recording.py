"""RECORD and REPLAY: what was received is what is kept, and a replay asks nobody."""

import gzip
import json
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.support.exchanges import some, written
from tests.support.fetching import Crawler
from tests.support.server import RESET, Server, head, moved, page

WHEN = datetime(2026, 11, 22, 11, 0, 5, tzinfo=UTC)
PAGE = "<html><body><h1>新闻 — über</h1></body></html>".encode()


@pytest.fixture
def server(server: Server) -> Server:
    server.on("/robots.txt", page("User-agent: *\nDisallow: /private"))
    server.on("/moved", moved("/page?from=moved"))
    server.on("/gzip", page(gzip.compress(PAGE), content_encoding="gzip"))
    server.on("/busy", page(status=503, retry_after=1), page(PAGE))
    server.on("/lost", [RESET], page(PAGE))
    server.on("/broken", [RESET])
    server.on("/latin", [head(content_type="text/html", content_length=len(PAGE), x_odd="caf\xe9") + PAGE])
    for path in ("/page", "/page?from=moved", "/query?b=1&a=2"):
        server.on(path, page(PAGE))
    return server


PATHS = ["/page", "/moved", "/gone", "/gzip", "/query?b=1&a=2", "/busy", "/private", "/latin", "/lost", "/broken"]


def test_a_replay_sees_what_the_recorded_run_saw_and_asks_nobody(
    crawl: Crawler, server: Server, tmp_path: Path
) -> None:
    warc = str(tmp_path / "run.warc.gz")
    recorded = crawl(*map(server.url, PATHS), RECORD=warc)
    assert len(recorded.pages) == 7
    assert recorded.failed == {"/private": "robots.txt", "/gone": "status 404", "/broken": "connection failed"}
    asked = len(server.log)
    replayed = crawl(*map(server.url, [*PATHS, "/never"]), REPLAY=warc)
    assert len(server.log) == asked
    assert {path: (status, size) for path, (status, size, *_) in replayed.pages.items()} == {
        path: (status, size) for path, (status, size, *_) in recorded.pages.items()
    }
    assert replayed.failed == {**recorded.failed, "/never": "not recorded"}
    assert f"GET {server.url('/never')} is not in the recording {warc}" in replayed.log
    assert any("waiting 1 s" in line for line in recorded.log)
    assert not any("waiting" in line for line in replayed.log), "a replay waits for nobody"
    assert not any("Traceback" in line for line in replayed.log)


def test_a_replay_dates_its_pages_as_the_recorded_run_did(crawl: Crawler, server: Server, tmp_path: Path) -> None:
    warc = str(tmp_path / "run.warc.gz")
    recorded = crawl(server.url("/page"), RECORD=warc)
    replayed = crawl(server.url("/page"), REPLAY=warc)
    assert int(recorded.pages["/page"][3]) == replayed.pages["/page"][3]


def test_a_replay_without_robots_txt_goes_on(crawl: Crawler, tmp_path: Path) -> None:
    written(tmp_path / "a.warc.gz", some(1))
    replayed = crawl("https://example.com/1", REPLAY=str(tmp_path / "a.warc.gz"))
    assert replayed.pages["/1"][0] == 200


def test_warcio_accepts_a_recording(crawl: Crawler, server: Server, tmp_path: Path) -> None:
    warc = str(tmp_path / "run.warc.gz")
    crawl(*map(server.url, PATHS), RECORD=warc)
    check = subprocess.run([sys.executable, "-m", "warcio.cli", "check", warc], capture_output=True, text=True)
    assert check.returncode == 0, check.stdout
    listed = subprocess.run(
        [sys.executable, "-m", "warcio.cli", "index", "-f", "warc-type,http:status", warc],
        capture_output=True,
        text=True,
        check=True,
    )
    kinds = [json.loads(line)["warc-type"] for line in listed.stdout.splitlines()]
    assert kinds[0] == "warcinfo"
    failed = kinds.count("metadata")
    assert kinds.count("response") + failed == kinds.count("request") == len(server.log)
    assert failed == 3
