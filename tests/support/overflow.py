# ruff: noqa: E501 - a script in a page reads better unwrapped
"""Pages of a built site at several widths, in a real browser: what runs over a page's edge."""

import json
import re
from pathlib import Path
from urllib.parse import quote, unquote

from tests.support.browser import shown

WIDTHS = (320, 390, 768, 1280)

_MEASURE = """<script>
addEventListener('load', () => setTimeout(() => {
  const over = {};
  let seen = 0;
  for (const frame of document.querySelectorAll('iframe')) {
    const page = frame.contentDocument, root = page.documentElement, edge = root.clientWidth + 1;
    const first = [...page.querySelectorAll('p')].find((p) => p.textContent.startsWith(FIRST[frame.title]));
    if (!first) continue;
    seen += 1;
    const scrolls = (element) => element !== page.body && (/auto|scroll/.test(page.defaultView.getComputedStyle(element).overflowX) || scrolls(element.parentElement));
    const outside = [...first.parentElement.querySelectorAll('*')].filter((element) =>
      element.getBoundingClientRect().right > edge && !scrolls(element));
    const named = [...new Set(outside.map((element) => element.tagName.toLowerCase()))].slice(0, 6);
    const extra = root.scrollWidth - root.clientWidth;
    // Letters of Hebrew stand a little outside their boxes where a theme sets them closer.
    if (extra > 4 || named.length) over[frame.title] = extra + ' px: ' + named.join(' ');
  }
  const result = document.createElement('pre');
  result.id = 'result';
  result.textContent = JSON.stringify({over, seen});
  document.documentElement.append(result);
}, 500));
</script>"""  # fmt: skip


def overflow(output: Path, paths: dict[str, str], picture: bytes) -> dict[str, str]:
    """Width and page -> how far it can be scrolled sideways, and what of the article stands outside, to be cut off or not.

    Pages that fit are not there. `paths`: page -> how the article's first paragraph begins. Every picture is `picture`.
    """
    frames = [(width, path) for path in paths for width in WIDTHS]
    begins = json.dumps({f"{width} {path}": paths[path] for width, path in frames})
    html = "".join(
        f'<iframe title="{width} {path}" width={width} height=800 style="border:0" src="/{quote(path)}"></iframe>'
        for width, path in frames
    )
    page = f"<!doctype html><meta charset=utf-8>{html}<script>const FIRST = {begins}</script>{_MEASURE}".encode()

    def serve(path: str) -> bytes | None:
        if path.endswith((".jpg", ".png")):
            return picture
        file = output / unquote(path).strip("/")
        file = file / "index.html" if file.is_dir() else file
        return page if path == "/page" else _PROGRAM.sub(b"", file.read_bytes()) if file.is_file() else None

    found, _ = shown(serve)
    assert found["seen"] == len(frames), "a page was not shown"
    over: dict[str, str] = found["over"]
    return over


_PROGRAM = re.compile(rb"<script[^>]*\ssrc=[^>]*>\s*</script>")
