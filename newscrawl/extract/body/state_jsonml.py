"""JsonML: markup as lists, ["p", {"class": "lead"}, "text", ["em", "more"]], in which attributes may be missing."""

from collections.abc import Iterator
from html import escape
from typing import Any

from newscrawl.extract.body.state_media import media_of

DEEPEST = 60
"""Levels of lists in lists."""

_AROUND = frozenset({"div", "section", "article", "body"})
"""Elements that hold a whole text."""

_UNSEEN = frozenset({"script", "style", "nav", "aside", "form"})
_OWN = frozenset("p h2 h3 h4 h5 h6 ul ol li blockquote strong em b i figure figcaption".split())


def is_jsonml(held: Any) -> bool:
    """Whether a value is a text as JsonML."""
    is_element = isinstance(held, list) and held and isinstance(held[0], str) and held[0] in _AROUND
    return bool(is_element) and any(isinstance(item, list) for item in held[1:])


def html_of_jsonml(held: list[Any]) -> str:
    """JsonML as HTML."""
    return "".join(_rendered(held, 0))


def _rendered(held: Any, depth: int) -> Iterator[str]:
    if isinstance(held, str):
        yield escape(held, quote=False)
    elif isinstance(held, list) and held and isinstance(held[0], str) and depth < DEEPEST and held[0] not in _UNSEEN:
        tag, attributes = held[0], held[1] if len(held) > 1 and isinstance(held[1], dict) else {}
        inner = "".join(part for item in held[1:] for part in _rendered(item, depth + 1))
        yield media_of(attributes, "image") or "" if tag == "img" else _marked(tag, attributes, inner)


def _marked(tag: str, attributes: dict[str, Any], inner: str) -> str:
    if tag == "a" and isinstance(address := attributes.get("href"), str):
        return f'<a href="{escape(address)}">{inner}</a>'
    return f"<{tag}>{inner}</{tag}>" if tag in _OWN else inner
