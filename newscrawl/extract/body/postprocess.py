"""Post-processing: once all blocks of a body are there, drops some by what they say and where they stand."""

import re

from newscrawl.extract.body.alike_rows import rows_around
from newscrawl.extract.body.anchors import anchor
from newscrawl.extract.body.beginnings import after_headline, without_head
from newscrawl.extract.body.blocks import RUNNING, Block, ends_sentence, is_label
from newscrawl.extract.body.chronologies import is_of_text
from newscrawl.extract.body.comments_below import without_comments
from newscrawl.extract.body.consent_lines import without_consent
from newscrawl.extract.body.disclosure_titles import SHORTEST_TITLE, opens
from newscrawl.extract.body.ends import without_ends, without_wall
from newscrawl.extract.body.loose_captions import with_captions
from newscrawl.extract.body.page_record import without_record
from newscrawl.extract.body.products import names_product
from newscrawl.extract.body.repeats import without_repeats
from newscrawl.extract.body.rows import beside_label, without_rows
from newscrawl.extract.body.text_map import length_of
from newscrawl.extract.body.twins import without_twins
from newscrawl.extract.page.tree import is_longer
from newscrawl.extract.vocabulary.phrases import Phrases


def tidy(blocks: list[Block], titles: list[str], phrases: Phrases, removed: list[tuple[str, str]]) -> list[Block]:
    """The blocks of the article, in order; `removed` is told of what goes. `titles`: their letters alone."""
    blocks = after_headline(blocks, titles, phrases, removed)
    blocks = with_captions(without_consent(blocks, phrases, removed), removed)
    blocks = without_wall(_without_labels(blocks, phrases, removed), phrases, removed)
    blocks = without_rows(without_comments(blocks, titles, phrases, removed), phrases, removed)
    blocks = without_head(blocks, phrases, removed)
    blocks = _with_subheads(without_twins(without_repeats(blocks, titles, removed), removed))
    return without_ends(without_record(blocks, phrases, removed), phrases, removed)


def _without_labels(blocks: list[Block], phrases: Phrases, removed: list[tuple[str, str]]) -> list[Block]:
    """Without short pieces of text and links outside paragraphs ("Latest stories"), where the text stands in <p>."""
    if sum(b.tag == "p" for b in blocks) < 3:
        return blocks
    kept = []
    card: set[int] = set()
    top = next(n for n, block in enumerate(blocks) if block.tag == "p")
    running = [n for n, block in enumerate(blocks) if _is_running(block)] or [top]
    for n, block in enumerate(blocks):
        reason = "read more" if id(block) in card else _beside_paragraphs(block)
        if reason == "label" and n < top and len(phrases.dates.apart_from_dates(block.text)) > 1:
            reason = "date"
        if reason == "label" and n > top and _is_bold_between(block, blocks[n - 1 : n + 2]):
            reason = ""
        if reason == "label" and running[0] < n < running[-1] and _is_in_list(block, phrases):
            reason = ""
        if reason == "label" and _numbers_note(block, blocks[n + 1 : n + 2]):
            continue
        if reason == "label" and not block.linked and _SCORE.search(block.text):
            reason = ""
        if reason == "label" and (_is_of_lines(block) or _is_of_chronology(n, blocks, phrases)):
            reason = ""
        if reason == "label" and (
            _heads_list(block, blocks[n + 1 : n + 2]) or (n > top and _heads_note(block, blocks[n + 1 : n + 2]))
        ):
            reason = ""
        if reason == "label" and _heads_text(block):
            block.kind, block.level = "heading", 3
            block.html = f"<h3>{block.html.removeprefix('<p>').removesuffix('</p>')}</h3>"
            reason = ""
        if reason == "label" and block.linked and phrases.begins_row(block.text):
            reason = "read more"
        if reason:
            block.leave_out(reason, removed)
            card.update(map(id, beside_label(blocks, n) if phrases.begins_row(block.text) else ()))
        else:
            kept.append(block)
    return kept


def _is_running(block: Block) -> bool:
    return block.tag == "p" and block.chars >= RUNNING / 2 and ends_sentence(block.text)


def _is_in_list(label: Block, phrases: Phrases) -> bool:
    """Whether a label is of a list in boxes, which is none of who wrote the article, and when."""
    rows = rows_around(label)
    return rows != [] and not any(map(phrases.dates.is_date, rows))


