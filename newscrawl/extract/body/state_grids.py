"""Tables and listings of code in the nodes of a page's data, as HTML."""

import re
from collections.abc import Callable
from html import escape
from typing import Any

from newscrawl.extract.body.state_keys import kind_of

Render = Callable[[Any], str]
"""Writes what a cell holds."""

_CODE = re.compile(r"^(?:code|pre)(?:[-_ ]?(?:block|snippet|listing))?$", re.I)
_CODES = ("code", "text", "content", "value")
_TABLE = re.compile(r"table$", re.I)
_ROW = re.compile(r"row$|^tr$", re.I)
_HEADER = re.compile(r"head(?:er)?(?:[-_]?cell)?$|^th$", re.I)
_INSIDE = ("children", "content", "nodes", "cells", "columns", "items")
_HOLDERS = ("data", "table", "attrs", "attributes", "value", "fields", "content")

DEEPEST = 4
"""Levels of nodes between a table and its rows: its body, its head."""


def html_of_data(node: dict[str, Any], kind: str, render: Render) -> str:
    """A node's table or listing as HTML; "" where it is neither."""
    if _CODE.search(kind):
        codes = (code for holder in _holders(node) for key in _CODES if isinstance(code := holder.get(key), str))
        return f"<pre><code>{escape(code, quote=False)}</code></pre>" if (code := next(codes, "")) else ""
    rows = _rows(node, render) if _TABLE.search(kind) else []
    return "<table>" + "".join(f"<tr>{''.join(row)}</tr>" for row in rows) + "</table>" if rows else ""


def _holders(node: dict[str, Any]) -> list[dict[str, Any]]:
    return [node, *(held for key in _HOLDERS if isinstance(held := node.get(key), dict))]


def _rows(node: dict[str, Any], render: Render) -> list[list[str]]:
    """The rows of a table: lists of cells beside a header, or nodes in nodes that say what they are."""
    for holder in _holders(node):
        held = next((held for key in ("rows", "body", "content") if isinstance(held := holder.get(key), list)), [])
        lists = [row for row in map(_cells, held) if row]
        if lists and len(lists) == len(held) and not any(map(_is_row, held)):
            heads = next((head for key in _HEADS if (head := _cells(_only(holder.get(key))))), [])
            is_headed = holder.get("withHeadings") is True
            tags = ["th" if is_headed and not at else "td" for at in range(len(lists))]
            rows = [[_cell(cell, tag, render) for cell in row] for row, tag in zip(lists, tags, strict=True)]
            return [[_cell(cell, "th", render) for cell in heads], *rows] if heads else rows
    return [_nodes_of_row(row, render) for row in _row_nodes(node, DEEPEST)]


_HEADS = ("header", "head", "headers", "columns")


def _only(held: Any) -> Any:
    """The row of a list of one row."""
    return held[0] if isinstance(held, list) and len(held) == 1 and _cells(held[0]) else held


_CELL = (str, int, float, dict, list)


def _cells(row: Any) -> list[Any]:
    """The cells of a row that is a list, or has one."""
    if isinstance(row, dict):
        row = next(
            (held for key in ("cells", "columns", "values", "items") if isinstance(held := row.get(key), list)), None
        )
    return row if isinstance(row, list) and all(isinstance(cell, _CELL) for cell in row) else []


def _is_row(row: Any) -> bool:
    return isinstance(row, dict) and _ROW.search(kind_of(row)) is not None and not _cells(row)


def _row_nodes(node: Any, levels: int) -> list[dict[str, Any]]:
    if not isinstance(node, dict) or not levels:
        return []
    inside = [item for key in _INSIDE if isinstance(held := node.get(key), list) for item in held]
    rows = [item for item in inside if isinstance(item, dict) and _ROW.search(kind_of(item))]
    return rows or [row for item in inside for row in _row_nodes(item, levels - 1)]


def _nodes_of_row(row: dict[str, Any], render: Render) -> list[str]:
    cells = [item for key in _INSIDE if isinstance(held := row.get(key), list) for item in held]
    return [_cell(cell, "th" if _is_header(cell) else "td", render) for cell in cells if isinstance(cell, dict)]


def _is_header(cell: dict[str, Any]) -> bool:
    return _HEADER.search(kind_of(cell)) is not None or bool(cell.get("headerState")) or cell.get("header") is True


def _cell(cell: Any, tag: str, render: Render) -> str:
    if isinstance(cell, dict):
        inside = [held for key in _INSIDE if isinstance(held := cell.get(key), list)]
        return f"<{tag}>{render(inside if inside else _text(cell))}</{tag}>"
    if isinstance(cell, list):
        return f"<{tag}>{render(cell)}</{tag}>"
    text = str(cell)
    return f"<{tag}>{text if '<' in text else escape(text, quote=False)}</{tag}>"


def _text(cell: dict[str, Any]) -> str:
    return next((text for key in ("content", "text", "value", "html") if isinstance(text := cell.get(key), str)), "")
