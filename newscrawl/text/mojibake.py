"""Mojibake: UTF-8 that a cache, a database or an editor took for another encoding and wrote as UTF-8 once more.

Readers see "donâ€™t", or nothing where a quote should be. Two marks are certain: control characters of Latin-1, which
no page means to show, and broken quotes of Windows-1252 that come again and again with no proper one among them.
"""

import re

ENOUGH = 3
"""So many broken quotes; one or two may be an article about them."""

_BROKEN_QUOTE = "â€".encode()
_PROPER_QUOTE = re.compile("[–—‘’“”…]")

# What the bytes of UTF-8 after the first look like in both encodings.
_NEXT = "".join(map(chr, range(0x80, 0xC0))) + bytes(range(0x80, 0xA0)).decode("cp1252", "ignore")
_TWICE = re.compile(f"[\xc2-\xdf][{_NEXT}]|[\xe0-\xef][{_NEXT}]{{2}}|[\xf0-\xf4][{_NEXT}]{{3}}")
_CONTROL = re.compile("[\x80-\x9f]")


def repaired(html: bytes) -> bytes:
    """A page in UTF-8, with what was encoded twice read back, and lone controls as the signs of Windows-1252."""
    has_controls = _has_controls(html)
    if not has_controls and html.count(_BROKEN_QUOTE) < ENOUGH:
        return html
    text = html.decode("utf-8", "replace")
    if not has_controls and _PROPER_QUOTE.search(_TWICE.sub("", text)):
        return html
    return _CONTROL.sub(_sign, _TWICE.sub(_read_back, text)).encode("utf-8")


def _has_controls(html: bytes) -> bool:
    """Whether a control of Latin-1 stands in a page. To go from one first byte to the next is quickest."""
    at = html.find(b"\xc2")
    while at >= 0:
        if b"\x80" <= html[at + 1 : at + 2] < b"\xa0":
            return True
        at = html.find(b"\xc2", at + 2)
    return False


def _read_back(broken: re.Match[str]) -> str:
    try:
        return b"".join(map(_byte, broken[0])).decode("utf-8")
    except UnicodeDecodeError:
        return broken[0]


def _byte(char: str) -> bytes:
    return char.encode("latin-1") if char < "\u0100" else char.encode("cp1252")


def _sign(control: re.Match[str]) -> str:
    return control[0].encode("latin-1").decode("cp1252", "ignore")
