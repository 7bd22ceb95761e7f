"""A body as pieces: text, start tags and end tags in order, clean and well nested. Every writer starts here."""

import html
import re
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
_TOKEN = re.compile(r'<(/?)([a-z][a-z0-9]*)((?: [a-z\-]+="[^"]*")*)>|([^<]+|<)')
_ATTRIBUTE = re.compile(r' ([a-z\-]+)="([^"]*)"')
_ANCHOR = re.compile(r' (?:id|name)="([^"]+)"')
# nh3 writes an iframe's content as it found it: text that no browser shows.
_FRAME = re.compile(r"(<iframe[^>]*>).*?(?=</iframe>)", re.DOTALL)
_PLAIN = {tag: Start(tag, []) for tag in _WRITTEN}
_ENDS = {tag: End(tag) for tag in _WRITTEN}

# What neither HTML nor a feed can carry: control characters but tab and newline, noncharacters, lone surrogates.
_UNPRINTABLE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff"
    + "".join(chr(plane * 0x10000 + end) for plane in range(1, 17) for end in (0xFFFE, 0xFFFF))
    + "]"
)
_NEWLINES = re.compile(r"\r\n?|\f")


def pieces(body: str, url: str) -> list[Piece]:
    """The clean pieces of a body. `url`: the page's address, against which relative addresses are resolved."""
    canonical = _canonical(tamed(_NEWLINES.sub("\n", body)))
    anchors = frozenset(map(html.unescape, _ANCHOR.findall(canonical)))
    walk = _Walk(Page(url, anchors))
    walk.run(canonical)
    return walk.out


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
        self.out: list[Piece] = []
        self.open: list[tuple[str, str]] = []
        self.elements = 0

    def run(self, canonical: str) -> None:
        if "<iframe" in canonical:
            canonical = _FRAME.sub(r"\1", canonical)
        for slash, name, attributes, text in _TOKEN.findall(canonical):
            if text:
                self.text(text)
            elif slash:
                self.end(name)
            elif name in allowed.EMBEDS:
                self.embed(name, attributes)
            else:
                self.start(name, attributes)
        self.out += [_ENDS[tag] for _, tag in reversed(self.open) if tag]

    def text(self, text: str) -> None:
        text = printable(text) if text != "<" else "&lt;"
        if text:
            self.out.append(text)

    def start(self, name: str, raw: str) -> None:
        tag = allowed.RENAMED.get(name, name)
        if tag in allowed.CLOSES_PARAGRAPH:
            self.close_paragraph()
        if self.refused(tag):
            tag = ""
        if name not in allowed.VOID:
            self.open.append((name, tag))
        if tag:
            self.write(tag, raw)

    def write(self, tag: str, raw: str) -> None:
        self.elements += 1
        attributes = cleaned(tag, _attributes(raw), self.page) if raw or tag in _NEVER_BARE else []
        if tag != "img" or any(name == "src" for name, _ in attributes):
            self.out.append(Start(tag, attributes) if attributes else _PLAIN[tag])

    def end(self, name: str) -> None:
        if self.open and self.open[-1][0] == name:
            tag = self.open.pop()[1]
            if tag:
                self.out.append(_ENDS[tag])

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

    def close_paragraph(self) -> None:
        """End an open `<p>` before a block, as a browser would; what was open inside it ends with it."""
        paragraph = self.inside("p")
        if paragraph is not None:
            self.out += [_ENDS[tag] for _, tag in reversed(self.open[paragraph:]) if tag]
            self.open[paragraph:] = [(name, "") for name, _ in self.open[paragraph:]]

    def embed(self, name: str, raw: str) -> None:
        """A link to what an embedded page would have shown."""
        if name == "iframe":
            self.open.append((name, ""))
        values = dict(_attributes(raw))
        link = cleaned("a", [("href", values.get("src", ""))], self.page)
        if not link or self.refused("a"):
            return
        shown = html.escape(values.get("title", "").strip() or link[0][1], quote=False)
        inside: list[Piece] = [Start("a", link), shown, _ENDS["a"]]
        alone = all(tag in ("", "div", "figure", "section") for _, tag in self.open)
        self.out += [_PLAIN["p"], *inside, _ENDS["p"]] if alone else inside


# What must carry something that the page did not say, even where it carries nothing.
_NEVER_BARE = frozenset({"audio", "video"})


def _attributes(raw: str) -> list[tuple[str, str]]:
    return [(name, printable(html.unescape(value))) for name, value in _ATTRIBUTE.findall(raw)] if raw else []
