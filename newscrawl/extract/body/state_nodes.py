"""Nodes of a page's data as HTML: strings, lists of paragraphs, and the trees of editors.

All editors nest nodes that have a kind and hold text or other nodes, so that one walk renders them all: ProseMirror,
Contentful, Slate, Lexical, Portable Text, Editor.js, Arc, Ricos, the elements of React and of Nuxt. Quill's are pieces
of one text. Some sites keep the tree as JSON in a string.
"""

import json
import re
from collections.abc import Iterator
from functools import reduce
from html import escape, unescape
from typing import Any

from newscrawl.extract.body.state_markdown import html_of_markdown, is_markdown
from newscrawl.extract.body.state_media import media_of
from newscrawl.extract.body.state_mobiledoc import html_of_mobiledoc, is_mobiledoc
from newscrawl.extract.body.text_map import length_of
from newscrawl.text.json import whole

SHORTEST = 300
"""Characters. What is shorter is a summary."""

LONGEST_LINE = 200
"""Characters of a headline."""

DEEPEST = 60
"""Levels of nested values that are looked into."""

TITLES = ("headline", "headlines", "title", "name", "basic", "seoTitle", "heading")
_MAIN = ("basic", "rendered", "text", "full", "main", "default", "long")
ADDRESSES = ("url", "canonical_url", "canonicalUrl", "website_url", "link", "permalink", "slug", "path", "@id")
_INSIDE = tuple(
    "children content items nodes content_elements blocks elements paragraphs data root value textData primary "
    "parts".split()
)
_SAID = ("text", "value", "html", "content", "body", "paragraph", "literal")
_BLOCK_NAME = re.compile(r"[a-z-]+/[a-z-]+$")
"""How WordPress names its blocks: "core/paragraph"."""

_KINDS = tuple(
    "type _type nodeType blockType style tag tagName kind component __typename slice_type __component "
    "acf_fc_layout".split()
)
TAG = re.compile(r"<[^<>]*+>")
PARAGRAPH = re.compile(r"<p[\s>]|<br", re.I)
_BLOCKS = (
    (re.compile(r"para|^p$|^text$|^normal$|^unstyled$|^block$|lead|intro", re.I), "p"),
    (re.compile(r"^(?:h|heading[-_]?)([2-6])$", re.I), "h2"),
    (re.compile(r"head(?:er|ing)|subtitle|crosshead", re.I), "h2"),
    (re.compile(r"quote", re.I), "blockquote"),
    (re.compile(r"list[-_]?item|^li$", re.I), "li"),
    (re.compile(r"order|bullet|^list$|^[uo]l$", re.I), "ul"),
)
_LINK = re.compile(r"^(?:hyper|auto|entry-?|external)?-?link$|^a$", re.I)
_HOLDS_LINK = ("attrs", "data", "fields", "linkData", "props")
_STRESSES = ("strong", "em", "b", "i")
_OF_LINES = (("list", "li"), ("header", "h3"), ("blockquote", "blockquote"))
_LEXICAL = ((1, "bold"), (2, "italic"))
_OWN = frozenset("p h2 h3 h4 h5 h6 ul ol li blockquote strong em b i a figure figcaption".split())
_ASIDE = re.compile(r"advert|^ads?$|promo|related|newsletter|button|nav|interstitial|teaser", re.I)
_SHORTCODE = re.compile(
    r"\[/?(?:caption|gallery|embed|audio|video|playlist|(?:vc|et_pb|su|fusion|av)_\w{1,40})(?:\s[^\[\]<>]{0,500})?/?\]"
)
"""What WordPress and its page builders fill in when they show a text."""
_UNSEEN = re.compile(r"embed|script|(?<!un)style|video", re.I)
_BESIDE = re.compile(r"author|meta|seo|tags?$|related|image|settings|options|spans|marks", re.I)
"""Names in a node of what is no text of it."""


def names_one(node: dict[str, Any]) -> bool:
    """Whether a node says which article it is."""
    return any(len(title) > 9 for title in said(node, TITLES) if not _BLOCK_NAME.match(title))


