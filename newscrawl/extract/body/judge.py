"""Judge of blocks: the last word on each block of a body, by what was learned from pages of many publishers.

The rules before it drop and doubt by names, links and phrases. Here an ensemble of small trees weighs all the evidence
of a block together, what the rules say among it: a doubted block that reads like the article comes back (a name never
decides alone), a kept one that does not goes. The weights stand in `judge.json`, which `benchmarks/train_judge.py`
makes.
"""

import re
from collections import Counter
from collections.abc import Iterable
from functools import cache

from newscrawl.extract.body.blocks import Block, leads_to_quote
from newscrawl.extract.body.evidence import BESIDE, FIGURES, measure
from newscrawl.extract.body.scene import Scene, Words
from newscrawl.extract.body.trees import chance_at, pushes, score, weights_of
from newscrawl.text.letters import letters

KEPT_FROM, BACK_FROM = 0.4, 0.7
"""Chances from which a block stays, and from which one that a rule doubts comes back: rules are rather right. On
publishers that nothing was learned from, .35 to .6 and .5 to .7 differ by .0015."""

FIRST, CLEAR = 24, 1.5
"""Trees after which a verdict so far from even is believed unasked: the others turn one in a thousand over."""

_FINAL = frozenset(
    {
        "headline", "stands there twice", "pull quote", "caption again", "byline", "date", "plea", "source",
        "asks to share", "read more", "above the text", "caption of nothing", "heads comments", "heads cards", "call",
        "line of tags", "links at the end", "shortcode",
    }
)  # fmt: skip
"""Reasons that are no doubts: the text stands elsewhere in the article, or says itself that it is none of it."""

NOT_JUDGED = frozenset({"figure", "embed", "rule", "box", "time", "code"})
"""Kinds without running text of their own; so is a table but one of links."""

MOST_LINKS = 0.5
"""Share of a table's text that may be links."""

_EVIDENCE = {
    "its length": "length",
    "its links": "links",
    "its kind": "kind tag",
    "its sentences": "stops commas ends begins capitals",
    "a rule's doubt": "doubt",
    "its place": "place before after count from_first to_last depth apart",
    "its neighbours": "length_1 length1 length_2 length2 links_1 links1 around",
    "others of its shape": "alike alike_share",
    "its box": "box_share box_links box_blocks box_length",
    "names around it": "name_sum name_min name_max own_name",
    "its words": "said_sum said_min said_max",
    "what it shares with the title": "title",
    "the page": "page_length page_paragraphs page_links page_doubted prose",
}
_CALLED = {figure: said for said, figures in _EVIDENCE.items() for figure in figures.split()}
"""Figure -> what it is called where a verdict is explained."""


_Told = list[tuple[str, str]]

REASON = "the judge of blocks"
MOST_TOLD = 200
"""So many blocks are told of with the evidence, which takes ten times as long as the verdict."""


@cache
def _words() -> Words:
    said = weights_of("judge.json", FIGURES)
    return Words(said["names"], said["said"])


def asked(written: list[Block], kept: list[Block]) -> list[Block]:
    """The blocks to be judged, in the page's order; an introduction from elsewhere on the page comes first."""
    stays, own = {id(b) for b in kept}, {id(b) for b in written}
    above = [b for b in kept if id(b) not in own]
    return above + [b for b in written if id(b) in stays or (b.doubt and b.doubt not in _FINAL)]


def sure(blocks: Iterable[Block]) -> list[Block]:
    """The blocks that no rule doubts."""
    return [b for b in blocks if not b.doubt]


def settle(written: list[Block], kept: list[Block], scene: Scene, removed: _Told) -> tuple[list[Block], _Told]:
    """The article's blocks; and what a rule would have left out and stays, with the reasons.

    `written`: all blocks of the page's part; `kept`: those that the rules keep. `removed` is told of what goes.
    """
    stays = {id(b) for b in kept}
    blocks = asked(written, kept)
    rows = measure(blocks, scene, _words())
    is_kept = [id(b) in stays for b in blocks]
    verdicts = [_verdict(*each) for each in zip(blocks, rows, is_kept, strict=True)]
    _keep_headings_of_notes(blocks, verdicts, is_kept)
    _keep_lines_to_quotes(blocks, verdicts, is_kept)
    if back := [n for n, verdict in enumerate(verdicts) if verdict and not is_kept[n]]:
        known = letters("".join([b.text for b in kept]))
        for n in back:
            verdicts[n] = letters(blocks[n].text) not in known
    _decide_pictures(blocks, verdicts)
    if not any(verdict and b.text for b, verdict in zip(blocks, verdicts, strict=True)):
        return kept, []
    found = [b for b, verdict in zip(blocks, verdicts, strict=True) if verdict]
    _tell_gone(zip(blocks, rows, is_kept, verdicts, strict=True), removed)
    back = [n for n, verdict in enumerate(verdicts) if verdict and not is_kept[n] and rows[n]]
    return found, _told_back([(blocks[n], rows[n]) for n in back], removed)


