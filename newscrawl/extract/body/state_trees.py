"""Trees of a page's data as HTML.

All editors nest nodes that have a kind and hold text or other nodes, so that one walk renders them all: ProseMirror,
Contentful, Slate, Lexical, Portable Text, Editor.js, Arc, Ricos, the elements of React and of Nuxt.
"""

import re
from collections.abc import Iterator
from functools import partial
from html import escape
from typing import Any

from newscrawl.extract.body.state_boxes import cited, level_of, title_of_box
from newscrawl.extract.body.state_grids import html_of_data
from newscrawl.extract.body.state_keys import kind_of
from newscrawl.extract.body.state_lists import html_of_list, is_ordered
from newscrawl.extract.body.state_marks import block_html, linked, marked, within_list
from newscrawl.extract.body.state_media import media_of
from newscrawl.extract.body.state_ranges import html_of_ranges
from newscrawl.extract.body.state_spans import TEXTS, is_whole, spans_of
from newscrawl.extract.body.state_strings import PARAGRAPH, html_of_lines

DEEPEST = 60
"""Levels of nested values that are looked into."""

CHILDREN = tuple(
    "content children items nodes content_elements blocks elements paragraphs data root value textData primary "
    "parts".split()
)
"""Keys of the nodes inside a node."""

_BLOCKS = (
    (re.compile(r"para|^p$|^te?xt$|^normal$|^unstyled$|^block$|lead|intro", re.I), "p"),
    (re.compile(r"^(?:h|heading[-_]?)([2-6])$", re.I), "h2"),
    (re.compile(r"head(?:er|ing)|sub-?(?:title|head)|crosshead", re.I), "h2"),
    (re.compile(r"quote", re.I), "blockquote"),
    (re.compile(r"list[-_]?item|^[uo]?li$", re.I), "li"),
    (re.compile(r"order|bullet|number(?:ed)?[-_]?list|^(?:check|simple)?-?list$|^[uo]l$", re.I), "ul"),
)
"""What a node's kind is called -> the tag that shows it."""

_STRESSES = ("strong", "em", "b", "i")
_OWN = frozenset("p h2 h3 h4 h5 h6 ul ol li blockquote strong em b i a figure figcaption".split())

ASIDE = re.compile(
    r"advert|^ads?$|promo|related|newsletter|button|nav|interstitial|teaser|^links$|link[-_]?list|"
    r"read[-_ ]?(?:more|also|next)|also[-_ ]?read",
    re.I,
)
"""Kinds of nodes that are no part of the text."""

_LINK_ALONE = re.compile(r"(?<!hyper)link", re.I)
"""The same between paragraphs: a link that is a part of its own leads to another story, "text_with_links" does not."""

_OF_TEXT = re.compile(r"para|text|quote|list|head", re.I)

_BREAK = re.compile(r"(?:hard|line|soft)?[-_]?br(?:eak)?", re.I)
_UNSEEN = re.compile(r"embed|script|(?<!un)style|video", re.I)
_BESIDE = re.compile(r"author|meta|seo|tags?$|related|image|settings|options|spans|marks", re.I)
"""Names in a node of what is no text of it."""


def rendered(node: Any, depth: int, *, is_inline: bool = False) -> Iterator[str]:
    """A node of content as HTML."""
    if depth > DEEPEST:
        return
    if isinstance(node, str):
        yield node if is_inline or node.lstrip().startswith("<") else f"<p>{node}</p>" if node.strip() else ""
    elif isinstance(node, list):
        yield from _of_list(node, depth, is_inline=is_inline)
    elif isinstance(node, dict):
        kind = kind_of(node)
        if ASIDE.search(f"{kind} {node.get('subtype')}") or (not is_inline and _is_link(kind)):
            return
        if _BREAK.fullmatch(kind):
            yield "<br>"
            return
        if isinstance(written := node.get("innerHTML"), str):
            yield _of_block(written, node.get("innerBlocks"), depth)
        elif data := html_of_data(node, kind, partial(_line, depth=depth)):
            yield data
        elif (media := media_of(node, kind)) is not None:
            yield media
        elif not _UNSEEN.search(kind):
            yield from _of_node(node, kind, depth, is_inline)


def _of_block(written: str, inside: Any, depth: int) -> str:
    """A block of WordPress's: its HTML, or the blocks inside it in its list or quotation."""
    if not inside:
        return written
    inner = "".join(rendered(inside, depth + 1))
    tag = around[1] if (around := _AROUND.match(written)) else ""
    return f"<{tag}>{inner}</{tag}>" if tag else inner


_AROUND = re.compile(r"\s*+<(ul|ol|blockquote)\b")


def _is_link(kind: str) -> bool:
    return _LINK_ALONE.search(kind) is not None and _OF_TEXT.search(kind) is None


def _of_list(node: list[Any], depth: int, *, is_inline: bool) -> Iterator[str]:
    """A list of nodes, or an element of React's or of Nuxt's."""
    if len(node) == 4 and node[0] == "$" and isinstance(node[1], str):
        yield from _of_react(node[1], node[3], depth)
    elif len(node) > 1 and isinstance(node[0], str) and isinstance(node[1], dict):
        yield from _of_react(node[0], {**node[1], "children": node[2:]}, depth)  # Nuxt's: ["p", {}, …]
    else:
        for item in node:
            yield from rendered(item, depth + 1, is_inline=is_inline)


