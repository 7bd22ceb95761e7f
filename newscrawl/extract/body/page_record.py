"""The record of a page: last lines that say when it was put in, when it was changed, and by whom."""

from collections.abc import Iterator

from newscrawl.extract.body.blocks import LONGEST_HEADLINE, Block
from newscrawl.extract.vocabulary.phrases import Phrases

LEAST_RECORD = 2
"""Lines that say when a page was published or changed from which the last lines are its record."""

MOST_BEHIND = 4
"""Words behind the date of such a line: the hour, and by whom; more say what was changed."""


def without_record(blocks: list[Block], phrases: Phrases, removed: list[tuple[str, str]]) -> list[Block]:
    """Without the last lines where they say when the page was put in, when it was changed, and by whom."""
    last = [(n, line) for n in _last_blocks(blocks) for line in blocks[n].text.split("\n")]
    says = [n for n, line in last if _says_when(line, phrases)]
    first = min(says, default=0)
    dated = [n for n, line in last if n >= first and len(phrases.dates.apart_from_dates(line)) > 1]
    if min(len(says), len(dated)) < LEAST_RECORD:
        return blocks
    end = max(dated) + 1  # what stands below the record is none of it
    for block in blocks[first:end]:
        block.leave_out("date", removed)
    return blocks[:first] + blocks[end:]


def _says_when(line: str, phrases: Phrases) -> bool:
    """Whether a line says when a page was published or changed, and no more than by whom."""
    if not phrases.dates.begins_with_when(line):
        return False
    _, *behind = phrases.dates.apart_from_dates(line)
    return len(" ".join(behind).split()) <= MOST_BEHIND


def _last_blocks(blocks: list[Block]) -> Iterator[int]:
    """The places of the blocks at the end without a sentence, from the last one on; not of the first blocks."""
    for n in range(len(blocks) - 1, 1, -1):
        lines = blocks[n].text.split("\n")
        is_short = all(len(line) <= LONGEST_HEADLINE and not line.endswith((".", "!")) for line in lines)
        if blocks[n].kind in ("figure", "embed") or not is_short:
            return
        yield n
