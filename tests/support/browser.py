# ruff: noqa: E501 - a script in a page reads better unwrapped
"""Real Chromium on pages served from this machine: what ran, and what it asked for."""

import json
import re
import shutil
import subprocess
import tempfile
import threading
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from html import unescape
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import quote, unquote

import pytest

FLAGS = (
    "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync --disable-extensions --disable-dev-shm-usage --autoplay-policy=no-user-gesture-required"
).split()

# Runs before the page: records what calls it. Runs after it: parses the articles once more, as scripts of themes do that
# move or reload them, then does to every element what a reader could do.
BEFORE = """<script>
window.found = [];
window.ran = window.alert = window.prompt = window.confirm = window.print = function () { found.push(new Error().stack) };
</script>"""
AFTER = """<script>
addEventListener('load', () => setTimeout(() => {
  const all = () => [...document.querySelectorAll('article, article *')];
  for (const article of document.querySelectorAll('article')) article.innerHTML = article.innerHTML;
  const events = 'mouseover mouseenter pointerenter focus blur toggle beforetoggle copy drag animationstart transitionend submit error load';
  for (const element of all()) {
    for (const event of events.split(' ')) element.dispatchEvent(new Event(event, {bubbles: true}));
    for (const {name} of element.attributes) if (/^(on|@|v-|x-|ng-|hx-|:)/.test(name)) found.push(name);
    if ('protocol' in element && !/^(https?|mailto|tel|):?$/.test(element.protocol)) { found.push(element.href); element.click() }
    if (element.namespaceURI !== 'http://www.w3.org/1999/xhtml') found.push('namespace of ' + element.tagName);
  }
  for (const name of ['location', 'config', 'cookie', 'currentScript', 'getElementById', 'body', 'defaultView'])
    if (document[name] instanceof Element && name !== 'body' && name !== 'currentScript') found.push('clobbered ' + name);
  setTimeout(() => {
    const result = document.createElement('pre');
    result.id = 'result';
    result.textContent = JSON.stringify({found, articles: document.querySelectorAll('main > article').length});
    document.documentElement.append(result);
  }, 300);
}, 300));
</script>"""

FRAMED = """<script>
addEventListener('load', () => setTimeout(() => {
  const found = [], frames = [...document.querySelectorAll('iframe')];
  for (const frame of frames) for (const element of frame.contentDocument.querySelectorAll('*')) {
    for (const {name, value} of element.attributes) if (/^on/.test(name) && /ran/.test(value)) found.push(frame.src + ' ' + name);
    for (const event of 'mouseover focus load error'.split(' ')) element.dispatchEvent(new Event(event));
  }
  setTimeout(() => {
    for (const frame of frames) if (frame.contentWindow.ran) found.push(frame.src);
    const result = document.createElement('pre');
    result.id = 'result';
    result.textContent = JSON.stringify({found, articles: frames.filter((f) => f.contentDocument.querySelector('h1')).length});
    document.documentElement.append(result);
  }, 300);
}, 500));
</script>"""


@dataclass
class Visit:
    """What happened on a page."""

    found: list[str]
    articles: int
    requests: list[str]
    """Host and path of each request, without the page's own."""


def chromium() -> str:
    program = shutil.which("chromium") or shutil.which("google-chrome")
    if not program:
        pytest.skip("no browser to try scripts in: chromium is not installed (tests/setup.sh installs what it can)")
    return program


def visit(page: str) -> Visit:
    """Open `page` in Chromium; every host that ends with .test is a server of this test, all others are not found."""
    return _visit(lambda path: page.encode(errors="replace") if path == "/page" else None)


def visit_site(output: Path, stems: Iterable[str]) -> Visit:
    """Open these pages of a built site, each in a frame of one page, and do to each element what a reader could do."""
    frames = "".join(f'<iframe src="/{quote(stem)}/"></iframe>' for stem in stems)
    page = f"<!doctype html><meta charset=utf-8><main>{frames}</main>{FRAMED}".encode()

    def serve(path: str) -> bytes | None:
        file = output / unquote(path).strip("/")
        file = file / "index.html" if file.is_dir() else file
        # Without programs of other hosts, which want the network and all the time there is.
        return page if path == "/page" else _PROGRAM.sub(b"", file.read_bytes()) if file.is_file() else None

    return _visit(serve)


def _visit(serve: Callable[[str], bytes | None]) -> Visit:
    result, requests = shown(serve)
    return Visit(**result, requests=[r for r in requests if r not in _OWN])


def shown(serve: Callable[[str], bytes | None]) -> tuple[dict[str, Any], list[str]]:
    """Open http://site.test/page: (what the page's script left in `#result`, host and path of each request)."""
    program, requests = chromium(), []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            requests.append(self.headers["Host"].split(":")[0] + self.path)
            answer = serve(self.path.partition("?")[0]) if requests[-1].startswith("site.test/") else None
            self.send_response(200 if answer is not None else 404)
            self.send_header("Content-Type", _type(self.path.partition("?")[0]))
            self.end_headers()
            self.wfile.write(answer or b"")

        def log_message(self, *args: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server, tempfile.TemporaryDirectory() as profile:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        dom = _dump(program, profile, server.server_address[1])
        server.shutdown()
    result = re.search(r'<pre id="result">(.*?)</pre>', dom, re.DOTALL)
    assert result, f"the page did not come to its end: {dom[-500:]}"
    return json.loads(unescape(result[1])), requests


def _type(path: str) -> str:
    return {"css": "text/css", "js": "text/javascript", "png": "image/png"}.get(
        path.rpartition(".")[2], "text/html; charset=utf-8"
    )


_PROGRAM = re.compile(rb"<script[^>]*\ssrc=[\"']?(?:https?:)?//[^>]*>\s*</script>")
_OWN = ("site.test/page", "site.test/favicon.ico")


def _dump(program: str, profile: str, port: int) -> str:
    command = [
        program,
        *FLAGS,
        f"--user-data-dir={profile}",
        f"--host-resolver-rules=MAP *.test 127.0.0.1:{port}, MAP * ~NOTFOUND",
    ]
    command += ["--virtual-time-budget=8000", "--timeout=30000", "--dump-dom", "http://site.test/page"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120, stdin=subprocess.DEVNULL)
    return done.stdout
