"""A body as pieces: text, start tags and end tags in order, clean and well nested. Every writer starts here."""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass

import nh3

from newscrawl.clean import allowed
from newscrawl.clean.attributes import Attributes, Page, cleaned
from newscrawl.clean.caps import DEPTH, ELEMENTS, tamed


@dataclass(frozen=True, slots=True)
class Start:
    """A start tag. Attribute values are plain text, not yet escaped."""

    tag: str
    attributes: Attributes


@dataclass(frozen=True, slots=True)
class End:
    """An end tag; void elements have none."""

    tag: str


Piece = str | Start | End
"""A str is text as nh3 spells it: `&amp;`, `&lt;`, `&gt;` and `&nbsp;` are its only references."""

_WRITTEN = allowed.BLOCKS | allowed.INLINE
_PARSED = _WRITTEN | allowed.EMBEDS | allowed.RENAMED.keys()
_CLEANER = nh3.Cleaner(
    tags=set(_PARSED),
    clean_content_tags=set(allowed.DROPPED_WHOLE),
    attributes={"*": set(allowed.GLOBAL_ATTRIBUTES), **{tag: set(names) for tag, names in allowed.ATTRIBUTES.items()}},
    link_rel=None,
    url_schemes={"http", "https", "mailto", "tel", "data"},
)
# nh3's canonical spelling: one space before each attribute, values in double quotes, no "<" or ">" but around tags.
_TOKEN = re.compile(r'<(/?)([a-z][a-z0-9]*)((?: [a-z\-]+="[^"]*")*)>|[^<]+|<')
_ATTRIBUTE = re.compile(r' ([a-z\-]+)="([^"]*)"')
_ANCHOR = re.compile(r' (?:id|name)="([^"]+)"')

# What neither HTML nor a feed can carry: control characters but tab and newline, noncharacters, lone surrogates.
_UNPRINTABLE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff"
    + "".join(chr(plane * 0x10000 + end) for plane in range(1, 17) for end in (0xFFFE, 0xFFFF))
    + "]"
)
_NEWLINES = re.compile(r"\r\n?|\f")


def pieces(body: str, url: str) -> Iterator[Piece]:
    """The clean pieces of a body. `url`: the page's address, against which relative addresses are resolved."""
    canonical = _canonical(tamed(_NEWLINES.sub("\n", body)))
    page = Page(url, frozenset(map(html.unescape, _ANCHOR.findall(canonical))))
    return _Walk(page).run(canonical)


def printable(text: str) -> str:
    """`text` without the characters that no post can carry."""
    return text if text.isprintable() else _UNPRINTABLE.sub("", text)


def _canonical(body: str) -> str:
    try:
        return _CLEANER.clean(body)
    except UnicodeEncodeError:  # a lone surrogate
        return _CLEANER.clean(body.encode(errors="ignore").decode())


class _Walk:
    """One way through nh3's output. `open` holds the tags that it has open, with the name they were written under."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.open: list[tuple[str, str]] = []
        self.elements = 0

    def run(self, canonical: str) -> Iterator[Piece]:
        skip_until = 0
        for token in _TOKEN.finditer(canonical):
            if token.start() < skip_until:
                continue
            name = token[2]
            if name is None:
                text = "&lt;" if token[0] == "<" else printable(token[0])
                if text:
                    yield text
            elif name in allowed.EMBEDS:
                yield from self.embed(token)
                # nh3 writes an iframe's content as it found it: text that no browser shows.
                skip_until = canonical.find("</iframe>", token.end()) if name == "iframe" and not token[1] else 0
            elif token[1]:
                yield from self.end(name)
            else:
                yield from self.start(name, token[3])
        yield from (End(tag) for _, tag in reversed(self.open) if tag)

    def start(self, name: str, raw: str) -> Iterator[Piece]:
        tag = allowed.RENAMED.get(name, name)
        if tag in allowed.CLOSES_PARAGRAPH:
            yield from self.close_paragraph()
        tag = "" if self.refused(tag) else tag
        attributes = cleaned(tag, _attributes(raw), self.page) if tag else []
        if tag == "img" and not any(key == "src" for key, _ in attributes):
            tag = ""
        if name not in allowed.VOID:
            self.open.append((name, tag))
        if tag:
            self.elements += 1
            yield Start(tag, attributes)

    def end(self, name: str) -> Iterator[Piece]:
        if self.open and self.open[-1][0] == name:
            tag = self.open.pop()[1]
            if tag:
                yield End(tag)

    def refused(self, tag: str) -> bool:
        if self.elements >= ELEMENTS or len(self.open) >= DEPTH or tag not in _WRITTEN:
            return True
        return tag == "a" and self.inside("a") is not None

    def inside(self, tag: str) -> int | None:
        """Where `tag` is open, as an index, unless a table's cell hides it."""
        for index in range(len(self.open) - 1, -1, -1):
            written = self.open[index][1]
            if written == tag:
                return index
            if written in allowed.PARAGRAPH_SCOPE:
                return None
        return None

    def close_paragraph(self) -> Iterator[Piece]:
        """End an open `<p>` before a block, as a browser would; what was open inside it ends with it."""
        paragraph = self.inside("p")
        if paragraph is not None:
            for index in range(len(self.open) - 1, paragraph - 1, -1):
                name, tag = self.open[index]
                self.open[index] = (name, "")
                if tag:
                    yield End(tag)

    def embed(self, token: re.Match[str]) -> Iterator[Piece]:
        """A link to what an embedded page would have shown."""
        values = dict(_attributes(token[3])) if not token[1] else {}
        link = cleaned("a", [("href", values.get("src", ""))], self.page)
        if not link or self.refused("a"):
            return
        alone = all(tag in ("", "div", "figure", "section") for _, tag in self.open)
        if alone:
            yield Start("p", [])
        yield Start("a", link)
        yield html.escape(printable(values.get("title", "").strip()) or link[0][1], quote=False)
        yield End("a")
        if alone:
            yield End("p")


def _attributes(raw: str) -> list[tuple[str, str]]:
    return [(name, printable(html.unescape(value))) for name, value in _ATTRIBUTE.findall(raw)] if raw else []