def _verdict(block: Block, row: list[float], is_kept: bool) -> bool:
    if not row or not is_judged(block):
        return is_kept or (bool(row) and holds_note(block) and chance(row) >= BACK_FROM)
    return chance(row) >= (KEPT_FROM if is_kept else BACK_FROM)


def is_judged(block: Block) -> bool:
    """Whether a block is running text; what tables, code and lists of sources hold, readers miss, though many truths
    leave it out."""
    is_of_data = block.kind == "table" and (block.linked <= MOST_LINKS * len(block.text) or _has_columns(block))
    is_known = is_of_data or block.is_described or block.names_sources
    return block.kind not in NOT_JUDGED and not is_known and not holds_note(block)


def _has_columns(table: Block) -> bool:
    """Whether a table of links has heads of columns, and each row says more than where its link leads: results."""
    rows = table.html.split("<tr>")[1:] if "<th>" in table.html else []
    return len(rows) > FEWEST_ROWS and all(any("<a " not in cell for cell in _CELLS.findall(row)) for row in rows)


FEWEST_ROWS = 3
_CELLS = re.compile(r"<t[dh]>(?=[^<]*\w)(.*?)</t[dh]>", re.DOTALL)


def holds_note(block: Block) -> bool:
    """Whether a block is a note below the text, or has the sign of one."""
    html = block.html
    return html.startswith("<p><sup id=") or ("#" in html and any(sign.search(html) for sign in _NOTES))


_NOTES = (
    re.compile(r'href="[^"#]*#(?:_?fn|_?ftn|_?edn|footnote|endnote|cite_|[\w-]{2,60}-link")'),
    re.compile(
        r'\A<\w+>\W{0,3}(?:<sup>)?<a href="[^"#]*#(?!comm|resp|repl|disq)[\w:.-]{1,80}"[^<>]*>\W{0,3}\d{1,3}\W{0,3}</a>'
    ),
    re.compile(r'<a href="[^"#]*#[\w:.-]{1,80}"[^<>]*>\W{0,3}[↩⤴↑⏎^]\W{0,3}</a>\W{0,3}</\w+>\Z'),
)
"""A link from the text to a note below it, a number at a note's begin that leads back, a sign at its end that does."""


def chance(row: list[float]) -> float:
    """The chance that a block of these figures is the article's, 0 to 1."""
    trees = weights_of("judge.json", FIGURES)["trees"]
    total = score(trees[:FIRST], row)
    if -CLEAR < total < CLEAR:
        total += score(trees[FIRST:], row)
    return chance_at(total)


def why(row: list[float]) -> str:
    """The two or three kinds of evidence that pushed a verdict most, in words."""
    sign = -1 if chance(row) < KEPT_FROM else 1
    moved: Counter[str] = Counter()
    for figure, push in pushes(weights_of("judge.json", FIGURES)["trees"], row).items():
        moved[_CALLED[FIGURES[figure]]] += sign * push  # type: ignore[assignment]
    return f"{REASON}: " + ", ".join(name for name, push in moved.most_common(3) if push > 0)


def _keep_headings_of_notes(blocks: list[Block], verdicts: list[bool], is_kept: list[bool]) -> None:
    """The heading of notes stays with them."""
    for n, block in enumerate(blocks[:-1]):
        if block.kind == "heading" and is_kept[n] and blocks[n + 1].kind != "heading":
            verdicts[n] = verdicts[n] or (verdicts[n + 1] and holds_note(blocks[n + 1]))


def _keep_lines_to_quotes(blocks: list[Block], verdicts: list[bool], is_kept: list[bool]) -> None:
    """Who is quoted stays with the quotation: "Jane Doe:"."""
    for n, block in enumerate(blocks[:-1]):
        if is_kept[n] and blocks[n + 1].kind == "quote" and leads_to_quote(block):
            verdicts[n] = verdicts[n] or verdicts[n + 1]


def _decide_pictures(blocks: list[Block], verdicts: list[bool]) -> None:
    """A doubted picture comes back with the text beside it."""
    for n, block in enumerate(blocks):
        if block.doubt and not block.text and block.doubt != BESIDE:
            beside = [m for m in (n - 1, n + 1) if 0 <= m < len(blocks) and blocks[m].doubted == block.doubted]
            verdicts[n] = any(verdicts[m] and blocks[m].text for m in beside)


def _tell_gone(judged: Iterable[tuple[Block, list[float], bool, bool]], removed: _Told) -> None:
    boxes: dict[tuple[str, str], None] = {}
    for block, row, was_kept, stays in judged:
        if was_kept and not stays:
            removed.append((block.label, why(row) if len(removed) < MOST_TOLD else REASON))
        elif not stays and block.doubted and block.doubt != BESIDE:
            boxes[block.doubted, block.doubt] = None
    removed.extend(boxes)


def _told_back(back: list[tuple[Block, list[float]]], removed: _Told) -> _Told:
    again = Counter((block.label, block.doubt) for block, _ in back)
    stays = []
    for entry in removed:
        if again[entry]:
            again[entry] -= 1
        else:
            stays.append(entry)
    removed[:] = stays
    return [(block.label, f"{block.doubt}, but {why(row)}") for block, row in back[:MOST_TOLD]]
