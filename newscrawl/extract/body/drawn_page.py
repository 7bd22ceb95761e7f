"""The page that React draws out of the elements in Next.js' flight data, where its HTML shows none of them yet."""

from collections.abc import Iterator
from html import escape
from typing import Any

from newscrawl.extract.page.page import Page
from newscrawl.text.streamed_data import of_flight

DEEPEST = 100
"""Levels of elements in elements."""

LEAST = 600
"""Characters of markup. A smaller tree is no page."""

_ROOTS = frozenset({"article", "main"})
_NAMES = {"className": "class"}
"""What React calls an attribute otherwise than in small letters."""

_KEPT = frozenset(
    "class id href src srcset alt datetime rel width height itemprop itemtype itemscope role hidden title".split()
)
_VOID = frozenset({"img", "br", "hr", "source", "meta", "link", "input"})
_UNSEEN = frozenset({"script", "style", "noscript"})


def drawn_page(page: Page) -> Page | None:
    """The page with the elements of its flight data in place of its body; None where these are no page."""
    if b"__next_f" not in page.source:
        return None
    rows = [row for _, value in of_flight(page.source) for row in value or ()]
    trees = (tree for row in rows for tree in _trees(row, 0))
    drawn = max((_html(tree) for tree in trees if _holds(tree, _ROOTS, 0)), key=len, default="")
    if len(drawn) < LEAST:
        return None
    start, end = page.source.find(b"<head"), page.source.find(b"</head>")
    head = page.source[start:end].decode("utf-8", "replace") if 0 <= start < end else ""
    html = f"<html>{head}</head><body>{drawn}</body></html>"
    return Page(html.encode(), page.url, rules=page.rules, encoding="utf-8")


def _trees(held: Any, depth: int) -> Iterator[Any]:
    """The outermost elements in a value."""
    if _is_element(held):
        yield held
    elif isinstance(held, list | dict) and depth < DEEPEST:
        for item in held.values() if isinstance(held, dict) else held:
            yield from _trees(item, depth + 1)


def _is_element(held: Any) -> bool:
    return isinstance(held, list) and len(held) == 4 and held[0] == "$" and isinstance(held[1], str)


def _holds(held: Any, tags: frozenset[str], depth: int) -> bool:
    """Whether elements are among them that hold a page's own text."""
    if not isinstance(held, list) or depth > DEEPEST:
        return False
    if not _is_element(held):
        return any(_holds(item, tags, depth + 1) for item in held)
    return held[1] in tags or (isinstance(held[3], dict) and _holds(held[3].get("children"), tags, depth + 1))


def _html(held: Any) -> str:
    return "".join(_drawn(held, 0))


def _drawn(held: Any, depth: int) -> Iterator[str]:
    if isinstance(held, str):
        yield escape(held.removeprefix("$"), quote=False) if not held.startswith("$") or held.startswith("$$") else ""
    elif isinstance(held, int | float) and not isinstance(held, bool):
        yield str(held)
    elif _is_element(held) and isinstance(held[3], dict) and depth < DEEPEST:
        yield from _element(held[1], held[3], depth)
    elif isinstance(held, list) and depth < DEEPEST:
        for item in held:
            yield from _drawn(item, depth + 1)


def _element(tag: str, props: dict[str, Any], depth: int) -> Iterator[str]:
    """An element, or a component: one with an address is the link or the picture that it draws."""
    if tag.startswith("$"):
        has_children = "children" in props
        tag = "a" if "href" in props and has_children else "img" if "src" in props and not has_children else ""
    if tag in _UNSEEN:
        return
    raw = props.get("dangerouslySetInnerHTML")
    inner = raw.get("__html") if isinstance(raw, dict) else None
    yield f"<{tag}{_attributes(props)}>" if tag else ""
    if tag not in _VOID:
        yield inner if isinstance(inner, str) else "".join(_drawn(props.get("children"), depth + 1))
        yield f"</{tag}>" if tag else ""


def _attributes(props: dict[str, Any]) -> str:
    named = ((_NAMES.get(name, name.lower()), value) for name, value in props.items())
    return "".join(f' {name}="{escape(str(value))}"' for name, value in named if name in _KEPT and value is not None)
