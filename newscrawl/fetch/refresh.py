"""Refresh: where a page sends its reader on without an HTTP redirect: by a header, a <meta>, or a script alone."""

import re
from html import unescape

from scrapy.http import Response
from scrapy.http.response.text import TextResponse

from newscrawl.urls.resolve import joined, web_address
from newscrawl.urls.sites import same_site

# A page that is loaded anew after minutes is one that people read; where it sends them soon they were not to.
LONGEST_WAIT = 30.0
_LOOKED_AT = 16_384
# Bytes of a page that has nothing but a script or a note: a stub.
_STUB = 4096

_META = re.compile(r"<meta\b[^<>]{0,1000}>", re.I)
_IS_REFRESH = re.compile(r"""http-equiv\s*=\s*["']?\s*refresh\b""", re.I)
_CONTENT = re.compile(r"""\bcontent\s*=\s*(?:"([^"]{1,1000})"|'([^']{1,1000})'|([^\s"'<>]{1,1000}))""", re.I)
_BASE = re.compile(r"""<base\b[^<>]{0,500}?\bhref\s*=\s*["']?([^\s"'<>]{1,1000})""", re.I)
# HTML's "shared declarative refresh steps": what opens with a quote ends with it; others are a part of the address.
_VALUE = re.compile(
    r"""\s*\+?(\d{0,4}(?:\.\d{0,3})?)\s*[;,\s]\s*(?:url\s*=\s*)?(?:"([^"]{1,1000})|'([^']{1,1000})|([^"'].{0,1000}))""",
    re.I | re.S,
)
_SCRIPT = re.compile(
    r"""(?<![\w.])(?:(?:window|document|top|self|parent|globalThis)(?:\.|(?=\[))){0,2}(?:location\b|\[["']location["']\])"""
    r"""(?:(?:\.href)?\s{0,9}=|\.(?:replace|assign)\()\s{0,9}(["'`])([^"'`<>\s$]{1,1000})\1(?!\s{0,9}\+)"""
)
_LINE_COMMENT = re.compile(r"""(?m)(?<![:"'`\\/\w])//.*$""")


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
    html = _without_comments(html)
    for tag in _META.finditer(html):
        if _IS_REFRESH.search(tag[0]) and (found := _CONTENT.search(tag[0])):
            # Readers with scripts see the page around a <noscript>; if there is one.
            if _in_noscript(html, tag.start()) and len(html) > _STUB:
                continue
            base = _BASE.search(html)
            return _by_value(unescape(found[1] or found[2] or found[3]), joined(url, base[1]) if base else url)
    code = _LINE_COMMENT.sub("", html) if len(html) < _STUB else ""
    scripted = {address for _, address in _SCRIPT.findall(code)}
    return web_address(scripted.pop().replace("\\/", "/"), url) if len(scripted) == 1 else ""


def _in_noscript(html: str, at: int) -> bool:
    before = html[:at].lower()
    return before.rfind("<noscript") > before.rfind("</noscript")


def _without_comments(html: str) -> str:
    first, *others = html.split("<!--")
    return first + "".join(other.partition("-->")[2] for other in others)


def _by_value(value: str, url: str) -> str:
    found = _VALUE.match(value)
    if not found or float(f"0{found[1]}") > LONGEST_WAIT:
        return ""
    return web_address((found[2] or found[3] or found[4]).strip(), url)
