"""Marks of a line that say at which characters they begin and end, as Medium, Prismic and Notion's kin keep them."""

from html import escape
from typing import Any

from newscrawl.extract.body.script_text import ScriptText
from newscrawl.extract.body.state_marks import linked, marked

MOST = 60
"""Marks of one line: each piece of it asks all of them."""

_LISTS = ("markups", "spans", "entityRanges", "inlineStyleRanges", "annotations", "ranges")
_MARKS = {"strong": "bold", "em": "italic", "b": "bold", "i": "italic", "bold": "bold", "italic": "italic"}
_LINKS = ("a", "hyperlink", "link")


def html_of_ranges(text: str, node: dict[str, Any]) -> str:
    """A line with its marks as HTML; "" where it has none."""
    held = next((each for key in _LISTS if isinstance(each := node.get(key), list) and each), [])
    ranges = [each for each in map(_range, held[:MOST]) if each]
    if not ranges:
        return ""
    whole = ScriptText(text)
    places = (place for start, end, _ in ranges for place in (start, end) if place < len(whole))
    cuts = sorted({0, len(whole), *places})
    return "".join(_piece(whole, start, end, ranges) for start, end in zip(cuts, cuts[1:], strict=False))


def _piece(text: ScriptText, start: int, end: int, ranges: list[tuple[int, int, dict[str, Any]]]) -> str:
    html, link = escape(text.between(start, end), quote=False), None
    for first, last, look in ranges:
        if first <= start and end <= last:
            if look.get("type") == "link":
                link = look
            else:
                html = marked(html, look)
    return html if link is None else linked(html, link)  # no link stands in another


def _range(held: Any) -> tuple[int, int, dict[str, Any]] | None:
    """Where a mark begins and ends, and what it makes of the characters between."""
    if not isinstance(held, dict):
        return None
    start, end, length = (held.get(key) for key in ("start", "end", "length"))
    start = held.get("offset") if start is None else start
    end = start + length if end is None and isinstance(start, int) and isinstance(length, int) else end
    kind = str(held.get("type") or held.get("style") or "").lower()
    if not isinstance(start, int) or not isinstance(end, int) or not 0 <= start < end:
        return None
    look: dict[str, Any] = _address(held) if kind in _LINKS else {"marks": [_MARKS.get(kind, "")]}
    return start, end, look


def _address(held: dict[str, Any]) -> dict[str, Any]:
    data = held.get("data")
    return held | (data if isinstance(data, dict) else {}) | {"type": "link"}
