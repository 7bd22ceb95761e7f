"""Edges: the first and last lines of a text, where templates put what stands in every article of a site.

One page cannot tell such a line from the article's own. A crawl can: it has met the line in other articles of the site.
"""

from hashlib import blake2b

from newscrawl.extract.body.blocks import Block
from newscrawl.text.letters import letters

FIRST, LAST = 3, 6
"""Blocks with text at either end. What repeats between them may be the article's own: a label, a question."""

SHORTEST = 12
"""Letters. Shorter lines may be the same in several articles by chance."""

REASON = "stands in other articles of the site"


def line_key(text: str) -> int:
    """64 bits by which a line is known again, whatever its spaces and case; 0 for one too short."""
    said = letters(text)
    if len(said) < SHORTEST:
        return 0
    return int.from_bytes(blake2b(said.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big", signed=True)


def without_repeated(
    blocks: list[Block], repeated: frozenset[int], removed: list[tuple[str, str]]
) -> tuple[list[Block], frozenset[int]]:
    """The blocks without the lines at the edges that are `repeated`; and the keys of all lines there.

    A text of such lines alone stays as it is. `removed` is told of what goes.
    """
    with_text = [block for block in blocks if block.text]
    middle = len(with_text) - LAST
    keys = {id(b): line_key(b.text) for n, b in enumerate(with_text) if n < FIRST or n >= middle}
    gone = {name for name, key in keys.items() if key in repeated}
    found = frozenset(keys.values()) - {0}
    if not gone or len(gone) == len(with_text):
        return blocks, found
    removed.extend((block.label, REASON) for block in with_text if id(block) in gone)
    return [block for block in blocks if id(block) not in gone], found