def _of_node(node: dict[str, Any], kind: str, depth: int, is_inline: bool) -> Iterator[str]:
    for key in ("attributes", "model"):
        if isinstance(held := node.get(key), dict):
            node = {**held, **node}
    if isinstance(marks := node.get("markDefs"), list):
        node = {**node, "children": _with_marks(node.get("children"), marks)}
    text = next((value for key in TEXTS if isinstance(value := node.get(key), str) and value.strip()), "")
    text = text or _called_like(node, kind)
    tag = "li" if node.get("listItem") else next((tag for pattern, tag in _BLOCKS if pattern.search(kind)), "")
    if tag == "h2":
        tag = f"h{level_of(node, kind)}"
    if text and (line := html_of_ranges(text, node)):
        text = line
    elif text and is_whole(inside := spans_of(node), text):
        text = "".join(rendered(inside, depth + 1, is_inline=True))
    elif text and (is_inline or re.search(r"html", kind, re.I) or PARAGRAPH.match(text)):
        who = cited(node) if tag == "blockquote" else ""
        yield f"<blockquote>{text}{who}</blockquote>" if who else marked(text, node)
        return
    if tag in ("", "p") and "\n" in text.strip() and not is_inline:
        yield html_of_lines(text)
        return
    if tag == "p" and not text and _holds_paragraphs(node):
        tag = ""
    if tag == "ul":
        if points := html_of_list(node, kind, partial(_line, depth=depth)):
            yield points
            return
        tag = "ol" if is_ordered(node, kind) else tag
    if not tag and not is_inline:
        yield title_of_box(node, kind)
    holds_blocks = not tag or tag in ("ul", "ol", "blockquote")
    inner = text if text else "".join(_inside(node, depth, is_inline=is_inline or not holds_blocks))
    inner = within_list(inner) if tag in ("ul", "ol") else inner
    if tag == "blockquote" and (who := cited(node)):
        inner = f"{inner if PARAGRAPH.search(inner) else f'<p>{inner}</p>'}{who}"
    if is_inline and tag in ("", "p"):
        yield linked(f"<{kind}>{inner}</{kind}>" if kind in _STRESSES else inner, node)
    elif tag == "li":
        yield block_html(tag, inner, is_ordered=is_ordered(node, kind))
    else:
        yield f"<{tag}>{inner}</{tag}>" if tag and inner.strip() else f"<p>{inner}</p>" if text else inner


def _called_like(node: dict[str, Any], kind: str) -> str:
    """The text of a node under its kind's own name: {"kind": "quote", "quote": "…"}."""
    kind = kind.lower()
    named = (value for key, value in node.items() if len(key) > SHORTEST_NAME and key.lower() in kind)
    return next((value for value in named if isinstance(value, str)), "")


SHORTEST_NAME = 3
"""Letters of a name that says something."""


def _line(held: Any, depth: int) -> str:
    """What stands in a point or a cell."""
    return "".join(rendered(held, depth + 1, is_inline=True))


_OF_LINES = re.compile(r"para|head|(?:o-)?list[-_]?item", re.I)


def _holds_paragraphs(node: dict[str, Any]) -> bool:
    """Whether a node of a text holds paragraphs, itself or in the one node inside it, and is none itself."""
    inner = next((held for held in node.values() if isinstance(held, dict)), {})
    lists = (held for holder in (node, inner) for held in holder.values() if isinstance(held, list))
    return any(isinstance(item, dict) and _OF_LINES.match(kind_of(item)) for held in lists for item in held[:3])


def _with_marks(children: Any, marks: list[Any]) -> list[Any]:
    """The parts of a block of Portable Text, whose marks stand beside them and are named in them."""
    known = {mark["_key"]: mark for mark in marks if isinstance(mark, dict) and isinstance(mark.get("_key"), str)}
    parts = [part for part in children if isinstance(part, dict)] if isinstance(children, list) else []
    return [{**part, "marks": [known.get(name, name) for name in _strings(part.get("marks"))]} for part in parts]


def _strings(held: Any) -> list[str]:
    return [each for each in held if isinstance(each, str)] if isinstance(held, list) else []


def _inside(node: dict[str, Any], depth: int, *, is_inline: bool) -> Iterator[str]:
    keys = [key for key in CHILDREN if isinstance(node.get(key), dict | list)]
    if not keys:  # Drupal's and Prismic's parts are called as each site likes
        keys = [key for key, held in node.items() if isinstance(held, dict | list) and not _BESIDE.search(key)]
    for key in keys:
        yield from rendered(node[key], depth + 1, is_inline=is_inline)


def _of_react(tag: str, props: Any, depth: int) -> Iterator[str]:
    """An element of React's: ["$", "p", key, {"children": …}]."""
    if tag in ("script", "style", "nav", "footer", "aside", "form") or not isinstance(props, dict):
        return
    if isinstance(raw := props.get("dangerouslySetInnerHTML"), dict) and isinstance(html := raw.get("__html"), str):
        inner = html
    else:
        inner = "".join(rendered(props.get("children"), depth + 1, is_inline=True))
    if tag == "img":
        yield media_of(props, "image") or ""
    elif tag == "a" and isinstance(href := props.get("href"), str):
        yield f'<a href="{escape(href)}">{inner}</a>'
    else:
        yield f"<{tag}>{inner}</{tag}>" if tag in _OWN else inner
