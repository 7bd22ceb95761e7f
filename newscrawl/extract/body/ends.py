"""Ends: what stands below an article's text and is none of it: a wall, comments, other stories, empty headings."""

import re
from collections.abc import Iterator
from itertools import chain, islice, takewhile

from newscrawl.element import Element
from newscrawl.extract.body.blocks import LEAST_HEADLINE, LONGEST_HEADLINE, LONGEST_LABEL, LONGEST_ROW, RUNNING, Block
from newscrawl.extract.body.lives import is_life
from newscrawl.extract.vocabulary.names import gives_role, words_of
from newscrawl.extract.vocabulary.phrases import Phrases
from newscrawl.text.letters import letters


def without_wall(blocks: list[Block], phrases: Phrases, removed: list[tuple[str, str]]) -> list[Block]:
    """Without a wall's plea at the end, all of its short lines: what it promises and what it costs."""
    chars, wall = 0, len(blocks)
    for n in range(len(blocks) - 1, 0, -1):
        chars += len(blocks[n].text)
        is_line = blocks[n].kind in ("paragraph", "heading")
        if is_line and chars <= LONGEST_ROW and phrases.holds_wall(blocks[n].text):
            wall = n
        elif chars > LONGEST_ROW or (is_line and len(blocks[n].text) >= RUNNING / 2):
            break
    for block in blocks[wall:]:
        block.leave_out("plea", removed)
    return blocks[:wall]


_COUNT = " ()0123456789"
"""Around the heading of comments: how many there are."""


def without_comments(
    blocks: list[Block], titles: list[str], phrases: Phrases, removed: list[tuple[str, str]]
) -> list[Block]:
    """Without the heading of the comments at the end, and the few words behind it; all of them where it counts them.

    `titles`: the letters of the headline, which such a heading may repeat.
    """
    if counted := _heading_with_count(blocks, titles, phrases):
        for block in blocks[counted:]:
            block.leave_out("heads comments", removed)
        blocks = blocks[:counted]
    chars = 0
    for n in range(len(blocks) - 1, 0, -1):
        if blocks[n].kind == "heading" and phrases.comments.heads_comments(blocks[n].text.strip(_COUNT)):
            for block in blocks[n:]:
                block.leave_out("heads comments", removed)
            return blocks[:n]
        chars += blocks[n].chars
        if chars > LONGEST_ROW:
            break
    return blocks


LEAST_TEXT = 600
"""Characters of a text above its comments; a page of a forum begins with how many answers there are."""


def _heading_with_count(blocks: list[Block], titles: list[str], phrases: Phrases) -> int:
    """Where a line below the text says how many comments follow, or that they do where lines begin some; 0 without."""
    chars, last_begun = 0, -1
    for n, block in enumerate(blocks):
        is_line = block.kind == "heading" or (block.kind == "paragraph" and len(block.text) < LONGEST_LABEL)
        if chars >= LEAST_TEXT and is_line:
            if phrases.comments.counts_comments(block.text) or phrases.comments.heads_form(block.text):
                return n
            if phrases.comments.may_head_comments(block.text):
                if letters(block.text).endswith(tuple(titles)):
                    return n
                last_begun = last_begun if last_begun >= 0 else _last_begun(blocks, phrases)
                if n < last_begun:
                    return n
        chars += block.chars
    return 0


LEAST_COMMENTS = 2
"""Lines below one that may head comments of which each begins one: its date, its writer."""


def _last_begun(blocks: list[Block], phrases: Phrases) -> int:
    """The last block at which so many comments are begun from there on; 0 where fewer are."""
    begun = 0
    for n in range(len(blocks) - 1, 0, -1):
        lines = (line for line in blocks[n].text.split("\n") if len(line) < LONGEST_LABEL)
        begun += sum(map(phrases.comments.begins_comment, lines))
        if begun >= LEAST_COMMENTS:
            return n
    return 0


LEAST_STORIES = 3
"""Items of a list from which it may be one of other stories."""


def _is_list_of_links(block: Block) -> bool:
    """Whether each item of a list has a link and is no longer than a headline."""
    if block.kind != "list" or not block.linked:
        return False
    items = block.html.split("<li")[1:]
    is_short = all(len(line) <= LONGEST_HEADLINE for line in block.text.split("\n"))
    return len(items) >= LEAST_STORIES and is_short and all("<a " in item for item in items)


def _is_line_of_link(block: Block) -> bool:
    """Whether a line is nothing but a link with the words of a headline."""
    return block.kind == "paragraph" and block.linked == block.chars >= LEAST_HEADLINE


def _end(block: Block, phrases: Phrases, *, is_first: bool) -> str:
    """Why the last block of a text is none of it; "" where it stays."""
    if block.kind in ("heading", "rule"):
        return "" if block.stood is not None and _stands_before_wall(block.stood) else "heads nothing"
    if not is_first and block.kind == "paragraph" and len(block.text) <= LONGEST_ASK and asks(block):
        return "plea"
    if not is_first and is_life(block, phrases):
        return "author box"
    if not is_first and block.kind == "paragraph" and _END_MARK.fullmatch(block.text):
        return "heads nothing"
    if not is_first and block.kind == "paragraph" and _announces(block.text):
        return "heads nothing"
    short = block.kind == "paragraph" and len(block.text) < LONGEST_LABEL * 2
    if not is_first and short and block.is_link and _TOOLS.fullmatch(block.html):
        return "links"
    if short and block.linked and _NUMBERS.fullmatch(block.text):
        return "pages"
    if short and block.linked and _is_of_tags(block, phrases):
        return "line of tags"
    if not is_first and block.kind == "paragraph" and len(block.text) <= LONGEST_ROW and _NOTICE.match(block.text):
        return "source"
    return "source" if short and (phrases.sources.is_source(block.text) or _OF_PAGE.search(block.text)) else ""


