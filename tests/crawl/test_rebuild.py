"""`scrapy rebuild`: every post out of recordings again, with no request, and only what changes is written."""

import os
import signal
import subprocess
import sys
import time
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

import pytest
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from newscrawl.warc.exchange import Exchange
from newscrawl.warc.index import newest
from newscrawl.warc.recording import Recording
from tests.support.changing_site import Story, prose
from tests.support.crawling import RECORDING, ROOT, crawl, posts, warm
from tests.support.warm import Done


def article(number: int, *said: str) -> str:
    return Story("", f"Story {number}", [*said, *prose(number)]).html("")


def recording(path: Path, pages: dict[str, str], day: int = 20) -> str:
    written = Recording(str(path), 10**9, {})
    for url, body in pages.items():
        written.add(
            Exchange(
                method="GET",
                url=url,
                sent=[],
                status=200,
                headers=[(b"Content-Type", b"text/html; charset=utf-8")],
                body=body.encode(),
                when=datetime(2026, 11, day, 9, 0, tzinfo=UTC),
            )
        )
    written.close()
    return str(path)


def url(number: int, host: str = "chinese.aljazeera.net") -> str:
    return f"https://{host}/news/2026/11/20/story-{number}"


def rebuild(output: Path, *arguments: str) -> Done:
    """With a socket that cannot connect: whatever asked for anything would raise."""
    (output.parent / "offline").mkdir(exist_ok=True)
    (output.parent / "offline" / "sitecustomize.py").write_text(
        "import socket\n"
        "def refuse(self, *_): raise RuntimeError('a connection was tried')\n"
        "class Offline(socket.socket):\n"
        "    connect = connect_ex = refuse\n"
        "socket.socket = Offline\n"
    )
    return warm("rebuild", *arguments, output=output, env={"PYTHONPATH": str(output.parent / "offline")})


@pytest.fixture
def output(tmp_path: Path) -> Path:
    return tmp_path / "output"


def test_a_rebuild_of_a_crawl_changes_nothing_and_mends_what_changed(output: Path) -> None:
    crawl(output)
    before = {path: path.read_bytes() for path in posts(output)}
    worse = posts(output)[3]
    worse.write_text("what an older version made of it")
    times = {path: path.stat().st_mtime_ns for path in before}
    everything = ("aljazeera", "--from", str(RECORDING.parent / "alj*.warc.gz"))
    assert "posts left" in rebuild(output, *everything).said or worse.read_text() == "what an older version made of it"
    done = rebuild(output, *everything, "-s", "POST_EDITS=overwrite")
    assert done.code == 0, done.said
    assert {path: path.read_bytes() for path in posts(output)} == before
    assert [path for path in before if path.stat().st_mtime_ns != times[path]] == [worse]
    assert "aljazeera: 0 new, 1 updated" in done.said


def test_the_newest_answer_of_an_address_counts(output: Path) -> None:
    old = recording(output.parent / "old.warc.gz", {url(1): article(1, "Old.")}, day=18)
    new = recording(output.parent / "new.warc.gz", {url(1): article(1, "New.")}, day=19)
    assert rebuild(output, "aljazeera", "--from", new, old).code == 0
    [post] = posts(output)
    assert "New." in post.read_text() and "Old." not in post.read_text()
    later = datetime(2026, 11, 19, tzinfo=UTC)
    assert [page.place.path for page in newest([old, new], lambda _: True, later)] == [new]
    assert rebuild(output, "aljazeera", "--from", old, "--since", "2026-11-19").code == 1


def test_many_pages_are_read_by_several_processes(output: Path) -> None:
    pages = {url(number): article(number) for number in range(110)}
    warc = recording(output.parent / "many.warc.gz", pages)
    done = rebuild(output, "aljazeera", "--from", warc, "--jobs", "2")
    assert len(posts(output)) > 100, done.said


def test_ctrl_c_ends_all_its_processes_with_one_line(output: Path) -> None:
    # So many that they are not all read before this test looks again, however busy the machine is.
    warc = recording(output.parent / "many.warc.gz", {url(number): article(number) for number in range(6_000)})
    command = [sys.executable, "-m", "scrapy", "rebuild", "aljazeera", "--from", warc, "--jobs", "2"]
    with subprocess.Popen(
        command,
        cwd=ROOT,
        env={**os.environ, "NEWSCRAWL_OUTPUT": str(output)},
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    ) as running:
        while not posts(output) and running.poll() is None:
            time.sleep(0.005)
        os.killpg(running.pid, signal.SIGINT)  # as a terminal sends it
        said = running.communicate(timeout=300)[1]
    assert running.returncode == 1 and said.startswith("scrapy rebuild: interrupted") and said.count("\n") == 1, said


def test_pages_of_known_sites_are_picked_out_of_files_of_common_crawl(output: Path) -> None:
    """Its order is request, response, metadata, and most of it is of sites that nobody knows here."""
    path = output.parent / "CC-NEWS-20261120.warc.gz"
    with path.open("wb") as file:
        writer = WARCWriter(file, gzip=True)
        for number, host in enumerate(["chinese.aljazeera.net", "www.unknown.example", "lightship.example"]):
            address = url(number, host)
            request = writer.create_warc_record(address, "request", http_headers=StatusAndHeaders(
                "GET /news HTTP/1.1", [("Host", host)], is_http_request=True))  # fmt: skip
            body = article(number).encode()
            response = writer.create_warc_record(
                address,
                "response",
                payload=BytesIO(body),
                length=len(body),
                http_headers=StatusAndHeaders("200 OK", [("Content-Type", "text/html")], protocol="HTTP/1.1"),
                warc_headers_dict={"WARC-Concurrent-To": request.rec_headers.get_header("WARC-Record-ID")},
            )
            writer.write_record(request)
            writer.write_record(response)
    done = rebuild(output, "--any", "--from", str(output.parent / "CC-NEWS-*.warc.gz"))
    assert done.code == 0, done.said
    assert len(posts(output)) == 1
    assert not (output / "posts" / "site").exists()
    assert [path.name for path in (output / "posts").iterdir() if path.is_dir()].count("aljazeera") == 1


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["aljazeera", "--from", "nowhere-*.warc.gz"], "there is no recording nowhere-*.warc.gz"),
        (["nobody", "--from", str(RECORDING)], "there is no site 'nobody'"),
        (["aljazeera", "--from", str(RECORDING), "--since", "eve"], "a date is accepted"),
    ],
)
def test_what_is_wrong_is_one_line(output: Path, arguments: list[str], said: str) -> None:
    done = warm("rebuild", *arguments, output=output)
    assert done.code == 2 and said in done.said and "Traceback" not in done.said


def test_a_damaged_recording_gives_what_stands_before(output: Path) -> None:
    warc = recording(output.parent / "many.warc.gz", {url(n): article(n) + os.urandom(900).hex() for n in range(5)})
    Path(warc).write_bytes(Path(warc).read_bytes()[:-2500])
    done = rebuild(output, "aljazeera", "--from", warc)
    assert done.code == 0 and "Traceback" not in done.said
    assert len(posts(output)) in (3, 4)
