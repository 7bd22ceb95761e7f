"""Draft.js's documents as HTML: blocks of one line each, whose pictures, links and marks stand beside them."""

from html import escape
from itertools import groupby
from typing import Any

from newscrawl.extract.body.script_text import ScriptText
from newscrawl.extract.body.state_marks import linked
from newscrawl.extract.body.state_media import media_of
from newscrawl.text.page_values import bounded

_TAGS = {
    "header-two": "h2",
    "header-three": "h3",
    "header-four": "h4",
    "blockquote": "blockquote",
    "code-block": "pre",
    "unordered-list-item": "li",
    "ordered-list-item": "li",
}


def is_draft(held: dict[str, Any]) -> bool:
    """Whether a value is a document in this form."""
    return isinstance(held.get("blocks"), list) and isinstance(held.get("entityMap"), dict | list)


def html_of_draft(held: dict[str, Any]) -> str:
    """Its blocks as HTML; points that follow each other make one list. Each picture stands there once.

    Nothing where links that are referred to again and again add up to more than a page may hold.
    """
    blocks = [block for block in held["blocks"] if isinstance(block, dict) and isinstance(block.get("text"), str)]
    entities = _entities(held["entityMap"])
    in_lines = (each for block in blocks if block.get("type") != "atomic" for each in _ranges(block))
    if bounded([entities.get(str(each.get("key"))) for each in in_lines]) is None:
        return ""
    html = ""
    for kind, same in groupby(blocks, key=lambda block: str(block.get("type"))):
        lines = "".join(_block(block, kind, entities) for block in same)
        html += f"<{kind[0]}l>{lines}</{kind[0]}l>" if _TAGS.get(kind) == "li" else lines
    return html


def _entities(held: dict[str, Any] | list[Any]) -> dict[str, dict[str, Any]]:
    """What blocks refer to by number, by its number."""
    named = held if isinstance(held, dict) else dict(enumerate(held))
    return {str(name): entity for name, entity in named.items() if isinstance(entity, dict)}


def _block(block: dict[str, Any], kind: str, entities: dict[str, dict[str, Any]]) -> str:
    ranges = _ranges(block)
    if kind == "atomic":
        referred = [entities.pop(str(each.get("key")), None) for each in ranges]
        return "".join(media_of(entity, str(entity.get("type"))) or "" for entity in referred if entity)
    tag = _TAGS.get(kind, "p")
    line = _with_links(block["text"], ranges, entities)
    return f"<{tag}>{line}</{tag}>" if line.strip() else ""


def _ranges(block: dict[str, Any]) -> list[dict[str, Any]]:
    """Where a block refers to something, and to what."""
    held = block.get("entityRanges")
    return [each for each in held if isinstance(each, dict)] if isinstance(held, list) else []


def _with_links(text: str, ranges: list[dict[str, Any]], entities: dict[str, dict[str, Any]]) -> str:
    """A block's line with the links that its ranges say."""
    html, at, whole = "", 0, ScriptText(text)
    for each in sorted(ranges, key=lambda each: _number(each.get("offset"))):
        start, length = _number(each.get("offset")), _number(each.get("length"))
        if start >= at and (entity := entities.get(str(each.get("key")))):
            inside = escape(whole.between(start, start + length), quote=False)
            html += escape(whole.between(at, start), quote=False) + linked(inside, entity)
            at = start + length
    return html + escape(whole.between(at), quote=False)


def _number(held: Any) -> int:
    return held if isinstance(held, int) and held >= 0 else 0
