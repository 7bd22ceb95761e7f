"""Tables and listings of code in the nodes of a page's data, as HTML."""

import re
from html import escape
from typing import Any

_CODE = re.compile(r"^code(?:[-_ ]?block)?$", re.I)
_TABLE = re.compile(r"table$", re.I)


def html_of_data(node: dict[str, Any], kind: str) -> str:
    """A node's table or listing as HTML; "" where it is neither."""
    if _CODE.search(kind) and isinstance(code := node.get("code"), str):
        return f"<pre><code>{escape(code, quote=False)}</code></pre>"
    rows = _rows(node) if _TABLE.search(kind) else []
    return "<table>" + "".join(f"<tr>{''.join(map(_cell, row))}</tr>" for row in rows) + "</table>" if rows else ""


def _rows(node: dict[str, Any]) -> list[list[str]]:
    """The rows of a table whose cells are texts: {"rows": [{"cells": […]}]}, {"data": {"content": [[…]]}}."""
    data = node.get("data")
    held = node.get("rows") or (data.get("content") if isinstance(data, dict) else None)
    rows = [row.get("cells") if isinstance(row, dict) else row for row in held] if isinstance(held, list) else []
    lists = [row for row in rows if isinstance(row, list)]
    return lists if lists and all(isinstance(cell, str) for row in lists for cell in row) else []


def _cell(text: str) -> str:
    return f"<td>{text if '<' in text else escape(text, quote=False)}</td>"
