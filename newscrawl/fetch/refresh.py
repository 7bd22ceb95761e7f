"""Refresh: where a page sends its reader on without an HTTP redirect: by a header, a <meta>, or a script alone."""

import re
from collections.abc import Iterator
from html import unescape

from scrapy.http import Response
from scrapy.http.response.text import TextResponse

from newscrawl.fetch.script_redirect import redirects
from newscrawl.urls.resolve import joined, web_address
from newscrawl.urls.sites import same_site

# A page that is loaded anew after minutes is one that people read; where it sends them soon they were not to.
LONGEST_WAIT = 30.0
_LOOKED_AT = 16_384
# Bytes of a page that has nothing but a script or a note: a stub.
_STUB = 4096

# What stands in these is text or waits to be used: no tags of the page. Of a script it is its code.
_HELD = "script|style|title|textarea|template|iframe|xmp|noembed|noframes"
_ATTRIBUTES = r"""((?:[^<>"']|"[^"]{0,2000}"|'[^']{0,2000}'){0,500}+)>"""
_TAG = re.compile(
    rf"<!--.*?(?:-->|\Z)|<({_HELD})\b{_ATTRIBUTES}(.*?)(?:</\1\b|\Z)|<(/?[a-z]+)\b{_ATTRIBUTES}", re.I | re.S
)
_IS_REFRESH = re.compile(r"""http-equiv\s*=\s*["']?\s*refresh\b""", re.I)
_VALUE_OF = r"""\b%s\s*=\s*(?:"([^"]{1,1000})"|'([^']{1,1000})'|([^\s"'<>]{1,1000}))"""
_CONTENT, _HREF, _TYPE, _ONLOAD = (re.compile(_VALUE_OF % name, re.I) for name in ("content", "href", "type", "onload"))
# HTML's "shared declarative refresh steps": what opens with a quote ends with it; others are a part of the address.
_VALUE = re.compile(
    r"""\s*\+?(\d{0,4}(?:\.\d{0,3})?)\s*[;,\s]\s*(?:url\s*=\s*)?(?:"([^"]{1,1000})|'([^']{1,1000})|([^"'].{0,1000}))""",
    re.I | re.S,
)


def refreshed(response: Response) -> str:
    """The address on the same site that a page sends its reader to; "" where it sends nobody anywhere."""
    target = leads_to(response)
    return target if target and target != response.url and same_site(target, response.url) else ""


def leads_to(response: Response) -> str:
    """The address that a page sends its reader to, wherever that is."""
    target = _by_value((response.headers.get("Refresh") or b"").decode("latin-1"), response.url)
    if not target and isinstance(response, TextResponse) and _may_refresh(response.body):
        target = _in_page(response.text[:_LOOKED_AT], response.url)
    return target


def _may_refresh(body: bytes) -> bool:
    start = body[:_LOOKED_AT].lower()
    return b"refresh" in start or (len(body) < _STUB and b"location" in start)


def _in_page(html: str, url: str) -> str:
    # Readers with scripts see the page around a <noscript>; if there is one.
    tags = list(_tags(html, with_noscripts=len(html) <= _STUB))
    base = next((joined(url, href) for name, said, _ in tags if name == "base" and (href := _of(_HREF, said))), url)
    for name, said, _ in tags:
        if name == "meta" and _IS_REFRESH.search(said) and (value := _of(_CONTENT, said)):
            return _by_value(value, base)
    found = redirects("\n".join(_code(tags))) if len(html) < _STUB else set()
    return web_address(found.pop(), url) if len(found) == 1 else ""


def _tags(html: str, *, with_noscripts: bool) -> Iterator[tuple[str, str, str]]:
    """Name, attributes and, of a script, code of each tag that a browser finds."""
    in_noscript = False
    for tag in _TAG.finditer(html):
        name = (tag[1] or tag[4] or "").lower()
        if name.endswith("noscript"):
            in_noscript = name == "noscript"
        elif name and (with_noscripts or not in_noscript):
            yield name, tag[2] or tag[5] or "", tag[3] or ""


def _code(tags: list[tuple[str, str, str]]) -> Iterator[str]:
    """What runs by itself when the page is there."""
    for name, said, held in tags:
        if name == "script" and re.search(r"^$|javascript|module", _of(_TYPE, said), re.I):
            yield held
        elif name == "body":
            yield _of(_ONLOAD, said)


def _of(attribute: re.Pattern[str], said: str) -> str:
    found = attribute.search(said)
    return unescape(found[1] or found[2] or found[3]) if found else ""


def _by_value(value: str, url: str) -> str:
    found = _VALUE.match(value)
    if not found or float(f"0{found[1]}") > LONGEST_WAIT:
        return ""
    return web_address((found[2] or found[3] or found[4]).strip(), url)
