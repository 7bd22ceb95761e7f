"""Repeats: what a body says twice: pull quotes, the headline, a paragraph that stands in two places."""

import re

from newscrawl.extract.body.blocks import LONGEST_ROW, QUESTION_MARKS, RUNNING, Block, ends_sentence, says_whose
from newscrawl.extract.vocabulary.names import has_role
from newscrawl.text.letters import letters


def without_repeats(blocks: list[Block], titles: list[str], removed: list[tuple[str, str]]) -> list[Block]:
    """Without the headline and pull quotes (the text says them too), paragraphs and pictures that stand there twice."""
    seen: set[str] = set()
    quoted = any(b.kind == "quote" for b in blocks)
    whole = letters(" ".join(b.text for b in blocks if b.kind == "paragraph")) if quoted else ""
    kept: list[Block] = []
    keys = [_key(block) for block in blocks]
    between = _between_repeats([key if block.kind != "code" else "" for block, key in zip(blocks, keys, strict=True)])
    for n, (block, key) in enumerate(zip(blocks, keys, strict=True)):
        is_next = n == 0 or (bool(kept) and kept[-1] is blocks[n - 1])
        is_again = key in seen and block.kind != "code" and (len(key) > LONGEST_LINE or n in between)
        if is_again and not (is_next and _returns(key, keys[n + 1 : n + 2], seen)):
            block.leave_out("stands there twice", removed)
        elif block.kind == "embed" and _is_quoted_next(block, blocks[n + 1 : n + 2]):
            block.leave_out("stands there twice", removed)
        elif block.kind == "heading" and len(key) > LONGEST_LINE and letters(key) in titles:
            block.leave_out("headline", removed)
        elif _is_pulled(block, blocks[max(0, n - PULLED_FROM) : n + PULLED_FROM + 1]):
            block.leave_out("pull quote", removed)
        elif block.kind == "quote" and len(block.text) < 400 and key and _is_said(key.split("\n")[0], whole):
            block.leave_out("pull quote", removed)
        elif n and blocks[n - 1].doubt == "pull quote" and says_whose(block):
            block.leave_out("pull quote", removed)
        else:
            seen.add(key)
            kept.append(block)
    if len(kept) > 1 and _names_itself(kept[-1], titles):
        kept.pop().leave_out("source", removed)
    return kept


AROUND_TITLE = 80
"""Characters beside the headline in a line that says where the article appeared first, and the site's name."""


def _names_itself(last: Block, titles: list[str]) -> bool:
    """Whether the last line links the headline: "The post … appeared first on …", in any language.

    Most of it is links; a review says where the play that it is called after is on.
    """
    if last.kind != "paragraph" or 2 * last.linked < len(last.text):
        return False
    said = letters(last.text)
    least = max(SHORTEST_TITLE, len(said) - AROUND_TITLE, len(said) // 3)
    return any(len(title) >= least and title in said for title in titles)


def _is_quoted_next(embed: Block, following: list[Block]) -> bool:
    """Whether a link to a post is followed by the post itself, with its words."""
    link = _EMBED.match(embed.html)
    quotes = [b for b in following if b.kind == "embed" and b.html.startswith("<blockquote")]
    return link is not None and any(link[0].partition('href="')[2] in quote.html for quote in quotes)


SHORTEST_TITLE = 12
"""Letters."""

LONGEST_LINE = 40
"""Characters of a line that a text may well say twice: "For and against"."""


def _between_repeats(keys: list[str]) -> set[int]:
    """The places of short lines that stand there again between repeats: subheads of a part that is shown twice."""
    first: dict[str, int] = {}
    for n, key in enumerate(keys):
        first.setdefault(key, n)
    repeats = [key != "" and first[key] < n for n, key in enumerate(keys)]
    return _behind_long(keys, repeats) & {len(keys) - 1 - n for n in _behind_long(keys[::-1], repeats[::-1])}


def _behind_long(keys: list[str], repeats: list[bool]) -> set[int]:
    """The places of short repeats between which and the last long repeat there is nothing new."""
    found: set[int] = set()
    is_behind = False
    for n, key in enumerate(keys):
        is_behind = repeats[n] and (len(key) > LONGEST_LINE or is_behind)
        if is_behind and len(key) <= LONGEST_LINE:
            found.add(n)
    return found


def _key(block: Block) -> str:
    link = _EMBED.match(block.html)
    return block.text or (link[0] if link else block.html)


def _returns(key: str, following: list[str], seen: set[str]) -> bool:
    """Whether a line is a question with an answer of its own this time: one that everybody is asked."""
    return key.endswith(QUESTION_MARKS) and following != [] and following[0] not in seen


# The same film or article by another title, as WordPress writes the link and its frame.
_EMBED = re.compile(r'<figure class="embed"><a href="[^"]*?(?=/?")')
_SENTENCES = re.compile(r"[.!?…]\s")


def _is_said(quotation: str, whole: str) -> bool:
    """Whether a text says all sentences of a quotation, perhaps with other words between them."""
    return all(letters(sentence) in whole for sentence in _SENTENCES.split(quotation))


PULLED, PULLED_FROM = 30, 3
"""Letters from which a quotation that a paragraph beside it says too is a pull quote; how many paragraphs are asked."""


LONGER = 1.5
"""How much longer a text in no <p> is than the letters of a quotation from it."""


def _is_pulled(block: Block, beside: list[Block]) -> bool:
    """Whether a paragraph in quotation marks, or one that stands outside of any <p>, is a part of one beside it."""
    if block.kind != "paragraph" or len(block.text) > LONGEST_ROW:
        return False
    is_shared = block.linked > 0 and _SHARES.search(block.html) is not None
    is_called = is_shared or block.text[:1] in _OPENS or "quotation" in block.roles or _stands_in_quotation(block)
    if not is_called and (block.tag == "p" or block.linked):
        return False
    said = letters(_LINKS.sub("", block.html) if is_shared else block.text)
    texts = (b for b in beside if b.tag == "p" or is_shared or (is_called and _is_running(b)))
    longer = (b.text for b in texts if len(b.text) > (len(block.text) if b.tag == "p" else LONGER * len(said)))
    return len(said) >= PULLED and any(said in letters(text) for text in longer)


def _is_running(block: Block) -> bool:
    return block.kind == "paragraph" and block.chars >= RUNNING and ends_sentence(block.text)


def _stands_in_quotation(block: Block) -> bool:
    """Whether the box around a paragraph is called a quotation."""
    around = None if block.stood is None or block.linked else block.stood.getparent()
    return around is not None and has_role(around, "quotation")


_SHARES = re.compile(r'href="https?://(?:www\.)?(?:twitter|x)\.com/(?:intent|share)\b')
"""In a box that asks its readers to post what it says."""
_LINKS = re.compile(r"<a [^<>]*>[^<>]*</a>|<[^<>]*>")

_OPENS = '“"„«»‘「'
