"""Authors that a page states for machines: in JSON-LD, in meta tags, in microdata, in the data of its statistics."""

import re
from collections.abc import Iterator
from itertools import chain
from typing import Any

from newscrawl.element import Element
from newscrawl.extract.fields.name_kinds import is_organisation, is_person, is_role
from newscrawl.extract.fields.near import Near
from newscrawl.extract.fields.person_names import names_in
from newscrawl.extract.page import structured
from newscrawl.extract.page.page import Page
from newscrawl.extract.page.tree import text_of
from newscrawl.text.letters import letters as key
from newscrawl.text.plain import plain

METAS = (
    "parsely-author", "article:author_name", "articleauthor", "author", "article:author", "cxenseparse:author",
    "mrf:authors", "sailthru.author", "citation_author", "citation_authors", "dc.creator", "dcterms.creator", "byl",
    "og:article:author", "http://ogp.me/ns/article#author", "byline", "rbauthors", "og:author", "article.author",
    "vr:author",
)  # fmt: skip

_DATA_LAYER = re.compile(rb'uthors?(?:_?[nN]ames?)?"\s*:\s*(\[[^\]{}]{2,300}\]|"[^"]{2,100}")')
_OF_ARTICLE = re.compile(rb'"(?:content|article|page|story)?_?[aA]$')

MOST_ITEMS = 40
"""More elements named "author" are those of comments, or nested into each other to cost time."""

_NAME_OF_ITEM = re.compile(r"(?<!\S)(?:schema:)?name(?!\S)")

_ACCOUNT = re.compile(
    r"/(?:admin\w*|editor(?:ial)?|news-?(?:desk|room)?|redaktion|redaccion|redazione|redaction|staff|webmaster|root|user)/?$",
    re.I,
)
"""Accounts of content systems under which a whole newsroom publishes, at the end of an author's address."""

_RIGHTS = re.compile(r"©|\bcopyright\b|\brights reserved\b", re.I)


def names_in_meta(meta: str, text: str, page: Page) -> list[str]:
    """The names of a meta tag; the site's own stays whole: "Human in the Loop". A house's address is none."""
    if key(text) in page.site_names:
        return [text]
    names = [] if _RIGHTS.search(text) else names_in(_first_name_first(meta, text))
    house, *places = names or [""]
    is_address = bool(places) and _is_house(house, page) and not any(is_person(n) or _is_house(n, page) for n in places)
    return [house] if is_address else names


def _is_house(name: str, page: Page) -> bool:
    """Whether a name is the site's, or a company's: "Harbour Press Ltd, Kiel, Germany"."""
    return key(name) in page.site_names or is_organisation(name)


def may_be_person(name: str) -> bool:
    """Whether a declared name may be a person's; "Watermark feed", half in capitals, is none."""
    words = name.split()
    is_mixed = len(words) > 1 and words[0][:1].isupper() and words[-1].islower()
    return is_person(name) or not (is_mixed or is_organisation(name) or is_role(name))


def names_in_data(page: Page) -> list[str]:
    """The names in what the page hands to its statistics: "contentAuthors": ["Jane Doe"]."""
    found = _DATA_LAYER.finditer(page.source)
    match = next((m for m in found if _OF_ARTICLE.search(page.source[max(0, m.start() - 10) : m.start()])), None)
    value = match[1].decode("utf-8", "replace") if match else ""
    return [name for part in re.findall(r'"([^"]+)"', value) for name in names_in(plain(part))]


def names_in_json_ld(page: Page) -> Iterator[str]:
    """JSON-LD's names: people apart from organisations, accounts of the whole newsroom left out."""
    for value in chain.from_iterable(map(_of_role, (*page.said("author"), *page.said("creator")))):
        node = value if isinstance(value, dict) else {}
        for name in filter(None, map(structured.text, structured.each(node.get("name")))) if node else [value]:
            yield from _names_of(node, structured.text(name))
        parts = [structured.text(node.get(key)) for key in ("givenName", "familyName")]
        if all(parts) and not structured.text(value):
            yield " ".join(parts)


def names_editors(names: tuple[str, ...], page: Page) -> bool:
    """Whether JSON-LD says of all these people that they edited the article."""
    values = page.said("editor") if b'"editor"' in page.source else []
    nodes = (value if isinstance(value, dict) else {"name": value} for value in values)
    editors = {key(structured.text(node.get("name"))) for node in nodes}
    return bool(editors) and all(key(name) in editors for name in names)


def _of_role(value: Any) -> list[Any]:
    """Who has a role as an author, which some pages put between an article and its people."""
    has_role = isinstance(value, dict) and "role" in structured.kinds(value)
    return structured.each(value.get("author")) if has_role else [value]


def _names_of(node: structured.Node, name: str) -> list[str]:
    if any("organization" in kind for kind in structured.kinds(node)):
        return [name]
    if node and (turned := _first_name_first("dc", name)) != name and is_person(turned):
        return [turned]
    is_account = _ACCOUNT.search(structured.text(node.get("url")) or structured.text(node.get("@id")))
    return [] if is_account else names_in(name)


def _first_name_first(meta: str, text: str) -> str:
    """Scholarly tags write "Brazil, Rachel"."""
    if meta.startswith(("dc", "citation")) and text.count(",") == 1:
        last, first = text.split(",")
        are_two = is_person(last.strip()) and is_person(first.strip())
        return text if are_two else f"{first.strip()} {last.strip()}"
    return text


def _items(near: Near) -> Iterator[Element]:
    for element in near.page.microdata.get("author", ())[:MOST_ITEMS]:
        if near.is_of_others(element):
            continue
        named = [e for e in element.iter() if _NAME_OF_ITEM.search(e.get("itemprop") or e.get("property") or "")]
        yield from named or [element]


def names_in_microdata(near: Near) -> Iterator[str]:
    """The names of items that are the article's authors."""
    for element in _items(near):
        yield from _names_of_item(element)


def _names_of_item(element: Element) -> list[str]:
    """The names in an item's text; a <meta> among them tells people's alone, else it is an account's."""
    return names_in(text_of(element)) or [name for name in names_in(element.get("content") or "") if is_person(name)]