def said(node: dict[str, Any], keys: tuple[str, ...]) -> Iterator[str]:
    for key in keys:
        value = node.get(key)
        if isinstance(value, list) and len(value) == 1:  # Prismic's titles are texts of one line
            value = value[0]
        if isinstance(value, dict):
            value = next((held for key in _MAIN if isinstance(held := value.get(key), str)), None)
        if isinstance(value, str):
            yield value


def in_order(held: Any) -> Any:
    """A value as it is, but what is numbered as a list: {"1": …, "2": …}."""
    if not isinstance(held, dict) or len(held) < 2 or not all(key.isdecimal() and len(key) < 5 for key in held):
        return held
    return [held[key] for key in sorted(held, key=int)]


def html_of(held: Any) -> str:
    """A value of a page's data as HTML; "" where it is no text, or a short one."""
    html = _html_of_text(held) if isinstance(held, str) else _html_of_nodes(held)
    return html.replace("</ul><ul>", "")  # of points that follow each other without their list


def _html_of_nodes(held: Any) -> str:
    if isinstance(held, dict) and isinstance(pieces := held.get("ops"), list):
        return _of_delta(pieces)
    if isinstance(held, dict) and is_mobiledoc(held):
        return html_of_mobiledoc(held)
    if _may_be_text(held):
        return "".join(_render(held, 0))
    key = next((key for key in (*_SAID, "description") if _are_sections(held, key)), "")
    if key:
        return "".join(_section(item, item[key]) for item in held)
    return "".join(map("".join, parts)) if (parts := _marked_parts(held)) else ""


def _marked_parts(held: Any) -> list[list[str]]:
    """The HTML of each part of a text whose parts hold it under several names: above and below a picture."""
    if not isinstance(held, list) or not all(isinstance(item, dict) and not _IS_ITEM & item.keys() for item in held):
        return []
    texts = ((text for text in item.values() if isinstance(text, str)) for item in held)
    parts = [[text for text in map(_unescaped, part) if PARAGRAPH.search(text)] for part in texts]
    return parts if len(parts) > 1 and all(parts) else []


def _unescaped(text: str) -> str:
    return unescape(text) if "&lt;p" in text[:2000] else text


def _of_delta(pieces: list[Any]) -> str:
    """Quill's pieces of a text, in which the look of a line's end is its paragraph's."""
    found, line = "", ""
    for piece in pieces:
        if not isinstance(piece, dict) or not isinstance(text := piece.get("insert"), str):
            continue
        look = attributes if isinstance(attributes := piece.get("attributes"), dict) else {}
        for part in re.split(r"(\n)", text):
            if part != "\n":
                line += _marked(part, look) if part else ""
            elif line:
                tag = next((tag for key, tag in _OF_LINES if key in look), "p")
                found += _block(tag, line)
                line = ""
    return found + (_block("p", line) if line else "")


def _block(tag: str, inner: str) -> str:
    return f"<ul><li>{inner}</li></ul>" if tag == "li" else f"<{tag}>{inner}</{tag}>"


def _are_sections(held: Any, key: str) -> bool:
    """Whether a list holds the parts of one text, each a string under the same name: steps, slides, sections.

    What has an address, a date or a person is another article, or what a reader wrote.
    """
    if not isinstance(held, list) or len(held) < 2:
        return False
    parts = [item for item in held if isinstance(item, dict) and isinstance(item.get(key), str)]
    return len(parts) == len(held) and not any(_IS_ITEM & part.keys() for part in parts)


_IS_ITEM = frozenset("author user username published publishedAt published_at createdAt created_at date".split()) | {
    *ADDRESSES
}


def _section(node: dict[str, Any], text: str) -> str:
    titles = (value for key, value in node.items() if re.search("title|head", key, re.I) and isinstance(value, str))
    title = next((title for title in titles if 0 < len(title) < LONGEST_LINE), "")
    marked = text if PARAGRAPH.search(text) else f"<p>{escape(unescape(text), quote=False)}</p>"
    return f"<h2>{escape(title)}</h2>{marked}" if title else marked


