"""What a node of a page's data says of itself: its kind, its titles, its addresses."""

import re
from collections.abc import Iterator
from typing import Any

TITLES = ("headline", "headlines", "title", "name", "basic", "seoTitle", "heading")
_MAIN = ("basic", "rendered", "text", "full", "main", "default", "long")
ADDRESSES = ("url", "canonical_url", "canonicalUrl", "website_url", "link", "permalink", "slug", "path", "@id")

RECORDS = frozenset("id _id uid uuid sys documentId type __typename".split())
"""Keys of a record whose fields lie in a node of their own."""

_BLOCK_NAME = re.compile(r"[a-z-]+/[a-z-]+$")
"""How WordPress names its blocks: "core/paragraph"."""

KIND_KEYS = tuple(
    "type _type nodeType blockType style tag tagName kind component __typename slice_type __component "
    "acf_fc_layout componentName :type blockName collection".split()
)
"""Keys of what a node is."""


def names_one(node: dict[str, Any]) -> bool:
    """Whether a node says which article it is."""
    return any(len(title) > 9 for title in said(node, TITLES) if not _BLOCK_NAME.match(title))


def said(node: dict[str, Any], keys: tuple[str, ...]) -> Iterator[str]:
    """The strings under these keys, each alone or as the main one of a node of its own."""
    for key in keys:
        value = node.get(key)
        if isinstance(value, list) and len(value) == 1:  # Prismic's titles are texts of one line
            value = value[0]
        if isinstance(value, dict):
            value = next((held for key in _MAIN if isinstance(held := value.get(key), str)), None)
        if isinstance(value, str):
            yield value


def in_order(held: Any) -> Any:
    """A value as it is, but what is numbered or named in an order as a list: {"1": …, "2": …}, and AEM's parts."""
    if isinstance(held, dict) and isinstance(order := held.get(":itemsOrder"), list):
        parts = held.get(":items")
        parts = parts if isinstance(parts, dict) else {}
        return [parts[name] for name in order if isinstance(name, str) and name in parts]
    if not isinstance(held, dict) or len(held) < 2 or not all(key.isdecimal() and len(key) < 5 for key in held):
        return held
    return [held[key] for key in sorted(held, key=int)]


def kind_of(node: dict[str, Any]) -> str:
    """What a node says that it is; of Portable Text's blocks the style says it."""
    said = [value for key in (*KIND_KEYS, "name") if isinstance(value := node.get(key), str) and value]
    if not said:  # partType, elementType
        said = [value for key, value in node.items() if key.endswith("Type") and isinstance(value, str)]
    if said and said[-1] == node.get("name") and not _BLOCK_NAME.match(said[-1]):
        said.pop()
    kind = next((value for value in said if value not in ("block", "element")), said[0] if said else "")
    return kind.removeprefix("core/")
