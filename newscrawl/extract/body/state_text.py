"""StateText: an article's text out of the data that a page's scripts draw it from, as HTML.

Which of a page's texts is the article's is seen by what stands beside it: the headline, the address, the description.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from html import escape, unescape
from itertools import islice
from typing import Any, NamedTuple

from newscrawl.extract.body.markup import TAG
from newscrawl.extract.body.state_html import LONGEST_LINE, html_of
from newscrawl.extract.body.state_jsonapi import article_of_jsonapi
from newscrawl.extract.body.state_keys import ADDRESSES, RECORDS, TITLES, in_order, names_one, said
from newscrawl.extract.body.state_notion import article_of_notion
from newscrawl.extract.body.state_strings import PARAGRAPH, SHORTEST, weighed
from newscrawl.extract.body.state_trees import DEEPEST
from newscrawl.text.letters import letters, long_words
from newscrawl.text.page_values import Named

MOST_NODES = 200_000
"""Values of a page's data that are looked at."""

MOST_AROUND = 3
"""Nodes around a text that are asked what they say of its article."""

_TEXT_KEYS = re.compile(r"body|content|text|html|article|story|paragraph|blocks|elements|^value$", re.I)
_INTRODUCTION = re.compile(
    r"(?:(?:lead|lede|intro|introduction|standfirst|dek|deck|chapo|ingress|vorspann|preamble|entradilla|sub_?head(?:line)?|"
    r"sub_?headlines|sub_?title)(?:_?text)?)\Z",
    re.I,
)
"""Names in a node of what stands above its text."""

SHORTEST_INTRODUCTION = 25
"""Letters of what stands above a text."""

_OF_SITES = re.compile(r"cookie|consent|privacy|policy|terms|legal|about|i18n|translat|messages|locale|labels", re.I)
"""Names of texts that all pages of a site have."""

_OF_OTHERS = re.compile(
    r"author|publisher|creator|related|comment|repl(?:y|ies)|review|recommend|sidebar|footer|menu|navigation", re.I
)


FEW_WORDS = 3
"""Words. Of a shorter headline they say little."""

LEAST_TITLE = 14
"""Letters of a headline that is known by them."""

FEW_PARAGRAPHS = 3
"""Elements of React's that are a text."""

OWN_WORDS = 0.7
"""Of a headline's words that its article has."""


@dataclass(frozen=True, slots=True)
class StateText:
    """A text of a page's data."""

    html: str
    place: str
    """Where it stands, e.g. "__NEXT_DATA__ props.pageProps.article.body"."""
    length: int
    nodes: tuple[dict[str, Any], ...] = ()
    """The nodes around it that are the article's, the outermost first."""
    data: Any = None
    """All in which it stands."""


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

    @property
    def all_titles(self) -> tuple[str, ...]:
        """Its headline in all versions; one of so few letters that it is none of the titles, too: "On salt"."""
        return (*self.titles, letters(self.headline) or "-")


def state_text(data: list[Named], article: Sought) -> StateText | None:
    """The article's text in a page's data; None where none is known by what stands beside it."""
    best: StateText | None = None
    for name, value in data:
        for found in _texts(value, name, article):
            found = replace(found, data=value)
            if best is None or found.length > MUCH_LONGER * best.length or _is_inside(found, best):
                best = found
    return best


MUCH_LONGER = 1.2
"""Times as long as another text, which is therefore no version of it."""


def _is_inside(found: StateText, other: StateText) -> bool:
    """Whether a text is nearly all of another, which is that of a whole node: its other fields are none of the text."""
    return found.place.startswith(f"{other.place}.") and found.length * MUCH_LONGER > other.length


class _Held(NamedTuple):
    """A value of a page's data."""

    value: Any
    place: str
    is_own: bool | None
    """Whether the nodes around it say that it is the article's; None where they do not say of which it is."""
    depth: int
    nodes: tuple[dict[str, Any], ...]
    """The last nodes around it, from the one that has the article's headline where one has."""


def _texts(value: Any, name: str, article: Sought) -> Iterator[StateText]:
    """The texts that belong to the article, by the nodes around them."""
    stack = [_Held(value, name, None, 0, ())]
    left = MOST_NODES
    while stack and left:
        left -= 1
        node, place, is_own, depth, nodes = stack.pop()
        if depth > DEEPEST:
            continue
        if isinstance(node, list):
            stack += [_Held(item, place, is_own, depth + 1, nodes) for item in node if isinstance(item, dict | list)]
        elif isinstance(node, dict):
            outer = _around(node, _Held(node, place, is_own, depth + 1, nodes), article)
            for key, held in _inside(node, outer):
                if found := _text_in(key, held, article):
                    found = replace(found, nodes=outer.nodes)
                    yield _introduced(found) if held.is_own else found
                if isinstance(held.value, dict | list) and (not found or _is_article(held.value)):
                    stack.append(held)


def _around(node: dict[str, Any], outer: _Held, article: Sought) -> _Held:
    """What is known inside a node, where this is known around it."""
    is_own = _is_own(node, article, outer.is_own)
    around = outer.nodes if is_own == outer.is_own else _envelope(outer) if is_own else ()
    around = around[: MOST_AROUND - 1] if is_own else around[1 - MOST_AROUND :]
    return outer._replace(is_own=is_own, nodes=(*around, node))


def _is_article(value: Any) -> bool:
    """Whether a value that is a text is a node with a headline, in which the text is one field of several."""
    return isinstance(value, dict) and names_one(value)


def _envelope(outer: _Held) -> tuple[dict[str, Any], ...]:
    """The record around an article's node, which holds its days in some systems."""
    return outer.nodes[-1:] if outer.nodes and RECORDS & outer.nodes[-1].keys() else ()


