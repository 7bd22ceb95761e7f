"""A real Scrapyd takes the project and runs a spider of it. On request: it installs Scrapyd into an environment."""

import json
import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlencode
from zipfile import ZipFile

import pytest

from tests.support.crawling import RECORDING, ROOT

pytestmark = pytest.mark.on_request
FORM = "application/x-www-form-urlencoded"


class Scrapyd:
    """Scrapyd in an environment with newscrawl, in a folder of its own."""

    def __init__(self, folder: Path) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.folder, python = folder, folder / "venv" / "bin" / "python"
        subprocess.run([sys.executable, "-m", "venv", folder / "venv"], check=True)
        subprocess.run([python, "-m", "pip", "install", "--quiet", ROOT, "scrapyd"], check=True)
        (folder / "scrapyd.conf").write_text(f"[scrapyd]\nhttp_port = {self.port}\npoll_interval = 0.2\n")
        environ = {**os.environ, "NEWSCRAWL_OUTPUT": str(folder / "output")}
        command = [python.with_name("scrapyd")]
        self.process = subprocess.Popen(command, cwd=folder, env=environ, stderr=subprocess.DEVNULL)

    def ask(self, page: str, data: bytes | None = None, kind: str = FORM, query: str = "") -> Any:
        address = f"http://127.0.0.1:{self.port}/{page}.json{query}"
        request = urllib.request.Request(address, data, {"Content-Type": kind})
        with urllib.request.urlopen(request) as answer:
            return json.load(answer)

    def until_up(self) -> None:
        while True:
            assert self.process.poll() is None
            try:
                self.ask("daemonstatus")
                return
            except urllib.error.URLError:
                time.sleep(0.1)

    def deploy(self, egg: Path) -> Any:
        """What `scrapyd-deploy` sends."""
        parts = [("project", b"", b"news"), ("version", b"", b"1"), ("egg", b'; filename="news.egg"', egg.read_bytes())]
        form = b"".join(
            b'--part\r\nContent-Disposition: form-data; name="%s"%s\r\n\r\n%s\r\n' % (name.encode(), more, value)
            for name, more, value in parts
        )
        return self.ask("addversion", form + b"--part--\r\n", "multipart/form-data; boundary=part")


@pytest.fixture
def scrapyd(tmp_path: Path) -> Iterator[Scrapyd]:
    scrapyd = Scrapyd(tmp_path)
    yield scrapyd
    scrapyd.process.terminate()
    scrapyd.process.wait()


def test_scrapyd_lists_the_spiders_and_runs_one(scrapyd: Scrapyd) -> None:
    egg = scrapyd.folder / "news.egg"
    with ZipFile(egg, "w") as packed:
        packed.writestr("EGG-INFO/PKG-INFO", "Metadata-Version: 2.1\nName: news\nVersion: 1\n")
        packed.writestr("EGG-INFO/entry_points.txt", "[scrapy]\nsettings = newscrawl.settings\n")
    scrapyd.until_up()
    assert scrapyd.deploy(egg)["spiders"] > 100
    job = [("project", "news"), ("spider", "aljazeera"), ("setting", f"REPLAY={RECORDING}"), ("limit", "3")]
    assert scrapyd.ask("schedule", urlencode(job).encode())["status"] == "ok"
    while not scrapyd.ask("listjobs", query="?project=news")["finished"]:
        time.sleep(0.2)
    assert len(list((scrapyd.folder / "output" / "posts" / "aljazeera").iterdir())) == 3
