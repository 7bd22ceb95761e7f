"""Edges: the first and last lines of a text, where templates put what stands in every article of a site.

One page cannot tell such a line from the article's own. A crawl can: it has met the line in other articles of the site.
"""

from newscrawl.extract.body.blocks import Block
from newscrawl.text.letters import line_key

FIRST, LAST = 3, 6
"""Blocks with text at either end. What repeats between them may be the article's own: a label, a question."""

REASON = "stands in other articles of the site"


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
