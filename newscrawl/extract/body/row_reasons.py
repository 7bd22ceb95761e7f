"""Why a line in the midst of a text is none of the article's: told by its words."""

import re
from typing import NamedTuple

from newscrawl.extract.body.blocks import (
    LEAST_HEADLINE,
    LONGEST_HEADLINE,
    LONGEST_LABEL,
    LONGEST_ROW,
    Block,
    ends_sentence,
)
from newscrawl.extract.body.networks import CHANNEL
from newscrawl.extract.vocabulary.phrases import Phrases
from newscrawl.text.scripts import IN_CJK

BYLINES = 5
"""Blocks at the beginning among which a line "By Ann Ford" is the byline, and a single day the article's own."""

BEGINNING, WALLS = 3, 6
"""Blocks at the beginning and at the end among which a paywall speaks."""

LONGEST_LEAD = 25
"""Characters of a label between an arrow and the link behind it: "Read too:"."""

SHORTEST_TEXT = 40
"""Characters. A line below them may stand above what it leads to without being a link."""

CHARACTERS = 2.5
"""Latin characters that one of Chinese, Japanese or Korean is worth."""

LEAST_TAGS = 4
"""Tags of a line whose label has no colon."""

_WORD = re.compile(r"[^\W\d]{3}")
_LEADING = re.compile(r"^\W+")


def _is_in_capitals(text: str) -> bool:
    """Whether a line has words enough, most letters of them capitals: "CLICK TO GET THE APP"."""
    return sum(map(str.isupper, text)) >= max(LEAST_HEADLINE / 2, len(text) / 2)


_SHORTCODE = re.compile(
    r"\[[a-z][\w-]{1,40}(?: [\w-]{1,40} ?=[^\[\]]{1,400})\]|"
    r"\[[^\W\d]{3,20}:[^\W\d][^\s\[\]]{1,60}(?: [^\s\[\]]{1,20}){0,2}(?<![.!?])\]"
)
"""What a system or a plugin that is gone should have filled in: "[contact-form id=7]", "[Gambas:Video 20]".

Of a remark, "[Update:Police have left.]", a sentence stands behind the colon.
"""

_QUOTES = ("«", "“", "„", '"', "「")
_COMMAS = re.compile(r"[,،、，]")
_ARROWS = frozenset("→►▶➤➡▷⇒❯👉📌☞➜➔⇨↪⟶⮕>»")
"""Signs before a line that is nothing but a link with the words of a headline."""


class Line(NamedTuple):
    """A block in its place."""

    block: Block
    following: Block | None
    place: int
    """Blocks before it."""
    behind: int
    """Blocks behind it."""


def lines_of(blocks: list[Block]) -> list[Line]:
    """The blocks of a text in their places."""
    last = len(blocks) - 1
    return [Line(block, blocks[n + 1] if n < last else None, n, last - n) for n, block in enumerate(blocks)]


def row_reason(line: Line, phrases: Phrases) -> str:
    """Why a line is left out; "" where it stays."""
    block = line.block
    if block.is_link and _leads_to_channels(block):
        return "plea"
    if block.kind == "list" and line.place < BYLINES and _says_who_and_when(block.text.split("\n"), phrases):
        return "byline"
    if block.kind == "list":
        return "links" if block.is_link and not block.leads_out and not block.names_sources else ""
    if block.kind == "quote":
        return "read more" if 2 * block.linked >= len(block.text) and phrases.begins_row(block.text) else ""
    if block.kind == "standfirst":
        return "plea" if phrases.holds_commission(block.text) else ""
    if block.kind not in ("paragraph", "heading") or len(block.text) > LONGEST_ROW:
        return ""
    text = block.text if block.text[:1].isalnum() else _LEADING.sub("", block.text)
    if _has_arrow(block, text):
        return "read more"
    if block.text[:1] == "[" and _SHORTCODE.fullmatch(block.text):
        return "shortcode"
    if block.kind == "paragraph" and block.is_link and _is_in_capitals(text):
        return "links"
    return _says_who_or_when(line, text, phrases) or _asks(line, text, phrases) or _leads_on(line, text, phrases)


