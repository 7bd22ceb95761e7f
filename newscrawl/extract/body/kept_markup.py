"""Markup that a page keeps as text, escaped in one way or in several: what consent tools and lazy loaders hold back."""

import re
from base64 import b64decode
from binascii import Error
from html import unescape
from urllib.parse import unquote

from lxml import etree

from newscrawl.element import Element
from newscrawl.extract.page.control_characters import without_control_characters

LONGEST = 20_000
"""Characters of it that are looked at."""

MOST_LAYERS = 4
"""Ways of escaping in each other: entities in JSON in a script in base64."""

_BEGINS = re.compile(r"<(?:iframe|blockquote)\b", re.IGNORECASE)
IS_KEPT = r"(?:<|%3C|lt;|u003C)(?:iframe|blockquote)\b"
"""How a frame or a post begins, however it is escaped."""
_KEPT = re.compile(IS_KEPT, re.IGNORECASE)

_BASE64 = re.compile(r"\s{0,9}(?:P[C-H]|eyJ)[A-Za-z0-9+/]{38,20000}={0,2}\s{0,9}\Z")
"""Markup or an object in base64: its first sign is "<" or "{"."""

_SLASHED = re.compile(r"(?<!\\)\\{1,8}(?=[/\"'])")
_IN_JSON = re.compile(r"(?<!\\)\\{1,8}u00(2[267]|3[cCeE])")


def kept_markup(value: str) -> str:
    """The markup of a frame or a post that an attribute's value or a script's text holds; "" of any other."""
    text = in_base64(value) or value[:LONGEST]
    if _KEPT.search(text) is None:
        return ""
    for _ in range(MOST_LAYERS):
        text = _SLASHED.sub("", text)
        if begin := _BEGINS.search(text):
            return text[begin.start() :]
        text = _unescaped(text)
    return ""


def _unescaped(text: str) -> str:
    """A text with its outermost escapes read."""
    if "u003" in text:
        return _IN_JSON.sub(lambda sign: chr(int(sign[1], 16)), text)
    return unquote(text) if "%3" in text else unescape(text)


def in_base64(value: str) -> str:
    """What a value says in base64, if that is markup or an object; "" of any other value."""
    if not value.lstrip()[:3].startswith(("P", "eyJ")) or _BASE64.match(value) is None:
        return ""
    try:
        return b64decode(value).decode("utf-8", "replace")
    except (Error, ValueError):
        return ""


def parsed(markup: str) -> Element:
    """The elements of markup that a page keeps as text."""
    html = without_control_characters(f"<div>{markup}</div>".encode("utf-8", "replace"))
    return etree.fromstring(html, etree.HTMLParser(encoding="utf-8"))
