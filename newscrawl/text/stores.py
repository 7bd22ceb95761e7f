"""Apollo's and Relay's stores: nodes by name that name each other, {"Post:1": {"author": {"__ref": "User:4"}}}."""

from itertools import islice
from typing import Any

from newscrawl.text.page_values import bounded

FIRST = 20
"""Names of a store that are looked at: "Post:8812" is one of Apollo's."""

DEEPEST = 6
"""Levels of a page's data in which a store may lie: "props", "pageProps", "apolloState"."""

LEVELS = (3, 1)
"""Of nodes in nodes that are put in, as many as the data may hold."""

MOST_VALUES = 500_000
"""Values of a store that are looked at, each as often as it is put in."""

_ROOTS = ("ROOT_QUERY", "client:root")


def with_nodes(value: Any) -> Any:
    """A page's data with the nodes themselves where its store refers to them by name."""
    try:
        return _with_nodes(value, DEEPEST)
    except RecursionError:
        return None


def _with_nodes(value: Any, levels: int) -> Any:
    if not isinstance(value, dict):
        return value
    if any(root in value for root in _ROOTS) or (levels == DEEPEST and any(":" in key for key in islice(value, FIRST))):
        return next((held for deep in LEVELS if (held := bounded(_Store(value).whole(deep))) is not None), None)
    if not levels:
        return value
    return {key: _with_nodes(held, levels - 1) if isinstance(held, dict) else held for key, held in value.items()}


class _Store:
    """A store; each of its nodes is made once for each number of levels below it."""

    def __init__(self, nodes: dict[str, Any]) -> None:
        self._nodes = nodes
        self._done: dict[tuple[str, int], Any] = {}
        self._left = MOST_VALUES

    def whole(self, levels: int) -> dict[str, Any] | None:
        """All nodes of the store, with those that they refer to; None where these are more than a page may hold."""
        found = {name: self._filled(node, levels) for name, node in self._nodes.items() if self._left > 0}
        return found if self._left > 0 else None

    def _at(self, name: str, levels: int) -> Any:
        if (name, levels) not in self._done:
            self._done[name, levels] = self._filled(self._nodes[name], levels - 1)
        return self._done[name, levels]

    def _filled(self, value: Any, levels: int) -> Any:
        self._left -= len(value) if isinstance(value, dict | list) else 0
        if self._left <= 0:
            return None
        if isinstance(value, list):
            return [self._filled(item, levels) for item in value]
        if not isinstance(value, dict) or not levels:
            return value
        name, several = value.get("__ref"), value.get("__refs")
        if isinstance(name, str) and name in self._nodes:
            return self._at(name, levels)
        if isinstance(several, list):
            return [self._at(each, levels) for each in several if isinstance(each, str) and each in self._nodes]
        return {key: self._filled(item, levels) for key, item in value.items()}
