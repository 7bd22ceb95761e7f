"""JSON-LD as publishers write it, broken or not, as flat nodes."""

import json
from typing import Any

Node = dict[str, Any]


def nodes(blocks: list[str]) -> list[Node]:
    """The typed nodes of all blocks in the page's order, flattened out of lists, @graph and mainEntity."""
    found: list[Node] = []
    for block in blocks:
        try:
            waiting = [json.loads(block, strict=False)]
        except ValueError:
            continue
        while waiting:
            value = waiting.pop()
            if isinstance(value, list):
                waiting.extend(reversed(value))
            elif isinstance(value, dict):
                waiting.extend(value[k] for k in ("mainEntity", "@graph") if k in value)
                if "@type" in value:
                    found.append(value)
    return found


def article_of(found: list[Node]) -> Node | None:
    """The node that describes the page's article, or None."""
    for node in found:
        kinds = node["@type"] if isinstance(node["@type"], list) else [node["@type"]]
        if any(isinstance(k, str) and k.endswith(("Article", "BlogPosting")) for k in kinds):
            return node
    return None
