"""The body serializer: it walks over a container once, in document order, and writes clean blocks.

The page's tree is left as it is. Wrappers vanish, so blocks stand side by side; inline markup that reaches over several
blocks is closed and opened again; pictures and embeds are lifted out of paragraphs; what is boilerplate is skipped, and
why is kept.
"""

from collections.abc import Sequence
from itertools import islice
from typing import Any

from lxml import etree

from newscrawl.element import Element
from newscrawl.extract.body.blocks import Block
from newscrawl.extract.body.container import describe
from newscrawl.extract.body.disclosure_titles import is_mark
from newscrawl.extract.body.embed_blocks import post_block
from newscrawl.extract.body.embeds import post_of_script
from newscrawl.extract.body.evidence import BESIDE
from newscrawl.extract.body.inline import Run
from newscrawl.extract.body.item_marks import has_marks
from newscrawl.extract.body.layout import is_inline
from newscrawl.extract.body.linked_embeds import shown_link
from newscrawl.extract.body.liveblog import entry_time, time_block
from newscrawl.extract.body.markup import HEADINGS, STRUCTURES, is_layout_table
from newscrawl.extract.body.media import MEDIA_TAGS, captioned_behind, empty_box_block, link_block
from newscrawl.extract.body.media_writer import UNTOLD, MediaWriter
from newscrawl.extract.body.omissions import Omissions
from newscrawl.extract.body.open_block import OpenBlock
from newscrawl.extract.body.pruning import Pruner
from newscrawl.extract.body.stand_ins import waits_for_script
from newscrawl.extract.body.tab_names import heading_of_panel
from newscrawl.extract.body.words_in_sentences import is_word
from newscrawl.extract.body.written import WrittenBlocks
from newscrawl.extract.page.links import is_anchor
from newscrawl.urls.resolve import Absolute

MOST_ELEMENTS = 10_000
"""Of one body. The longest live blogs have half of it; pages made to be slow have more."""

FIGURE_COST = 3
"""Elements that a figure counts for beside itself, as it is read whole."""


