"""The names of people and topics in a value of a page's data: a string, a list, or nodes within nodes."""

from collections.abc import Iterator
from itertools import islice
from typing import Any

MOST_KEYS = 300
"""Values of one node that are asked."""

MOST_NAMES = 40
"""Names of people or of topics."""

LEVELS = 6
"""Of lists and nodes between an article and a person's name: edges, nodes, attributes."""

LONGEST_NAME = 100
"""Characters of a person's name, or a byline."""

_NAME_KEYS = (
    "name",
    "fullName",
    "full_name",
    "displayName",
    "display_name",
    "byline",
    "title",
    "label",
    "text",
    "nickname",
)
_INSIDE = (
    "node",
    "nodes",
    "edges",
    "data",
    "attributes",
    "by",
    "items",
    "person",
    "fields",
    "value",
    "author",
    "basic",
)
_PARTS = (("firstName", "lastName"), ("first_name", "last_name"), ("givenName", "familyName"), ("vorname", "nachname"))


def names_of(held: Any) -> list[str]:
    """The names of people or topics that a value lists, is, or has inside."""
    return list(dict.fromkeys(islice(_each_name(held, LEVELS), MOST_NAMES)))


def _each_name(held: Any, levels: int) -> Iterator[str]:
    if isinstance(held, str):
        if 1 < len(held.strip()) <= LONGEST_NAME:
            yield held.strip()
    elif isinstance(held, list) and levels:
        for item in held[:MOST_NAMES]:
            yield from _each_name(item, levels - 1)
    elif isinstance(held, dict) and levels:
        held = {key[:1].lower() + key[1:]: _unwrapped(value) for key, value in islice(held.items(), MOST_KEYS)}
        name = _name(held) or _only_string(held)
        if name:
            yield from _each_name(name, 0)
        else:
            for key in _INSIDE:
                yield from _each_name(held.get(key), levels - 1)


def _unwrapped(value: Any) -> Any:
    """What a value is that stands in a node of its own: {"value": "Ida Holm"}."""
    return value["value"] if isinstance(value, dict) and len(value) == 1 and "value" in value else value


def _only_string(node: dict[str, Any]) -> str:
    """What a node holds that holds one string and nothing else: {"n": "Ida Holm"}."""
    value = next(iter(node.values())) if len(node) == 1 else ""
    return value if isinstance(value, str) else ""


def _name(node: dict[str, Any]) -> str:
    """A node's own name, in one piece or two."""
    for keys in _PARTS:
        parts = [part for key in keys if isinstance(part := node.get(key), str) and part]
        if len(parts) == len(keys):
            return " ".join(parts)
    return next((value for key in _NAME_KEYS if isinstance(value := node.get(key), str) and value.strip()), "")
