"""Notion's records of a page as one text: blocks by their ids, each of which names those inside it."""

from html import escape
from typing import Any

from newscrawl.extract.body.state_marks import block_html

DEEPEST = 12
"""Levels of blocks in blocks."""

_TAGS = {
    "header": "h2",
    "sub_header": "h3",
    "sub_sub_header": "h4",
    "bulleted_list": "li",
    "numbered_list": "li",
    "to_do": "li",
    "quote": "blockquote",
    "code": "pre",
}
_MEDIA = ("video", "audio", "embed", "tweet", "gist", "maps", "figma", "codepen", "drive")
_MARKS = {"b": "strong", "i": "em", "c": "code"}


def article_of_notion(held: Any) -> dict[str, str] | None:
    """The title and the HTML of the page that a map of records holds; None where it is no such map."""
    blocks = held.get("block") if isinstance(held, dict) else None
    if not isinstance(blocks, dict):
        return None
    known = {name: block for name, record in blocks.items() if (block := _block_of(record))}
    page = next((block for block in known.values() if block.get("type") == "page" and block.get("content")), None)
    if page is None:
        return None
    return {"title": _plain(_said(page, "title")), "content": _Page(known).inside(page, 0)}


def _block_of(record: Any) -> dict[str, Any] | None:
    """A record's block, which newer answers hold one level deeper."""
    for _ in range(2):
        record = record.get("value") if isinstance(record, dict) else None
        if isinstance(record, dict) and isinstance(record.get("type"), str):
            return record
    return None


def _said(block: dict[str, Any], name: str) -> list[Any]:
    """What a block says under a name: parts of a line with their marks."""
    properties = block.get("properties")
    parts = properties.get(name) if isinstance(properties, dict) else None
    return [part for part in parts if isinstance(part, list) and part] if isinstance(parts, list) else []


def _plain(parts: list[Any]) -> str:
    return "".join(part[0] for part in parts if isinstance(part[0], str))


def _line(parts: list[Any]) -> str:
    """A line of parts, [text, [[mark, its value]]], as HTML."""
    html = ""
    for text, *marks in (part for part in parts if isinstance(part[0], str)):
        inner = escape(text, quote=False)
        for mark in (each for held in marks if isinstance(held, list) for each in held):
            match mark:
                case ["a", str(address), *_]:
                    inner = f'<a href="{escape(address)}">{inner}</a>'
                case [str(name), *_] if name in _MARKS:
                    inner = f"<{_MARKS[name]}>{inner}</{_MARKS[name]}>"
        html += inner
    return html


class _Page:
    """The blocks of one page, each of which is written once."""

    def __init__(self, blocks: dict[str, dict[str, Any]]) -> None:
        self._left = blocks

    def inside(self, block: dict[str, Any], depth: int) -> str:
        """What stands inside a block."""
        names = block.get("content")
        if depth > DEEPEST or not isinstance(names, list):
            return ""
        held = (self._left.pop(name, None) for name in names if isinstance(name, str))
        return "".join(self._html(inner, depth + 1) for inner in held if inner)

    def _html(self, block: dict[str, Any], depth: int) -> str:
        kind, line = block["type"], _line(_said(block, "title"))
        source = escape(_plain(_said(block, "source")) or _plain(_said(block, "link")))
        if kind == "page":  # another page, of which this one shows the name
            return ""
        if kind == "image":
            caption = _line(_said(block, "caption"))
            below = f"<figcaption>{caption}</figcaption>" if caption else ""
            return f'<figure><img src="{source}">{below}</figure>' if source else ""
        if kind in _MEDIA:
            return f'<iframe src="{source}"></iframe>' if source else ""
        if kind == "bookmark":
            return f'<p><a href="{source}">{line or source}</a></p>' if source else ""
        tag = _TAGS.get(kind, "p")
        return (block_html(tag, line) if line.strip() else "") + self.inside(block, depth)
