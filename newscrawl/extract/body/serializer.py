"""The body serializer: it walks over a container once, in document order, and writes clean blocks.

The page's tree is left as it is. Wrappers vanish, so blocks stand side by side; inline markup that reaches over several
blocks is closed and opened again; pictures and embeds are lifted out of paragraphs; what is boilerplate is skipped, and
why is kept.
"""

from collections.abc import Sequence
from typing import Any

from lxml import etree

from newscrawl.element import Element
from newscrawl.extract.body.blocks import Block
from newscrawl.extract.body.container import describe
from newscrawl.extract.body.disclosure_titles import is_mark, is_term
from newscrawl.extract.body.evidence import BESIDE
from newscrawl.extract.body.flow_figures import is_flow_figure
from newscrawl.extract.body.images import IMAGE_TAGS, is_small, sign_of
from newscrawl.extract.body.inline import Run
from newscrawl.extract.body.item_marks import has_marks
from newscrawl.extract.body.layout import INLINE_TAGS, is_inline
from newscrawl.extract.body.linked_embeds import shown_link
from newscrawl.extract.body.liveblog import entry_time, time_block
from newscrawl.extract.body.markup import HEADINGS, STRUCTURES, is_gutter, is_layout_table, numbers_lines
from newscrawl.extract.body.media import (
    AROUND_EMBEDS,
    AROUND_PICTURES,
    MEDIA_TAGS,
    embed_of_box,
    empty_box_block,
    large_picture,
    link_block,
    media_block,
    post_block,
)
from newscrawl.extract.body.noscripts import takes_place
from newscrawl.extract.body.paragraphs import Paragraphs
from newscrawl.extract.body.pruning import Pruner
from newscrawl.extract.body.stand_ins import waits_for_script
from newscrawl.extract.body.structure import Structure
from newscrawl.extract.body.words_in_sentences import is_word
from newscrawl.extract.body.written import WrittenBlocks
from newscrawl.extract.page.links import is_anchor
from newscrawl.urls.resolve import Absolute

MOST_ELEMENTS = 10_000
"""Of one body. The longest live blogs have half of it; pages made to be slow have more."""

FIGURE_COST = 3
"""Elements that a figure counts for beside itself, as it is read whole."""

TABLE_PARTS = ("tr", "td", "th", "thead", "tbody", "tfoot")

_OF_LISTINGS = ("td", "span")
"""Elements that may hold the numbers of a listing's lines."""

_UNTOLD = frozenset("script style svg noscript button input label link meta template path rt".split())
"""Left out on every page and of no interest to who asks what was left out."""


