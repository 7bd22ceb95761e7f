"""Nodes of a page's data that others name by their number alone: {"author": {"3": {…}}}, {"users": [{"id": 3, …}]}."""

import re
from typing import Any

DEEPEST = 5
"""Levels of a page's data in which such tables lie."""

MOST = 5_000
"""Values that are looked at."""

MOST_NAMED, MOST_TABLES = 100, 200
"""Numbers in one list, and tables, that are looked at."""

_ID = re.compile(r"[\w-]{1,60}")


class Tables:
    """The tables of a page's data."""

    def __init__(self, data: Any) -> None:
        self._data = data
        self._found: list[tuple[str, dict[str, Any]]] | None = None
        self._known: dict[tuple[str, re.Pattern[str]], Any] = {}

    def with_nodes(self, held: Any, names: re.Pattern[str]) -> Any:
        """A value with the node in place of a number that names it; `names`: what its table is called."""
        if isinstance(held, list) and held and all(_is_id(item) for item in held[:MOST_NAMED]):
            return [self._at(item, names) for item in held[:MOST_NAMED]]
        return self._at(held, names) if _is_id(held) else held

    def _at(self, held: Any, names: re.Pattern[str]) -> Any:
        if self._found is None:
            self._found = list(_tables(self._data))
        name = str(held)
        if (name, names) not in self._known:  # a page may name one of many tables as often as it likes
            nodes = (nodes[name] for table, nodes in self._found if name in nodes and names.search(table))
            self._known[name, names] = next(nodes, None)
        node = self._known[name, names]
        return held if node is None else node


def _is_id(held: Any) -> bool:
    is_number = isinstance(held, int) and not isinstance(held, bool)
    return is_number or (isinstance(held, str) and _ID.fullmatch(held) is not None)


def _tables(data: Any) -> list[tuple[str, dict[str, Any]]]:
    found: list[tuple[str, dict[str, Any]]] = []
    level, left = [("", data)], MOST
    for _ in range(DEEPEST):
        below: list[tuple[str, Any]] = []
        for name, held in level[:left]:
            if table := _table(held):
                found.append((name, table))
            elif isinstance(held, dict):
                below += held.items()
        left -= len(level)
        level = below
    return found[:MOST_TABLES]


def _table(held: Any) -> dict[str, Any]:
    """The nodes of a table by their numbers; {} where a value is none."""
    if isinstance(held, list):
        nodes = [node for node in held[:MOST] if isinstance(node, dict) and isinstance(node.get("id"), int | str)]
        return {str(node["id"]): node for node in nodes} if len(nodes) == len(held) else {}
    is_table = isinstance(held, dict) and held and all(isinstance(node, dict) for node in held.values())
    is_numbered = is_table and all(str(node.get("id")) == name for name, node in held.items())
    return held if is_numbered else {}