def _has_arrow(block: Block, text: str) -> bool:
    """Whether an arrow, and no more than a label, stands before a link with a headline's words; or brackets around."""
    is_in_brackets = block.text[:1] == "[" and block.text[-1:] == "]"
    may_lead = is_in_brackets or (block.text[:1] in _ARROWS and "«" not in block.text)
    if not may_lead or block.linked * (CHARACTERS if IN_CJK.search(text) else 1) < LEAST_HEADLINE:
        return False
    if is_in_brackets:
        return len(block.text) - block.linked <= len("[  ]")
    before = text[: max(0, len(text) - block.linked)].strip()
    return not before or before == "…" or (len(before) <= LONGEST_LEAD and before[-1] in ":：")


def _leads_to_channels(block: Block) -> bool:
    """Whether all links of a line or a list lead to where a paper is followed."""
    return "://" in block.html and 0 < len(CHANNEL.findall(block.html)) == block.html.count("<a ")


def _says_who_or_when(line: Line, text: str, phrases: Phrases) -> str:
    if line.place < BYLINES and len(text) < 2 * LONGEST_LABEL and phrases.bylines.is_byline(text):
        return "byline"
    is_date = len(text) < LONGEST_LABEL and phrases.dates.is_date(text)
    return "date" if is_date or (len(text) < 2 * LONGEST_LABEL and _says_when_alone(text, phrases)) else ""


def _says_when_alone(text: str, phrases: Phrases) -> bool:
    """Whether a line is two dates with their labels and nothing else: "Published 2 May 2024, updated 3 May 2024"."""
    parts = phrases.dates.apart_from_dates(text) if phrases.dates.begins_with_when(text) else []
    return len(parts) > 2 and not any(map(_WORD.search, parts))


def _says_who_and_when(items: list[str], phrases: Phrases) -> bool:
    """Whether each item of a list is a byline or a date."""
    is_short = len(items) <= BYLINES and all(len(item) < LONGEST_LABEL for item in items)
    return is_short and all(phrases.bylines.is_byline(item) or phrases.dates.is_date(item) for item in items)


def _asks(line: Line, text: str, phrases: Phrases) -> str:
    """Whether a line asks its reader for something."""
    block, following = line.block, line.following
    is_headline = block.kind == "heading" and following is not None and following.chars > LONGEST_LABEL
    if not is_headline and phrases.asks_to_share(text):
        return "asks to share"
    at_edge = line.place < BEGINNING or line.behind < WALLS
    is_said = block.text.startswith(_QUOTES)  # by somebody in the text
    if phrases.is_advertisement(text) or (not is_said and phrases.begins_plea(text)):
        return "plea"
    if at_edge and (phrases.holds_wall(text) or phrases.holds_commission(text)):
        return "plea"
    return "plea" if block.linked and phrases.asks_for_newsletter(text) else ""


def _leads_on(line: Line, text: str, phrases: Phrases) -> str:
    """Whether a line leads to other stories: by the article's tags, or "Read more"."""
    if _is_line_of_tags(text, phrases):
        return "line of tags"
    block, following = line.block, line.following
    may_lead = block.linked or block.kind == "heading" or len(block.text) < SHORTEST_TEXT
    may_lead = may_lead or (following is not None and following.is_link)
    return "read more" if may_lead and not _tells(block) and phrases.begins_row(text) else ""


def _tells(block: Block) -> bool:
    """Whether a paragraph is long, and little of it a link: "In case you missed the story, the facts are these: …"."""
    return len(block.text) > LONGEST_HEADLINE and 4 * block.linked < len(block.text)


def _is_line_of_tags(text: str, phrases: Phrases) -> bool:
    """Whether a line is a label and an article's tags: "Tags: ferry, pier"."""
    end = phrases.begins_tags.length(text)
    if not end or ends_sentence(text):
        return False
    return text[end : end + 2].lstrip()[:1] in (":", "：") or len(_COMMAS.findall(text)) >= LEAST_TAGS - 1
