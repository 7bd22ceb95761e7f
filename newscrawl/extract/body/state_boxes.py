"""What stands beside the text of a node of a page's data: a box's title, who said what is quoted."""

import re
from html import escape, unescape
from typing import Any

from newscrawl.extract.body.markup import TAG

LONGEST_CITED = 120
"""Characters of who said something."""

_BOX = re.compile(
    r"warning|callout|alert|info|note|tip\b|fact|box|rich_?text|accordion|toggle|details|faq|question|step|section",
    re.I,
)
"""Kinds of nodes that have a title of their own above their text."""

_TITLES = ("title", "heading", "headline", "question", "summary")
_CITED = ("citation", "cite", "caption", "author", "attribution", "source", "credit", "by", "speaker")
_HOLDERS = ("data", "attrs", "attributes", "primary", "fields", "value", "item", "payload", "props")
_NAMES = ("content", "name", "text", "value")


def level_of(node: dict[str, Any], kind: str) -> int:
    """The level of a heading: its number, in words, or that of its tag; the page's headline is the first."""
    said = str(_first(node, ("level", "depth", "tag", "as", "element")) or kind).lower()
    number = next((int(sign) for sign in said if sign.isdecimal()), 0)
    number = number or next((n for n, word in enumerate(_NUMBERS, 1) if word in said), 2)
    return min(max(number, 2), 6)


_NUMBERS = ("one", "two", "three", "four", "five", "six")


def title_of_box(node: dict[str, Any], kind: str) -> str:
    """The heading of a box; "" of any other node."""
    title = _plain(_first(node, _TITLES)) if _BOX.search(kind) else ""
    return f"<h3>{title}</h3>" if title else ""


def cited(node: dict[str, Any]) -> str:
    """Who said what a node quotes."""
    said = _plain(_first(node, _CITED))
    return f"<cite>{said}</cite>" if 0 < len(said) < LONGEST_CITED else ""


def _first(node: dict[str, Any], keys: tuple[str, ...]) -> Any:
    holders = [node, *(held for key in _HOLDERS if isinstance(held := node.get(key), dict))]
    return next((held for holder in holders for key in keys if (held := holder.get(key))), "")


def _plain(held: Any) -> str:
    """A value as one line of text, escaped."""
    if isinstance(held, dict):
        held = next((text for key in _NAMES if isinstance(text := held.get(key), str)), "")
    return escape(unescape(TAG.sub("", held)), quote=False).strip() if isinstance(held, str) else ""
