# ruff: noqa: E501 - a script in a page reads better unwrapped
"""Pages of a built site in a real browser: what their console says that is wrong."""

import json
import re
from pathlib import Path
from urllib.parse import quote, unquote

from tests.support.browser import shown

# First on each page. What cannot be loaded is an error of its element, of which a console says as much.
_LISTEN = b"""<script>
window.wrong = [];
addEventListener('error', (event) => wrong.push(event.message || 'not loaded: ' + (event.target.src || event.target.href)), true);
addEventListener('unhandledrejection', (event) => wrong.push(String(event.reason)));
console.error = (...said) => wrong.push(said.join(' '));
</script>"""
_HEAD = re.compile(rb"<head(?:\s[^>]*)?>")
_ASK = """<script>
addEventListener('load', () => setTimeout(() => {
  const result = document.createElement('pre');
  result.id = 'result';
  result.textContent = JSON.stringify(Object.fromEntries([...document.querySelectorAll('iframe')].map((frame) => [frame.title, frame.contentWindow.wrong || null])));
  document.documentElement.append(result);
}, 1000));
</script>"""


def console_errors(output: Path, paths: list[str], picture: bytes) -> dict[str, set[str]]:
    """Page -> its errors. The theme's own programs run; other hosts are not there, and every picture is `picture`."""
    frames = "".join(f'<iframe title="{path}" width=390 height=800 src="/{quote(path)}"></iframe>' for path in paths)
    page = f"<!doctype html><meta charset=utf-8>{frames}{_ASK}".encode()

    def serve(path: str) -> bytes | None:
        if path.endswith((".jpg", ".png")):
            return picture
        file = output / unquote(path).strip("/")
        file = file / "index.html" if file.is_dir() else file
        if path == "/page" or not file.is_file():
            return page if path == "/page" else None
        return _HEAD.sub(lambda head: head[0] + _LISTEN, file.read_bytes(), count=1)

    found, _ = shown(serve)
    assert None not in found.values() and len(found) == len(paths), json.dumps(found)[:500]
    return {path: set(said) for path, said in found.items()}
