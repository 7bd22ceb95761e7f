"""Anchors: the ids in a body to which its own links lead, as those of footnotes do and of "see below".

Others are dropped: they are the page's, for its styles and scripts.
"""

import re
from collections.abc import Iterable
from html import escape, unescape
from urllib.parse import unquote

from newscrawl.element import Element

ANCHORED = frozenset({"a", "li", "sup", *(f"h{n}" for n in range(2, 7))})
"""Elements of a clean body that may keep an id."""

_ID = re.compile(r"[\w:.\-]{1,100}\Z")
_ANCHOR = re.compile(r'(<(?:a|h[2-6]|li|sup)\b[^<>]*) id="([^"]*)"')
_LINK = re.compile(r'(?<=<a )href="([^"#<>]*)#([^"<>]+)"')


def anchor(element: Element, name: str) -> str:
    """The attribute that names an element as a place to lead to; "" where it has none, or becomes no such element."""
    if name not in ANCHORED:
        return ""
    found = element.get("id") or (element.get("name") if name == "a" else "") or ""
    return f' id="{escape(found)}"' if _ID.match(found) else ""


def with_links_within(html: str, addresses: Iterable[str]) -> str:
    """A body whose links to places in it stay within it, without ids that no link leads to. `addresses`: the page's."""
    if ' id="' not in html:
        return html
    own = {"", *(escape(address.partition("#")[0]) for address in addresses)}
    ids = {unescape(found[2]) for found in _ANCHOR.finditer(html)}
    sought = {_fragment(link) for link in _LINK.finditer(html) if link[1] in own} & ids

    def within(link: re.Match[str]) -> str:
        fragment = _fragment(link)
        return f'href="#{escape(fragment)}"' if link[1] in own and fragment in sought else link[0]

    def once(found: re.Match[str]) -> str:
        name = unescape(found[2])
        if name not in left:
            return found[1]
        left.discard(name)
        return found[0]

    left = set(sought)  # the first of several with one id is where browsers go
    return _LINK.sub(within, _ANCHOR.sub(once, html))


def _fragment(link: re.Match[str]) -> str:
    return unquote(unescape(link[2]))
