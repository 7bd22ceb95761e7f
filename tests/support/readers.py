# ruff: noqa: E501 - a script in a page reads better unwrapped
"""Pages of a built site in a real browser: what of an article a reader sees there, and how often."""

import json
import re
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote, unquote

from tests.support.browser import shown
from tests.support.overflow import WIDTHS

_LOOK = """<script>
addEventListener('load', () => {
  // What a theme's program does for pictures that are loaded late.
  for (const frame of document.querySelectorAll('iframe'))
    for (const image of frame.contentDocument.images) {
      if (image.dataset.src) image.src = image.dataset.src;
      if (image.srcset.startsWith('data:')) image.removeAttribute('srcset');
    }
  setTimeout(() => {
  const seen = {};
  for (const frame of document.querySelectorAll('iframe')) {
    const page = frame.contentDocument, text = page.body.innerText, cover = COVERS[frame.title];
    const styled = (element) => page.defaultView.getComputedStyle(element);
    const visible = (element) => element.getClientRects().length > 0 && styled(element).visibility !== 'hidden';
    // Thumbnails of lists of posts are no covers.
    const large = (element) => visible(element) && element.getBoundingClientRect().width > 200;
    const shape = (image) => {
      const pad = (...sides) => sides.reduce((sum, side) => sum + parseFloat(styled(image)['padding' + side]), 0);
      return (image.clientWidth - pad('Left', 'Right')) / (image.clientHeight - pad('Top', 'Bottom'));
    };
    const pictures = [...page.images].filter((image) => image.src.endsWith(cover) && large(image));
    const behind = [...page.querySelectorAll('body *')].filter((element) => styled(element).backgroundImage.includes(cover) && large(element));
    seen[frame.title] = {
      covers: pictures.length + behind.length,
      shapes: pictures.filter((image) => image.closest('figure') && image.currentSrc.endsWith(cover) && image.naturalWidth).map(shape),
      text: text,
      headings: [...page.querySelectorAll('h1')].filter(visible).map((h1) => h1.innerText.trim()),
      links: [...page.links].filter(visible).map((link) => link.href),
      direction: [...page.querySelectorAll('p:not(a p)')].filter(visible).map((p) => styled(p).direction),
      locale: (page.querySelector('meta[property="og:locale"]') || {}).content || '',
    };
  }
  const result = document.createElement('pre');
  result.id = 'result';
  result.textContent = JSON.stringify(seen);
  document.documentElement.append(result);
}, 500)});
</script>"""

# Programs of other hosts, which want the network.
_PROGRAM = re.compile(rb"<script[^>]*\ssrc=[\"']?(?:https?:)?//[^>]*>\s*</script>")


@dataclass
class Seen:
    """What a reader sees of one page at one width."""

    covers: int
    """How often the lead image is there: as a picture, or behind something."""
    shapes: list[float]
    """Width by height of the text's pictures that were loaded."""
    text: str
    headings: list[str]
    """Of the first rank."""
    links: list[str]
    direction: list[str]
    """Of each paragraph: "ltr" or "rtl"."""
    locale: str
    """og:locale, which other sites read."""


def look(output: Path, covers: dict[str, str], picture: bytes) -> dict[tuple[int, str], Seen]:
    """(width, page) -> what is seen. `covers`: page -> how its lead image's address ends; `picture`: what is there."""
    frames = [(width, path) for path in covers for width in WIDTHS]
    named = json.dumps({f"{width} {path}": covers[path] for width, path in frames})
    html = "".join(
        f'<iframe title="{width} {path}" width={width} height=900 style="border:0" src="/{quote(path)}"></iframe>'
        for width, path in frames
    )
    page = f"<!doctype html><meta charset=utf-8>{html}<script>const COVERS = {named}</script>{_LOOK}"

    def serve(path: str) -> bytes | None:
        if path.endswith(".png"):
            return picture
        file = output / unquote(path).strip("/")
        file = file / "index.html" if file.is_dir() else file
        return page.encode() if path == "/page" else _PROGRAM.sub(b"", file.read_bytes()) if file.is_file() else None

    found, _ = shown(serve)
    assert len(found) == len(frames), "a page was not shown"
    return {(width, path): Seen(**found[f"{width} {path}"]) for width, path in frames}