def _announces(text: str) -> bool:
    """Whether a last line leads to what came behind it and went: "You may also like:"."""
    return len(text) < LONGEST_LABEL and text.endswith((":", "："))


def _is_of_tags(block: Block, phrases: Phrases) -> bool:
    """Whether a line is a label and links to the article's tags."""
    end = phrases.begins_tags.length(block.text)
    return bool(end) and 2 * block.linked > len(block.text) - end


_NUMBERS = re.compile(r"(?:[^\W\d]{1,20} ?[:：]? ?)?[1-9]\d?(?: [1-9]\d?)+")
"""The numbers of an article's further pages, perhaps behind a word: "Pages: 1 2 3"."""

_TOOLS = re.compile(r"<p>(?:<a [^<>]*>[^<>]{1,40}</a>\s?[|·•/]\s?){1,7}(?:<a [^<>]*>[^<>]{1,40}</a>\s?)?</p>")
"""Links side by side with bars between them, and nothing else: "E-mail this story | Print"."""

_END_MARK = re.compile(r"[^\w\s():;](?:\s?[^\w\s():;]){0,19}")
"""Signs alone, as at the end of a release: "###". A smile is the author's."""

_OF_PAGE = re.compile(r"©\s?(?:19|20)\d\d\b|\b(?:19|20)\d\d\s?©")
"""Whose a page is, and since when."""

_NOTICE = re.compile(
    r"\W{0,2}(?:(?:copyright\s{0,3})?©\s?\w|copyright\s{0,3}\(c\)\s?\w|(?:\(c\)|copyright)\s{1,3}(?:19|20)\d\d\b)",
    re.IGNORECASE,
)
"""How a line begins that says whose a text is and what may be done with it; "(c) the owner" is a third point."""


LONGEST_ASK = 250
"""Characters."""

_ASKS = re.compile(
    r'href="(?!https?://(?:apps\.apple|play\.google)\.com/)[^"?#]*'
    r"(?:/(?:abos?|subscribe|subscriptions?|donate|donations?|spenden?|doneer|doneren|doner|donera|donar|doar|dona|"
    r"faire-un-don|wspieraj|podporte|membership|become-a-member|join|join-us|support-us|contribute|chip-in|apps?|newsletters?|"
    r"nieuwsbrief|nieuwsbrieven|nyhetsbrev|nyhedsbrev|uutiskirje|boletin|boletines|infolettre|biuletyn|hirlevel|bulten)"
    r'[/"?#.]|//(?:t\.me|(?:chat\.)?whatsapp\.com|news\.google\.com)/)',
    re.IGNORECASE,
)
"""A link to where a house's readers pay, join or follow it. In a store for apps others' apps are found, too."""


def asks(block: Block) -> bool:
    """Whether a last line leads to where readers pay or follow, or asks them to write to the house."""
    return _ASKS.search(block.html) is not None or ("?" in block.text and 'href="mailto:' in block.html)


WALL_LEVELS = 4
"""Boxes that may end with a heading before a wall."""


def _stands_before_wall(element: Element) -> bool:
    """Whether a wall comes next on the page: what an element heads is behind it."""
    boxes = chain([element], islice(element.iterancestors(), WALL_LEVELS))
    following = next((after for box in boxes if (after := box.getnext()) is not None), None)
    names = "" if following is None else f"{following.get('class') or ''} {following.get('id') or ''}"
    return "wall" in words_of(names) or gives_role(names, "wall")


LEAST_RECORD = 2
"""Lines that say when a page was published or changed from which the last lines are its record."""

MOST_BEHIND = 4
"""Words behind the date of such a line: the hour, and by whom; more say what was changed."""


def without_record(blocks: list[Block], phrases: Phrases, removed: list[tuple[str, str]]) -> list[Block]:
    """Without the last lines where they say when the page was put in, when it was changed, and by whom."""
    last = [(n, line) for n in _last_blocks(blocks) for line in blocks[n].text.split("\n")]
    says = [n for n, line in last if _says_when(line, phrases)]
    first = min(says, default=0)
    dated = [line for n, line in last if n >= first and len(phrases.dates.apart_from_dates(line)) > 1]
    if min(len(says), len(dated)) < LEAST_RECORD:
        return blocks
    for block in blocks[first:]:
        block.leave_out("date", removed)
    return blocks[:first]


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


def without_ends(blocks: list[Block], phrases: Phrases, removed: list[tuple[str, str]]) -> list[Block]:
    """Without headings that head nothing, and rules at either end."""
    first, last = 0, len(blocks)
    if last > 2 and _is_list_of_links(blocks[-1]) and blocks[-2].kind in ("heading", "rule"):
        last -= 1
        blocks[last].leave_out("links at the end", removed)
    row = list(takewhile(_is_line_of_link, reversed(blocks[:last])))
    if 1 < len(row) < last and blocks[last - len(row) - 1].kind != "heading":
        last -= len(row)
        for block in row:
            block.leave_out("links", removed)
    while last and (reason := _end(blocks[last - 1], phrases, is_first=last == 1)):
        last -= 1
        blocks[last].leave_out(reason, removed)
    while first < last and blocks[first].kind == "rule":
        first += 1
    return blocks[first:last]
