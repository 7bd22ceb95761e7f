"""Inline elements that are words of a sentence: what they are called says nothing about them."""

from itertools import islice

from newscrawl.element import Element
from newscrawl.extract.body.layout import INLINE_TAGS
from newscrawl.extract.body.markup import HEADINGS
from newscrawl.extract.body.text_map import Weights
from newscrawl.extract.page.tree import string
from newscrawl.extract.vocabulary.boilerplate import verdict
from newscrawl.text.scripts import IN_CJK

_STRESSES = frozenset("strong em b i".split())
_CLOSING = ",;.:)"
_GOES_ON = ",;’' \xa0"
"""Signs behind the first words of a sentence that goes on: "Jane Doe, who fled", "Jane Doe’s ferry"."""
_DASHES = tuple("-–—")
_QUOTES, _ENDS = "\"'”’»)", tuple(".!?…।؟")

FEWEST_WORDS = 3
"""Words of a short sentence: "Nobody was hurt."."""


def stands_in_sentence(element: Element, weights: Weights) -> bool:
    """Whether an inline element is part of a sentence of its paragraph: what it is called says nothing then."""
    block = element.getparent()
    while block is not None and block.tag in INLINE_TAGS:
        block = block.getparent()
    if block is None:
        return False
    before, after = _text_before(element, block), _text_after(element)
    # Sentences of the scripts without spaces are too short to weigh anything, and hold their words side by side.
    if block not in weights and not (block.tag == "p" and (IN_CJK.search(before + after) or _is_sentence(block))):
        return False
    if not any(map(str.isalnum, before + after)):
        return False
    if before and after:
        return True
    if before:
        return before[-1].isalnum() or before[-1] in ",;(-–—„“«‘"
    return after.lstrip(_GOES_ON)[:1].islower()


def _is_sentence(paragraph: Element) -> bool:
    """Whether a paragraph reads as one short sentence: one too short to weigh, or cut into pieces that are."""
    text = string(paragraph).strip()
    if not text or not text[0].isupper() or not text.rstrip(_QUOTES).endswith(_ENDS):
        return False
    before, colon, _ = text.partition(":")
    return len((before if colon else text).split()) >= FEWEST_WORDS


def parts_numbers(element: Element) -> bool:
    """Whether a hidden element is a sign between two numbers, which the page draws: "4/3" set as a fraction."""
    sign = (element.text or "").strip()
    around = element.getparent()
    if len(element) or len(sign) != 1 or sign.isalnum() or around is None:
        return False
    before, after = element.getprevious(), element.getnext()
    left = (around.text or "") if before is None else before.tail or string(before)
    right = element.tail or ("" if after is None else string(after))
    return left[-1:].isdigit() and right[:1].isdigit()


def is_whole_heading(element: Element) -> bool:
    """Whether an inline element is all that a heading says: "<h2><span id="toc1">What to do</span></h2>"."""
    heading = element.getparent()
    while heading is not None and heading.tag in INLINE_TAGS:
        heading = heading.getparent()
    return heading is not None and heading.tag in HEADINGS and string(heading).strip() == string(element).strip()


def names_place(element: Element, weights: Weights) -> bool:
    """Whether an inline element is a dateline without a date, which begins a paragraph: "KOBE – A total of …"."""
    said, after = string(element).strip(), (element.tail or "").strip()
    if not said or any(map(str.isdigit, said)) or not (said.endswith(_DASHES) or after.startswith(_DASHES)):
        return False
    return (block := element.getparent()) is not None and block.tag == "p" and block in weights


def is_word(button: Element) -> bool:
    """Whether a button is a word inside a sentence, which shows what it means: text stands on both sides of it."""
    paragraph = button.getparent()
    while paragraph is not None and paragraph.tag in INLINE_TAGS:
        paragraph = paragraph.getparent()
    if paragraph is None or paragraph.tag not in ("p", "li") or not string(button).strip():
        return False
    before, after = _text_before(button, paragraph), _text_behind(button, paragraph)
    return before[-1:].isalpha() and after != "" and (after[0].isalpha() or after[0] in _CLOSING)


def _text_before(element: Element, block: Element) -> str:
    """The text right before an inline element, as far as it stands in the same paragraph."""
    at = element
    while at is not block:
        before = at.getprevious()
        parent = at.getparent()
        text = (before.tail if before is not None else parent.text if parent is not None else "") or ""
        if before is not None and not text and before.tag in _STRESSES and (said := string(before))[-1:].isspace():
            text = said
        if text.strip() or parent is None or before is not None:
            return text.strip()
        at = parent
    return ""


def _text_after(element: Element) -> str:
    """The text right behind an inline element, in the same element or the stressed words that follow."""
    text, after = element.tail or "", element.getnext()
    if not text and after is not None and verdict(after) == "hidden":  # what a word means, on a click
        text, after = after.tail or "", after.getnext()
    if text or after is None or after.tag not in _STRESSES:
        return text.strip()
    said = string(after)
    return "" if said[:1].isalnum() else said.strip()


def _text_behind(element: Element, block: Element) -> str:
    """The text right behind an inline element, as far as it stands in the same paragraph."""
    at: Element | None = element
    while at is not None and at is not block:
        if text := _text_after(at):
            return text
        if any(verdict(e) != "hidden" for e in islice(at.itersiblings(), HIDDEN_BEHIND)):
            return ""
        at = at.getparent()
    return ""


HIDDEN_BEHIND = 3
"""Hidden elements behind a word: what it means, shown on a click."""
