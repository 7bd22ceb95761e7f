"""Trees whose parts stand beside them: DatoCMS, Contentful and Hygraph name pictures and embeds by their ids."""

from collections.abc import Iterator
from typing import Any

from newscrawl.text.page_values import bounded

DEEPEST = 30
"""Levels of a tree. Parts with a part of their own stand a few levels deep."""

_TREES = ("value", "json", "raw", "document")


def with_records(held: Any) -> Any:
    """A tree with the parts that stand beside it in their places; a value of another form as it is.

    So is a tree that names parts so often that they add up to more than a page may hold.
    """
    if not isinstance(held, dict):
        return held
    tree = _inside(_inside(held) or {}) or _inside(held)
    records = dict(_records([value for key, value in held.items() if key not in _TREES], 0)) if tree else {}
    return (bounded(_filled(tree, records, 0)) if records else None) or held


def _inside(held: dict[str, Any]) -> dict[str, Any] | None:
    return next((tree for key in _TREES if isinstance(tree := held.get(key), dict)), None)


def _id_of(node: dict[str, Any]) -> str:
    """A record's own id, which Contentful keeps one level deeper."""
    inner = node.get("sys")
    said = node.get("id") or (inner.get("id") if isinstance(inner, dict) else None)
    return said if isinstance(said, str) else ""


def _records(held: Any, depth: int) -> Iterator[tuple[str, dict[str, Any]]]:
    """The records in the lists beside a tree, by their ids."""
    if depth > 3:
        return
    if isinstance(held, list):
        for item in held:
            if isinstance(item, dict) and (name := _id_of(item)):
                yield name, item
            else:
                yield from _records(item, depth + 1)
    elif isinstance(held, dict):
        yield from _records(list(held.values()), depth)


def _named(node: dict[str, Any]) -> str:
    """The id of the record that a node stands for."""
    data = node.get("data")
    target = data.get("target") if isinstance(data, dict) else None
    said = node.get("item") or node.get("nodeId") or (_id_of(target) if isinstance(target, dict) else "")
    return said if isinstance(said, str) else ""


def _filled(node: Any, records: dict[str, dict[str, Any]], depth: int) -> Any:
    if depth > DEEPEST:
        return node
    if isinstance(node, list):
        return [_filled(item, records, depth + 1) for item in node]
    if not isinstance(node, dict):
        return node
    if record := records.get(_named(node)):
        return {**record, **node, "type": node.get("nodeType") or node.get("type")}
    return {key: _filled(item, records, depth + 1) for key, item in node.items()}
