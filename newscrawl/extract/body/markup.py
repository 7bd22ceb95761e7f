"""Markup: which elements a clean body is made of, and how the page's own become them."""

import re
from html import escape
from itertools import islice

from newscrawl.element import Element
from newscrawl.extract.body.anchors import anchor
from newscrawl.extract.body.blocks import RUNNING, Kind
from newscrawl.extract.page.tree import is_longer, string, text_of
from newscrawl.urls.resolve import Absolute

TAG = re.compile(r"<[^<>]*+>")
"""A tag of HTML that was written here, or stands in a page's data."""

_RENAMED = {"acronym": "abbr", "del": "s", "strike": "s", "kbd": "code", "samp": "code", "tt": "code", "var": "i"}

KEPT_INLINE = {n: n for n in "a abbr b cite code em i mark q s small strong sub sup time u".split()} | _RENAMED
"""Inline tag -> the one it becomes; others vanish and leave their text."""

HEADINGS = {"h1": "h2", "h2": "h2", "h3": "h3", "h4": "h4", "h5": "h5", "h6": "h6"}
"""Heading -> the one it becomes: the headline alone is an <h1>."""

STRUCTURES: dict[str, Kind] = {
    "ul": "list", "ol": "list", "dl": "list", "blockquote": "quote", "table": "table", "pre": "code",
}  # fmt: skip
"""Elements that are kept whole, with what is nested in them."""

NESTED = frozenset("p ul ol li dl dt dd blockquote table caption thead tbody tfoot tr td th pre h2 h3 h4 h5 h6".split())
"""What may stand inside a structure."""

CELLS = frozenset({"td", "th"})
LINES = frozenset("p ul ol li dl dt dd pre table tr caption h2 h3 h4 h5 h6 blockquote".split())

NOTHING_EMPTY = frozenset("p ul ol dl blockquote h2 h3 h4 h5 h6".split())
"""What is nothing without words, inside a structure; a cell keeps the others of its row in their place."""

_KEPT_ATTRIBUTES = {"td": ("colspan", "rowspan"), "th": ("colspan", "rowspan"), "ol": ("start",), "li": ("value",)}


_KEPT_OF_INLINE = {"abbr": "title", "time": "datetime"}


def opening_tag(element: Element, name: str) -> str:
    """The opening tag of a block or of <code>, with the few attributes that mean something."""
    if name in ("code", "pre"):
        names = [n for n in (element.get("class") or "").split() if n.startswith(("language-", "lang-"))]
        return f'<{name} class="{escape(names[0])}">' if names else f"<{name}>"
    if name not in _KEPT_ATTRIBUTES:
        return f"<{name}{anchor(element, name)}>"
    values = [(k, element.get(k) or "") for k in _KEPT_ATTRIBUTES[name]]
    attributes = "".join([f' {k}="{v}"' for k, v in values if v.isascii() and v.isdigit()])
    return f"<{name}{attributes}{anchor(element, name)}>"


def inline_tag(element: Element, name: str, absolute: Absolute) -> str:
    """The opening tag of an inline element; "" for a link that leads nowhere."""
    if name == "a":
        href = (element.get("href") or "").strip()
        url = href if href[:7].lower() == "mailto:" else absolute(href) if href else ""
        return f'<a href="{escape(url)}"{anchor(element, name)}>' if url else ""
    if name == "code":
        return opening_tag(element, name)
    kept = _KEPT_OF_INLINE.get(name)
    value = element.get(kept) if kept else None
    return f'<{name} {kept}="{escape(value)}">' if value else f"<{name}{anchor(element, name)}>"


def is_layout_table(table: Element) -> bool:
    """Whether a table says by its build that it only lays things out."""
    if table.get("role") == "presentation" or next(table.iterdescendants("table", "iframe"), None) is not None:
        return True
    if next(table.iter("th"), None) is not None:
        return False
    rows = list(islice(table.iter("tr"), 2))
    if len(rows) == 1 and next(table.iter("h2", "h3", "h4", "pre"), None) is not None:
        return True
    if len(rows) == 1 and next(table.iter("div"), None) is not None and any(map(_is_running, table.itertext())):
        return True
    return all(len(row) < 2 for row in table.iter("tr"))


def _is_running(text: object) -> bool:
    """Whether a piece of a table is running text: in its only row, which has boxes, it is a column of the article's."""
    return len(str(text)) >= RUNNING and len(str(text).strip()) >= RUNNING


def numbers_lines(cell: Element) -> bool:
    """Whether a cell holds the numbers of a listing's lines alone: the listing stands in the cell beside it."""
    beside = cell.getnext()
    if beside is None or next(cell.iter("pre"), None) is None or next(beside.iter("pre"), None) is None:
        return False
    return "".join(string(cell).split()).isdecimal()


_HYPHENS = re.compile(r"[-_]+")

LONGEST_NAME = 30
"""Characters of the name of a language."""

_NUMBERS = frozenset("gutter rouge-gutter linenos lineno line-numbers line-number blob-num ln lnt".split())
"""How highlighters call what holds a listing's numbers."""


def is_gutter(cell: Element) -> bool:
    """Whether a cell of a listing, or a number in its lines, is called as highlighters call those of the numbers."""
    names = (cell.get("class") or "").split()
    is_called = not _NUMBERS.isdisjoint(names) or any("linenum" in _HYPHENS.sub("", name.lower()) for name in names)
    return is_called and (cell.tag == "td" or string(cell).strip().isdecimal())


def is_language(label: Element) -> bool:
    """Whether an element before the code of a listing says what the listing's class does: in which language it is."""
    around, behind = label.getparent(), label.getnext()
    if around is None or around.tag != "pre" or behind is None or behind.tag != "code":
        return False
    if is_longer(label, LONGEST_NAME):
        return False
    names = f"{around.get('class') or ''} {behind.get('class') or ''}".lower().split()
    return any(f"{kind}-{text_of(label).lower()}" in names for kind in ("language", "lang"))
