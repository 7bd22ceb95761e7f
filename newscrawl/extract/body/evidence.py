"""Evidence: what can be measured of a block of text and of its place, for the judge of blocks.

Nothing here decides. Any figure holds for any site and any language: lengths are counted so that Chinese, Japanese and
Korean characters weigh as much as what they say, and names count by what their words meant on many publishers.
"""

import re
from math import log

from newscrawl.extract.body.blocks import RUNNING, Block
from newscrawl.extract.body.evidence_of_boxes import Boxes
from newscrawl.extract.body.evidence_of_names import Names
from newscrawl.extract.body.scene import Scene, Words
from newscrawl.extract.body.text_map import length_of
from newscrawl.extract.body.wrappers import wrappers
from newscrawl.text.scripts import HAN, KANA

BESIDE = "beside the text"
"""The doubt about what stands around the container."""

FIGURES = (
    # what it is
    "length", "links", "kind", "tag", "stops", "commas", "ends", "begins", "capitals",
    # what a rule says of it
    "doubt",
    # where it stands
    "place", "before", "after", "count", "from_first", "to_last", "depth",
    # its neighbours
    "length_1", "length1", "length_2", "length2", "links_1", "links1", "around",
    # others of its shape, and the box it stands in
    "alike", "alike_share", "box_share", "box_links", "box_blocks", "box_length",
    # names
    "name_sum", "name_min", "name_max", "own_name", "apart",
    # what it says
    "said_sum", "said_min", "said_max", "title",
    # the page
    "page_length", "page_paragraphs", "page_links", "page_doubted", "prose",
)  # fmt: skip
"""The names of the figures, in the order in which the trees ask for them."""


def _numbered(*names: str) -> dict[str, int]:
    return {name: number for number, name in enumerate(names)}


_KINDS = _numbered("paragraph", "heading", "list", "quote", "table", "code", "standfirst", "time", "box")
_TAGS = _numbered("p", "", "div", "li", "section", "article", "td")

_DOUBTS = _numbered(
    "", "ad", "related", "share", "newsletter", "comments", "author box", "navigation", "tags", "paywall",
    "cookie notice", "player", "page furniture", "window", "teaser", "form", "links", "label", "heads links",
    "heads nothing", BESIDE,
)  # fmt: skip

LONGEST_TOLD = 400
"""Characters of a block up to which its words are looked at one by one."""

CLEAR_LENGTH, CLEAR_LINKS = 100, 0.3
"""Of a paragraph between two others of its kind: there the judge has hardly ever another mind than the rules."""

_STOPS = re.compile(r"[.!?…。！？؟।](?=\W|$)")
_WORD = re.compile(rf"[^\W\d_]{{2,20}}|[{KANA}{HAN}]{{2}}")

_LAST = {
    mark: value for marks, value in ((".。।", 3), ("!?！？؟", 2), ("\"”“»')）", 1), (":：…", -1)) for mark in marks
}


def words_in(text: str) -> set[str]:
    """The words of a short text, or its pairs of characters."""
    return set(_WORD.findall(text.lower()))


def measure(blocks: list[Block], scene: Scene, worth: Words) -> list[list[float]]:
    """The figures of each block that has text, in the order of FIGURES; none for one that needs no judge."""
    measured = _Measured(blocks, scene, worth)
    return [measured.at(n) if b.text and not measured.is_clear(n) else [] for n, b in enumerate(blocks)]