class Writer:
    """Writes the blocks of containers."""

    def __init__(self, absolute: Absolute, judge: Pruner) -> None:
        self._written = WrittenBlocks(absolute, judge)
        self.blocks, self.removed = self._written.blocks, self._written.removed
        self._absolute = absolute
        self._judge = judge
        self._left = MOST_ELEMENTS
        self._run = Run(absolute)
        self._open = Paragraphs(self._run, self._written)
        self._text, self._flush = self._open.text, self._open.flush
        self._structure: Structure | None = None
        self._image: Element | None = None
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
            (self._structure or self._open).end_line()
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
        if tag == "a" and (shown := self._shown_link(element)):
            self._add(shown)
            return False
        return self._enter(element, tag)

    def _shown_link(self, link: Element) -> Block | None:
        """The embed that a script shows in the place of a link: of one without words, or on a line of its own."""
        if not link.text and not len(link):
            return link_block(link, self._absolute)
        return shown_link(link, self._absolute) if link.keys() != ["href"] and self._run.parts is None else None

    def _enter(self, element: Element, tag: str) -> bool:
        """Write the begin of an element that stays; False where it is read whole, or says nothing in a heading."""
        if self._open.heading is not None:
            if is_mark(element) or is_anchor(element):
                return False
            leads_to_itself = (element.get("href") or "").startswith("#")
            self._open.start_inline(element, "span" if leads_to_itself else tag)
        elif is_inline(element, tag) or tag == "button":
            if tag in ("button", "label") and self._structure is None and not is_word(element):
                self._flush()  # what it says is a line of its own, a heading perhaps
                self._open.source = element
            self._open.start_inline(element, tag)
        elif self._structure is not None:
            self._structure.start(element, tag)
        elif tag == "p":
            self._flush()
            self._open.source = element
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
        if tag == "button" and (self._open.heading is not None or is_word(element) or is_term(element)):
            return ""
        reason = self._judge.reason(element, tag)
        if tag in _OF_LISTINGS and self._numbers_lines(element, tag):
            return "numbers of lines"
        if self._structure is None or reason == "hidden":
            return reason
        if not reason:
            return "number of an item" if self._structure.numbers_item(element) else ""
        is_part = self._structure.is_code or tag in ("footer", "cite", *TABLE_PARTS)
        return "" if is_part else reason

    def _numbers_lines(self, element: Element, tag: str) -> bool:
        """Whether a cell of a listing, or an element within its lines, holds their numbers."""
        if tag == "td":
            return numbers_lines(element) or (self._structure is not None and is_gutter(element))
        return self._structure is not None and self._structure.is_code and is_gutter(element)

    def _leave_out(self, element: Element, reason: str) -> bool:
        if reason in AROUND_EMBEDS and (embed := embed_of_box(element, reason, self._absolute)):
            self._add(embed)
            if element not in self._judge.weights:
                return False
        elif reason in AROUND_PICTURES and (picture := large_picture(element)) is not None:
            return self._media(picture, picture.tag)
        if element.tag not in _UNTOLD:
            self.removed.append((describe(element), reason))
        return False

    def _may_doubt(self, element: Element, tag: str, reason: str) -> bool:
        """Whether a box that its names speak against is written all the same, for the judge of blocks to look at."""
        return (
            self._written.doubted is None
            and self._open.heading is None
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
        if is_inline(element, tag) or self._open.heading not in (None, element) or tag == "button":
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
            self._structure = Structure(element, tag, self._run)
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
        self._open.source = element if element.get("class") or element.tag == "figcaption" else None
        if text := element.text:
            self._text(text)
        return True

    def _may_be_empty(self, element: Element) -> bool:
        """Whether a script may fill a box: it has nothing in it, is the page's own kind, or says what it shows."""
        is_empty = "-" in element.tag or all(e.tag in _UNTOLD for e in element)
        return (is_empty and element not in self._judge.weights) or waits_for_script(element)

    def _is_layout(self, element: Element, tag: str) -> bool:
        """Whether a list or table only lays things out: lists of pictures, tables around the text."""
        if tag == "table":
            return is_layout_table(element) or self._judge.is_heavy(element, 0.7)
        if tag not in ("ul", "ol", "dl"):
            return False
        if next(element.iter("img"), None) is not None and not has_marks(element):
            return True
        return self._judge.is_heavy(element, 0.7) and element.find("li/p") is not None

    # ---- pictures and embeds ---------------------------------------------------------------------

    def _media(self, element: Element, tag: str) -> bool:
        """Read a picture or an embed whole; True where the element is to be walked into instead."""
        if reason := self._reason_of_media(element, tag):
            return self._leave_out(element, reason)
        if self._holds_text(element, tag):
            self._flush()
            return True
        if tag == "figure":
            self._left -= FIGURE_COST
        if tag == "img" and (sign := sign_of(element)):
            self._text(sign)
            return False
        block = media_block(element, self._absolute)
        if block is None:
            return tag == "figure" and next(element.iter("blockquote"), None) is not None
        self._place(block, element, tag)
        return False

    def _reason_of_media(self, element: Element, tag: str) -> str:
        """Why a picture or an embed is left out, or ""."""
        if element in self._judge.removals:
            return self._judge.removals[element]
        reason = self._judge.reason(element, "div") if tag == "figure" else ""
        return "" if reason in AROUND_PICTURES else reason

    def _holds_text(self, element: Element, tag: str) -> bool:
        """Whether a figure or a <noscript> holds text of the article, and is no picture with its caption."""
        if tag == "figure" and (self._structure is not None or is_flow_figure(element)):
            return True
        return tag in ("figure", "noscript") and self._judge.is_heavy(element)

    def _place(self, block: Block, element: Element, tag: str) -> None:
        """Put a picture or an embed where it stands: behind the sentence that it cuts; not twice for a <noscript>."""
        block.picture = element
        if tag == "img" and self._structure is None and self._run.is_cut_by(element.tail):
            if not is_small(element):
                self._open.put_behind(block)
        elif tag != "noscript" or not takes_place(element, block, self.blocks[-2:], self._image):
            self._add(block)
            self._image = next(element.iter(*IMAGE_TAGS), None)

    def _add(self, block: Block) -> None:
        """Add a picture or embed in its place: what paragraph is open ends before it and goes on after it."""
        if self._structure is None:
            self._flush()
            block.home = self._open.source
            self.blocks.append(block)
        else:
            self._structure.put(block)
