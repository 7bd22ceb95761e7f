"""Rendered pages, read as a browser reads them: the article as a list of tags and texts that can be compared."""

import re
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import unquote, urljoin

from selectolax.lexbor import LexborHTMLParser, LexborNode

Item = str | tuple[str, dict[str, str]]
Tree = list[Item]

# Not counted either: what keeps figures, films and tables on a phone's page; test_phones.py measures it.
# What newscrawl and Hexo's external_link add to links and images; tests/unit/clean/test_body.py looks at those.
_ADDED = {"rel", "referrerpolicy", "target"}
_FITTED = {
    ("style", style)
    for style in ("max-width:100%", "height:auto", "overflow-x:auto", "margin-left:auto;margin-right:auto")
}
_BLOCKS = set(
    "address blockquote caption col colgroup dd details div dl dt figcaption figure h1 h2 h3 h4 h5 h6 hr li ol p pre "
    "section summary table tbody td tfoot th thead tr ul".split()
)
_LOOK_ALIKES = str.maketrans("＜＞‹›\u2236＂”’＿Ｈ＠", '<><>:""\'_H@')
# Programs of themes put them into pages as HTML.
_SAFE = ("alt", "title")


@dataclass(frozen=True)
class Page:
    """What a reader sees of a post."""

    title: str
    heading: str
    date: datetime
    categories: list[str]
    tree: Tree


def body_tree(html: str) -> Tree:
    """The tree of a body as it should be."""
    return node_tree(first(LexborHTMLParser(f"<div>{html}</div>"), "body > div"))


def first(html: LexborHTMLParser, *selectors: str) -> LexborNode:
    """The first node that one of some selectors finds; they are asked in turn."""
    found = next((node for selector in selectors if (node := html.css_first(selector)) is not None), None)
    assert found is not None, f"nothing is {selectors}"
    return found


def node_tree(node: LexborNode) -> Tree:
    """A node's children as start tags with attributes, end tags and texts; blanks as a browser shows them."""
    flat: Tree = []
    _flatten(node, flat, verbatim=False)
    return _settled(flat)


def _flatten(node: LexborNode, flat: Tree, verbatim: bool) -> None:
    for child in node.iter(include_text=True):
        if child.tag == "div" and child.attributes.get("style") == "overflow-x:auto":
            _flatten(child, flat, verbatim)  # a wide table's box
            continue
        tag = child.tag or ""
        if tag == "-text":
            text = child.text_content or ""
            flat.append(text if verbatim else re.sub(r"[ \t\n]+", " ", text))
            continue
        attributes = {name: value or "" for name, value in child.attributes.items() if name not in _ADDED}
        attributes = {name: value for name, value in attributes.items() if (name, value) not in _FITTED}
        attributes |= {name: attributes[name].translate(_LOOK_ALIKES) for name in _SAFE if name in attributes}
        if "style" in attributes:
            attributes["style"] = attributes["style"].partition(";max-width:100%")[0]
        flat.append((tag, attributes))
        _flatten(child, flat, verbatim or tag == "pre")
        flat.append(("/" + tag, {}))


def _settled(flat: Tree) -> Tree:
    """Texts joined, and without the blanks at blocks' edges, which nobody sees."""
    out: Tree = []
    verbatim = 0
    for n, item in enumerate(flat):
        if isinstance(item, str):
            before = out[-1] if out else None
            if not verbatim:
                item = item.lstrip(" ") if n == 0 or _edge(flat[n - 1]) else item
                item = item.rstrip(" ") if n + 1 == len(flat) or _edge(flat[n + 1]) else item
            if item and isinstance(before, str):
                out[-1] = before + item
            elif item:
                out.append(item)
            continue
        verbatim += (item[0] == "pre") - (item[0] == "/pre")
        out.append(item)
    return out


def _edge(item: Item) -> bool:
    return isinstance(item, tuple) and item[0].lstrip("/") in _BLOCKS


def words(tree: Tree) -> str:
    """All text of a tree and its images' alternatives, without blanks: what no layout may change.

    Look-alikes count as what they stand for.
    """
    texts = (item if isinstance(item, str) else str(item[1].get("alt", "")) for item in tree)
    return "".join("".join(texts).split()).translate(_LOOK_ALIKES)


def addresses(tree: Tree) -> list[str]:
    """Where a tree's links and images lead, in order, as a browser reads them; without links within the page."""
    found = (item[1].get("href") or item[1].get("src") for item in tree if isinstance(item, tuple))
    return [_resolved(unquote(address)) for address in found if address and not address.startswith("#")]


def _resolved(address: str) -> str:
    scheme, slashes, rest = address.partition("://")
    host, _, path = rest.partition("/")
    return f"{scheme}{slashes}{urljoin(f'//{host}/', path)}" if slashes else address


def same_text(original: str, shown: str) -> bool:
    """Whether a title reads as it did: exactly, or with look-alikes where it had the makings of an attack."""
    # Hugo's titles without words have a blank behind them that counts as a letter.
    original, shown = " ".join(original.split()), " ".join(shown.replace("\u3164", " ").split())
    if set("<>=(`{\\;") & set(original):
        return original.translate(_LOOK_ALIKES) == shown.translate(_LOOK_ALIKES)
    return original == shown