class _Measured:
    """What is measured of a page's blocks, with what is the same for all."""

    def __init__(self, blocks: list[Block], scene: Scene, worth: Words) -> None:
        self._blocks, self._scene = blocks, scene
        self._lengths = [length_of(b.text) for b in blocks]
        self._logs = [log(1 + x) for x in self._lengths]
        self._links = [b.linked / len(b.text) if b.text else 0.0 for b in blocks]
        self._doubts = [_DOUBTS.get(b.doubt, len(_DOUBTS)) for b in blocks]
        self._total = sum(self._lengths) or 1.0
        self._before = [0.0]
        for x in self._lengths:
            self._before.append(self._before[-1] + x)
        each = list(zip(self._lengths, self._links, self._doubts, strict=True))
        self._prose = [x >= RUNNING and link < 0.5 and not doubt for x, link, doubt in each]
        self._plain = [
            b.tag == "p" and x >= CLEAR_LENGTH and link < CLEAR_LINKS and not doubt
            for b, (x, link, doubt) in zip(blocks, each, strict=True)
        ]
        running = [n for n, is_prose in enumerate(self._prose) if is_prose]
        self._first, self._last = (running[0], running[-1]) if running else (0, len(blocks) - 1)
        self._boxes = Boxes(blocks, self._lengths)
        self._names = Names(scene, worth.names, wrappers(blocks, self._lengths, scene.container))
        self._said = worth.said
        self._page = self._of_page()

    def is_clear(self, n: int) -> bool:
        """Whether a block is a long paragraph, a paragraph beside another, or a heading between two."""
        beside = sum(self._plain[max(0, n - 1) : n + 2]) - self._plain[n]
        if self._plain[n]:
            return beside > 0 or self._lengths[n] >= 2 * CLEAR_LENGTH
        is_heading = self._blocks[n].kind == "heading" and not self._doubts[n] and self._links[n] < CLEAR_LINKS
        return beside == 2 and is_heading

    def at(self, n: int) -> list[float]:
        """The figures of a block."""
        block = self._blocks[n]
        names, depth, apart = self._names.of(block)
        return [
            self._logs[n], self._links[n], *_form(block, self._lengths[n]), self._doubts[n],
            *self._place(n), depth, *self._neighbours(n), *self._boxes.of(n, self._total),
            *names, apart, *self._words(block.text), *self._page,
        ]  # fmt: skip

    def _of_page(self) -> list[float]:
        blocks, lengths, total = self._blocks, self._lengths, self._total
        return [
            log(1 + total),
            sum([x for b, x in zip(blocks, lengths, strict=True) if b.tag == "p"]) / total,
            sum([b.linked for b in blocks]) / total,
            sum([x for x, doubt in zip(lengths, self._doubts, strict=True) if doubt]) / total,
            self._scene.prose,
        ]

    def _place(self, n: int) -> list[float]:
        before, own, total = self._before[n], self._lengths[n], self._total
        after = total - before - own
        place = (before + own / 2) / total
        return [place, log(1 + before), log(1 + after), len(self._blocks), n - self._first, self._last - n]

    def _neighbours(self, n: int) -> list[float]:
        logs, links, last = self._logs, self._links, len(self._blocks) - 1
        return [
            logs[n - 1] if n > 0 else -1.0,
            logs[n + 1] if n < last else -1.0,
            logs[n - 2] if n > 1 else -1.0,
            logs[n + 2] if n + 1 < last else -1.0,
            links[n - 1] if n > 0 else -1.0,
            links[n + 1] if n < last else -1.0,
            sum(self._prose[max(0, n - 4) : n + 5]) - self._prose[n],
        ]

    def _words(self, text: str) -> list[float]:
        """What a short text's words are worth: sum, least and most; and how much of the title it says."""
        if len(text) > LONGEST_TOLD:
            return [0.0, 0.0, 0.0, 0.0]
        words, worth, title = words_in(text), self._said, self._scene.title
        return [*_summed([worth[w] for w in words if w in worth]), len(words & title) / len(title) if title else 0.0]


def _summed(values: list[float]) -> list[float]:
    return [sum(values), min(values), max(values)] if values else [0.0, 0.0, 0.0]


def _form(block: Block, length: float) -> list[float]:
    """What a text looks like: its kind, its marks, its first and last character, its capitals."""
    text = block.text
    commas = text.count(",")
    if not text.isascii():
        commas += text.count("、") + text.count("，") + text.count("،")
    words = text[:250].split(" ")
    return [
        _KINDS.get(block.kind, len(_KINDS)),
        _TAGS.get(block.tag, len(_TAGS)),
        100 * len(_STOPS.findall(text)) / length,
        100 * commas / length,
        _LAST.get(text[-1], 0),
        _beginning(text[0]),
        sum([w[:1].isupper() for w in words]) / len(words),
    ]


def _beginning(head: str) -> int:
    return 0 if head.isupper() else 1 if head.islower() else 2 if head.isdigit() else 3 if head.isalpha() else 4
