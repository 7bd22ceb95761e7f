"""Which encoding a page is in, from its bytes, its own declaration and the HTTP header."""

import codecs
import re

import w3lib.encoding

BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))

# The HTML standard looks at the first 1024 bytes; publishers put long comments and preloads before it.
DECLARED_WITHIN = 8192


def to_utf8(html: bytes, header: str = "") -> bytes:
    """The page's bytes as UTF-8 without BOM and NULs. `header`: the HTTP header's charset, if any."""
    for bom, name in BOMS:
        if html.startswith(bom):
            html = html[len(bom) :]
            return _clean(html if name == "utf-8" else html.decode(name, "replace").encode())
    if _is_utf8(html):
        return _clean(html)
    text = html.decode(_declared(html, header) or "utf-8", "replace")
    return _clean(text.encode("utf-8", "replace"))


def _is_utf8(html: bytes) -> bool:
    try:
        html.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return b"\x1b" not in html or b"\x1b$" not in html


def _declared(html: bytes, header: str) -> str:
    found = re.search(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w:-]+)""", html[:DECLARED_WITHIN], re.I)
    for label in (header, found[1].decode("ascii") if found else ""):
        name = w3lib.encoding.resolve_encoding(label) if label else None
        if name and name != "utf-8":
            return name
    return ""


def _clean(html: bytes) -> bytes:
    return html.replace(b"\0", b"") if b"\0" in html else html
