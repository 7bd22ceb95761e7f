"""RECORD and REPLAY: what was received is what is kept, and a replay asks nobody."""

import gzip
import json
import os
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from newscrawl.warc.exchange import Exchange
from newscrawl.warc.recording import Recording, part_name, parts
from newscrawl.warc.records import Broken, exchanges
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
