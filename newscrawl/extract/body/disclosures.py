"""Disclosures: what a page keeps folded until its reader clicks on the heading or the button before it."""

from itertools import chain, islice

from newscrawl.element import Element
from newscrawl.extract.body.disclosure_titles import (
    LARGEST_TITLE,
    MAY_TITLE,
    SHORTEST_TITLE,
    is_mark,
    is_question,
    opens,
    targets,
)
from newscrawl.extract.body.markup import HEADINGS
from newscrawl.extract.page.tree import is_alike, is_longer, string

LONGEST_QUESTION = 300
"""Characters."""

_PANELS = frozenset({"tabpanel", "region"})
_HEADS = frozenset({"div", "section", *HEADINGS})


def is_panel(element: Element) -> bool:
    """Whether a hidden element is shown on a click on what stands right before it."""
    before = element.getprevious()
    if before is not None and _may_head(before):
        if _asks(before, element) or opens(before) or any(map(opens, before.iter("button", "a"))):
            return True
    if before is not None and (name := element.get("id")) and not is_longer(before, LONGEST_QUESTION):
        if any(name in targets(e) for e in islice(before.iter(), LARGEST_TITLE)):
            return True
    return element.get("role") in _PANELS and (before is None or before.tag in _HEADS or opens(before))


def is_headed_panel(element: Element) -> bool:
    """Whether a click on the heading before a hidden element shows it: it says so, or the next pair is alike."""
    before = element.getprevious()
    if before is None or len(string(before).strip()) < SHORTEST_TITLE:
        return False
    if opens(before) or before.get("role") == "button":
        return True
    after = element.getnext()
    is_pair = after is not None and is_alike(after, before)
    return is_pair and before.tag in HEADINGS


def is_toggle(field: Element) -> bool:
    """Whether a box to tick stands for a click on its label, which styles unfold what follows on:
    `<input type=checkbox id=one><label for=one>A question</label><div>...`."""
    label = field.getnext()
    if field.get("type") not in ("checkbox", "radio") or label is None or label.tag != "label":
        return False
    panel = label.getnext()
    is_titled = label.get("for") == field.get("id") and len(string(label).strip()) >= SHORTEST_TITLE
    return is_titled and panel is not None and panel.tag in _UNFOLDED


_UNFOLDED = frozenset({"div", "section", "ul", "article"})


def _asks(question: Element, answer: Element) -> bool:
    """Whether an answer stands behind a question: of a list of them, one of several, or with a sign to click on."""
    if not is_question(question):
        return False
    has_sign = any(map(is_mark, islice(question.iterdescendants(), LARGEST_TITLE)))
    return question.tag == "dt" or has_sign or _is_repeated(answer)


def _is_repeated(answer: Element) -> bool:
    """Whether another pair of a question and an answer stands beside this one: in its box, or in one like its box."""
    box = answer.getparent()
    around = chain(islice(answer.itersiblings(), 1, 2), islice(answer.itersiblings(preceding=True), 1, 2))
    if any(is_alike(other, answer) for other in around):
        return True
    if box is None:
        return False
    return any(is_alike(other, box) for other in (box.getnext(), box.getprevious()) if other is not None)


def _may_head(before: Element) -> bool:
    """Whether an element is a heading, a button in a box of its own, or asks something."""
    if before.tag in MAY_TITLE or (len(before) == 1 and before[0].tag == "button"):
        return True
    return not is_longer(before, LONGEST_QUESTION) and is_question(before)
