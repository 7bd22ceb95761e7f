"""Post-processing: once all blocks of a body are there, drops some by what they say and where they stand."""

import re
from itertools import islice, takewhile

from newscrawl.extract.body.blocks import LONGEST_HEADLINE, LONGEST_LABEL, LONGEST_ROW, RUNNING, Block
from newscrawl.extract.body.captions import (
    LONGEST_CAPTION,
    add_caption,
    is_caption_again,
    says_alt,
    show_stated,
)
from newscrawl.extract.body.ends import without_comments, without_ends, without_wall
from newscrawl.extract.vocabulary.names import Element
from newscrawl.extract.vocabulary.phrases import Phrases, all_phrases
from newscrawl.text.letters import letters


def tidy(blocks: list[Block], titles: list[str], phrases: Phrases, removed: list[tuple[str, str]]) -> list[Block]:
    """The blocks of the article, in order; `removed` is told of what goes. `titles`: their letters alone."""
    blocks = _after_headline(blocks, titles, phrases, removed)
    blocks = _with_captions(blocks, removed)
    blocks = without_wall(_without_labels(blocks, removed), phrases, removed)
    blocks = _without_rows(without_comments(blocks, phrases, removed), phrases, removed)
    blocks = _without_head(blocks, phrases, removed)
    blocks = _with_subheads(_without_repeats(blocks, titles, removed))
    return without_ends(blocks, phrases, removed)


_LEADING = re.compile(r"^\W+")


def _with_captions(blocks: list[Block], removed: list[tuple[str, str]]) -> list[Block]:
    """With captions that stand beside their picture put below it; captions of what is gone are left out."""
    kept: list[Block] = []
    in_paragraphs = sum(b.tag == "p" for b in blocks) > 2
    for block, following in zip(blocks, [*blocks[1:], None], strict=False):
        named = block.tag == "figcaption" or "caption" in block.roles or _ends_in_credit(block)
        if kept and kept[-1].images and is_caption_again(block, kept[-1]):
            block.leave_out("caption again", removed)
        elif kept and _is_below(block, kept[-1], named, in_paragraphs):
            add_caption(kept[-1], [block])
        elif kept and following and _is_above_credit(block, kept[-1], following):
            add_caption(kept[-1], [block, following])
        elif (
            named
            and (block.tag != "p" or _ends_in_credit(block))
            and block.kind == "paragraph"
            and len(block.text) < LONGEST_CAPTION
        ):
            block.leave_out("caption of nothing", removed)
        else:
            kept.append(block)
    for block in kept:
        if block.images and block.kind == "figure":
            show_stated(block)
    return kept


def _ends_in_credit(block: Block) -> bool:
    """Whether a short paragraph ends in a picture's credit."""
    text = block.text
    if len(text) >= LONGEST_CAPTION or not (":" in (end := text[-80:]) or "：" in end or not end[-2:].isascii()):
        return False
    return all_phrases().ends_in_credit(end)


_SET_OFF = re.compile(r"<p><(em|i|small)>.*</\1></p>$", re.DOTALL)


def _is_below(block: Block, figure: Block, named: bool, in_paragraphs: bool) -> bool:
    """Whether a block is the caption of the figure before it: by its name, its text, by italics, by no <p>."""
    if figure.kind != "figure" or "<figcaption" in figure.html or block.kind != "paragraph":
        return False
    if len(block.text) >= LONGEST_CAPTION or block.is_link:
        return False
    loose = in_paragraphs and block.tag in ("", "div", "span") and len(block.text) < LONGEST_CAPTION / 2
    if named or loose or says_alt(block, figure):
        return True
    set_off = _SET_OFF.match(block.html) is not None
    if block.home is not None and block.home is figure.home:
        return set_off or len(block.text) < LONGEST_LABEL
    return set_off and len(block.text) < LONGEST_CAPTION / 2


