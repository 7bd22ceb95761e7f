"""The open block: a paragraph or heading, a list, quotation, table or code, until what stands around it ends it."""

from newscrawl.element import Element
from newscrawl.extract.body.anchors import anchor
from newscrawl.extract.body.blocks import Block
from newscrawl.extract.body.inline import Run
from newscrawl.extract.body.linked_embeds import address_alone
from newscrawl.extract.body.markup import HEADINGS
from newscrawl.extract.body.structure import Structure
from newscrawl.extract.body.text import INVISIBLE, one_line
from newscrawl.extract.body.written import WrittenBlocks

_SAYS_NOTHING = INVISIBLE + "\u200c\u200d“”„‟❝❞"
"""Of nothing but these are paragraphs that editors leave empty, and marks set large beside a quotation."""


class OpenBlock:
    """Makes blocks of running text: an element is one paragraph, or several with two <br> between them."""

    def __init__(self, run: Run, written: WrittenBlocks) -> None:
        self.source: Element | None = None
        """The element whose text is read: a paragraph, a heading, a box of its own name."""
        self.heading: Element | None = None
        """The same where it is a heading: all in it is inline then."""
        self.root: Element | None = None
        """The container, where text stands in no element of its own."""
        self.structure: Structure | None = None
        """The list, quotation, table or code that is open, in the place of a paragraph."""
        self._run, self._written = run, written
        self._breaks = 0
        self._behind: list[Block] = []

    def text(self, text: str) -> None:
        """Add text, and begin a paragraph where none is open."""
        if text[:1] in INVISIBLE and not text.strip(INVISIBLE):  # what editors put into empty elements
            return
        if self._run.parts is None:
            if text.isspace():
                return
            self._begin()
        elif self._breaks and not text.isspace():
            self._settle_breaks()
        self._run.add(text)

    def start_inline(self, element: Element, tag: str) -> None:
        """Begin an inline element."""
        if self._breaks and self._run.parts is not None:
            self._settle_breaks()
        self._run.start_inline(element, tag)

    def end_line(self) -> None:
        """Write a <br>. In a paragraph it is noted: what it means is seen at the text behind it."""
        if self.structure is not None:
            self.structure.end_line()
        else:
            self._breaks += self._run.parts is not None

    def start_structure(self, element: Element, tag: str) -> None:
        """Begin a list, quotation, table or code."""
        self.structure = Structure(element, tag, self._run)

    def end_structure(self) -> None:
        """End what was begun so."""
        if self.structure is not None and (block := self.structure.finish()):
            self._written.blocks.append(block)
        self.structure = None

    def add(self, block: Block) -> None:
        """Add a picture or embed in its place: what paragraph is open ends before it and goes on after it."""
        if self.structure is not None:
            self.structure.put(block)
            return
        self.flush()
        block.home = self.source
        self._written.blocks.append(block)

    def is_cut_by(self, after: str | None) -> bool:
        """Whether what stands here is in the middle of a paragraph's sentence, of which `after` is the rest."""
        return self.structure is None and self._run.is_cut_by(after)

    def put_behind(self, picture: Block) -> None:
        """Keep a picture in the middle of a sentence for the end of its paragraph."""
        self._behind.append(picture)

    def end_element(self) -> None:
        """End a block element: what is open in it, and the paragraph that it is."""
        self.flush()
        self.source = self.heading = None

    def flush(self) -> None:
        """Finish the paragraph or heading that is open."""
        if self._run.parts is None:
            return
        inner, text = self._run.finish()
        self._breaks = 0
        if (text := one_line(text)).strip(_SAYS_NOTHING):
            self._written.blocks += [self._block(inner.strip(), text), *self._behind]
            self._behind = []

    def _block(self, inner: str, text: str) -> Block:
        if self.heading is None and (embed := address_alone(text)):
            return Block("embed", embed, home=self.source)
        source, box = self.source, self._written.innermost
        tag = "" if source is None else source.tag
        roles = self._written.roles_around(source, text)
        block = Block("paragraph", "", text, self._run.linked, roles, tag, home=source)
        block.stood = source if source is not None else box if box is not None else self.root
        name = HEADINGS.get(tag, "h4" if tag == "summary" else "p")
        if name != "p":
            block.kind, block.level = "heading", int(name[1])
        start = f"<{name}>" if source is None else f"<{name}{anchor(source, name)}>"
        block.html = f"{start}{inner}</{name}>"
        return block

    def _begin(self) -> None:
        self._run.begin()
        self._breaks = 0

    def _settle_breaks(self) -> None:
        """One <br> stays one; two begin a new paragraph, as pages without <p> mean them."""
        if self._breaks > 1 and self.heading is None:
            self.flush()
            self._begin()
        else:
            self._run.mark("<br>", " ")
        self._breaks = 0
