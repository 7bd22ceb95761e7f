"""Lines beside an embed that ask a reader to accept cookies before it is shown, in boxes that nobody calls so."""

import re

from newscrawl.extract.body.blocks import Block
from newscrawl.extract.vocabulary.phrases import Phrases

_LABEL = re.compile(r'<figure class="embed"><a href="[^"]*">([^<:]{2,40})')
LONGEST_ASK = 300
"""Characters."""


def without_consent(blocks: list[Block], phrases: Phrases, removed: list[tuple[str, str]]) -> list[Block]:
    """Without short lines right beside an embed that speak of consent, of accepting, and of whose the embed is.

    What is no paragraph need not say that.
    """
    if not any(block.kind == "embed" for block in blocks):
        return blocks
    kept = []
    for n, block in enumerate(blocks):
        beside = [*blocks[max(0, n - 1) : n], *blocks[n + 1 : n + 2]]
        embeds = [b for b in beside if b.kind == "embed"]
        if embeds and _asks(block, phrases) and (block.tag != "p" or any(_names(block, embed) for embed in embeds)):
            block.leave_out("plea", removed)
        else:
            kept.append(block)
    return kept


def _asks(block: Block, phrases: Phrases) -> bool:
    is_line = block.kind in ("paragraph", "heading") and len(block.text) <= LONGEST_ASK
    asks = phrases.of_consent(block.text) and phrases.accepts(block.text)
    return is_line and (asks or phrases.begins_plea(block.text))


def _names(block: Block, embed: Block) -> bool:
    """Whether a line names the provider of an embed, which its link begins with."""
    provider = _LABEL.search(embed.html)
    return provider is not None and provider[1].lower() in block.text.lower()
