"""Lists in the nodes of a page's data, as HTML: their points may be strings, nodes, or a text with a list below it."""

import re
from collections.abc import Callable
from typing import Any

from newscrawl.extract.body.state_keys import kind_of

Render = Callable[[Any], str]
"""Writes what a point holds."""

_ITEMS = ("items", "children", "content", "blocks", "nodes", "listItems", "list_items", "entries", "points", "values")
_BELOW = ("items", "children")
_TEXTS = ("content", "text", "value", "html")
_LOOKS = (
    "listItem",
    "style",
    "format",
    "listType",
    "list_type",
    "list-type",
    "variant",
    "tag",
    "attrs",
    "data",
    "attributes",
    "ordering",
)
_ORDERED = re.compile(r"(?<!un)(?<!not )order|number|decimal|^ol|^o-", re.I)

DEEPEST = 6
"""Levels of lists in lists."""


def html_of_list(node: dict[str, Any], kind: str, render: Render, depth: int = 0) -> str:
    """A node's list as HTML; "" where its points are nodes that say themselves that they are."""
    items = next((held for key in _ITEMS if isinstance(held := node.get(key), list) and held), None)
    if items is None or depth > DEEPEST or not all(isinstance(item, str) or _is_plain(item) for item in items):
        return ""
    tag = "ol" if is_ordered(node, kind) else "ul"
    return f"<{tag}>{''.join(_point(item, kind, render, depth) for item in items)}</{tag}>"


def is_ordered(node: dict[str, Any], kind: str) -> bool:
    """Whether a list's points are counted."""
    for holder in (node, *(held for key in _LOOKS if isinstance(held := node.get(key), dict))):
        if holder.get("ordered") is True or holder.get("isOrdered") is True:
            return True
        if any(isinstance(look := holder.get(key), str) and _ORDERED.search(look) for key in _LOOKS):
            return True
    return _ORDERED.search(kind) is not None


def _is_plain(item: Any) -> bool:
    """Whether a point is a node that does not say that it is one, and whose text stands in one string."""
    if not isinstance(item, dict) or _OF_LISTS.search(kind_of(item)):
        return False
    return any(isinstance(item.get(key), str) for key in _TEXTS)


_OF_LISTS = re.compile(r"list|item|^li$|^[uo]l$", re.I)


def _point(item: Any, kind: str, render: Render, depth: int) -> str:
    if isinstance(item, str):
        return f"<li>{render(item)}</li>"
    text = next(text for key in _TEXTS if isinstance(text := item.get(key), str))
    below = next((held for key in _BELOW if isinstance(held := item.get(key), list) and held), [])
    inner = html_of_list({"items": below}, kind, render, depth + 1) if below else ""
    return f"<li>{render(text)}{inner}</li>"