def _is_above_credit(block: Block, figure: Block, credit: Block) -> bool:
    """Whether a block stands in a picture's own box, between it and its credit: it is the caption, whatever its tag."""
    if figure.kind != "figure" or figure.home is None or not _ends_in_credit(credit):
        return False
    is_text = block.kind in ("heading", "paragraph") and len(block.text) < LONGEST_CAPTION
    return is_text and all(b.stood is not None and b.stood.getparent() is figure.home for b in (block, credit))


def _after_headline(
    blocks: list[Block], titles: list[str], phrases: Phrases, removed: list[tuple[str, str]]
) -> list[Block]:
    """Without the headline, what stands before it, and the dates, names and lead picture between it and the text."""
    at, before = -1, 0
    for n, block in enumerate(blocks[:40]):
        if block.kind == "heading" and _is_headline(block, titles):
            at = n
            break
        before += len(block.text) if _is_text(block) and not _is_list_of_stories(block) else 0
        if before >= 2 * RUNNING:
            break
    if at < 0:
        return blocks
    first = next((n for n in range(at + 1, len(blocks)) if _is_text(blocks[n])), len(blocks))
    first = _first_line(blocks, at + 1, first, phrases)
    kept = []
    for n, block in enumerate(blocks[:first]):
        if n > at and _is_summary(block):
            block.become_standfirst()
        if n > at and (
            block.kind == "standfirst" or (block.kind == "embed") or (block.kind == "heading" and n == first - 1)
        ):
            kept.append(block)
        else:
            block.leave_out("headline" if n == at else "above the text", removed)
    return kept + blocks[first:]


LINES = 3
"""Short paragraphs under a subhead that are the text's beginning: a table of results. Bylines have fewer."""


def _first_line(blocks: list[Block], start: int, end: int, phrases: Phrases) -> int:
    """Where short lines under a subhead begin the text; `end` where there are none."""
    subhead = next((n for n in range(start, end) if blocks[n].kind == "heading"), end)
    lines = [b for b in blocks[subhead + 1 : end] if b.kind == "paragraph" and b.tag == "p" and not b.linked]
    are_lines = len(lines) >= LINES and not any(phrases.is_byline(b.text) or phrases.is_date(b.text) for b in lines)
    return subhead if are_lines else end


def _is_list_of_stories(block: Block) -> bool:
    """Whether a list above the headline holds links with their summaries."""
    return block.kind == "list" and block.linked >= LONGEST_LABEL


def _is_summary(heading: Block) -> bool:
    """Whether a heading below the headline is a summary: it says a sentence or more."""
    return heading.kind == "heading" and heading.chars >= RUNNING and not heading.is_link


def _is_headline(block: Block, titles: list[str]) -> bool:
    return block.tag == "h1" or says_title(block.text, titles)


def says_title(text: str, titles: list[str]) -> bool:
    """Whether a text is one of the titles, with a kicker or a site's name more or less."""
    text = letters(text)
    return any(_is_part(text, title) or _is_part(title, text) for title in titles)


def _is_part(part: str, whole: str) -> bool:
    """Whether a text is most of another: a headline and a few words."""
    return len(part) > 10 and 2 * len(part) > len(whole) and part in whole


_SENTENCE = re.compile(r"[.!?…:»”“\"'。！？।؟]\W*$")


def _ends_sentence(text: str) -> bool:
    return _SENTENCE.search(text[-9:]) is not None


def _is_text(block: Block) -> bool:
    if block.tag == "p" and len(block.text) >= RUNNING / 3 and _ends_sentence(block.text) and not block.is_link:
        return True
    if block.kind in ("list", "quote", "table", "code", "box"):
        return not block.is_link and len(block.text) >= RUNNING
    return block.kind == "paragraph" and len(block.text) >= RUNNING and not block.is_link


def _without_labels(blocks: list[Block], removed: list[tuple[str, str]]) -> list[Block]:
    """Without short pieces of text outside paragraphs ("Latest stories", "Video"), where the text stands in <p>."""
    if sum(b.tag == "p" for b in blocks) < 3:
        return blocks
    kept = []
    for block in blocks:
        if block.kind == "paragraph" and block.tag != "p" and _is_label(block):
            block.leave_out("label", removed)
        else:
            kept.append(block)
    return kept


