"""Pictures and embeds in the nodes of a page's data, as HTML; an editor may keep their address levels deep."""

import re
from collections.abc import Iterator
from html import escape
from typing import Any

from lxml import etree

from newscrawl.extract.body.embed_ids import EMBED_ID, addresses_by_id
from newscrawl.extract.body.embed_pages import name_and_page
from newscrawl.extract.body.markup import TAG
from newscrawl.extract.body.state_keys import kind_of

MOST_HELD = 100
"""Values of one node that are looked at."""

_PICTURE = re.compile(r"image|photo|picture|^(?:img|pic|foto|bild)$", re.I)
_GALLERY = re.compile(r"galler|slide-?show|carousel|slider|images$|photos$|pictures$|diaporama|collage", re.I)
_MAY_BE_PICTURE = re.compile(r"asset|upload|media|figure", re.I)
_EMBED = re.compile(r"embed|video|social|tweet|youtube|raw[-_]?html|audio", re.I)
_FILE = re.compile(r"\.(?:jpe?g|png|webp|avif|gif)(?:[?#]|$)", re.I)
_FILM = re.compile(r"\.(?:mp4|webm|mp3|m4a)(?:[?#]|$)", re.I)
_FRAMED = re.compile(r"<(?:iframe|blockquote|video|audio)\b", re.I)
_PLAIN = ("value", "text", "rendered")
"""Names in a value of what it is: {"caption": {"value": "…"}}."""

_CAPTION = re.compile(r"caption|legend|^description$|untertitel|leyenda|didascalia|bildtext", re.I)
_CREDIT = re.compile(r"credit|copyright|photographer|byline|^source$|^author$|fotograf", re.I)
"""Names of what is said of a picture, and of who made it."""

_CAPTIONS = ("caption", "desc")
_ADDRESS = re.compile(r"(?:https?:)?//")
_ADDRESSES = ("url", "src", "href", "source")


def media_of(node: dict[str, Any], kind: str) -> str | None:
    """A node's picture or embed as HTML; None where it is neither."""
    if _GALLERY.search(kind) and (pictures := _gallery(node)):
        return pictures
    if _PICTURE.search(kind):
        return _figure(node, any(_addresses(node, is_file=True)))
    if _MAY_BE_PICTURE.search(kind) and any(_addresses(node, is_file=True)):
        return _figure(node, True)
    return _embed(node, kind) if _EMBED.search(kind) else None


def _figure(node: dict[str, Any], has_file: bool) -> str:
    source = next(_addresses(node, is_file=has_file), "") or picture_of(node).get("url", "")
    held = (value for key, value in _strings(node) if key in _CAPTIONS)
    caption = next(held, "") or _captioned(node)
    alt = next((value for key, value in _strings(node) if key in ("alt", "alternativeText") and value), caption)
    below = f"<figcaption>{caption}</figcaption>" if caption else ""
    return f'<figure><img src="{escape(source)}" alt="{escape(TAG.sub("", alt))}">{below}</figure>' if source else ""


def _captioned(node: dict[str, Any], levels: int = 4) -> str:
    """The text of the node inside a picture's that says it is its caption."""
    for key, held in node.items() if levels else ():
        for item in held if isinstance(held, list) else [held]:
            if isinstance(item, dict):
                is_caption = key == "caption" or kind_of(item).lower() in ("caption", "figcaption")
                text = "".join(_pieces(item, DEEPEST)) if is_caption else ""
                if text or (text := _captioned(item, levels - 1)):
                    return text
    return ""


def _pieces(held: Any, levels: int) -> Iterator[str]:
    """The pieces of text in a tree."""
    for key, value in held.items() if isinstance(held, dict) else enumerate(held):
        if isinstance(value, str) and key in _TEXTS:
            yield value
            return
        if isinstance(value, dict | list) and levels:
            yield from _pieces(value, levels - 1)


_TEXTS = ("text", "value", "html")
DEEPEST = 12
"""Levels of a caption's tree."""


def _gallery(node: dict[str, Any]) -> str:
    """The pictures of a gallery, one figure each."""
    lists = (held for holder in (node, *node.values()) if isinstance(holder, dict) for held in holder.values())
    found = ([_figure(item, any(_addresses(item, is_file=True))) for item in held if isinstance(item, dict)]
             for held in lists if isinstance(held, list))  # fmt: skip
    return next((html for each in found if (html := "".join(each))), "")


def _by_id(node: dict[str, Any], kind: str) -> str:
    """The address that an id makes, of the provider after whom the node is called."""
    said = ((key, value) for key, value in _strings(node) if _ID.search(key) and EMBED_ID.fullmatch(value))
    names = _WORDS.sub(" ", f"{kind} {node.get('provider') or node.get('service') or ''}").lower()
    made = (etree.Element("div", {"class": names, name: value}) for _, value in said for name in _HOLDERS_OF_ID)
    return next((address for element in made for address in addresses_by_id(element)), "")


_ID = re.compile(r"(?:id|code|key|value)$", re.I)
_WORDS = re.compile(r"(?<=[a-z])(?=[A-Z])|[^A-Za-z]+")
_HOLDERS_OF_ID = ("data-video-id", "data-tweet-id", "data-id", "data-shortcode", "data-media-id")


def _embed(node: dict[str, Any], kind: str) -> str | None:
    for _, value in _strings(node):
        if _FRAMED.search(value):
            return value
    pages = (value for _, value in _strings(node) if value.startswith(("https://", "http://")))
    known = next((page for page in pages if name_and_page(page)[0] or _FILM.search(page)), "") or _by_id(node, kind)
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


def picture_of(held: Any) -> dict[str, str]:
    """The picture that a value is or holds, as schema.org describes one; {} where it is none."""
    if isinstance(held, str):
        return {"url": held} if _FILE.search(held) and "<" not in held and " " not in held.strip() else {}
    if isinstance(held, list):
        return picture_of(held[0]) if held else {}
    if not isinstance(held, dict):
        return {}
    strings = list(_strings(held))
    files = (value for _, value in strings if _FILE.search(value) and " " not in value)
    others = (value for key, value in strings if key in _ADDRESSES and _ADDRESS.match(value))
    url = next(files, "") or next(others, "")
    said = {"url": url, "caption": _said(_CAPTION, strings), "creditText": _said(_CREDIT, strings)}
    return {key: value for key, value in said.items() if value} if url else {}


def _said(pattern: re.Pattern[str], strings: list[tuple[str, str]]) -> str:
    return next((value for key, value in strings if pattern.search(key)), "")
