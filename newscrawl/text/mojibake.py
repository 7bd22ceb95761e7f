"""Mojibake: UTF-8 that a cache, a database or an editor took for another encoding and wrote as UTF-8 once more.

Readers see "donâ€™t", or nothing where a quote should be. Two marks tell it from letters that happen to stand side by
side, as in „Spaß“ and «CAFÉ»: controls of Latin-1 inside such groups of letters, and broken quotes of Windows-1252 that
come again and again with no proper one among them.
"""

import re
from collections.abc import Callable

ENOUGH = 3
"""So many marks; fewer may be chance, or an article about them."""

MOSTLY = 0.9
"""Share of a page's letters beyond ASCII that stand in such groups where all of it was encoded twice."""

_BROKEN_QUOTE = "â€"
_BROKEN_DASH = "â\x80"
_PROPER_QUOTE = re.compile("[–—‘’“”…„‚«»]")
_CONTROL = re.compile("[\x80-\x9f]")
_FOREIGN = re.compile("[^\x00-\x7f]")


def _twice(following: str) -> re.Pattern[str]:
    """What one character looks like whose bytes were read one by one. `following`: all signs but the first."""
    return re.compile(f"[\xc2-\xdf][{following}]|[\xe0-\xef][{following}]{{2}}|[\xf0-\xf4][{following}]{{3}}")


_LATIN = _twice("\x80-\xbf")
_WINDOWS = _twice("\x80-\xbf" + bytes(range(0x80, 0xA0)).decode("cp1252", "ignore"))


def repaired(html: bytes) -> bytes:
    """A page in UTF-8, with what was encoded twice read back, and lone controls as the signs of Windows-1252."""
    has_controls = _has_controls(html)
    has_quotes = _has_quotes(html)
    if not has_controls and not has_quotes:
        return html
    text = html.decode("utf-8", "replace")
    if has_quotes and not _PROPER_QUOTE.search(_WINDOWS.sub("", text)):
        text = _read_once(text, _WINDOWS, lambda group: group.startswith(_BROKEN_QUOTE))
    elif has_controls and _are_groups(text):
        text = _read_once(text, _LATIN, lambda group: _CONTROL.search(group) is not None)
    return _CONTROL.sub(_sign, text).encode("utf-8")


def _has_controls(html: bytes) -> bool:
    """Whether a control of Latin-1 stands in a page. To go from one first byte to the next is quickest."""
    at = html.find(b"\xc2")
    while at >= 0:
        if b"\x80" <= html[at + 1 : at + 2] < b"\xa0":
            return True
        at = html.find(b"\xc2", at + 2)
    return False


def _has_quotes(html: bytes) -> bool:
    """Whether broken quotes come again and again. Most pages lack one of their bytes, which is seen at once."""
    quote = _BROKEN_QUOTE.encode()
    return all(map(html.__contains__, quote)) and html.count(quote) >= ENOUGH


def _are_groups(text: str) -> bool:
    """Whether controls stand in groups that are one character each, most of them and often enough."""
    controls = [len(_CONTROL.findall(group)) for group in _WINDOWS.findall(text)]
    is_often = sum(map(bool, controls)) >= ENOUGH or _BROKEN_DASH in text
    return is_often and 2 * sum(controls) >= len(_CONTROL.findall(text))


def _read_once(text: str, twice: re.Pattern[str], is_certain: Callable[[str], bool]) -> str:
    """The text with groups read back: all of them where the whole page was encoded twice, else those with the mark."""
    if sum(map(len, _WINDOWS.findall(text))) >= MOSTLY * len(_FOREIGN.findall(text)):
        return _WINDOWS.sub(lambda group: _read_back(group[0]), text)
    return twice.sub(lambda group: _read_back(group[0]) if is_certain(group[0]) else group[0], text)


def _read_back(group: str) -> str:
    try:
        return b"".join(map(_byte, group)).decode("utf-8")
    except UnicodeDecodeError:
        return group


def _byte(char: str) -> bytes:
    return char.encode("latin-1") if char < "\u0100" else char.encode("cp1252")


def _sign(control: re.Match[str]) -> str:
    return control[0].encode("latin-1").decode("cp1252", "ignore")