def _beside_paragraphs(block: Block) -> str:
    """Why a piece of text that is no paragraph is left out: a label, or a link alone that leads somewhere."""
    if block.kind != "paragraph" or block.tag == "p":
        return ""
    if names_product(block.stood):
        return ""
    return "label" if is_label(block) else "links" if block.is_link and "<a href=" in block.html else ""


LINES = 3
"""Lines of a list that is one paragraph."""

_SCORE = re.compile(r"[^\W\d]\W{1,3}\d{1,2}(?:[.,]\d{1,2})?\s?/\s?(?:5|10|20|100)$")
"""A test's verdict at the end of a line: "Our rating: 8.4/10"."""


def _is_of_lines(label: Block) -> bool:
    """Whether a short paragraph is a list all the same: breaks part its lines."""
    return label.kind == "paragraph" and not label.linked and label.html.count("<br") >= LINES - 1


def _is_of_chronology(place: int, blocks: list[Block], phrases: Phrases) -> bool:
    """Whether a label is a day of what is told below it, in a text whose other days are such labels, too."""
    return phrases.dates.is_date(blocks[place].text) and is_of_text(place, blocks, phrases)


def _heads_list(label: Block, following: list[Block]) -> bool:
    """Whether a label stands in one box with the list or table that comes next, which has no links: a box of facts."""
    if label.linked or label.stood is None or len(label.text) < SHORTEST_TITLE or not following:
        return False
    is_list = not following[0].linked and (following[0].kind in ("list", "table") or _is_of_lines(following[0]))
    listed = following[0].stood if is_list else None
    around = None if listed is None else listed.getparent()
    boxes = (label.stood, label.stood.getparent())
    return around is not None and (around in boxes or (listed is boxes[1] and following[0].kind == "paragraph"))


def _numbers_note(label: Block, following: list[Block]) -> bool:
    """Whether a label is the number of a note, whose box links lead to; the paragraph behind it in the box gets it."""
    box, note = label.stood, following[0] if following else None
    if box is None or note is None or note.stood is None or note.stood.getparent() is not box:
        return False
    name = anchor(box, "sup")
    if not name or note.kind != "paragraph" or not _NUMBER_OF_NOTE.fullmatch(label.html):
        return False
    note.html = f"<p><sup{name}>{label.text}</sup> {note.html.partition('>')[2]}"
    note.text = f"{label.text} {note.text}"
    return True


_NUMBER_OF_NOTE = re.compile(r"<p><sup>\W?\d{1,3}\W{0,2}</sup></p>")


def _heads_note(label: Block, following: list[Block]) -> bool:
    """Whether a label is the first line of a small box, and a sentence the next: "Bottom line", "Background"."""
    if label.linked or label.stood is None or not following or not _is_sentence(following[0]):
        return False
    box = None if following[0].stood is None else following[0].stood.getparent()
    is_first = box is label.stood or (label.stood.getparent() is box and label.stood.getprevious() is None)
    return box is not None and is_first and box.tag in _BOXES and not is_longer(box, LONGEST_NOTE)


def _is_sentence(block: Block) -> bool:
    return block.tag == "p" and not block.linked and length_of(block.text) >= RUNNING / 2 and ends_sentence(block.text)


_BOXES = frozenset({"div", "section", "aside"})

LONGEST_NOTE = 800
"""Characters of a box that its first line heads."""


def _heads_text(label: Block) -> bool:
    """Whether a short piece of text is called a subhead, or a click on it unfolds what it heads."""
    at = label.stood
    unfolds = at is not None and (opens(at) or at.get("role") == "button" or at.tag == "label")
    return (unfolds or "subhead" in label.roles) and len(label.text) >= SHORTEST_TITLE


def _is_bold_between(label: Block, around: list[Block]) -> bool:
    """Whether a bold line in a box of its own stands between two paragraphs of running text, as subheads do."""
    if label.linked or len(label.text) < SHORTEST_TITLE or not _BOLD.match(label.html):
        return False
    before, after = around[0], around[-1]
    return after is not label and all(b.tag == "p" and b.chars >= RUNNING and not b.is_link for b in (before, after))


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
