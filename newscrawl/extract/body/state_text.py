"""StateText: an article's text out of the data that a page's scripts draw it from, as HTML.

Sites write it as HTML in one string, as lines of plain text, as a list of paragraphs or content elements (Arc,
Editor.js), or as a tree of their editor (ProseMirror, Contentful, Slate, Lexical, Portable Text, React's own elements).
All of them nest nodes that have a type and hold text or other nodes; so one walk renders them all. Which of a page's
texts is the article's is seen by what stands beside it: the headline, the address, the description.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape, unescape
from typing import Any

from newscrawl.extract.body.text_map import length_of
from newscrawl.text.letters import letters
from newscrawl.text.page_data import Named

SHORTEST = 300
"""Characters. What is shorter is a summary."""

MOST_NODES = 200_000
"""Values of a page's data that are looked at."""

LONGEST_LINE = 200
"""Characters of a headline."""

DEEPEST = 60
"""Levels of nested values that are looked into."""

_TITLES = ("headline", "headlines", "title", "name", "basic", "seoTitle", "heading")
_ADDRESSES = ("url", "canonical_url", "canonicalUrl", "website_url", "link", "permalink", "slug", "path", "@id")
_INSIDE = tuple("children content items nodes content_elements blocks elements paragraphs data root".split())
_SAID = ("text", "value", "html", "content", "body", "paragraph", "literal")
_BLOCK_NAME = re.compile(r"[a-z-]+/[a-z-]+$")
"""How WordPress names its blocks: "core/paragraph"."""

