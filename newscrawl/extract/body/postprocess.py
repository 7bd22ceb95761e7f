"""Post-processing: once all blocks of a body are there, drops some by what they say and where they stand."""

import re

from newscrawl.extract.body.beginnings import after_headline, without_head
from newscrawl.extract.body.blocks import Block
from newscrawl.extract.body.comments_below import without_comments
from newscrawl.extract.body.consent_lines import without_consent
from newscrawl.extract.body.ends import without_ends, without_wall
from newscrawl.extract.body.labels import BOLD, without_labels
from newscrawl.extract.body.loose_captions import with_captions
from newscrawl.extract.body.note_numbers import with_note_numbers
from newscrawl.extract.body.page_record import without_record
from newscrawl.extract.body.repeats import without_repeats
from newscrawl.extract.body.rows import without_rows
from newscrawl.extract.body.twins import without_twins
from newscrawl.extract.vocabulary.phrases import Phrases


def tidy(blocks: list[Block], titles: list[str], phrases: Phrases, removed: list[tuple[str, str]]) -> list[Block]:
    """The blocks of the article, in order; `removed` is told of what goes. `titles`: their letters alone."""
    blocks = after_headline(blocks, titles, phrases, removed)
    blocks = with_note_numbers(with_captions(without_consent(blocks, phrases, removed), removed))
    blocks = without_wall(without_labels(blocks, phrases, removed), phrases, removed)
    blocks = without_rows(without_comments(blocks, titles, phrases, removed), phrases, removed)
    blocks = without_head(blocks, phrases, removed)
    blocks = _with_subheads(without_twins(without_repeats(blocks, titles, removed), removed))
    return without_ends(without_record(blocks, phrases, removed), phrases, removed)


_UNFINISHED = re.compile(r"[^.!?:;,…。？！：\"”»“\')]$")

LONGEST_SUBHEAD = 90
"""Characters."""


def _with_subheads(blocks: list[Block]) -> list[Block]:
    """With bold paragraphs that head what follows as the subheads they are."""
    for block, following in zip(blocks[1:], blocks[2:], strict=False):
        if (
            block.kind == "paragraph"
            and following.kind in ("paragraph", "list", "figure")
            and len(block.text) <= LONGEST_SUBHEAD
            and not block.linked
            and BOLD.match(block.html)
            and _UNFINISHED.search(block.text[-9:])
            and not BOLD.match(following.html)
        ):
            block.become_subhead(block.inside.partition(">")[2].rpartition("<")[0])
    return blocks