def _may_be_text(held: Any) -> bool:
    """Whether a list or a tree is one of content: all its parts are strings, or nodes of a kind."""
    if isinstance(held, dict):
        held = root if isinstance(root := held.get("root"), dict) else held
        return bool(_kind(held)) or any(isinstance(held.get(key), list) for key in (*_INSIDE, "json"))
    if not isinstance(held, list) or not held:
        return False
    return all(isinstance(item, str) or _is_react(item) or _is_content(item) for item in held[:30])


def _is_react(item: Any) -> bool:
    return isinstance(item, list) and item[:1] == ["$"]


def _is_content(node: Any) -> bool:
    kind = _kind(node) if isinstance(node, dict) else ""
    return bool(kind) and (not names_one(node) or _ASIDE.search(kind) is not None or media_of(node, kind) is not None)


def _html_of_text(text: str) -> str:
    if length_of(text) < SHORTEST:
        return ""
    if text.lstrip()[:1] in ("{", "["):
        return _html_of_json(text)
    text = _unescaped(text)
    if "[/" in text or "[gallery" in text:
        text = _SHORTCODE.sub("", text)
    if PARAGRAPH.search(text):
        return text
    return "" if "<" in text and not is_markdown(text) else _of_lines(text)


def _of_lines(text: str) -> str:
    """A text whose lines are its paragraphs, or Markdown."""
    if is_markdown(text):
        return html_of_markdown(text)
    lines = [escape(line.strip(), quote=False) for line in re.split(r"\r?\n\s*|\r", text) if line.strip()]
    return "".join(f"<p>{line}</p>" for line in lines)


def _html_of_json(text: str) -> str:
    """An editor's tree that a string holds."""
    try:
        return _html_of_nodes(json.loads(whole(text), strict=False))
    except (ValueError, RecursionError):
        return ""


def _kind(node: dict[str, Any]) -> str:
    """What a node says that it is; of Portable Text's blocks the style says it."""
    said = [value for key in (*_KINDS, "name") if isinstance(value := node.get(key), str) and value]
    if not said:  # partType, elementType
        said = [value for key, value in node.items() if key.endswith("Type") and isinstance(value, str)]
    if said and said[-1] == node.get("name") and not _BLOCK_NAME.match(said[-1]):
        said.pop()
    return next((value for value in said if value not in ("block", "element")), said[0] if said else "")


def _render(node: Any, depth: int, *, is_inline: bool = False) -> Iterator[str]:
    """A node of content as HTML."""
    if depth > DEEPEST:
        return
    if isinstance(node, str):
        yield node if is_inline or node.lstrip().startswith("<") else f"<p>{node}</p>" if node.strip() else ""
    elif isinstance(node, list):
        if len(node) == 4 and node[0] == "$" and isinstance(node[1], str):
            yield from _of_react(node[1], node[3], depth)
        elif len(node) > 1 and isinstance(node[0], str) and isinstance(node[1], dict):
            yield from _of_react(node[0], {**node[1], "children": node[2:]}, depth)  # Nuxt's: ["p", {}, …]
        else:
            for item in node:
                yield from _render(item, depth + 1, is_inline=is_inline)
    elif isinstance(node, dict):
        kind = _kind(node)
        if _ASIDE.search(kind):
            return
        if (media := media_of(node, kind)) is not None:
            yield media
        elif not _UNSEEN.search(kind):
            yield from _of_node(node, kind, depth, is_inline)


def _of_node(node: dict[str, Any], kind: str, depth: int, is_inline: bool) -> Iterator[str]:
    if isinstance(attributes := node.get("attributes"), dict):
        node = {**attributes, **node}
    if isinstance(marks := node.get("markDefs"), list):
        node = {**node, "children": _with_marks(node.get("children"), marks)}
    text = next((value for key in _SAID if isinstance(value := node.get(key), str) and value.strip()), "")
    tag = "li" if node.get("listItem") else next((tag for pattern, tag in _BLOCKS if pattern.search(kind)), "")
    if tag == "h2":
        level = node.get("level") or node.get("depth") or 2
        tag = f"h{level}" if level in (2, 3, 4, 5, 6) else "h2"
    if text and (is_inline or re.search(r"html", kind, re.I) or PARAGRAPH.match(text)):
        yield _marked(text, node)
        return
    if tag in ("", "p") and "\n" in text.strip() and not is_inline:
        yield _of_lines(text)
        return
    holds_blocks = not tag or tag in ("ul", "blockquote")
    inner = text if text else "".join(_inside(node, depth, is_inline=is_inline or not holds_blocks))
    if is_inline and tag in ("", "p"):
        yield _linked(f"<{kind}>{inner}</{kind}>" if kind in _STRESSES else inner, node)
    elif node.get("listItem"):
        yield _block(tag, inner)
    else:
        yield f"<{tag}>{inner}</{tag}>" if tag and inner.strip() else f"<p>{inner}</p>" if text else inner


