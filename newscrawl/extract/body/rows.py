"""Rows of links to other articles, and pleas, in the midst of a text: told by their words."""

from itertools import islice, takewhile

from newscrawl.element import Element
from newscrawl.extract.body.blocks import LEAST_HEADLINE, LONGEST_HEADLINE, Block, ends_sentence, is_label
from newscrawl.extract.body.chronologies import is_of_text
from newscrawl.extract.body.row_reasons import lines_of, row_reason
from newscrawl.extract.vocabulary.phrases import Phrases

CARD_LEVELS, MOST_IN_CARD = 4, 3
"""Boxes inside a card, and its blocks beside the line "Read more"."""

MOST_STORIES = 5
"""Links of a list below such a line; longer ones are a blog's own."""

LONGEST_CARD = 400
"""Characters of another story's headline and summary."""


def without_rows(blocks: list[Block], phrases: Phrases, removed: list[tuple[str, str]]) -> list[Block]:
    """Without rows of links to other articles and their headings, and without pleas."""
    kept: list[Block] = []
    card: set[int] = set()
    for line in lines_of(blocks):
        n, block = line.place, line.block
        if id(block) in card or (n and blocks[n - 1].doubt == "read more" and _is_row(block, blocks[n - 1])):
            block.leave_out("read more", removed)
        elif block.kind == "list" and block.leads_out and n and blocks[n - 1].doubt == "read more":
            block.leave_out("links", removed)  # partners' stories
        elif (reason := row_reason(line, phrases)) and not (reason == "date" and is_of_text(n, blocks, phrases)):
            if reason == "links" and kept and _heads_links(kept[-1], block, line.following):
                kept.pop().leave_out("heads links", removed)
            block.leave_out(reason, removed)
            card.update(map(id, _card(blocks, n) if reason == "read more" else ()))
        else:
            kept.append(block)
    return kept


def _heads_links(label: Block, links: Block, following: Block | None) -> bool:
    """Whether a heading stands above a list of links alone, or a label with it in a box of their own."""
    if label.kind == "heading" and (following is None or following.kind == "heading"):
        return True
    if links.stood is None or label.stood is None or label.kind not in ("heading", "paragraph") or not is_label(label):
        return False
    box = next((e for e in islice(links.stood.iterancestors(), CARD_LEVELS) if _is_inside(label.stood, e)), None)
    return box is not None and (following is None or following.stood is None or not _is_inside(following.stood, box))


def _is_row(block: Block, before: Block) -> bool:
    """Whether a line is nothing but a link, or a list of a few, below a label "Read more" or another such link."""
    if block.kind == "list":
        return before.kind == "paragraph" and not before.linked and _is_short_list(block)
    return block.kind == "paragraph" and block.is_link and (before.is_link or not before.linked or _is_line(block))


def _is_short_list(block: Block) -> bool:
    """Whether a list is nothing but the linked headlines of some stories."""
    lines = block.text.split("\n")
    are_headlines = all(LEAST_HEADLINE <= len(line) <= LONGEST_HEADLINE for line in lines)
    return are_headlines and len(lines) <= MOST_STORIES and block.linked >= len(block.text) - len(lines)


def _is_line(block: Block) -> bool:
    """Whether a link is a headline: below a line "Read more: a headline" it is the next of them."""
    return block.tag == "p" and LEAST_HEADLINE <= len(block.text) <= LONGEST_HEADLINE and not ends_sentence(block.text)


def _card(blocks: list[Block], label: int) -> list[Block]:
    """The blocks that belong to a line "Read more": those in one small box with it, or in the box behind it."""
    return beside_label(blocks, label) or ([] if blocks[label].linked else _card_below(blocks, label))


def beside_label(blocks: list[Block], label: int) -> list[Block]:
    """The blocks behind a label in the largest small box that holds both, no text before them, and a link.

    A paragraph is no label: it stands beside those of the article.
    """
    stood, before = blocks[label].stood, blocks[label - 1]
    if stood is None or not label or blocks[label].tag == "p":
        return []
    found: list[Block] = []
    for box in (stood, *islice(stood.iterancestors(), CARD_LEVELS)):
        behind = blocks[label + 1 : label + 2 + MOST_IN_CARD]
        inside = behind[: next((n for n, block in enumerate(behind) if not _may_be_in(block, box)), len(behind))]
        if _may_be_in(before, box) or len(inside) > MOST_IN_CARD or sum(b.chars for b in inside) > LONGEST_CARD:
            break
        found = inside
    return found if any(b.linked for b in (blocks[label], *found)) else []


def _may_be_in(block: Block, box: Element) -> bool:
    return block.stood is None or block.stood is box or _is_inside(block.stood, box)


def _card_below(blocks: list[Block], label: int) -> list[Block]:
    """The blocks of the one small box with a headline that stands behind a label "Read more"."""
    stood = blocks[label].stood
    box = None if stood is None else stood.getnext()
    if box is None or box.tag == "p":
        return []
    card = list(takewhile(lambda b: b.stood is not None and _is_inside(b.stood, box), blocks[label + 1 :]))
    has_headline = any(b.kind == "heading" for b in card)
    return card if has_headline and sum(b.chars for b in card) <= LONGEST_CARD else []


def _is_inside(element: Element, box: Element) -> bool:
    return element is not box and any(e is box for e in islice(element.iterancestors(), CARD_LEVELS))
