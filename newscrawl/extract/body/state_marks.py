"""Inline text of an editor's node as HTML: its marks and its link."""

import re
from functools import reduce
from html import escape, unescape
from typing import Any

from newscrawl.extract.body.state_keys import kind_of
from newscrawl.urls.resolve import LONGEST

_LINK = re.compile(r"^(?:hyper|auto|entry-?|external|url|internal|inline)?-?link$|^a$", re.I)
_MARKS = ("marks", "decorations", "attributes", "styles")
_HOLDS_LINK = ("attrs", "data", "fields", "linkData", "props", "model")
_LEXICAL = ((1, "bold"), (2, "italic"))
"""Bits of Lexical's formats."""


_BEGIN, _END = "\ue000", "\ue001"
"""Around a point, with a letter of its list: of those without a list around them one is made."""


def block_html(tag: str, inner: str, *, is_ordered: bool = False) -> str:
    """A line in its tag; a point marked as one that may need a list, which `within_list` and `with_lists` settle."""
    kind = "o" if is_ordered else "u"
    return f"{_BEGIN}{kind}<li>{inner}</li>{_END}{kind}" if tag == "li" else f"<{tag}>{inner}</{tag}>"


def within_list(html: str) -> str:
    """The points of a list."""
    return re.sub(f"[{_BEGIN}{_END}][ou]", "", html)


def with_lists(html: str) -> str:
    """HTML in which points that follow each other without a list have one."""
    html = re.sub(f"{_END}([ou]){_BEGIN}\\1", "", html)
    return re.sub(f"{_END}([ou])", r"</\1l>", re.sub(f"{_BEGIN}([ou])", r"<\1l>", html))


def marked(text: str, node: dict[str, Any]) -> str:
    """An inline text with the marks that its node has."""
    plain = text if "<" in text else escape(unescape(text), quote=False)
    lists = [held for key in _MARKS if isinstance(held := node.get(key), list)]
    said_of_it = [mark for held in lists for mark in held if isinstance(mark, dict | str)]
    marks = {(kind_of(mark) if isinstance(mark, dict) else mark).lower() for mark in said_of_it}
    if isinstance(look := node.get("format"), int):
        marks |= {name for bit, name in _LEXICAL if look & bit}
    if node.get("bold") is True or not marks.isdisjoint({"bold", "strong"}):
        plain = f"<strong>{plain}</strong>"
    if node.get("italic") is True or not marks.isdisjoint({"italic", "em"}):
        plain = f"<em>{plain}</em>"
    return reduce(linked, [mark for mark in said_of_it if isinstance(mark, dict)], linked(plain, node))


def linked(html: str, node: dict[str, Any]) -> str:
    """What stands inside a link of an editor's, or of a mark that says one."""
    if not _LINK.search(kind_of(node)) and not isinstance(node.get("link"), str):
        return html
    holders = [node, *(held for key in _HOLDS_LINK if isinstance(held := node.get(key), dict))]
    holders += [held for holder in holders if isinstance(held := holder.get("link"), dict)]
    addresses = (holder.get(key) for holder in holders for key in ("href", "url", "uri", "link", "locator"))
    address = next((address for address in addresses if isinstance(address, str) and len(address) <= LONGEST), "")
    return f'<a href="{escape(address)}">{html}</a>' if address and html.strip() else html
