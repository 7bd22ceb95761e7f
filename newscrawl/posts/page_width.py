"""What keeps a body within the page: a phone's as well, and whatever a theme says of figures, films and tables."""

import re
from collections.abc import Iterator

# Text without a place to break that is wider than a phone: an address as a rule. Not of tags and their attributes.
_LONG_WORD = re.compile(r">[^<>]*?[!-;=?-~\u00a1-\u0dff\u10a0-\u10ff]{28}")
_BREAKS_WORDS = ' style="overflow-wrap:anywhere"'

# No wider than the page, whatever a theme says of figures and films.
_WIDTH = re.compile(r'(?<= )style="(width:[^";]+)"')
# A browser's own margins of a figure come on top of the width; on a phone they take a fifth of a picture.
_CENTRED = "margin-left:auto;margin-right:auto"
_FITS = f"max-width:100%;{_CENTRED}"
_PLAYER = re.compile(r'(<(?:audio|video)(?: (?!style=)[a-z\-]+="[^"]*")*+)(?=>)')
# A picture that a theme makes narrower keeps its shape; its stated size still holds its place until it is loaded.
_SIZED = re.compile(r'(<img(?: (?!style=)[a-z\-]+="[^"]*")*+)(?=>)')
_KEEPS_SHAPE = ' style="height:auto"'
# Themes let long lines of code scroll; a site without one has no such rule.
_CODE = re.compile(r'(<pre(?: (?!style=)[a-z\-]+="[^"]*")*+)(?=>)')
_TABLE = re.compile(r"(<table[ >]|</table>)")
_CELL = re.compile(r"<t[dh][ >]")
# Cells side by side that fit on a phone.
_FIT = 3


def breaks_words(html: str) -> str:
    """The attribute for what is around clean HTML that has a word wider than a phone; "" for other text."""
    return _BREAKS_WORDS if _LONG_WORD.search(html) else ""


def fitted(text: str) -> str:
    """A clean body in which nothing is wider than the page."""
    text = text.replace("<figure>", f'<figure style="{_CENTRED}">')
    text = _WIDTH.sub(rf'style="\1;{_FITS}"', text)
    if "<img" in text:
        text = _SIZED.sub(lambda tag: tag[0] + _KEEPS_SHAPE if ' height="' in tag[0] else tag[0], text)
    if "<audio" in text or "<video" in text:
        text = _PLAYER.sub(r'\1 style="max-width:100%"', text)
    if "<table" in text:
        text = "".join(_wide_tables_boxed(text))
    return _CODE.sub(r'\1 style="overflow-x:auto"', text) if "<pre" in text else text


def _wide_tables_boxed(text: str) -> Iterator[str]:
    """`text` with each outermost table that a phone has no room for in a box of its own, which can be scrolled."""
    depth, table = 0, ""
    for part in _TABLE.split(text):
        depth += part.startswith("<table")
        if not depth:
            yield part
            continue
        table += part
        depth -= part == "</table>"
        if not depth:
            yield f'<div style="overflow-x:auto">{table}</div>' if _is_wide(table) else table
            table = ""


def _is_wide(table: str) -> bool:
    return any(len(_CELL.findall(row)) > _FIT for row in table.split("<tr"))
