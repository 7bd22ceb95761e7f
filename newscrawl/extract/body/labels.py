"""Labels: short pieces of text outside paragraphs. Most are a page's own ("Latest stories"), some are the article's.

Only where the article's text stands in <p>: elsewhere its paragraphs look the same.
"""

import re
from dataclasses import dataclass

from newscrawl.element import Element
from newscrawl.extract.body.alike_rows import rows_around
from newscrawl.extract.body.blocks import RUNNING, Block, ends_sentence, is_label, says_whose
from newscrawl.extract.body.chronologies import is_of_text
from newscrawl.extract.body.disclosure_titles import SHORTEST_TITLE, opens
from newscrawl.extract.body.products import names_product
from newscrawl.extract.body.rows import beside_label
from newscrawl.extract.body.text_map import length_of
from newscrawl.extract.page.tree import is_alike, is_longer
from newscrawl.extract.vocabulary.phrases import Phrases

PARAGRAPHS = 3
"""Paragraphs of a text that stands in <p>, at the least."""

LINES = 3
"""Lines of a list that is one paragraph."""

LONGEST_NOTE = 800
"""Characters of a box that its first line heads."""

BOLD = re.compile(r"<p><(strong|b)>(?:(?!</\1>).)*</\1></p>$", re.DOTALL)
"""A paragraph that is bold throughout."""

_SCORE = re.compile(r"(?:[:：]\s?\d{1,2}(?:[.,]\d{1,2})?|\s\d{1,2}[.,]\d{1,2})\s?/\s?(?:5|10|20|100)$")
"""A test's verdict at the end of a line: "Our rating 8.4/10", "Taste: 4/5"; "Photo 4/5" counts."""

_BOXES = frozenset({"div", "section", "aside"})


@dataclass(frozen=True, slots=True)
class _Text:
    """The text that labels stand in."""

    blocks: list[Block]
    phrases: Phrases
    top: int
    """Where its first paragraph stands."""
    begin: int
    end: int
    """Where its first and last sentences stand."""


def without_labels(blocks: list[Block], phrases: Phrases, removed: list[tuple[str, str]]) -> list[Block]:
    """Without the labels and lone links that are none of the article's, where its text stands in <p>."""
    paragraphs = [n for n, block in enumerate(blocks) if block.tag == "p"]
    if len(paragraphs) < PARAGRAPHS:
        return blocks
    running = [n for n in paragraphs if _is_running(blocks[n])] or paragraphs[:1]
    text = _Text(blocks, phrases, paragraphs[0], running[0], running[-1])
    kept = []
    card: set[int] = set()
    for n, block in enumerate(blocks):
        if reason := "read more" if id(block) in card else _reason(n, text):
            block.leave_out(reason, removed)
            card.update(map(id, beside_label(blocks, n) if phrases.begins_row(block.text) else ()))
        else:
            kept.append(block)
    return kept


def _reason(place: int, text: _Text) -> str:
    """Why a piece of text that is no paragraph is left out: a label, or a link alone that leads somewhere."""
    block, phrases = text.blocks[place], text.phrases
    if block.kind != "paragraph" or block.tag == "p" or names_product(block.stood):
        return ""
    if not is_label(block):
        return "links" if block.is_link and "<a href=" in block.html else ""
    if place < text.top and len(phrases.dates.apart_from_dates(block.text)) > 1:
        return "date"
    if _is_article_s(place, text):
        return ""
    leads_on = phrases.begins_row(block.text)
    if (_heads_text(block) or _heads_paragraph(place, text)) and not leads_on:
        block.become_subhead(block.inside)
        return ""
    return "read more" if block.linked and leads_on else "label"


