"""Structured data as publishers write it, broken or not: JSON-LD as flat nodes, and the one that is the article."""

import html
import json
import re
from collections.abc import Iterator
from itertools import islice
from typing import Any

from newscrawl.text.characters import printable
from newscrawl.text.json import whole
from newscrawl.text.plain import plain
from newscrawl.urls.parts import without_scheme

Node = dict[str, Any]

# Deeper nesting than this is nobody's description of an article (the deepest seen in 400 pages is 9).
DEEPEST = 12

# Properties whose value may itself be the article or lead to it. `hasPart` and `itemListElement` lead to others.
LEADING_ON = ("@graph", "mainEntity", "mainEntityOfPage", "liveBlogPosting")

# Characters. An article's description with its text is seldom over 100,000; beyond this, repairing costs too much time.
REPAIRED_UP_TO = 1_000_000

# Characters of one property. Only an article's body is longer, and of it its length is asked at most.
LONGEST_TEXT = 200_000

# Values of one property. A paper of physics has 3,000 authors, an article a dozen.
MOST_VALUES = 500

# Nodes of one page. Publishers describe their navigation item by item (the most seen are 250).
MOST_NODES = 2_000

ARTICLE_ENDINGS = ("article", "posting", "report", "newsstory")
"""Ends of schema.org's article types: NewsArticle, ReportageNewsArticle, BlogPosting, LiveBlogPosting, Report …"""

GUIDES = ("recipe", "howto")
"""Types of what is an article where a page describes one of them alone."""

# What is read from a block that no repair makes into JSON, and how it looks there.
_READ = "headline|datePublished|dateModified|dateCreated|articleSection|description"
_PLAIN_PAIR = re.compile(rf'"({_READ})"\s*:\s*"((?:[^"\\\n]|\\.)*)"\s*[,}}\n]')
# One that never ends goes to the text's end, so that it is read once.
_STRING = r'"[^"\\]*+(?:\\.[^"\\]*+)*+(?:"|\\?\Z)'
_COMMENT = re.compile(rf"({_STRING})|/\*.*?(?:\*/|\Z)|(?<!:)//[^\n]*|<!--|-->|<!\[CDATA\[|\]\]>", re.S)
_TRAILING_COMMA = re.compile(rf"({_STRING})|,(?=\s*[}}\]])", re.S)
_NO_BLANKS = str.maketrans(dict.fromkeys("\r\u2028\u2029\ufeff", " "))
"""What JSON takes for no blank between its signs, and JavaScript does."""
_BAD_ESCAPE = re.compile(r'\\(?!["\\/bfnrtu])')


def nodes(blocks: list[str]) -> list[Node]:
    """The typed nodes of all blocks in the page's order, flattened out of lists, @graph and mainEntity."""
    found = (node for block in blocks if block.strip() for value in _values(block) for node in _typed(value))
    return list(islice(found, MOST_NODES))


def article_of(found: list[Node], url: str = "", headlines: tuple[str, ...] = ()) -> Node | None:
    """The node that describes the page's article, or None.

    Among several, the one that names the page's address, else the one with the page's headline, else the first. Other
    nodes of the same article fill in what it lacks: some publishers spread one article over two blocks.
    """
    articles = [node for node in found if is_article(node)]
    if not articles:
        guides = [node for node in found if not set(GUIDES).isdisjoint(kinds(node))]
        return guides[0] if len(guides) == 1 else None
    best = next((n for n in articles if url and _names(n, url)), None)
    best = best or next((n for n in articles if text(n.get("headline")) in headlines), None) or articles[0]
    same = [n for n in articles if n is not best and text(n.get("headline")) == text(best.get("headline"))]
    return {k: v for node in (*reversed(same), best) for k, v in node.items() if v not in (None, "", [])}


def is_article(node: Node) -> bool:
    """Whether a node is of an article's type."""
    return any(kind.endswith(ARTICLE_ENDINGS) for kind in kinds(node))