def _inside(node: dict[str, Any], outer: _Held) -> Iterator[tuple[str, _Held]]:
    """What a node holds, but what is others'."""
    dot = "." if " " in outer.place else " "
    for key, value in node.items():
        if not _OF_OTHERS.search(key):
            written = article_of_notion(value) or article_of_jsonapi(value) or in_order(value)
            yield key, _Held(written, f"{outer.place}{dot}{key}", outer.is_own, outer.depth, outer.nodes)


def _is_own(node: dict[str, Any], article: Sought, around: bool | None) -> bool | None:
    """Whether a node is the article's; `around`: whether the node around it is."""
    if _is_of(node, article) or any(_is_of(part, article) for part in _headings(node)):
        return True
    return False if names_one(node) else around


_OF_HEADING = re.compile(
    r"[a-z]{0,12}_?(?:info|header|meta(?:_?data)?)|fields|head(?:ing|line)?s?|details|attributes|properties|seo", re.I
)
"""Nodes in an article's that hold what stands above its text."""


def _headings(node: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """The nodes in one that hold what is said of an article apart from its text."""
    for key, value in node.items():
        if isinstance(value, dict) and _OF_HEADING.fullmatch(key) and not any(map(_may_be_long, value.values())):
            yield value


def _may_be_long(value: Any) -> bool:
    held = [value] if isinstance(value, str) else value if isinstance(value, list) else []
    strings = (text for item in held for text in (item.values() if isinstance(item, dict) else [item]))
    return len(held) > MOST_NAMED or any(isinstance(text, str) and len(text) > SHORTEST for text in strings)


MOST_NAMED = 20
"""Authors, topics and other things that stand with a headline."""


def _text_in(key: str, held: _Held, article: Sought) -> StateText | None:
    """The text that a value is, where it is the article's."""
    is_of_pieces = isinstance(held.value, dict) and "ops" in held.value
    is_named = _TEXT_KEYS.search(key) or (held.is_own and (is_of_pieces or isinstance(held.value, str | list)))
    found = _rendered(held.value, held.place) if is_named or _are_paragraphs(held.value) else None
    return found if found and (held.is_own or _agrees(found, article, held.is_own)) else None


def _are_paragraphs(held: Any) -> bool:
    """Whether a value is elements of React's with some paragraphs among them."""
    if not isinstance(held, list):
        return False
    found = (item for item in held if isinstance(item, list) and item[:2] == ["$", "p"])
    return next(islice(found, FEW_PARAGRAPHS - 1, None), None) is not None


def _lines(node: dict[str, Any]) -> Iterator[str]:
    """What may be a node's headline: under the usual names, or any line, as each newsroom's language has its own."""
    yield from said(node, TITLES)
    wrapped = (value.get("value") if isinstance(value, dict) else value for value in node.values())
    yield from (value for value in wrapped if isinstance(value, str) and 14 < len(value) < LONGEST_LINE)


def _is_of(node: dict[str, Any], article: Sought) -> bool:
    """Whether a node has the article's headline or its address."""
    for title in _lines(node):
        heard = letters(unescape(TAG.sub("", title[:500])))
        if heard in article.all_titles or (
            len(heard) > 14 and any(known.startswith(heard) for known in article.titles)
        ):
            return True
    paths = (address.partition("?")[0].rstrip("/") for address in said(node, ADDRESSES))
    return any(len(path) > 11 and (article.path.endswith(path) or path.endswith(article.path)) for path in paths)


def _agrees(found: StateText, article: Sought, is_own: bool | None) -> bool:
    """Whether a text whose node says no headline begins with it, or as the page's description does.

    Where nothing around it says a headline either (None), it may also have the headline's own words.
    """
    start = letters(article.description)[:60]
    if len(start) > 30 and start in letters(TAG.sub(" ", found.html[:3000])):
        return True
    begin = letters(unescape(TAG.sub(" ", found.html[: 3 * LONGEST_LINE])))
    if any(len(title) > LEAST_TITLE and begin.startswith(title) for title in article.titles):
        return True
    words = long_words(article.headline)
    if is_own is not None or len(words) < FEW_WORDS or _OF_SITES.search(found.place):
        return False
    said = set(re.findall(r"\w+", TAG.sub(" ", found.html).lower()))
    return len(words & said) >= OWN_WORDS * len(words)


def _introduced(found: StateText) -> StateText:
    """A text with what the nodes around it say above it."""
    held = (value for node in reversed(found.nodes) for key, value in node.items() if _INTRODUCTION.match(key))
    said = (value.get("basic") if isinstance(value, dict) else value for value in held)  # Arc's
    lines = (" ".join(TAG.sub(" ", value).split()) for value in said if isinstance(value, str))
    line = next((line for line in lines if len(letters(line)) >= SHORTEST_INTRODUCTION), "")
    if not line or letters(unescape(line)) in letters(unescape(TAG.sub(" ", found.html[:3000]))):
        return found
    return replace(found, html=f'<p class="standfirst">{escape(unescape(line), quote=False)}</p>{found.html}')


def _rendered(held: Any, place: str) -> StateText | None:
    """A value as HTML, where it is a text of some length."""
    html = html_of(held)
    length = weighed(" ".join(TAG.sub(" ", html).split())) if html else 0
    prose = len(re.findall(r"[.!?。！？।…](?:\s|<|[\"”»]|$)|[。！？]", html)) if length >= SHORTEST else 0
    return StateText(html, place, length) if prose >= 3 and PARAGRAPH.search(html) else None