def _is_label(block: Block) -> bool:
    return len(block.text) < LONGEST_LABEL and not _ends_sentence(block.text)


def _without_head(blocks: list[Block], phrases: Phrases, removed: list[tuple[str, str]]) -> list[Block]:
    """Without names, dates and kickers before the text begins, and the heading over them: the headline again."""
    first = next((n for n, b in enumerate(blocks[:12]) if _is_text(b)), 0)
    if len(blocks) > 1 and blocks[0].kind == "heading" and blocks[1].kind == "standfirst":
        blocks[0].leave_out("headline", removed)
        blocks, first = blocks[1:], max(0, first - 1)
    first = _first_line(blocks, 0, first, phrases)
    is_above = [
        b.kind == "paragraph" and ((n < first and _is_label(b)) or _begins_with_date(b, phrases))
        for n, b in enumerate(blocks[: first + 1])
    ]
    last = max((n for n, is_label in enumerate(is_above) if is_label), default=-1)
    kept = []
    for n, block in enumerate(blocks[: last + 1]):
        if block.kind == "heading" or is_above[n]:
            block.leave_out("above the text", removed)
        else:
            kept.append(block)
    return kept + blocks[last + 1 :]


_PARTS = re.compile(r"\s[-–—|·•/]\s")


def _begins_with_date(block: Block, phrases: Phrases) -> bool:
    """Whether a line is a date and more: who wrote it, what it is about."""
    parts = _PARTS.split(block.text[:LONGEST_HEADLINE])
    is_line = len(parts) > 1 and len(block.text) <= LONGEST_HEADLINE and not _ends_sentence(block.text)
    return is_line and phrases.is_date(parts[0])


def _without_rows(blocks: list[Block], phrases: Phrases, removed: list[tuple[str, str]]) -> list[Block]:
    """Without rows of links to other articles and their headings, and without pleas."""
    kept: list[Block] = []
    card: set[int] = set()
    for n, block in enumerate(blocks):
        following = blocks[n + 1] if n + 1 < len(blocks) else None
        if id(block) in card or (n and blocks[n - 1].doubt == "read more" and _is_row(block, blocks[n - 1])):
            block.leave_out("read more", removed)
        elif reason := _row(n, block, following, phrases, at_edge=n < 3 or n >= len(blocks) - WALLS):
            if (
                reason == "links"
                and kept
                and kept[-1].kind == "heading"
                and (following is None or following.kind == "heading")
            ):
                kept.pop().leave_out("heads links", removed)
            block.leave_out(reason, removed)
            card.update(map(id, _card_below(blocks, n) if reason == "read more" and not block.linked else ()))
        else:
            kept.append(block)
    return kept


def _is_row(block: Block, before: Block) -> bool:
    """Whether a line is nothing but a link, below a label "Read more" or another such link."""
    return block.kind == "paragraph" and block.is_link and (before.is_link or not before.linked)


LONGEST_CARD = 400
"""Characters of another story's headline and summary."""


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


CARD_LEVELS = 4
"""Of boxes inside a card."""

BYLINES = 5
"""Blocks at the beginning among which a line "By Ann Ford" is the byline."""


WALLS = 6
"""Blocks at the end, beside the first three, among which a paywall speaks."""


def _row(n: int, block: Block, following: Block | None, phrases: Phrases, *, at_edge: bool) -> str:
    if block.kind == "list" and block.is_link:
        return "links"
    text = block.text
    if block.kind not in ("paragraph", "heading") or len(text) > LONGEST_ROW:
        return ""
    if not text[:1].isalnum():
        text = _LEADING.sub("", text)
    if n < BYLINES and len(text) < 2 * LONGEST_LABEL and phrases.is_byline(text):
        return "byline"
    if len(text) < LONGEST_LABEL and phrases.is_date(text):
        return "date"
    if phrases.is_advertisement(text) or phrases.begins_plea(text) or (at_edge and phrases.holds_wall(text)):
        return "plea"
    if block.linked and phrases.asks_for_newsletter(text):
        return "plea"
    if _is_line_of_tags(text, phrases):
        return "line of tags"
    leads_away = block.linked or block.kind == "heading" or len(block.text) < 40 or (following and following.is_link)
    return "read more" if leads_away and phrases.begins_row(text) else ""


