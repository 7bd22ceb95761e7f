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


MOST_STORES = 4
"""Stores of one page: each may hold as much as a page may, many times over."""


class Stores:
    """The stores of one page."""

    def __init__(self) -> None:
        self._left = MOST_STORES

    def with_nodes(self, value: Any) -> Any:
        """A piece of the page's data with the nodes themselves where its store refers to them by name."""
        try:
            return self._with_nodes(value, DEEPEST)
        except RecursionError:
            return None

    def _with_nodes(self, value: Any, levels: int) -> Any:
        if not isinstance(value, dict) or not self._left:
            return value
        is_named = levels == DEEPEST and any(":" in key for key in islice(value, FIRST))
        if is_named or any(root in value for root in _ROOTS):
            return self._filled(value)
        if not levels:
            return value
        return {key: self._with_nodes(held, levels - 1) for key, held in value.items()}

    def _filled(self, nodes: dict[str, Any]) -> Any:
        """A store with its nodes in place, in fewer levels where they are too many."""
        held = None
        for levels in LEVELS:
            store = _Store(nodes)
            held = bounded(store.whole(levels))
            if held is not None:
                break
        self._left -= store.refers
        return held


class _Store:
    """A store; each of its nodes is made once for each number of levels below it."""

    def __init__(self, nodes: dict[str, Any]) -> None:
        self._nodes = nodes
        self._done: dict[tuple[str, int], Any] = {}
        self._left = MOST_VALUES

    @property
    def refers(self) -> bool:
        """Whether a node of it has named another; any JSON may have a colon in a name."""
        return bool(self._done)

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
