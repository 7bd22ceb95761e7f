"""The body serializer: it walks over a container once, in document order, and writes clean blocks.

The page's tree is left as it is. Wrappers vanish, so blocks stand side by side; inline markup that reaches over several
blocks is closed and opened again; pictures and embeds are lifted out of paragraphs; what is boilerplate is skipped, and
why is kept.
"""

from collections.abc import Callable, Sequence
from typing import Any

from lxml import etree

from newscrawl.extract.body.blocks import Block
from newscrawl.extract.body.captions import file_name, stands_for
from newscrawl.extract.body.container import describe
from newscrawl.extract.body.disclosures import is_mark
from newscrawl.extract.body.evidence import BESIDE
from newscrawl.extract.body.images import IMAGE_TAGS, is_small, sign_of
from newscrawl.extract.body.inline import Run
from newscrawl.extract.body.liveblog import entry_time, time_block
from newscrawl.extract.body.markup import HEADINGS, STRUCTURES, is_layout_table, numbers_lines
from newscrawl.extract.body.media import (
    AROUND_PICTURES,
    MEDIA_TAGS,
    empty_box_block,
    held_back,
    is_flow_figure,
    large_picture,
    link_block,
    media_block,
    post_block,
    replace_preview,
)
from newscrawl.extract.body.pruning import Pruner
from newscrawl.extract.body.stand_ins import notes_frame
from newscrawl.extract.body.structure import Structure
from newscrawl.extract.body.text import INVISIBLE, one_line
from newscrawl.extract.body.text_map import INLINE_TAGS, is_inline
from newscrawl.extract.body.words_in_sentences import is_word
from newscrawl.extract.body.written import WrittenBlocks
from newscrawl.extract.page.links import is_anchor
from newscrawl.extract.vocabulary.names import Element

MOST_ELEMENTS = 10_000
"""Of one body. The longest live blogs have half of it; pages made to be slow have more."""

FIGURE_COST = 3
"""Elements that a figure counts for beside itself, as it is read whole."""

TABLE_PARTS = ("tr", "td", "th", "thead", "tbody", "tfoot")

_NUMBERS = frozenset("gutter rouge-gutter linenos lineno line-numbers blob-num".split())
"""How highlighters call the cell of a listing's numbers."""

_UNTOLD = frozenset("script style svg noscript button input label link meta template path rt".split())
"""Left out on every page and of no interest to who asks what was left out."""

_WAITING = tuple(
    "data-href data-url data-permalink data-settings data-attrs data-vimeo-id data-youtube-id data-ytid "
    "data-video-id".split()
)
"""Attributes of boxes that a script fills, with a still or a button in them until then."""


