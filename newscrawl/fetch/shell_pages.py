"""Whether a page needs a browser: it is an empty shell, or a list that only a script makes longer."""

import re

from scrapy.http import Response
from scrapy.http.response.text import TextResponse

# Characters of text; what has more was built by the server.
SHELL = 400
_HIDDEN = re.compile(r"<(script|style|noscript|template|svg|head)\b.*?(?:</\1\s*>|$)", re.I | re.S)
_TAG = re.compile(r"<[^<>]{0,2000}>")
MORE_WORDS = (
    r"(?:(?:load|show|view|see)?\s*more\b|mehr (?:anzeigen|laden)|weitere|voir plus|afficher plus|charger plus"
    r"|(?:ver|cargar|mostrar) más|carregar mais|ver mais|mostra altri|meer laden|toon meer|更多|加载更多|查看更多"
    r"|もっと見る|더보기|показать ещ[её]|загрузить ещ[её]|المزيد)"
)
"""What a button says that makes a list longer."""

# In a page as it came: a button without an address, or the signs of a list that goes on as its reader scrolls.
_GROWS = re.compile(
    r"<(?:button\b[^<>]{0,999}|\w+\s[^<>]{0,999}\brole=[\"']?button\b[^<>]{0,999}"
    r"|a\b(?![^<>]{0,999}\bhref=[\"']?(?:https?:|/|\?))[^<>]{0,999})>(?:\s{0,99}<[^<>]{0,999}>){0,4}\W{0,99}"
    + MORE_WORDS
    + r"|(?:class|id|data-[\w-]{1,50})=[\"'][^\"'<>]{0,200}(?:infinite|endless|sentinel|load-?more)",
    re.I,
)
_SCROLLS = re.compile(r"\bIntersectionObserver\b|\bscrollHeight\b")
_ASKS = re.compile(r"\bfetch\(|\bXMLHttpRequest\b|\baxios\b|\.(ajax|getJSON|load)\(")


def is_shell(response: Response) -> bool:
    """Whether a page has scripts and hardly a text."""
    if not isinstance(response, TextResponse) or b"<script" not in response.body.lower():
        return False
    return len(" ".join(_TAG.sub(" ", _HIDDEN.sub(" ", response.text[:500_000])).split())) < SHELL


def grows(response: Response) -> bool:
    """Whether a listing goes on where its reader presses a button or scrolls, and only a script knows how."""
    page = response.text[:2_000_000] if isinstance(response, TextResponse) else ""
    return bool(_GROWS.search(page) or (_SCROLLS.search(page) and _ASKS.search(page)))
