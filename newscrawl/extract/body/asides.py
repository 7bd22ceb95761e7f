"""Asides: what stands beside the text and belongs to the article."""

from itertools import islice

from newscrawl.element import Element
from newscrawl.extract.body.blocks import RUNNING
from newscrawl.extract.body.markup import HEADINGS
from newscrawl.extract.page.tree import is_longer
from newscrawl.extract.vocabulary.names import has_role


def is_box(element: Element) -> bool:
    """Whether an element says that it is a box beside the text that belongs to the article."""
    return has_role(element, "box") or (element.tag == "aside" and _states_facts(element))


def holds_notes(aside: Element) -> bool:
    """Whether an <aside> is a note below the text, or a list of them: docutils and EPUB write them so."""
    first = aside[0] if len(aside) else aside
    return any((e.get("role") or "").startswith(("doc-footnote", "doc-endnote")) for e in (aside, first))


def is_quotation(aside: Element) -> bool:
    """Whether an <aside> holds a quotation and nothing to follow, press or look at; one that the text says too goes."""
    return next(aside.iter("blockquote"), None) is not None and says_only(aside)


def is_remark(aside: Element) -> bool:
    """Whether an <aside> in the midst of a text is called a note, a hint or a warning, and holds words alone."""
    return has_role(aside, "notice") and _has_text_behind(aside) and says_only(aside)


def says_only(aside: Element) -> bool:
    """Whether an <aside> holds words and nothing to follow, press or look at: a remark, a quotation."""
    beside = aside.iter(*HEADINGS, "a", "button", "form", "input", "img", "time", "iframe", "script", "video")
    return next(beside, None) is None


def _states_facts(aside: Element) -> bool:
    """Whether an <aside> has a heading, or a stressed line as its first, and a list or a table below it, and nothing
    to follow, press or look at.

    In the midst of a text a paragraph is enough; at its end it tells of the author or the house.
    """
    begins_stressed = len(aside) > 1 and aside[0].tag in ("b", "strong") and not (aside[0].tail or "").strip()
    if not begins_stressed and next(aside.iter(*HEADINGS), None) is None:
        return False
    has_facts = next(aside.iter("ul", "ol", "dl", "table"), None) is not None
    if not has_facts and (next(aside.iter("p"), None) is None or not _has_text_behind(aside)):
        return False
    return next(aside.iter("a", "button", "form", "input", "img", "time", "iframe", "script"), None) is None


BEHIND = 3
"""Elements behind an <aside> among which the text goes on."""


def _has_text_behind(aside: Element) -> bool:
    return any(e.tag == "p" and is_longer(e, RUNNING) for e in islice(aside.itersiblings(), BEHIND))
