"""Disclosures: what a page keeps folded until its reader clicks on the heading or the button before it."""

from itertools import chain, islice, takewhile

from newscrawl.element import Element
from newscrawl.extract.body.blocks import QUESTION_MARKS
from newscrawl.extract.body.markup import HEADINGS
from newscrawl.extract.page.tree import is_alike, is_longer, string

SHORTEST_TITLE = 12
"""Characters of what heads a panel that unfolds; "Show more" is shorter."""

LONGEST_QUESTION = 300
"""Characters."""

_PANELS = frozenset({"tabpanel", "region"})
_HEADS = frozenset({"div", "section", *HEADINGS})
_TITLES = frozenset({"dt", *HEADINGS})
_MARKS = frozenset("+ − – - × ▼ ▾ ▸ ► ⌄ ∨ › »".split())


def is_panel(element: Element) -> bool:
    """Whether a hidden element is shown on a click on what stands right before it."""
    before = element.getprevious()
    if before is not None and _may_head(before):
        if _asks(before, element) or opens(before) or any(map(opens, before.iter("button", "a"))):
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
    is_pair = after is not None and after.tag == before.tag and after.get("class") == before.get("class")
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
    if before.tag in _TITLES or (len(before) == 1 and before[0].tag == "button"):
        return True
    return not is_longer(before, LONGEST_QUESTION) and is_question(before)


def heads_panel(button: Element) -> bool:
    """Whether a button's text is the heading of what a click on it shows."""
    return len(string(button).strip()) >= SHORTEST_TITLE and (opens(button) or is_question(button))


def holds_answer(button: Element) -> bool:
    """Whether what a click unfolds stands within what is clicked on, a question before it."""
    return len(button) > 1 and is_question(button[0]) and is_longer(button, len(string(button[0])) + 1)


def panel_of(button: Element) -> Element | None:
    """What stands behind a button, or behind a box that it fills: `<div><button>A title</button></div><div>...`."""
    around = button.getparent()
    fills = button.getnext() is None and button.getprevious() is None and around is not None and around.tag == "div"
    return around.getnext() if fills and opens(button) else button.getnext()  # type: ignore[union-attr]


def is_question(element: Element) -> bool:
    """Whether an element asks something."""
    return string(element).rstrip().endswith(QUESTION_MARKS)


def opens(element: Element) -> bool:
    """Whether an element says that a click on it unfolds something."""
    return element.get("aria-expanded") is not None or element.get("aria-controls") is not None


def is_term(button: Element) -> bool:
    """Whether a button in a list is what it asks, a heading of it or a <dt>: a click on it unfolds the answer."""
    around = button.getparent()
    return around is not None and around.tag in _TITLES and opens(button)


def is_mark(element: Element) -> bool:
    """Whether an element in a heading that unfolds what it heads is the sign for that: "+"."""
    around = element.getparent()
    is_sign = not len(element) and (element.text or "").strip() in _MARKS
    return is_sign and around is not None and (around.tag == "button" or opens(around) or _asks_beside(element))


def _asks_beside(sign: Element) -> bool:
    """Whether a sign stands at the begin or the end of a question."""
    around = sign.getparent()
    said = (sign.tail or "", "" if around is None else around.text or "")
    return any(text.rstrip().endswith(QUESTION_MARKS) for text in said)


def leads_to_panel(link: Element) -> bool:
    """Whether a link leads to what stands right behind it, or behind a box of it alone: a click on it unfolds that."""
    target = (link.get("href") or "")[1:]
    boxes = takewhile(_holds_one_link, (link, *islice(link.iterancestors(), LEVELS)))
    behind = (after.get("id") for box in boxes if (after := box.getnext()) is not None)
    return target != "" and target in behind


def _holds_one_link(box: Element) -> bool:
    tags = [element.tag for element in islice(box.iter(), LARGEST_TITLE + 1)]
    return len(tags) <= LARGEST_TITLE and tags.count("a") == 1


LEVELS, LARGEST_TITLE = 3, 20
"""Boxes around the link of a panel's title, of which the outermost stands before the panel; elements of one."""


def holds_tabs(element: Element) -> bool:
    """Whether links of a box lead to parts of it alone, which are shown in turn: `<a href="#prices">`."""
    leads = {a.get("href") or "" for a in element.iter("a")}
    parts = {f"#{e.get('id')}" for e in element.iter("div", "section")} if leads else set()
    return len(leads) > 0 and leads <= parts


def holds_panel(element: Element) -> bool:
    """Whether a box holds what its tabs show."""
    return any(e.get("role") == "tabpanel" for e in element.iter("div", "section"))