class Writer:
    """Writes the blocks of containers."""

    def __init__(self, absolute: Absolute, judge: Pruner) -> None:
        self._absolute, self._judge = absolute, judge
        self._written = written = WrittenBlocks(absolute, judge)
        self.blocks, self.removed = written.blocks, written.removed
        self._run = Run(absolute)
        self._open = OpenBlock(self._run, written)
        self._text, self._flush = self._open.text, self._open.flush
        self._media = MediaWriter(absolute, judge, self._open, written)
        self._omissions = Omissions(judge, self._open, written)
        self._left = MOST_ELEMENTS
        self._entry: Element | None = None
        self._entry_time: Element | None = None

    # ---- the walk --------------------------------------------------------------------------------

    def write(self, root: Element, before: Sequence[Element] = (), after: Sequence[Element] = ()) -> None:
        """Add the blocks of a container. The running text of what stands before and after it is added as doubted."""
        self._judge.enter(root)
        for element in before:
            self._write_beside(element)
        self._open.root = root
        if text := root.text:
            self._text(text)
        walker = etree.iterwalk(root, events=("start", "end"))
        next(walker)
        self._walk(root, walker)
        for element in after:
            self._write_beside(element)

    def _write_beside(self, element: Element) -> None:
        told, self._open.root = len(self.removed), element.getparent()
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
            elif element is not self._open.root:
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
            self._open.end_line()
            return False
        if self._written.doubt == BESIDE and self._omissions.is_no_text(element, tag):
            return False
        if tag in MEDIA_TAGS:
            self._left -= FIGURE_COST if tag == "figure" else 0
            return self._media.write(element, tag)
        if element is self._entry_time:
            return False
        if reason := self._omissions.reason(element, tag):
            if not self._omissions.is_doubtful(element, tag, reason):
                return self._media.leave_out(element, reason)
            self._begin_doubt(element, reason)
        if tag == "a" and (shown := self._shown_link(element)):
            self._open.add(shown)
            return False
        return self._enter(element, tag)

    def _shown_link(self, link: Element) -> Block | None:
        """The embed that a script shows in the place of a link: of one without words, or on a line of its own."""
        if not (link.text or "").strip() and (not len(link) or link[0].tag in ("span", "div", "i")):
            if (shown := link_block(link, self._absolute)) or not len(link):
                return shown
        return shown_link(link, self._absolute) if link.keys() != ["href"] and self._run.parts is None else None

    def _enter(self, element: Element, tag: str) -> bool:
        """Write the begin of an element that stays; False where it is read whole, or says nothing in a heading."""
        if self._open.heading is not None:
            if is_mark(element) or is_anchor(element):
                return False
            leads_to_itself = (element.get("href") or "").startswith("#")
            self._open.start_inline(element, "span" if leads_to_itself else tag)
        elif is_inline(element, tag) or tag == "button":
            if tag in ("button", "label") and self._open.structure is None and not is_word(element):
                self._flush()  # what it says is a line of its own, a heading perhaps
                self._open.source = element
            self._open.start_inline(element, tag)
        elif self._open.structure is not None:
            self._open.structure.start(element, tag)
        elif tag == "p":
            self._flush()
            self._open.source = element
        else:
            return self._start_block(element, tag)
        if text := element.text:
            self._text(text)
        return True

    def _begin_doubt(self, element: Element, reason: str) -> None:
        self._flush()
        self._written.begin_doubt(element, reason)

    def _end_doubt(self) -> None:
        self._flush()
        self._written.end_doubt()

    def _end(self, element: Element, tag: str) -> None:
        if is_inline(element, tag) or self._open.heading not in (None, element) or tag == "button":
            self._run.end_inline(element)
        elif self._open.structure is None:
            self._end_block(element)
        elif element is not self._open.structure.element:
            self._open.structure.end(element, tag)
        else:
            self._open.end_structure()

    def _end_block(self, element: Element) -> None:
        self._open.end_element()
        if element is self._written.innermost:
            self._written.end_box(is_judged=element is not self._entry)
        if element is self._entry:
            self._entry = None

    # ---- blocks ----------------------------------------------------------------------------------

    def _start_block(self, element: Element, tag: str) -> bool:
        self._flush()
        self._open.source = None
        if (tag in HEADINGS or tag == "summary") and not self._judge.is_heavy(element):
            self._open.source = self._open.heading = element
        elif tag in STRUCTURES and not self._is_layout(element, tag):
            if tag == "blockquote" and (post := post_block(element, self._absolute)):
                self.blocks.append(post)
                return False
            self._open.start_structure(element, tag)
        elif tag == "hr":
            self.blocks.append(Block("rule", "<hr>"))
        else:
            return self._start_box(element)
        if text := element.text:
            self._text(text)
        return True

    def _start_box(self, element: Element) -> bool:
        if self._may_be_empty(element) and (block := empty_box_block(element, self._absolute)):
            block.picture = element
            self.blocks.append(block)
            return False
        if "url(" in (element.get("style") or "") and (block := captioned_behind(element, self._absolute)):
            self.blocks.append(block)
            return False
        if self._entry is None and (time := entry_time(element)) is not None and (line := time_block(time)):
            self._entry, self._entry_time = element, time
            self.blocks.append(line)
        self._written.begin_box(element)
        if heading := heading_of_panel(element):
            self.blocks.append(heading)
        self._open.source = element if element.get("class") or element.tag == "figcaption" else None
        if text := element.text:
            self._text(text)
        return True

    def _may_be_empty(self, element: Element) -> bool:
        """Whether a script may fill a box: it has nothing in it, is the page's own kind, or says what it shows."""
        is_empty = "-" in element.tag or all(e.tag in UNTOLD for e in element)
        is_waiting = waits_for_script(element) or post_of_script(element) != ""
        return (is_empty and element not in self._judge.weights) or is_waiting

    def _is_layout(self, element: Element, tag: str) -> bool:
        """Whether a list or table only lays things out: lists of pictures, tables around the text."""
        if tag == "table":
            return is_layout_table(element) or self._judge.is_heavy(element, 0.7)
        if tag not in ("ul", "ol", "dl"):
            return False
        if next(element.iter("img"), None) is not None and not has_marks(element):
            return True
        if _is_wordless(element):  # slides with pictures behind them
            return True
        return self._judge.is_heavy(element, 0.7) and element.find("li/p") is not None


def _is_wordless(row: Element) -> bool:
    """Whether a list begins with nothing but elements without words."""
    first = islice(row.iter(), MOST_WORDLESS)
    return not any((e.text or "").strip() or (e is not row and (e.tail or "").strip()) for e in first)


MOST_WORDLESS = 60
"""Elements of a list that are looked at for a word."""
