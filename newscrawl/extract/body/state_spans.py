"""The pieces of a line in a page's data, which some editors keep beside the line as a whole."""

from typing import Any

from newscrawl.extract.body.markup import TAG
from newscrawl.text.letters import letters

TEXTS = ("text", "processed", "value", "html", "content", "body", "paragraph", "literal", "message")
"""Keys of a node's text."""

_SPANS = ("blocks", "children", "spans", "fragments", "inlines", "runs", "content")


def spans_of(node: dict[str, Any]) -> list[Any]:
    """The pieces of a node's line, in it or in the node inside it."""
    return next((found for held in (node, *node.values()) if isinstance(held, dict) and (found := _list_in(held))), [])


def _list_in(node: dict[str, Any]) -> list[Any]:
    held = (node.get(key) for key in _SPANS)
    lists = (each for each in held if isinstance(each, list) and each)
    return next((each for each in lists if all(isinstance(item, dict) for item in each)), [])


def is_whole(spans: list[Any], text: str) -> bool:
    """Whether pieces of a line are the whole of it."""
    return bool(spans) and letters("".join(map(_text, spans))) == letters(TAG.sub("", text))


def _text(span: dict[str, Any]) -> str:
    holders = [span, *(held for held in span.values() if isinstance(held, dict))]
    return next((text for holder in holders for key in TEXTS if isinstance(text := holder.get(key), str)), "")