def _with_marks(children: Any, marks: list[Any]) -> list[Any]:
    """The parts of a block of Portable Text, whose marks stand beside them and are named in them."""
    known = {mark["_key"]: mark for mark in marks if isinstance(mark, dict) and isinstance(mark.get("_key"), str)}
    parts = [part for part in children if isinstance(part, dict)] if isinstance(children, list) else []
    return [{**part, "marks": [known.get(name, name) for name in _strings(part.get("marks"))]} for part in parts]


def _strings(held: Any) -> list[str]:
    return [each for each in held if isinstance(each, str)] if isinstance(held, list) else []


def _inside(node: dict[str, Any], depth: int, *, is_inline: bool) -> Iterator[str]:
    keys = [key for key in _INSIDE if isinstance(node.get(key), dict | list)]
    if not keys:  # Drupal's and Prismic's parts are called as each site likes
        keys = [key for key, held in node.items() if isinstance(held, dict | list) and not _BESIDE.search(key)]
    for key in keys:
        yield from _render(node[key], depth + 1, is_inline=is_inline)


def _marked(text: str, node: dict[str, Any]) -> str:
    """An inline text with the marks that its node has."""
    plain = text if "<" in text else escape(unescape(text), quote=False)
    lists = [held for key in ("marks", "decorations") if isinstance(held := node.get(key), list)]
    said_of_it = [mark for held in lists for mark in held if isinstance(mark, dict | str)]
    marks = {(_kind(mark) if isinstance(mark, dict) else mark).lower() for mark in said_of_it}
    if isinstance(look := node.get("format"), int):
        marks |= {name for bit, name in _LEXICAL if look & bit}
    if node.get("bold") is True or not marks.isdisjoint({"bold", "strong"}):
        plain = f"<strong>{plain}</strong>"
    if node.get("italic") is True or not marks.isdisjoint({"italic", "em"}):
        plain = f"<em>{plain}</em>"
    return reduce(_linked, [mark for mark in said_of_it if isinstance(mark, dict)], _linked(plain, node))


def _linked(html: str, node: dict[str, Any]) -> str:
    """What stands inside a link of an editor's, or of a mark that says one."""
    if not _LINK.search(_kind(node)) and not isinstance(node.get("link"), str):
        return html
    holders = [node, *(held for key in _HOLDS_LINK if isinstance(held := node.get(key), dict))]
    holders += [held for holder in holders if isinstance(held := holder.get("link"), dict)]
    addresses = (holder.get(key) for holder in holders for key in ("href", "url", "uri", "link"))
    address = next((address for address in addresses if isinstance(address, str)), "")
    return f'<a href="{escape(address)}">{html}</a>' if address and html.strip() else html


def _of_react(tag: str, props: Any, depth: int) -> Iterator[str]:
    """An element of React's: ["$", "p", key, {"children": …}]."""
    if tag in ("script", "style", "nav", "footer", "aside", "form") or not isinstance(props, dict):
        return
    if isinstance(raw := props.get("dangerouslySetInnerHTML"), dict) and isinstance(html := raw.get("__html"), str):
        inner = html
    else:
        inner = "".join(_render(props.get("children"), depth + 1, is_inline=True))
    if tag == "img":
        yield media_of(props, "image") or ""
    elif tag == "a" and isinstance(href := props.get("href"), str):
        yield f'<a href="{escape(href)}">{inner}</a>'
    else:
        yield f"<{tag}>{inner}</{tag}>" if tag in _OWN else inner