def _is_article_s(place: int, text: _Text) -> bool:
    """Whether a label is the article's, as it stands."""
    label, following = text.blocks[place], text.blocks[place + 1 : place + 2]
    return (
        (place > text.top and _is_bold_between(label, text.blocks[place - 1 : place + 2]))
        or (text.begin < place < text.end and _is_in_list(label, text.phrases))
        or (not label.linked and _SCORE.search(label.text) is not None)
        or _is_of_lines(label)
        or (not label.linked and says_whose(label) and ("quotation" in label.roles or _is_below_quote(place, text)))
        or (text.phrases.dates.is_date(label.text) and is_of_text(place, text.blocks, text.phrases))
        or _heads_list(label, following)
        or (place > text.top and _heads_note(label, following))
    )


def _is_below_quote(place: int, text: _Text) -> bool:
    return place > 0 and text.blocks[place - 1].kind == "quote"


def _is_running(block: Block) -> bool:
    return block.chars >= RUNNING / 2 and ends_sentence(block.text)


def _is_bold_between(label: Block, around: list[Block]) -> bool:
    """Whether a bold line in a box of its own stands between two paragraphs of running text, as subheads do."""
    if label.linked or len(label.text) < SHORTEST_TITLE or not BOLD.match(label.html):
        return False
    before, after = around[0], around[-1]
    return after is not label and all(b.tag == "p" and b.chars >= RUNNING and not b.is_link for b in (before, after))


def _is_in_list(label: Block, phrases: Phrases) -> bool:
    """Whether a label is of a list in boxes, which is none of who wrote the article, and when."""
    rows = rows_around(label)
    return rows != [] and not any(map(phrases.dates.is_date, rows))


def _is_of_lines(label: Block) -> bool:
    """Whether a short paragraph is a list all the same: breaks part its lines."""
    return label.kind == "paragraph" and not label.linked and label.html.count("<br") >= LINES - 1


def _heads_list(label: Block, following: list[Block]) -> bool:
    """Whether a label stands in one box with the list or table that comes next, which has no links: a box of facts."""
    if label.linked or label.stood is None or not following:
        return False
    is_list = not following[0].linked and (following[0].kind in ("list", "table") or _is_of_lines(following[0]))
    listed = following[0].stood if is_list else None
    around = None if listed is None else listed.getparent()
    boxes = (label.stood, label.stood.getparent())
    if around is None or not (len(label.text) >= SHORTEST_TITLE or BOLD.match(label.html) or _is_of_two(around)):
        return False
    return around in boxes or (listed is boxes[1] and following[0].kind == "paragraph")


def _is_of_two(box: Element) -> bool:
    """Whether a box stands beside one that looks like it: "Plus" and "Minus" of a test."""
    return any(e is not None and is_alike(e, box) for e in (box.getprevious(), box.getnext()))


def _heads_note(label: Block, following: list[Block]) -> bool:
    """Whether a label is the first line of a small box, and a sentence the next: "Bottom line", "Background"."""
    if label.linked or label.stood is None or not following or not _is_sentence(following[0]):
        return False
    box = None if following[0].stood is None else following[0].stood.getparent()
    is_first = box is label.stood or (label.stood.getparent() is box and label.stood.getprevious() is None)
    return box is not None and is_first and box.tag in _BOXES and not is_longer(box, LONGEST_NOTE)


def _is_sentence(block: Block) -> bool:
    return block.tag == "p" and not block.linked and length_of(block.text) >= RUNNING / 2 and ends_sentence(block.text)


def _heads_text(label: Block) -> bool:
    """Whether a short piece of text is called a subhead, or a click on it unfolds what it heads."""
    at = label.stood
    unfolds = at is not None and (opens(at) or at.get("role") == "button" or at.tag == "label")
    return (unfolds or "subhead" in label.roles) and len(label.text) >= SHORTEST_TITLE


def _heads_paragraph(place: int, text: _Text) -> bool:
    """Whether a short piece of text is called a heading and stands above running text of the article."""
    label = text.blocks[place]
    if label.linked or "vague subhead" not in label.roles or not text.top < place < text.end:
        return False
    below = next((b for b in text.blocks[place + 1 : place + 3] if b.kind != "rule"), None)
    return below is not None and below.tag == "p" and below.chars >= RUNNING and not below.is_link
