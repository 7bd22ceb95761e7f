"""StateText: an article's text out of the data that a page's scripts draw it from, as HTML.

Which of a page's texts is the article's is seen by what stands beside it: the headline, the address, the description.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from html import escape, unescape
from itertools import islice
from typing import Any

from newscrawl.extract.body.state_nodes import (
    ADDRESSES,
    DEEPEST,
    LONGEST_LINE,
    PARAGRAPH,
    SHORTEST,
    TAG,
    TITLES,
    html_of,
    in_order,
    names_one,
    said,
)
from newscrawl.extract.body.text_map import length_of
from newscrawl.text.letters import letters
from newscrawl.text.page_data import Named

MOST_NODES = 200_000
"""Values of a page's data that are looked at."""

_TEXT_KEYS = re.compile(r"body|content|text|html|article|story|paragraph|blocks|elements|^value$", re.I)
_INTRODUCTION = re.compile(
    r"(?:(?:lead|lede|intro|introduction|standfirst|dek|deck|chapo|ingress|vorspann|preamble|entradilla|sub_?head(?:line)?|"
    r"sub_?title)(?:_?text)?)\Z",
    re.I,
)
"""Names in a node of what stands above its text."""

SHORTEST_INTRODUCTION = 40
"""Letters."""

_OF_SITES = re.compile(r"cookie|consent|privacy|policy|terms|legal|about|i18n|translat|messages|locale|labels", re.I)
"""Names of texts that all pages of a site have."""

_OF_OTHERS = re.compile(
    r"author|publisher|creator|related|comment|repl(?:y|ies)|review|recommend|sidebar|footer|menu|navigation", re.I
)


@dataclass(frozen=True, slots=True)
class StateText:
    """A text of a page's data."""

    html: str
    place: str
    """Where it stands, e.g. "__NEXT_DATA__ props.pageProps.article.body"."""
    length: int


@dataclass(frozen=True, slots=True)
class Sought:
    """What is known of the article whose text is looked for."""

    titles: tuple[str, ...]
    """Its headline in all versions, by their letters alone."""
    path: str
    """Its address without host."""
    description: str
    headline: str
    """As the page shows it."""


def state_text(data: list[Named], article: Sought) -> StateText | None:
    """The article's text in a page's data; None where none is known by what stands beside it."""
    best: StateText | None = None
    for name, value in data:
        for found in _texts(value, name, article):
            if best is None or found.length > 1.2 * best.length:
                best = found
    return best


def _texts(value: Any, name: str, article: Sought) -> Iterator[StateText]:
    """The texts that belong to the article, by the nodes around them."""
    stack: list[tuple[Any, str, bool | None, int]] = [(value, name, None, 0)]
    left = MOST_NODES
    while stack and left:
        left -= 1
        node, place, is_own, depth = stack.pop()
        if depth > DEEPEST:
            continue
        if isinstance(node, list):
            stack += [(item, place, is_own, depth + 1) for item in node if isinstance(item, dict | list)]
        elif isinstance(node, dict):
            if _is_of(node, article):
                is_own = True
            elif names_one(node):
                is_own = False
            for key, held in ((key, in_order(held)) for key, held in node.items()):
                if _OF_OTHERS.search(key):
                    continue
                at = f"{place} {key}" if " " not in place else f"{place}.{key}"
                may_be = _TEXT_KEYS.search(key) or (is_own and isinstance(held, str | list)) or _are_paragraphs(held)
                if may_be and (found := _rendered(held, at)) and (is_own or _agrees(found, article, is_own)):
                    yield _introduced(found, node) if is_own else found
                elif isinstance(held, dict | list):
                    stack.append((held, at, is_own, depth + 1))


def _are_paragraphs(held: Any) -> bool:
    """Whether a value is elements of React's with some paragraphs among them."""
    found = (
        (item for item in held if isinstance(item, list) and item[:2] == ["$", "p"]) if isinstance(held, list) else ()
    )
    return sum(1 for _ in islice(found, FEW_PARAGRAPHS)) == FEW_PARAGRAPHS


def _lines(node: dict[str, Any]) -> Iterator[str]:
    """What may be a node's headline: under the usual names, or any line, as each newsroom's language has its own."""
    yield from said(node, TITLES)
    yield from (value for value in node.values() if isinstance(value, str) and 14 < len(value) < LONGEST_LINE)


def _is_of(node: dict[str, Any], article: Sought) -> bool:
    for title in _lines(node):
        heard = letters(unescape(TAG.sub("", title[:500])))
        if heard in article.titles or (len(heard) > 14 and any(known.startswith(heard) for known in article.titles)):
            return True
    paths = (address.partition("?")[0].rstrip("/") for address in said(node, ADDRESSES))
    return any(len(path) > 11 and (article.path.endswith(path) or path.endswith(article.path)) for path in paths)


def _agrees(found: StateText, article: Sought, is_own: bool | None) -> bool:
    """Whether a text whose node says no headline begins as the page's description does.

    Where nothing around it says a headline either (None), it may also have the headline's own words.
    """
    start = letters(article.description)[:60]
    if len(start) > 30 and start in letters(TAG.sub(" ", found.html[:3000])):
        return True
    words = {word for word in re.findall(r"\w+", article.headline.lower()) if len(word) >= LONG_WORD}
    if is_own is not None or len(words) < FEW_WORDS or _OF_SITES.search(found.place):
        return False
    said = set(re.findall(r"\w+", TAG.sub(" ", found.html).lower()))
    return len(words & said) >= OWN_WORDS * len(words)


LONG_WORD = 4
"""Letters of a headline's word that says something."""

FEW_WORDS = 3
"""Words. Of a shorter headline they say little."""

FEW_PARAGRAPHS = 3

OWN_WORDS = 0.7
"""Of a headline's words that its article has."""


def _introduced(found: StateText, node: dict[str, Any]) -> StateText:
    """A text with what its node says above it."""
    lines = (" ".join(TAG.sub(" ", value).split()) for key, value in node.items() if _INTRODUCTION.match(key)
             and isinstance(value, str))  # fmt: skip
    line = next((line for line in lines if len(letters(line)) >= SHORTEST_INTRODUCTION), "")
    if not line or letters(unescape(line)) in letters(unescape(TAG.sub(" ", found.html[:3000]))):
        return found
    return replace(found, html=f'<p class="standfirst">{escape(unescape(line), quote=False)}</p>{found.html}')


def _rendered(held: Any, place: str) -> StateText | None:
    """A value as HTML, where it is a text of some length."""
    html = html_of(held)
    length = int(length_of(" ".join(TAG.sub(" ", html).split()))) if html else 0
    prose = len(re.findall(r"[.!?。！？।…](?:\s|<|[\"”»]|$)|[。！？]", html)) if length >= SHORTEST else 0
    return StateText(html, place, length) if prose >= 3 and PARAGRAPH.search(html) else None