class Writer:
    """Writes the blocks of containers. `absolute`: an address of the page -> absolute, or ""."""

    def __init__(self, absolute: Callable[[str], str], judge: Pruner) -> None:
        self._written = WrittenBlocks(absolute, judge)
        self.blocks, self.removed = self._written.blocks, self._written.removed
        self._absolute = absolute
        self._judge = judge
        self._left = MOST_ELEMENTS
        self._run = Run(absolute)
        self._breaks = 0
        self._paragraph: Element | None = None
        self._heading: Element | None = None
        self._structure: Structure | None = None
        self._root: Element | None = None
        self._image: Element | None = None
        self._behind: list[Block] = []  # pictures in the middle of a sentence, which stand behind its paragraph
        self._entry: Element | None = None
        self._entry_time: Element | None = None

    # ---- the walk --------------------------------------------------------------------------------

    def write(self, root: Element, before: Sequence[Element] = (), after: Sequence[Element] = ()) -> None:
        """Add the blocks of a container. The running text of what stands before and after it is added as doubted."""
        self._judge.enter(root)
        for element in before:
            self._write_beside(element)
        self._root = root
        if text := root.text:
            self._text(text)
        walker = etree.iterwalk(root, events=("start", "end"))
        next(walker)
        self._walk(root, walker)
        for element in after:
            self._write_beside(element)

    def _write_beside(self, element: Element) -> None:
        told, self._root = len(self.removed), element.getparent()
        self._begin_doubt(element, BESIDE)
        self._walk(element, etree.iterwalk(element, events=("start", "end")))
        del self.removed[told:]

    def _walk(self, root: Element, walker: "etree.iterwalk[Any]") -> None:
        skipped = None
        for event, element in walker:
            if event == "start":
                self._left -= 1
                if self._left <= 0:
                    self.removed.append((describe(element), "more than MOST_ELEMENTS elements"))
                    break
                if not self._start(element, element.tag):
                    skipped = element
                    walker.skip_subtree()
                continue
            if element is skipped:
                skipped = None
            elif element is not self._root:
                self._end(element, element.tag)
            if element is root:
                break
            if element is self._written.doubted:
                self._end_doubt()
            if tail := element.tail:
                self._text(tail)
        self._flush()
        self._end_doubt()

    def _start(self, element: Element, tag: str) -> bool:
        """Begin an element; False where it is done with (left out, or read whole)."""
        if tag == "br":
            self._break()
            return False
        if self._written.doubt == BESIDE and self._is_no_text(element, tag):
            return False
        if tag in MEDIA_TAGS:
            return self._media(element, tag)
        if element is self._entry_time:
            return False
        if reason := self._reason(element, tag):
            if not self._may_doubt(element, tag, reason):
                return self._leave_out(element, reason)
            self._begin_doubt(element, reason)
        if tag == "a" and not element.text and not len(element) and (shown := link_block(element, self._absolute)):
            self._add(shown)
            return False
        if is_inline(element, tag) or self._heading is not None or tag == "button":
            if self._heading is not None and (is_mark(element) or is_anchor(element)):
                return False
            leads_to_itself = self._heading is not None and (element.get("href") or "").startswith("#")
            self._start_inline(element, "span" if leads_to_itself else tag)
        elif self._structure is not None:
            self._structure.start(element, tag)
        elif tag == "p":
            self._flush()
            self._paragraph = element
        else:
            return self._start_block(element, tag)
        if text := element.text:
            self._text(text)
        return True

    def _is_no_text(self, element: Element, tag: str) -> bool:
        """Whether an element beside the container holds no running text, or is the heading of what may hold some."""
        if self._structure is not None or element in self._judge.weights:
            return False
        return tag not in HEADINGS and tag not in INLINE_TAGS

    def _reason(self, element: Element, tag: str) -> str:
        """Why an element is left out, or "". What stands inside a quotation, a table or code is part of it."""
        if tag == "button" and (self._heading is not None or is_word(element)):
            return ""
        reason = self._judge.reason(element, tag)
        if tag == "td" and (numbers_lines(element) or (self._structure is not None and _is_gutter(element))):
            return "numbers of lines"
        if not reason or self._structure is None or reason == "hidden":
            return reason
        is_part = self._structure.is_code or tag in ("footer", "cite", *TABLE_PARTS)
        return "" if is_part else reason

    def _leave_out(self, element: Element, reason: str) -> bool:
        if reason in AROUND_PICTURES and (picture := large_picture(element)) is not None:
            return self._media(picture, picture.tag)
        is_held_back = reason == "player" or (reason == "cookie notice" and notes_frame(element))
        if is_held_back and (embed := empty_box_block(element, self._absolute)):
            self._add(embed)
            return False
        if reason in ("cookie notice", "player") and (embed := held_back(element, self._absolute)):
            self._add(embed)
        if element.tag not in _UNTOLD:
            self.removed.append((describe(element), reason))
        return False

    def _may_doubt(self, element: Element, tag: str, reason: str) -> bool:
        """Whether a box that its names speak against is written all the same, for the judge of blocks to look at."""
        return (
            self._written.doubted is None
            and self._heading is None
            and self._structure is None
            and not is_inline(element, tag)
            and not (reason in AROUND_PICTURES and large_picture(element) is not None)
            and self._judge.is_doubtful(element, reason)
        )

    def _begin_doubt(self, element: Element, reason: str) -> None:
        self._flush()
        self._written.begin_doubt(element, reason)

    def _end_doubt(self) -> None:
        self._flush()
        self._written.end_doubt()

    def _end(self, element: Element, tag: str) -> None:
        if is_inline(element, tag) or self._heading not in (None, element) or tag == "button":
            self._run.end_inline(element)
        elif self._structure is None:
            self._end_block(element)
        elif element is not self._structure.element:
            self._structure.end(tag)
        else:
            if block := self._structure.finish():
                self.blocks.append(block)
            self._structure = None

    def _end_block(self, element: Element) -> None:
        self._flush()
        self._paragraph = self._heading = None
        if element is self._written.innermost:
            self._written.end_box(is_judged=element is not self._entry)
        if element is self._entry:
            self._entry = None

    # ---- text and inline markup ------------------------------------------------------------------

    def _text(self, text: str) -> None:
        if text[:1] in INVISIBLE and not text.strip(INVISIBLE):  # what editors put into empty elements
            return
        if self._run.parts is None:
            if text.isspace():
                return
            self._begin()
        elif self._breaks and not text.isspace():
            self._settle_breaks()
        self._run.add(text)

    def _begin(self, tag: str = "") -> None:
        self._run.begin(tag)
        self._breaks = 0

    def _start_inline(self, element: Element, tag: str) -> None:
        if self._breaks and self._run.parts is not None and self._structure is None:
            self._settle_breaks()
        self._run.start_inline(element, tag)

    def _break(self) -> None:
        if self._structure is None:
            self._breaks += self._run.parts is not None
        else:
            self._structure.end_line()

    def _settle_breaks(self) -> None:
        """One <br> stays one; two begin a new paragraph, as pages without <p> mean them."""
        if self._breaks > 1 and self._heading is None:
            paragraph = self._paragraph
            self._flush()
            self._paragraph = paragraph
            self._begin()
        else:
            self._run.mark("<br>", " ")
        self._breaks = 0

    # ---- blocks ----------------------------------------------------------------------------------

    def _flush(self) -> None:
        """Finish the paragraph or heading that is open."""
        if self._run.parts is None:
            return
        inner, text = self._run.finish()
        self._breaks = 0
        text = one_line(text)
        if not text:
            return
        source, box = self._paragraph, self._written.innermost
        tag = "" if source is None else source.tag
        roles = self._written.roles_around(source, text)
        block = Block("paragraph", "", text, self._run.linked, roles, tag, home=source)
        block.stood = source if source is not None else box if box is not None else self._root
        name = HEADINGS.get(tag, "h4" if tag == "summary" else "p")
        if name != "p":
            block.kind, block.level = "heading", int(name[1])
        block.html = f"<{name}>{inner.strip()}</{name}>"
        self.blocks += [block, *self._behind]
        self._behind = []

    def _start_block(self, element: Element, tag: str) -> bool:
        self._flush()
        self._paragraph = None
        if (tag in HEADINGS or tag == "summary") and not self._judge.is_heavy(element):
            self._paragraph = self._heading = element
        elif tag in STRUCTURES and not self._is_layout(element, tag):
            if tag == "blockquote" and (post := post_block(element, self._absolute)):
                self.blocks.append(post)
                return False
            self._structure = Structure(element, tag, self._run)
            self._breaks = 0
        elif tag == "hr":
            self.blocks.append(Block("rule", "<hr>"))
        else:
            return self._start_box(element)
        if text := element.text:
            self._text(text)
        return True

    def _start_box(self, element: Element) -> bool:
        if self._may_be_empty(element) and (block := empty_box_block(element, self._absolute)):
            self.blocks.append(block)
            return False
        if self._entry is None and (time := entry_time(element)) is not None and (line := time_block(time)):
            self._entry, self._entry_time = element, time
            self.blocks.append(line)
        self._written.begin_box(element)
        self._paragraph = element if element.get("class") or element.tag == "figcaption" else None
        if text := element.text:
            self._text(text)
        return True

    def _may_be_empty(self, element: Element) -> bool:
        """Whether a script may fill a box: it has nothing in it, is the page's own kind, or says what it shows."""
        is_empty = "-" in element.tag or all(e.tag in _UNTOLD for e in element)
        if (is_empty and element not in self._judge.weights) or notes_frame(element):
            return True
        return any(element.get(name) is not None for name in _WAITING)

    def _is_layout(self, element: Element, tag: str) -> bool:
        """Whether a list or table only lays things out: lists of pictures, tables around the text."""
        if tag == "table":
            return is_layout_table(element) or self._judge.is_heavy(element, 0.7)
        if tag not in ("ul", "ol", "dl"):
            return False
        if next(element.iter("img"), None) is not None:
            return True
        return self._judge.is_heavy(element, 0.7) and element.find("li/p") is not None

    # ---- pictures and embeds ---------------------------------------------------------------------

    def _media(self, element: Element, tag: str) -> bool:
        """Read a picture or an embed whole; True where the element is to be walked into instead."""
        if element in self._judge.removals:
            return self._leave_out(element, self._judge.removals[element])
        if tag == "figure":
            if (reason := self._judge.reason(element, "div")) and reason not in AROUND_PICTURES:
                return self._leave_out(element, reason)
            if self._structure is not None or is_flow_figure(element) or self._judge.is_heavy(element):
                self._flush()
                return True
            self._left -= FIGURE_COST
        if tag == "noscript" and self._judge.is_heavy(element):
            self._flush()
            return True
        if tag == "img" and (sign := sign_of(element)):
            self._text(sign)
            return False
        block = media_block(element, self._absolute)
        if block is not None and tag == "img" and self._structure is None and self._run.is_cut_by(element.tail):
            if not is_small(element):
                self._behind.append(block)
            return False
        if block is None:
            return tag == "figure" and next(element.iter("blockquote"), None) is not None
        if tag != "noscript" or not self._is_known(element, block):
            self._add(block)
            self._image = next(element.iter(*IMAGE_TAGS), None)
        return False

    def _is_known(self, noscript: Element, block: Block) -> bool:
        """Whether the picture or frame of a <noscript> is the one before it, which it then may take the place of."""
        if block.kind == "embed":
            return any(b.html == block.html for b in self.blocks[-2:])
        names = {file_name(i.url) for i in block.images}
        same = [b for b in self.blocks[-2:] if any(file_name(i.url) in names for i in b.images)]
        image = next(noscript.iter("img"), None)
        if not same and image is not None and stands_for(image, self._image):
            same = self.blocks[-1:]
        for known in same:
            replace_preview(known, block)
        return bool(same)

    def _add(self, block: Block) -> None:
        """Add a picture or embed in its place: what paragraph is open ends before it and goes on after it."""
        if self._structure is None:
            self._flush()
            block.home = self._paragraph
            self.blocks.append(block)
        else:
            self._structure.put(block)


def _is_gutter(cell: Element) -> bool:
    """Whether a cell of a listing is called as highlighters call that of the numbers."""
    return not _NUMBERS.isdisjoint((cell.get("class") or "").split())
