"""Pictures and embeds in the nodes of a page's data, as HTML; an editor may keep their address levels deep."""

import re
from collections.abc import Iterator
from html import escape
from typing import Any

from newscrawl.extract.body.embed_pages import name_and_page
from newscrawl.extract.body.markup import TAG

MOST_HELD = 100
"""Values of one node that are looked at."""

_PICTURE = re.compile(r"image|photo|picture", re.I)
_MAY_BE_PICTURE = re.compile(r"asset|upload|media|figure", re.I)
_EMBED = re.compile(r"embed|video|social|tweet|youtube|raw[-_]?html|audio", re.I)
_FILE = re.compile(r"\.(?:jpe?g|png|webp|avif|gif)(?:[?#]|$)", re.I)
_FILM = re.compile(r"\.(?:mp4|webm|mp3|m4a)(?:[?#]|$)", re.I)
_FRAMED = re.compile(r"<(?:iframe|blockquote|video|audio)\b", re.I)
_PLAIN = ("value", "text", "rendered")
"""Names in a value of what it is: {"caption": {"value": "…"}}."""

_ADDRESSES = ("url", "src", "href", "source")


def media_of(node: dict[str, Any], kind: str) -> str | None:
    """A node's picture or embed as HTML; None where it is neither."""
    if _PICTURE.search(kind):
        return _figure(node, any(_addresses(node, is_file=True)))
    if _MAY_BE_PICTURE.search(kind) and any(_addresses(node, is_file=True)):
        return _figure(node, True)
    return _embed(node) if _EMBED.search(kind) else None


def _figure(node: dict[str, Any], has_file: bool) -> str:
    source = next(_addresses(node, is_file=has_file), "")
    held = [value for key, value in _strings(node) if key == "caption"]
    caption = held[0] if held else ""
    alt = caption or next((value for key, value in _strings(node) if key in ("alt", "alternativeText")), "")
    below = f"<figcaption>{caption}</figcaption>" if caption else ""
    return f'<figure><img src="{escape(source)}" alt="{escape(TAG.sub("", alt))}">{below}</figure>' if source else ""


def _embed(node: dict[str, Any]) -> str | None:
    for _, value in _strings(node):
        if _FRAMED.search(value):
            return value
    pages = (value for _, value in _strings(node) if value.startswith(("https://", "http://")))
    known = next((page for page in pages if name_and_page(page)[0] or _FILM.search(page)), "")
    return f'<iframe src="{escape(known)}"></iframe>' if known else None


def _addresses(node: dict[str, Any], *, is_file: bool) -> Iterator[str]:
    for key, value in _strings(node):
        if key in _ADDRESSES and (_FILE.search(value) or not is_file):
            yield value


def _strings(node: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """The strings that a node holds and their keys, its own before those that stand deeper."""
    level: list[tuple[str, Any]] = list(node.items())
    left = MOST_HELD
    while level and left > 0:
        below: list[tuple[str, Any]] = []
        for key, value in level[:left]:
            if isinstance(value, str):
                yield key, value
            elif isinstance(value, dict):
                below += ((key if inner in _PLAIN else inner, held) for inner, held in value.items())
            elif isinstance(value, list):
                below += [(key, item) for item in value[:MOST_HELD]]
        left -= len(level)
        level = below