_COMMAS = re.compile(r"[,،、，]")
LEAST_TAGS = 4
"""Of a line whose label has no colon."""


def _is_line_of_tags(text: str, phrases: Phrases) -> bool:
    """Whether a line is a label and an article's tags: "Tags: ferry, pier"."""
    end = phrases.begins_tags.length(text)
    if not end or _ends_sentence(text):
        return False
    return text[end : end + 2].lstrip()[:1] in (":", "：") or len(_COMMAS.findall(text)) >= LEAST_TAGS - 1


_BOLD = re.compile(r"<p><(strong|b)>(?:(?!</\1>).)*</\1></p>$", re.DOTALL)
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
            and _BOLD.match(block.html)
            and _UNFINISHED.search(block.text[-9:])
            and not _BOLD.match(following.html)
        ):
            block.kind, block.level = "heading", 3
            block.html = f"<h3>{block.html[3:-4].partition('>')[2].rpartition('<')[0]}</h3>"
    return blocks


def _without_repeats(blocks: list[Block], titles: list[str], removed: list[tuple[str, str]]) -> list[Block]:
    """Without the headline and pull quotes (the text says them too), paragraphs and pictures that stand there twice."""
    seen: set[str] = set()
    quoted = any(b.kind == "quote" for b in blocks)
    whole = letters(" ".join(b.text for b in blocks if b.kind == "paragraph")) if quoted else ""
    kept: list[Block] = []
    keys = [_key(block) for block in blocks]
    for n, (block, key) in enumerate(zip(blocks, keys, strict=True)):
        if len(key) > 40 and key in seen and not _returns(n, keys, seen):
            block.leave_out("stands there twice", removed)
        elif block.kind == "heading" and len(key) > 40 and letters(key) in titles:
            block.leave_out("headline", removed)
        elif _is_pulled(block, kept):
            block.leave_out("pull quote", removed)
        elif block.kind == "quote" and len(block.text) < 400 and key and _is_said(key.split("\n")[0], whole):
            block.leave_out("pull quote", removed)
        else:
            seen.add(key)
            kept.append(block)
    return kept


def _key(block: Block) -> str:
    link = _EMBED.match(block.html)
    return block.text or (link[0] if link else block.html)


def _returns(n: int, keys: list[str], seen: set[str]) -> bool:
    """Whether a line is a question with an answer of its own this time: one that everybody is asked."""
    if n + 1 == len(keys) or not keys[n].endswith(_QUESTION_MARKS):
        return False
    return keys[n + 1] not in seen and (n == 0 or keys.index(keys[n - 1]) == n - 1)


_QUESTION_MARKS = ("?", "？", "؟")


# The same film or article by another title, as WordPress writes the link and its frame.
_EMBED = re.compile(r'<figure class="embed"><a href="[^"]*?(?=/?")')
_SENTENCES = re.compile(r"[.!?…]\s")


def _is_said(quotation: str, whole: str) -> bool:
    """Whether a text says all sentences of a quotation, perhaps with other words between them."""
    return all(letters(sentence) in whole for sentence in _SENTENCES.split(quotation))


PULLED = 40
"""Letters from which a quotation that the paragraph before it says too is a pull quote."""


def _is_pulled(block: Block, before: list[Block]) -> bool:
    """Whether a paragraph in quotation marks repeats a part of the one before it."""
    if block.kind != "paragraph" or not before or block.text[:1] not in _OPENS or len(block.text) > LONGEST_ROW:
        return False
    said = letters(block.text)
    return len(said) >= PULLED and said in letters(before[-1].text)


_OPENS = '“"„«»‘「'
