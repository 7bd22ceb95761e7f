"""Inline content: the text of the open block, as HTML and as plain text, with the inline markup around it."""

import re
from itertools import islice

from newscrawl.element import Element
from newscrawl.extract.body.disclosure_titles import is_question
from newscrawl.extract.body.markup import HEADINGS, KEPT_INLINE, inline_tag
from newscrawl.extract.body.tabs import leads_to_panel
from newscrawl.urls.resolve import Absolute

_GOING_ON = ",;)，、；）"

LAST_WORDS = 8
"""Pieces of text, empty ones among them, of which the last that says something is looked for."""


class Run:
    """Collects the text of one block after the other."""

    def __init__(self, absolute: Absolute) -> None:
        self.parts: list[str] | None = None
        """Of the open block, in HTML; None between blocks."""
        self.words: list[str] = []
        """Of the open block, as plain text."""
        self.linked = 0
        """How many characters of it are links."""
        self._absolute = absolute
        self._links: list[Element] = []  # that are open
        self._open: list[tuple[Element, str, str]] = []  # (element, opening tag, closing tag), also between blocks

    def begin(self, tag: str = "") -> None:
        """Begin a block: with a tag of its own, or with the inline markup that reaches into it."""
        self.parts = [tag] if tag else [start for _, start, _ in self._open]
        self.words, self.linked = [], 0

    def add(self, text: str) -> None:
        """Add text to the open block."""
        assert self.parts is not None
        self.parts.append(text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"))
        self.words.append(text)
        if self._links:
            self.linked += len(text)

    def mark(self, html: str, word: str = "") -> None:
        """Add a tag to the open block, and what stands for it in plain text."""
        if self.parts is not None:
            self.parts.append(html)
            self.words.append(word)

    def take_back(self, html: str) -> bool:
        """Take back a tag behind which nothing is said yet; False where another piece was the last."""
        parts = self.parts or []
        at = _last_said(parts)
        if at < 0 or parts[at] != html:
            return False
        del parts[at]
        return True

    def part_words(self) -> None:
        """Where a wrapper inside a list or a table begins or ends, words must not run together."""
        if self.parts and not self.parts[-1].endswith(("\n", ">", " ")):
            self.mark(" ", "\n")

    def part_lines(self) -> None:
        """Where a wrapper inside a listing of code begins, a line of it does."""
        for word in islice(reversed(self.words), LAST_WORDS):
            if "\n" in word or word.strip():
                if not word.rstrip(" \t").endswith("\n"):
                    self.mark("\n", "\n")
                return

    def part_columns(self) -> None:
        """Where a cell inside a listing of code begins, its words must not run on from the cell before."""
        if self.words and self.words[-1].strip():
            self.mark("\t", "\t")

    def start_inline(self, element: Element, tag: str) -> None:
        """Begin an inline element."""
        if self.words and self.words[-1][-1:].isalnum() and _is_column(element):
            self.mark(" ", " ")
        name = KEPT_INLINE.get(tag)
        start = inline_tag(element, name, self._absolute) if name else ""
        end = f"</{name}>" if start else ""
        if element.tag == "a" and _is_link(element):
            self._links.append(element)
        if end and tag != "a" and self.parts and self.parts[-1] == end:
            self.parts.pop()  # "<b>A</b><b>ll</b>", as editors leave it behind, is one run
            start = ""
        self._open.append((element, start, end))
        if self.parts is not None:
            self.parts.append(start)

    def end_inline(self, element: Element) -> None:
        """End an inline element."""
        if self._links and self._links[-1] is element:
            self._links.pop()
        if self.parts and len(element) and element[-1].tag == "svg" and not (element.tail or "")[:1].isalnum():
            self.parts[-1], self.words[-1:] = self.parts[-1].rstrip(), [word.rstrip() for word in self.words[-1:]]
        if self._open and self._open[-1][0] is element:
            _, start, end = self._open.pop()
            if self.parts is not None:
                close(self.parts, start, end)

    def is_cut_by(self, after: str | None) -> bool:
        """Whether what stands here is in the middle of a sentence, of which `after` is the rest."""
        before = "".join(self.words[-3:]).rstrip() if self.parts is not None else ""
        after = (after or "").lstrip()
        return before[-1:].isalnum() and (after[:1].islower() or after[:1] in tuple(_GOING_ON))

    def finish(self) -> tuple[str, str]:
        """End the block: its inner HTML, and its text with spaces as they were. Markup that reaches on stays open."""
        parts, self.parts = self.parts or [], None
        for _, start, end in reversed(self._open):
            close(parts, start, end)
        return "".join(_without_edges(parts)), "".join(self.words)


def _is_column(element: Element) -> bool:
    """Whether an element stands beside another in a row of nothing else, each with a name: `<div><span class=size>Size
    </span><span class=value>4 GB</span></div>` is set apart by styles, where letters of one word are alike."""
    before, row = element.getprevious(), element.getparent()
    if before is None or row is None or row.tag not in _ROWS or before.tail or (row.text or "").strip():
        return False
    said, names = before.text or "", (before.get("class") or "", element.get("class") or "")
    are_words = (element.text or "")[:1].isalnum() and not (len(said) == 1 and said.isalpha())
    return are_words and names[0] != names[1] and all(map(_NAME.fullmatch, names))


_ROWS = frozenset({"div", "li", "td", "th", "dd", "dt", *HEADINGS})
_NAME = re.compile(r"[A-Za-z][A-Za-z_ -]{2,80}")
"""What a person wrote; what systems number ("s1", "c2") they also put into the midst of words."""


def _is_link(element: Element) -> bool:
    """Whether an <a> is a link; `<a name=part-two>` is the place that one leads to, `<a tabindex=0>` a button, `<a>`
    nothing. One that leads to what stands right behind it unfolds that, one to its own heading is there to be copied.
    """
    href = element.get("href")
    if href is None:
        return bool(element.attrib) and element.get("name") is None and element.get("tabindex") is None
    if href[:1] not in _OWN:
        return True
    return not (leads_to_panel(element) or _asks_in_place(element, href) or _leads_to_itself(element, href))


_OWN = ("#", "j", "J")
"""How addresses begin that lead to no other page: "#part", "javascript:"."""


def _leads_to_itself(link: Element, href: str) -> bool:
    """Whether a link stands in what it leads to: `<h2 id=rain><a href=#rain>`."""
    return any(e.get("id") == href[1:] for e in (link, *islice(link.iterancestors(), LEVELS)) if href[1:])


LEVELS = 2
"""Elements around a heading's own link among which the heading is, or the box that has its id."""


def _asks_in_place(link: Element, href: str) -> bool:
    return href[:11].lower() == "javascript:" and is_question(link)


def _without_edges(parts: list[str]) -> list[str]:
    """The pieces of a block without blanks and line ends before what is said first and behind what is said last."""
    begin, end = 0, len(parts)
    while end and _is_edge(parts[end - 1]):
        end -= 1
    while begin < end and _is_edge(parts[begin]):
        begin += 1
    return parts[begin:end]


def _is_edge(part: str) -> bool:
    return part == "<br>" or not part or part.isspace()


def close(parts: list[str], start: str, end: str) -> None:
    """Close an inline element, or take it back where nothing but blanks stands in it, and no link leads to it."""
    at = _last_said(parts) if start else -1
    if at >= 0 and parts[at] is start and (at == len(parts) - 1 or ' id="' not in start):
        del parts[at]
    elif end:
        parts.append(end)


MOST_BLANKS = 3
"""Pieces of blank text at the end of a block behind which what is said last is looked for."""


def _last_said(parts: list[str]) -> int:
    """The place of the last piece of a block that is no blank text; -1 where there is none near its end."""
    if parts and parts[-1] and not parts[-1].isspace():
        return len(parts) - 1  # as nearly always, and hundreds of times a block where markup is nested so deep
    places = range(len(parts) - 1, max(-1, len(parts) - 2 - MOST_BLANKS), -1)
    return next((at for at in places if parts[at] and not parts[at].isspace()), -1)
