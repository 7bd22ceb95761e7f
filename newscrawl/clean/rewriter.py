"""The rewriter: it goes once through a body as nh3 spells it, from left to right, and writes what may stay."""

import html
import re

from newscrawl.clean import allowed
from newscrawl.clean.attributes import Attributes, LinkContext, cleaned, parsed, spelt
from newscrawl.clean.limits import DEPTH, ELEMENTS

# nh3's canonical spelling: one space before each attribute, values in double quotes, no "<" or ">" but around tags, no
# references in text but &amp; &lt; &gt; &nbsp;. A tag comes with the text behind it.
_TOKEN = re.compile(r'<(/?)([a-z][a-z0-9]*)((?: [a-z\-]+="[^"]*")*)>([^<]*)|([^<]+|<)')
_BLANKS = re.compile(r"[ \t\n]+")
# Name -> (the name it is written under, whether it ends an open <p>, whether it has no end tag).
_TAGS = {
    name: (tag, tag in allowed.CLOSES_PARAGRAPH, tag in allowed.VOID)
    for name, tag in [*allowed.RENAMED.items(), *((tag, tag) for tag in allowed.WRITTEN)]
}
# What must carry something that the page did not say, even where it carries nothing.
_NEVER_BARE = frozenset({"audio", "video"})


class Walk:
    """`open` holds the tags that nh3 has open, with the name they were written under ("" where they were not).

    `held` is a blank that is written only if words follow it within the same block.
    """

    def __init__(self, page: LinkContext, *, keep_blanks: bool) -> None:
        self.page, self.keep_blanks = page, keep_blanks
        self.parts: list[str] = []
        self.open: list[tuple[str, str]] = []
        self.elements = self.depth = self.verbatim = 0
        self.held, self.at_edge = "", True

    def through(self, canonical: str) -> str:
        """The clean body. To be called once."""
        for slash, name, attributes, text, loose in _TOKEN.findall(canonical):
            if slash:
                self.end(name)
            elif name in _TAGS:
                self.start(name, attributes)
            elif name in allowed.EMBEDS:
                self.embed(name, attributes)
            if text:
                self.text(text)
            elif loose:
                self.text(loose if loose != "<" else "&lt;")
        self.close(0)
        return "".join(self.parts)

    # -- what is written -----------------------------------------------------------------------------------------------
    def start(self, name: str, raw: str) -> None:
        tag, closes, void = _TAGS[name]
        if closes and self.open:
            self.close_paragraph()
        refused = self.refused(tag)
        if not void:
            self.open.append((name, "" if refused else tag))
        if refused:
            return
        self.elements += 1
        attributes = cleaned(tag, parsed(raw), self.page) if raw or tag in _NEVER_BARE else []
        if tag != "img" or any(name == "src" for name, _ in attributes):
            self.write_start(tag, attributes)

    def end(self, name: str) -> None:
        if self.open and self.open[-1][0] == name:
            tag = self.open.pop()[1]
            if tag:
                self.write_end(tag)

    def close(self, first: int) -> None:
        """End what is open from an index on."""
        for _, tag in reversed(self.open[first:]):
            if tag:
                self.write_end(tag)

    def refused(self, tag: str) -> bool:
        full = self.elements >= ELEMENTS or len(self.open) >= DEPTH
        return full or (tag == "a" and self.inside("a") is not None)

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
            self.close(paragraph)
            self.open[paragraph:] = [(name, "") for name, _ in self.open[paragraph:]]

    def embed(self, name: str, raw: str) -> None:
        """A link to what an embedded page would have shown, in a paragraph where it stands alone."""
        if name == "iframe":
            self.open.append((name, ""))
        values = dict(parsed(raw))
        link = cleaned("a", [("href", values.get("src", ""))], self.page)
        if not link or self.refused("a"):
            return
        alone = all(tag in ("", "div", "figure", "section") for _, tag in self.open)
        if alone:
            self.write_start("p", [])
        self.write_start("a", link)
        shown = values.get("title", "").strip() or link[0][1]
        self.text(html.escape(shown, quote=False).replace("\xa0", "&nbsp;"))
        self.write_end("a")
        if alone:
            self.write_end("p")

    # -- how -----------------------------------------------------------------------------------------------------------
    def write_start(self, tag: str, attributes: Attributes) -> None:
        block = tag in allowed.BLOCKS
        self.cross(block)
        if block and not self.depth and self.parts:
            self.parts.append("\n")
        self.parts.append(f"<{tag}{spelt(attributes)}>" if attributes else f"<{tag}>")
        self.depth += tag not in allowed.VOID
        self.verbatim += tag == "pre"

    def write_end(self, tag: str) -> None:
        self.cross(tag in allowed.BLOCKS)
        self.parts.append(f"</{tag}>")
        self.depth -= 1
        self.verbatim -= tag == "pre"

    def cross(self, block: bool) -> None:
        """Pass a tag: at a block's edge blanks mean nothing, before an inline tag they do."""
        if self.held and not block:
            self.parts.append(" ")
        if self.held or block:
            self.held, self.at_edge = "", True

    def text(self, text: str) -> None:
        if self.verbatim:
            # A browser drops a newline that follows <pre>, so one that is meant must be written twice.
            begins = text[0] == "\n" and self.parts[-1].startswith("<pre")
            self.parts.append("\n" + text if begins else text)
            self.held, self.at_edge = "", False
        elif self.keep_blanks:
            self.text_with_blanks(text)
        else:
            self.text_with_spaces(text)

    def text_with_spaces(self, text: str) -> None:
        """Text of which a reader sees all: blanks as one space, at a block's edge none."""
        if "\n" in text or "\t" in text or "  " in text:
            text = _BLANKS.sub(" ", text)
        words = text.strip(" ")
        if not words:
            self.held = "" if self.at_edge else " "
            return
        if self.held or (text[0] == " " and not self.at_edge):
            self.parts.append(" ")
        self.parts.append(words)
        self.held, self.at_edge = " " if text[-1] == " " else "", False

    def text_with_blanks(self, text: str) -> None:
        """Text as it is; a newline as a reference, for one by itself stands before a block."""
        if self.depth or text.strip(" \t\n"):
            self.parts.append(text.replace("\n", "&#10;"))
        else:
            self.held = " "
