"""The command blocks of the docs, run in bash as a reader would, over a recording instead of the network.

In each page the blocks fenced as `bash` are run, one after the other in one folder, and of those fenced as `console`
the lines that begin with a dollar; what they print there is not compared.
"""

import json
import os
import re
import socketserver
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from newscrawl.warc.exchange import Exchange
from tests.support.crawling import RECORDING, ROOT
from tests.support.exchanges import some, written
from tests.support.news_sites import NOW, Story, article
from tests.support.warm import Helper

PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.M | re.S)

FETCHING = ("crawl", "crawl-all", "addsite", "savepage", "explain", "retry")
"""Commands that ask a site; they are given the recording."""

CLIENT = """import json, os, socket, sys
with socket.socket(socket.AF_UNIX) as line:
    line.connect({socket!r})
    line.sendall(json.dumps([sys.argv[1:], os.getcwd(), dict(os.environ)]).encode() + b"\\n")
    code, out, said = json.loads(line.makefile().read())
sys.stderr.write(said)
sys.stdout.write(out)
sys.exit(code)
"""


def commands(page: Path) -> list[str]:
    """The lines of a page that a reader types."""
    found = [(kind, text.splitlines()) for kind, text in BLOCK.findall(page.read_text(encoding="utf-8"))]
    typed = {"bash": lambda line: line, "console": lambda line: line.removeprefix("$ ") if line[:2] == "$ " else ""}
    return [line for kind, lines in found if kind in typed for line in map(typed[kind], lines) if line]


def make_recording(path: Path) -> Path:
    """Al Jazeera's, and behind it a site at example.com and one at example.org."""
    made = path.with_name("made.warc.gz")
    hosts = "example.com", "example.org", "example.net", "lens.example"
    written(made, *(exchange for host in hosts for exchange in _site(f"https://{host}")))
    path.write_bytes(RECORDING.read_bytes() + made.read_bytes())
    return path


def _site(home: str) -> list[Exchange]:
    stories = [
        Story(n, f"/2026/11/22/council-repairs-bridge-{n}", f"Harbour council repairs bridge {n}", NOW)
        for n in range(1, 4)
    ]
    stories.append(Story(4, "/a-story", "Night market opens the second pier", NOW - timedelta(days=1)))
    links = "".join(f'<li><a href="{story.path}">{story.title}</a></li>' for story in stories)
    pages = {"/": f"<html><body><ul>{links}</ul></body></html>", "/blog": f"<html><body><ul>{links}</ul></body></html>"}
    pages |= {story.path: article(story, "") for story in stories}
    headers = [(b"Content-Type", b"text/html; charset=utf-8")]
    when = datetime(2026, 11, 22, 11, tzinfo=UTC)
    asked = [some(1, url=home + path, body=text.encode(), headers=headers, when=when) for path, text in pages.items()]
    return [some(1, url=f"{home}/robots.txt", body=b"", headers=[(b"Content-Type", b"text/plain")]), *asked]


@contextmanager
def shell(helper: Helper, recording: Path) -> Iterator[dict[str, str]]:
    """The environment of a shell in which `newscrawl` is the helper's."""

    class Answer(socketserver.StreamRequestHandler):
        def handle(self) -> None:
            words, folder, environment = json.loads(self.rfile.readline())
            if words[0] in FETCHING and "--help" not in words:
                words += ["-s", f"REPLAY={recording}"]
            done = helper.run(["newscrawl", *words], environment, Path(folder))
            if words[0] == "init" and done.code == 0:
                config = next(Path(folder).joinpath(*words[1:2]).glob("newscrawl.toml"))
                config.write_text(f'replay = "{recording}"\n{config.read_text()}')
            self.wfile.write(json.dumps([done.code, done.out, done.said]).encode())

    with TemporaryDirectory() as made:
        program, client = Path(made, "newscrawl"), Path(made, "client.py")
        client.write_text(CLIENT.format(socket=str(Path(made, "socket"))))
        program.write_text(f'#!/bin/sh\nexec {sys.executable} -S -E {client} "$@"\n')
        program.chmod(0o755)
        kept = {name: value for name, value in os.environ.items() if not name.startswith(("NEWSCRAWL_", "SCRAPY_"))}
        with socketserver.UnixStreamServer(str(Path(made, "socket")), Answer) as server:
            threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
            yield {**kept, "PATH": f"{made}:{os.environ['PATH']}", "HOME": made, "COLUMNS": "120"}
            server.shutdown()


def make_folder(folder: Path, recording: Path, environment: dict[str, str]) -> Path:
    """What a reader has who comes to a page from the tutorials: a folder with articles, and files that pages name."""
    (folder.parent / "my-site" / "source" / "_posts").mkdir(parents=True, exist_ok=True)
    _bash("newscrawl init; newscrawl crawl aljazeera -a limit=3", folder, environment)
    (folder / "list.txt").write_text("https://example.net/\n")
    (folder / "feeds.opml").write_text('<opml><body><outline xmlUrl="https://lens.example/feed"/></body></opml>')
    (folder / "sites" / "added.yml").write_text("example:\n  home: https://example.com/\n  whole: true\n")
    for name in ("recordings/aljazeera-2026-11-22T08-00-00.warc.gz", "CC-NEWS-20261122-1.warc.gz"):
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).symlink_to(recording)
    (folder / "secrets").mkdir()
    for kind in ("cookies", "headers"):
        (folder / "secrets" / f"example.{kind}.txt").write_text("")
    return folder


def run_page(page: Path, not_run: dict[str, str], folder: Path, environment: dict[str, str]) -> None:
    """Run all command blocks of a page in one bash; lines of `not_run` are left out."""
    lines = [line for line in commands(page) if not line.startswith(tuple(not_run))]
    # An exit code of 1 is an answer of these: something is wrong, nothing is due, the page is still no article.
    answering = "newscrawl health", "newscrawl retry", "newscrawl search"
    script = [f"{line.partition(' #')[0]} || [ $? = 1 ]" if line.startswith(answering) else line for line in lines]
    _bash("\n".join(script), folder, environment)


def _bash(script: str, folder: Path, environment: dict[str, str]) -> None:
    command = ["bash", "-e", "-x", "-o", "pipefail", "-c", script]
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True)
    assert done.returncode == 0, f"{done.stdout}{done.stderr}"
