"""A list, quotation, table or code that is open: one block, in which markup is kept as it is nested."""

from newscrawl.element import Element
from newscrawl.extract.body.blocks import Block
from newscrawl.extract.body.inline import Run
from newscrawl.extract.body.item_marks import are_numbered, has_marks, is_number
from newscrawl.extract.body.markup import CELLS, HEADINGS, LINES, NESTED, NOTHING_EMPTY, STRUCTURES, opening_tag
from newscrawl.extract.body.text import one_line
from newscrawl.extract.vocabulary.names import roles_of


class Structure:
    """Writes what stands in an element into the run of text that it begins."""

    def __init__(self, element: Element, tag: str, run: Run) -> None:
        self.element, self.tag, self._run = element, tag, run
        self.is_code = tag == "pre"
        self._is_marked = has_marks(element)
        self._numbered: dict[Element, bool] = {}  # lists, and whether their items begin with numbers
        self._cells = 0  # cells of tables that are open
        run.begin(opening_tag(element, tag))

    def start(self, element: Element, tag: str) -> None:
        """Begin an element within it."""
        name = HEADINGS.get(tag, tag)
        if self.is_code:
            if name in CELLS:
                self._run.part_columns()
            elif not _begins_cell(element):
                self._run.part_lines()
        elif name not in NESTED:
            self._run.part_words()
        else:
            self._cells += name in CELLS
            self._run.mark(opening_tag(element, name), "" if name in CELLS else self._break_of(name))
            self.is_code = name == "pre"

    def end(self, element: Element, tag: str) -> None:
        """End an element within it."""
        name = HEADINGS.get(tag, tag)
        if name == "pre":
            self.is_code = self.tag == "pre"
        if self.is_code:
            if name not in CELLS and (tail := element.tail) and not tail.lstrip(" \t").startswith("\n"):
                self._run.part_lines()
            return
        if name not in NESTED:
            self._run.part_words()
            return
        self._run.mark("" if self._is_empty(name) else f"</{name}>", self._break_of(name))
        self._cells -= name in CELLS

    def _is_empty(self, name: str) -> bool:
        """Whether nothing is said in the element that ends, which goes with its begin then; without lines left open."""
        while self._run.take_back("<br>"):
            pass
        return name in NOTHING_EMPTY and self._run.take_back(f"<{name}>")

    def _break_of(self, name: str) -> str:
        """What parts an element's words from others: a line's end; in a cell a row goes on behind a paragraph."""
        if name in CELLS:
            return "\t"
        return "" if name not in LINES else " " if self._cells and name == "p" else "\n"

    def numbers_item(self, element: Element) -> bool:
        """Whether an element says which item of a list it begins, which the list says without it."""
        item = element.getparent()
        if item is None or item.tag != "li" or (items := item.getparent()) is None:
            return False
        if items not in self._numbered:
            self._numbered[items] = are_numbered(items)
        return self._numbered[items] and is_number(element)

    def end_line(self) -> None:
        """Write a <br>."""
        self._run.mark("\n" if self.is_code else "<br>", "\n")

    def put(self, block: Block) -> None:
        """Write a picture or an embed, without the figure around it; code has none, a list no marks of items."""
        if not (self.is_code or self._is_marked):
            self._run.mark(block.html.partition(">")[2].removesuffix("</figure>"))

    def finish(self) -> Block | None:
        """End it; None where nothing stands in it."""
        while not self.is_code and self._run.take_back("<br>"):
            pass
        self._run.mark(f"</{self.tag}>")
        html, words = self._run.finish()
        lines = words.split("\n")
        if self.tag != "pre":
            lines = [joined for line in lines if line and (joined := one_line(line))]
        text = "\n".join(lines).strip("\n")
        if not text.strip() and "<img" not in html:
            return None
        element, tag = self.element, self.tag
        return Block(STRUCTURES[tag], html, text, self._run.linked, roles_of(element), tag, stood=element)


def _begins_cell(element: Element) -> bool:
    """Whether a wrapper is the first thing in a cell of a table, and so goes on with the line of the row."""
    around = element.getparent()
    return around is not None and around.tag in CELLS and element.getprevious() is None
