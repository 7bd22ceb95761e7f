"""Block: one element of a clean body, as HTML and as text, with what is needed to judge it."""

import re
from dataclasses import dataclass, field
from typing import Literal

from newscrawl.element import Element
from newscrawl.extract.body.images import Image
from newscrawl.extract.vocabulary.name_table import Role

Kind = Literal[
    "paragraph", "heading", "list", "quote", "table", "code", "figure", "embed", "rule", "box", "standfirst", "time"
]

RUNNING = 80
"""Characters from which a paragraph counts as running text: bylines, dates, labels and share rows are shorter."""

LONGEST_ROW = 500
"""Characters of a plea or a notice; rows of links are shorter."""

LONGEST_LABEL, LEAST_HEADLINE, LONGEST_HEADLINE = 60, 20, 160
"""Characters."""


@dataclass(slots=True)
class Block:
    """A block element of a body. Blocks stand side by side; what is nested stands inside `html`."""

    kind: Kind
    html: str
    """The finished element."""

    text: str = ""
    """Its plain text, one paragraph or list item a line."""

    linked: int = 0
    """How many characters of the text are links."""

    roles: frozenset[Role] = frozenset()
    """What its element's names say that it is."""

    tag: str = ""
    """The page's own tag."""

    images: list[Image] = field(default_factory=list)

    home: object = None
    """The page's element it stood in; two blocks with one home were one paragraph."""

    level: int = 0
    """Of a heading: 2 to 6."""

    leads_out: bool = False
    """Of a list of links, or a line that is one: whether most lead to other publishers (`outward`)."""

    is_described: bool = False
    """Of a standfirst: whether the page's summary for previews says the same."""

    stood: Element | None = None
    """The page's element that it was written from: its names and those around it are evidence."""

    picture: Element | None = None
    """The page's element of a picture that is a block of its own."""

    doubt: str = ""
    """Why a rule leaves it out; of some reasons the judge of blocks has the last word (`judge`)."""

    doubted: str = ""
    """The box that the doubt is about, as a short selector."""

    def become_standfirst(self) -> None:
        """Mark a paragraph or heading as the standfirst."""
        self.kind, self.html = "standfirst", f'<p class="standfirst">{self.inside}</p>'

    def become_subhead(self, inside: str) -> None:
        """Make a paragraph a subhead that says this, as HTML."""
        self.kind, self.level, self.html = "heading", 3, f"<h3>{inside}</h3>"

    def leave_out(self, reason: str, removed: list[tuple[str, str]]) -> None:
        """Doubt the block, and tell `removed` why."""
        self.doubt = reason
        removed.append((self.label, reason))

    @property
    def inside(self) -> str:
        """What stands inside its element, as HTML."""
        return self.html.partition(">")[2].rpartition("<")[0]

    @property
    def label(self) -> str:
        """How it is called where it is left out: its tag and its first words."""
        said = self.text or (self.images[0].url if self.images else self.html)
        return f"{self.tag or self.kind} “{said[:60]}”"

    @property
    def chars(self) -> int:
        """How long its text is."""
        return len(self.text)

    @property
    def names_sources(self) -> bool:
        """Whether it is links in the main, of which several show the addresses they lead to: what a text rests on."""
        return 2 * self.linked > len(self.text) and len(_SHOWN_ADDRESS.findall(self.html)) >= SOURCES

    @property
    def is_link(self) -> bool:
        """Whether it is nothing but a link or several."""
        return bool(self.text) and self.linked >= (0.5 if self.kind == "list" else 0.8) * len(self.text)


_SHOWN_ADDRESS = re.compile(r">(?:https?://|www\.)[^\s<>]{5,}</a>")

SOURCES = 2
"""Shown addresses from which a block names sources; one alone may be the page's own, for copying."""

QUESTION_MARKS = ("?", "？", "؟")

_SENTENCE = re.compile(r"[.!?…:：»”“\"'。！？।؟]\W*$")


LONGEST_SIGN = 24
"""Characters of the sign of an author or an agency in brackets: "(ji)", "(dpa/lnw)"."""


def ends_sentence(text: str) -> bool:
    """Whether a text ends as a sentence does, or with one and a sign in brackets: "He won. (dpa)"."""
    if text.endswith(")") and (start := text.rfind(" (", -LONGEST_SIGN)) > 0:
        text = text[:start]
    return _SENTENCE.search(text[-9:]) is not None


def leads_to_quote(line: Block) -> bool:
    """Whether a line says whose words come next: "Jane Doe, in the Saltmarsh Post:"."""
    return line.kind == "paragraph" and line.tag == "p" and line.text.endswith((":", "："))


def is_label(block: Block) -> bool:
    return len(block.text) < LONGEST_LABEL and not ends_sentence(block.text)


def says_whose(block: Block) -> bool:
    """Whether a short line is called after a quotation, or all of it a source: whose a quotation is."""
    is_line = block.kind == "paragraph" and len(block.text) <= LONGEST_LABEL
    return is_line and ("quotation" in block.roles or block.html.startswith("<p><cite>"))
