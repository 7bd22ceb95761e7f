"""Beginnings: what stands above an article's text and is none of it: headline, names, dates, kickers."""

import re

from newscrawl.extract.body.blocks import (
    LONGEST_HEADLINE,
    LONGEST_LABEL,
    RUNNING,
    Block,
    ends_sentence,
    is_label,
    leads_to_quote,
)
from newscrawl.extract.body.first_lines import LINES, STRESSED, first_line
from newscrawl.extract.body.text_map import length_of
from newscrawl.extract.vocabulary.phrases import Phrases, all_phrases
from newscrawl.text.letters import letters
from newscrawl.text.scripts import ideographic


def after_headline(
    blocks: list[Block], titles: list[str], phrases: Phrases, removed: list[tuple[str, str]]
) -> list[Block]:
    """Without the headline, what stands before it, and the dates, names and lead picture between it and the text."""
    at, before = -1, 0
    for n, block in enumerate(blocks[:40]):
        if block.kind == "heading" and _is_headline(block, titles if before == 0 else titles[:1]):
            at = n
            break
        before += len(block.text) if _is_text(block) and not _is_list_of_stories(block) else 0
        if before >= 2 * RUNNING:
            break
    if at < 0:
        return _without_head_alone(blocks, titles, phrases, removed)
    begins = (n for n in range(at + 1, len(blocks)) if _is_text(blocks[n]) or _leads_to_quote(blocks[n : n + 2]))
    first = _behind_points(blocks, next(begins, len(blocks)), phrases)
    first = first_line(blocks, at + 1, first, phrases)
    heads_text = at + 2 == first and blocks[at + 1].kind == "heading"
    if at + 1 < first and not heads_text and _is_short_summary(blocks[at + 1], phrases):
        blocks[at + 1].become_standfirst()
    kept = []
    for n, block in enumerate(blocks[:first]):
        if n > at and _is_summary(block) and not _begins_with_date(block, phrases):
            block.become_standfirst()
        is_heading = block.kind == "heading" and n == first - 1
        if n > at and (block.kind in ("standfirst", "embed") or is_heading or _are_points(block)):
            kept.append(block)
        else:
            block.leave_out("headline" if n == at else "above the text", removed)
    return kept + blocks[first:]


def _without_head_alone(
    blocks: list[Block], titles: list[str], phrases: Phrases, removed: list[tuple[str, str]]
) -> list[Block]:
    """The blocks of a body whose headline stands elsewhere: it may begin with a summary, in a box of its own."""
    if not blocks[1:]:
        return blocks
    first = blocks[0]
    if _is_head(first, titles, phrases, removed):
        return blocks[1:]
    if (
        first.kind == "paragraph"
        and first.tag != "p"
        and is_label(first)
        and _is_short_summary(first, phrases)
        and not says_title(first.text, titles)
    ):
        first.become_standfirst()
    return blocks


def _is_head(block: Block, titles: list[str], phrases: Phrases, removed: list[tuple[str, str]]) -> bool:
    """Whether a paragraph is short lines: the headline, who wrote it and when, perhaps the section."""
    lines = [_TAGS.sub("", line).strip() for line in _BREAK.split(block.html)] if block.kind == "paragraph" else []
    if not 1 < len(lines) <= MOST_HEAD_LINES or any(len(line) > LONGEST_HEADLINE for line in lines):
        return False
    says_who_or_when = (len(phrases.dates.apart_from_dates(x)) > 1 or phrases.bylines.says_by(x) > 0 for x in lines)
    others = [line for line in lines if not says_title(line, titles)]
    if any(ends_sentence(line) and not phrases.bylines.is_byline(line) for line in others):
        return False  # the text begins below its headline
    is_head = len(others) < len(lines) and any(says_who_or_when)
    if is_head:
        block.leave_out("above the text", removed)
    return is_head


MOST_HEAD_LINES = 6
"""Of a section, a headline, a byline and a date that nothing but breaks set apart."""

_BREAK, _TAGS = re.compile(r"<br ?/?>"), re.compile(r"<[^<>]*>")


def _behind_points(blocks: list[Block], points: int, phrases: Phrases) -> int:
    """Where the text begins below key points that stand above who wrote it and when; else where the points do."""
    if points >= len(blocks) or not _are_points(blocks[points]):
        return points
    text = next((n for n in range(points + 1, len(blocks)) if _is_text(blocks[n])), points + 1)
    between = [b.text for b in blocks[points + 1 : text] if b.kind == "paragraph"]
    says_who_or_when = (
        phrases.bylines.is_byline(line) or len(phrases.dates.apart_from_dates(line)) > 1 for line in between[:LINES]
    )
    return text if text - points <= MOST_HEAD_LINES and any(says_who_or_when) else points


def _are_points(block: Block) -> bool:
    """Whether a block is a list of some text that leads nowhere."""
    return block.kind == "list" and not block.linked and _is_text(block)