def kinds(node: Node) -> list[str]:
    """A node's types in lower case, without the vocabulary's address."""
    types = node.get("@type")
    listed = types if isinstance(types, list) else [types]
    return [kind.rsplit("/", 1)[-1].lower() for kind in listed if isinstance(kind, str)]


def node_of(text: str) -> Node:
    """The object that a meta tag holds as JSON, as Parse.ly's do; an empty one for any other text."""
    if not text.startswith("{") or len(text) > LONGEST_TEXT:
        return {}
    try:
        value = json.loads(whole(text), strict=False)
    except (ValueError, RecursionError):
        return {}
    return value if isinstance(value, dict) else {}


def each(value: Any) -> list[Any]:
    """A property's first values, whether it is written as one, a list or nothing."""
    if isinstance(value, list):
        value = value[:MOST_VALUES]
        return [v for item in value for v in each(item)] if any(isinstance(v, list) for v in value) else value
    return [] if value in (None, "") else [value]


def text(value: Any, *keys: str) -> str:
    """A value as plain text on one line: of a list the first, of a node its `keys` (or name) in turn."""
    for item in each(value):
        if isinstance(item, dict):
            said = (next(iter(each(item.get(k))), "") for k in (*keys, "name", "@value"))
            item = next((one for one in said if isinstance(one, str) and one), "")
        if isinstance(item, str) and (line := plain(item[:LONGEST_TEXT])):
            return line
    return ""


def _values(block: str) -> list[Any]:
    block = whole(block)
    for repair in (_as_written, _commented, _escaped)[: 1 if len(block) > REPAIRED_UP_TO else 3]:
        try:
            return _all_values(repair(block).strip().rstrip(";"))
        except (ValueError, RecursionError):
            continue
    return _salvaged(block)


def _all_values(block: str) -> list[Any]:
    """One or several JSON values, side by side."""
    decoder, at = json.JSONDecoder(strict=False), 0
    found: list[Any] = []
    while at < len(block) and len(found) < MOST_NODES:
        value, at = decoder.raw_decode(block, at)
        found.append(value)
        while at < len(block) and block[at] in " \t\r\n,;":
            at += 1
    return found


def _as_written(block: str) -> str:
    return block


def _commented(block: str) -> str:
    """Without comments and trailing commas, control characters as spaces, stray backslashes as themselves."""
    block = printable(block.translate(_NO_BLANKS), " ")
    block = _BAD_ESCAPE.sub(r"\\\\", block)
    for pattern in (_COMMENT, _TRAILING_COMMA):
        block = pattern.sub(lambda m: m[1] or "", block)
    return block


def _escaped(block: str) -> str:
    """The same for a block that was escaped as HTML as a whole ({&quot;@type&quot; …)."""
    return _commented(html.unescape(block))


def _salvaged(block: str) -> list[Node]:
    """What can be read with certainty from a block that is no JSON: an article's plain pairs, each once."""
    kind = re.search(r'"@type"\s*:\s*"(\w*(?:Article|BlogPosting))"', block)
    pairs = _PLAIN_PAIR.findall(block, kind.start()) if kind else []
    return [{"@type": kind[1], **dict(reversed(pairs))}] if kind and pairs else []


def _typed(value: Any, depth: int = 0) -> Iterator[Node]:
    if depth > DEEPEST:
        return
    if isinstance(value, list):
        for item in value[:MOST_NODES]:
            yield from _typed(item, depth + 1)
    elif isinstance(value, dict):
        if "@type" in value:
            yield value
        for key in LEADING_ON:
            if isinstance(value.get(key), (dict, list)):
                yield from _typed(value[key], depth + 1)


def _names(node: Node, url: str) -> bool:
    """Whether a node says that it stands at this address."""
    own = _path(url)
    return any(_path(text(node.get(key), "@id", "url")) == own for key in ("url", "mainEntityOfPage", "@id"))


def _path(url: str) -> str:
    return without_scheme(re.split(r"[?#]", url)[0])
