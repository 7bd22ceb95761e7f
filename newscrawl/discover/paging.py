"""A listing's further pages: rel=next, "older", page numbers, load-more buttons."""

import re
from itertools import islice
from urllib.parse import parse_qsl

from newscrawl.element import Element
from newscrawl.extract.page.tree import text_of
from newscrawl.extract.vocabulary.names import roles
from newscrawl.extract.vocabulary.phrases import all_phrases
from newscrawl.urls.parts import split
from newscrawl.urls.resolve import web_address
from newscrawl.urls.sites import same_site

_ARROWS = frozenset(("»", "›", "→", ">", ">>", "❯"))
_ADDRESS = re.compile(r"https?:|[/?]")
_MORE = re.compile(r"more|load|older|next|infinite", re.I)
# Attributes in which scripts find the address that a load-more button asks for.
_ADDRESS_ATTRIBUTES = (
    "data-url", "data-href", "data-next", "data-next-url", "data-next-page", "data-next-page-url", "data-load-more",
    "data-load-more-url", "data-ajax-url", "data-endpoint", "data-src", "data-more", "hx-get", "formaction",
)  # fmt: skip
_PAGE_IN_PATH = re.compile(r"(?:/(?:page|seite|pagina|p)[/-]?|[_/-]p?)(\d{1,4})(?:\.\w+)?/?$")
_PAGE_NAMES = ("page", "paged", "p", "seite", "pagina", "pg", "pn")


def next_page(page: Element, url: str) -> str:
    """The address of the listing's next page; "" where it names none. Tried in this order, the first that leads on:

    rel=next, a link called "next" or "older" in one of 20 languages, the page number after this one's, a load-more
    button that carries its address.
    """
    for find in (_by_rel, _by_name, _by_number, _by_button):
        for address in find(page, url):
            found = web_address(address, url)
            if found and found != url and same_site(found, url):
                return found
    return ""


def _by_rel(page: Element, url: str) -> list[str]:
    return [e.get("href") or "" for e in page.iter("link", "a") if "next" in (e.get("rel") or "").lower().split()]


def _by_name(page: Element, url: str) -> list[str]:
    found, is_next = [], all_phrases().is_next_page
    for a in page.iter("a"):
        text = text_of(a)
        labels = (text, a.get("aria-label") or "", a.get("title") or "")
        by_class = "next page" in roles(f"{a.get('class')} {_parent_class(a)}") and len(text) <= 30
        if any(map(is_next, labels)) or (text in _ARROWS and _in_paging(a)) or by_class:
            found.append(a.get("href") or "")
    # "More" also stands below a teaser block and leads to its section; a page number or offset tells paging apart.
    paged = [href for href in found if _number(web_address(href, url)) or "offset" in href or "before" in href]
    return paged or [href for href in found if split(web_address(href, url)).path == split(url).path]


def _by_number(page: Element, url: str) -> list[str]:
    """The link whose text is the number after this page's."""
    wanted = str((_number(url) or 1) + 1)
    return [
        a.get("href") or ""
        for a in page.iter("a")
        if text_of(a) == wanted and str(_number(web_address(a.get("href") or "", url))) == wanted
    ]


def _by_button(page: Element, url: str) -> list[str]:
    found, is_next = [], all_phrases().is_next_page
    for e in page.iter("button", "a", "div", "section", "span", "form", "ul"):
        address = next((value for name in _ADDRESS_ATTRIBUTES if (value := e.get(name))), "")
        if _ADDRESS.match(address):
            said = f"{e.get('class')} {e.get('id')} {' '.join(map(str, e.keys()))}"
            if _MORE.search(said) or is_next(text_of(e)[:40]):
                found.append(address)
    return found


def _number(url: str) -> int:
    """The page number in an address; 0 where it has none."""
    parts = split(url)
    query = {name.lower(): value for name, value in parse_qsl(parts.query)}
    for name in _PAGE_NAMES:
        if query.get(name, "").isdecimal() and len(query[name]) < 6:
            return int(query[name])
    found = _PAGE_IN_PATH.search(parts.path)
    return int(found[1]) if found else 0


def _in_paging(a: Element) -> bool:
    return any(re.search(r"pag|nav", e.get("class") or "", re.I) for e in (a, *islice(a.iterancestors(), 3)))


def _parent_class(a: Element) -> str:
    parent = a.getparent()
    return (parent.get("class") or "") if parent is not None else ""