def _is_short_summary(below: Block, phrases: Phrases) -> bool:
    """Whether the line below the headline is a short sentence, or as long, and says neither who wrote nor when."""
    length = length_of(below.text)
    is_line = length >= SHORTEST_SUMMARY and not _PARTS.search(below.text)
    is_line = is_line or (length >= RUNNING / 2 and ends_sentence(below.text))
    if below.kind not in ("paragraph", "heading") or below.linked or not is_line:
        return False
    if not below.roles.isdisjoint(("caption", "credit")) or all_phrases().credits.credit_start(below.text) >= 0:
        return False
    return phrases.bylines.says_by(below.text) == 0 and len(phrases.dates.apart_from_dates(below.text)) == 1


SHORTEST_SUMMARY = 50
"""Characters of a summary that is no sentence."""


def _leads_to_quote(pair: list[Block]) -> bool:
    return leads_to_quote(pair[0]) and len(pair) > 1 and pair[1].kind == "quote"


def _is_list_of_stories(block: Block) -> bool:
    """Whether a list above the headline holds links with their summaries."""
    return block.kind == "list" and block.linked >= LONGEST_LABEL


def _is_summary(heading: Block) -> bool:
    """Whether a heading below the headline is a summary: it says a sentence or more."""
    return heading.kind == "heading" and length_of(heading.text) >= RUNNING and not heading.is_link


def _is_headline(block: Block, titles: list[str]) -> bool:
    return block.tag == "h1" or says_title(block.text, titles)


def says_title(text: str, titles: list[str]) -> bool:
    """Whether a text is one of the titles, with a kicker or a site's name more or less."""
    text = letters(text)
    return any(_is_part(text, title) or _is_part(title, text) for title in titles)


def _is_part(part: str, whole: str) -> bool:
    """Whether a text is most of another: a headline and a few words."""
    return tells(part) and 2 * len(part) > len(whole) and part in whole


def tells(said: str) -> bool:
    """Whether the letters of a title are so many that nothing else says the same; Chinese characters say more each."""
    return len(said) > SHORTEST_TITLE or (len(said) > SHORTEST_IDEOGRAPHS and ideographic(said))


SHORTEST_TITLE, SHORTEST_IDEOGRAPHS = 10, 4


def _is_text(block: Block) -> bool:
    if block.tag == "p" and length_of(block.text) >= RUNNING / 3 and ends_sentence(block.text) and not block.is_link:
        return True
    if block.kind in ("list", "quote", "table", "code", "box"):
        return not block.is_link and length_of(block.text) >= RUNNING
    return block.kind == "paragraph" and length_of(block.text) >= RUNNING and not block.is_link


def without_head(blocks: list[Block], phrases: Phrases, removed: list[tuple[str, str]]) -> list[Block]:
    """Without names, dates and kickers before the text begins, and the heading over them: the headline again."""
    first = next((n for n, b in enumerate(blocks[:12]) if _is_text(b)), 0)
    if len(blocks) > 1 and blocks[0].kind == "heading" and blocks[1].kind == "standfirst":
        blocks[0].leave_out("headline", removed)
        blocks, first = blocks[1:], max(0, first - 1)
    first = first_line(blocks, 0, first, phrases)
    is_above = [
        (n < first and b.kind == "paragraph" and is_label(b) and not _may_stay(blocks[n : n + 2], phrases, n == 0))
        or (b.kind in ("paragraph", "heading") and _begins_with_date(b, phrases))
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


def _may_stay(pair: list[Block], phrases: Phrases, is_first: bool) -> bool:
    """Whether a line above the text heads lines, or is the first of all and a summary."""
    return _heads_lines(pair, phrases) or (is_first and pair[0].tag == "p" and _is_short_summary(pair[0], phrases))


def _heads_lines(pair: list[Block], phrases: Phrases) -> bool:
    """Whether a line is stressed and several lines follow it in one paragraph: results, a programme."""
    if len(pair) < 2 or not STRESSED.fullmatch(pair[0].html) or pair[1].html.count("<br") < LINES - 1:
        return False
    return not (phrases.bylines.is_byline(pair[0].text) or phrases.dates.is_date(pair[0].text))


_PARTS = re.compile(r"\s[-–—·•/:]\s|(?<!\s)\s?[|｜]\s")


def _begins_with_date(block: Block, phrases: Phrases) -> bool:
    """Whether a line is a date and more: who wrote it, what it is about; who wrote it may stand before the date."""
    parts = _PARTS.split(block.text[:LONGEST_HEADLINE])
    is_line = len(parts) > 1 and len(block.text) <= LONGEST_HEADLINE and not ends_sentence(block.text)
    if not is_line or phrases.dates.is_date(parts[0]):
        return is_line
    return phrases.bylines.is_byline(parts[0]) and any(map(phrases.dates.is_date, parts[1:]))