_KINDS = ("type", "_type", "nodeType", "blockType", "style", "tag", "tagName", "kind", "component", "__typename")
_TEXT_KEYS = re.compile(r"body|content|text|html|article|story|paragraph|blocks|elements", re.I)
_OF_OTHERS = re.compile(
    r"author|publisher|creator|related|comment|repl(?:y|ies)|review|recommend|sidebar|footer|menu|navigation", re.I
)
_TAG = re.compile(r"<[^<>]*+>")
_PARAGRAPH = re.compile(r"<p[\s>]|<br", re.I)
_BLOCKS = (
    (re.compile(r"para|^p$|^text$|^normal$|^unstyled$|^block$|lead|intro", re.I), "p"),
    (re.compile(r"^(?:h|heading[-_]?)([2-6])$", re.I), "h2"),
    (re.compile(r"head(?:er|ing)|subtitle|crosshead", re.I), "h2"),
    (re.compile(r"quote", re.I), "blockquote"),
    (re.compile(r"list[-_]?item|^li$", re.I), "li"),
    (re.compile(r"order|bullet|^list$|^[uo]l$", re.I), "ul"),
)
_OWN = frozenset("p h2 h3 h4 h5 h6 ul ol li blockquote strong em b i a figure figcaption".split())
_UNSEEN = re.compile(
    r"advert|^ads?$|promo|related|newsletter|embed|script|(?<!un)style|button|nav|video|interstitial", re.I
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
    stack: list[tuple[Any, str, bool, int]] = [(value, name, False, 0)]
    left = MOST_NODES
    while stack and left:
        left -= 1
        node, place, is_own, depth = stack.pop()
        if depth > DEEPEST:
            continue
        if isinstance(node, list):
            stack += [(item, place, is_own, depth + 1) for item in node if isinstance(item, dict | list)]
        elif isinstance(node, dict):
            is_own = _is_of(node, article) or (is_own and not _names_one(node))
            for key, held in node.items():
                if _OF_OTHERS.search(key):
                    continue
                at = f"{place} {key}" if " " not in place else f"{place}.{key}"
                may_be = _TEXT_KEYS.search(key) or (is_own and isinstance(held, str | list))
                if may_be and (found := _rendered(held, at)) and (is_own or _agrees(found, article)):
                    yield found
                elif isinstance(held, dict | list):
                    stack.append((held, at, is_own, depth + 1))


def _names_one(node: dict[str, Any]) -> bool:
    """Whether a node says which article it is."""
    return any(len(title) > 9 for title in _said(node, _TITLES) if not _BLOCK_NAME.match(title))


def _lines(node: dict[str, Any]) -> Iterator[str]:
    """What may be a node's headline: under the usual names, or any line, as each newsroom's language has its own."""
    yield from _said(node, _TITLES)
    yield from (value for value in node.values() if isinstance(value, str) and 14 < len(value) < LONGEST_LINE)


def _said(node: dict[str, Any], keys: tuple[str, ...]) -> Iterator[str]:
    for key in keys:
        value = node.get(key)
        if isinstance(value, dict):
            value = value.get("basic") or value.get("rendered") or value.get("text")
        if isinstance(value, str):
            yield value


def _is_of(node: dict[str, Any], article: Sought) -> bool:
    for title in _lines(node):
        said = letters(unescape(_TAG.sub("", title[:500])))
        if said in article.titles or (len(said) > 14 and any(known.startswith(said) for known in article.titles)):
            return True
    paths = (address.partition("?")[0].rstrip("/") for address in _said(node, _ADDRESSES))
    return any(len(path) > 11 and (article.path.endswith(path) or path.endswith(article.path)) for path in paths)


def _agrees(found: StateText, article: Sought) -> bool:
    """Whether a text whose node says no headline begins as the page's description does."""
    start = letters(article.description)[:60]
    return len(start) > 30 and start in letters(_TAG.sub(" ", found.html[:3000]))


def _rendered(held: Any, place: str) -> StateText | None:
    """A value as HTML, where it is a text of some length."""
    html = _html_of_text(held) if isinstance(held, str) else _html_of_nodes(held)
    length = int(length_of(" ".join(_TAG.sub(" ", html).split()))) if html else 0
    prose = len(re.findall(r"[.!?。！？।…](?:\s|<|[\"”»]|$)|[。！？]", html)) if length >= SHORTEST else 0
    return StateText(html, place, length) if prose >= 3 and _PARAGRAPH.search(html) else None


def _html_of_nodes(held: Any) -> str:
    if _may_be_text(held):
        return "".join(_render(held, 0))
    key = next((key for key in (*_SAID, "description") if _are_sections(held, key)), "")
    return "".join(_section(item, item[key]) for item in held) if key else ""


def _are_sections(held: Any, key: str) -> bool:
    """Whether a list holds the parts of one text, each a string under the same name: steps, slides, sections.

    What has an address, a date or a person is another article, or what a reader wrote.
    """
    if not isinstance(held, list) or len(held) < 2:
        return False
    parts = [item for item in held if isinstance(item, dict) and isinstance(item.get(key), str)]
    return len(parts) == len(held) and not any(_IS_ITEM & part.keys() for part in parts)


_IS_ITEM = frozenset("author user username published publishedAt published_at createdAt created_at date".split()) | {
    *_ADDRESSES
}


def _section(node: dict[str, Any], text: str) -> str:
    titles = (value for key, value in node.items() if re.search("title|head", key, re.I) and isinstance(value, str))
    title = next((title for title in titles if 0 < len(title) < LONGEST_LINE), "")
    marked = text if _PARAGRAPH.search(text) else f"<p>{escape(unescape(text), quote=False)}</p>"
    return f"<h2>{escape(title)}</h2>{marked}" if title else marked


def _may_be_text(held: Any) -> bool:
    """Whether a list or a tree is one of content: all its parts are strings, or nodes of a kind."""
    if isinstance(held, dict):
        held = root if isinstance(root := held.get("root"), dict) else held
        return bool(_kind(held)) or any(isinstance(held.get(key), list) for key in (*_INSIDE, "json"))
    if not isinstance(held, list) or not held:
        return False
    return all(isinstance(item, str) or (isinstance(item, dict) and _is_content(item)) for item in held[:30])


def _is_content(node: dict[str, Any]) -> bool:
    return bool(_kind(node)) and not _names_one(node)


def _html_of_text(text: str) -> str:
    if length_of(text) < SHORTEST or text.lstrip()[:1] in "{[":
        return ""
    if "&lt;p" in text[:2000]:
        text = unescape(text)
    if _PARAGRAPH.search(text):
        return text
    if "<" in text:
        return ""
    lines = [escape(line.strip(), quote=False) for line in re.split(r"\r?\n\s*|\r", text) if line.strip()]
    return "".join(f"<p>{line}</p>" for line in lines)


def _kind(node: dict[str, Any]) -> str:
    """What a node says that it is; of Portable Text's blocks the style says it."""
    said = [value for key in (*_KINDS, "name") if isinstance(value := node.get(key), str) and value]
    if said and said[-1] == node.get("name") and not _BLOCK_NAME.match(said[-1]):
        said.pop()
    return next((value for value in said if value != "block"), said[0] if said else "")


def _render(node: Any, depth: int, *, is_inline: bool = False) -> Iterator[str]:
    """A node of content as HTML."""
    if depth > DEEPEST:
        return
    if isinstance(node, str):
        yield node if is_inline or node.lstrip().startswith("<") else f"<p>{node}</p>" if node.strip() else ""
    elif isinstance(node, list):
        if len(node) == 4 and node[0] == "$" and isinstance(node[1], str):
            yield from _of_react(node[1], node[3], depth)
        else:
            for item in node:
                yield from _render(item, depth + 1, is_inline=is_inline)
    elif isinstance(node, dict) and not _UNSEEN.search(kind := _kind(node)):
        is_image = re.search(r"image|photo|picture", kind, re.I)
        yield from _image(node) if is_image else _of_node(node, kind, depth, is_inline)


def _of_node(node: dict[str, Any], kind: str, depth: int, is_inline: bool) -> Iterator[str]:
    if isinstance(attributes := node.get("attributes"), dict):
        node = {**attributes, **node}
    said = next((value for key in _SAID if isinstance(value := node.get(key), str) and value.strip()), "")
    tag = next((tag for pattern, tag in _BLOCKS if pattern.search(kind)), "")
    if tag == "h2":
        level = node.get("level") or node.get("depth") or 2
        tag = f"h{level}" if level in (2, 3, 4, 5, 6) else "h2"
    if said and (is_inline or re.search(r"html", kind, re.I) or _PARAGRAPH.match(said)):
        yield _marked(said, node)
        return
    holds_blocks = not tag or tag in ("ul", "blockquote")
    inner = said if said else "".join(_inside(node, depth, is_inline=not holds_blocks))
    yield f"<{tag}>{inner}</{tag}>" if tag and inner.strip() else f"<p>{inner}</p>" if said else inner


def _inside(node: dict[str, Any], depth: int, *, is_inline: bool) -> Iterator[str]:
    for key in _INSIDE:
        if isinstance(held := node.get(key), dict | list):
            yield from _render(held, depth + 1, is_inline=is_inline)


def _marked(text: str, node: dict[str, Any]) -> str:
    """An inline text with the marks that its node has."""
    plain = text if "<" in text else escape(unescape(text), quote=False)
    marks = {_kind(m) if isinstance(m, dict) else m for m in node.get("marks") or [] if isinstance(m, dict | str)}
    if node.get("bold") is True or not marks.isdisjoint({"bold", "strong"}):
        plain = f"<strong>{plain}</strong>"
    if node.get("italic") is True or not marks.isdisjoint({"italic", "em"}):
        plain = f"<em>{plain}</em>"
    return plain


def _of_react(tag: str, props: Any, depth: int) -> Iterator[str]:
    """An element of React's: ["$", "p", key, {"children": …}]."""
    if tag in ("script", "style", "nav", "footer", "aside", "form") or not isinstance(props, dict):
        return
    if isinstance(raw := props.get("dangerouslySetInnerHTML"), dict) and isinstance(html := raw.get("__html"), str):
        inner = html
    else:
        inner = "".join(_render(props.get("children"), depth + 1, is_inline=True))
    if tag == "img":
        yield from _image(props)
    elif tag == "a" and isinstance(href := props.get("href"), str):
        yield f'<a href="{escape(href)}">{inner}</a>'
    else:
        yield f"<{tag}>{inner}</{tag}>" if tag in _OWN else inner


def _image(node: dict[str, Any]) -> Iterator[str]:
    held = next((v for key in ("image", "file", "data", "attrs") if isinstance(v := node.get(key), dict)), node)
    source = next((v for n in (node, held) for key in ("url", "src") if isinstance(v := n.get(key), str)), "")
    caption = next((v for n in (node, held) for key in ("caption", "alt") if isinstance(v := n.get(key), str)), "")
    if source:
        below = f"<figcaption>{caption}</figcaption>" if caption and caption == node.get("caption") else ""
        yield f'<figure><img src="{escape(source)}" alt="{escape(_TAG.sub("", caption))}">{below}</figure>'
