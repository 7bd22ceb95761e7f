"""What a reader clicks on to unfold what a page keeps folded: titles of disclosures, buttons, and signs in them."""

import re

from newscrawl.element import Element
from newscrawl.extract.body.blocks import QUESTION_MARKS
from newscrawl.extract.body.markup import HEADINGS
from newscrawl.extract.page.tree import is_longer, string

SHORTEST_TITLE = 12
"""Characters of what heads a panel that unfolds; "Show more" is shorter."""

LARGEST_TITLE = 20
"""Elements of one."""

MAY_TITLE = frozenset({"dt", *HEADINGS})
"""Tags of titles."""

_MARKS = frozenset("+ − – - × ▼ ▾ ▸ ► ⌄ ∨ › »".split())


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


def targets(element: Element) -> set[str]:
    """The ids that an element names in what a click on it does: `#part-two`, `javascript:show('part-two')`."""
    href, script = element.get("href") or "", element.get("onclick") or ""
    if href[:11].lower() == "javascript:":
        script += href
    own = {href[1:]} if href[:1] == "#" else set()
    return own.union(_IN_SCRIPT.findall(script[:LONGEST_SCRIPT])) - {""}


_IN_SCRIPT = re.compile(r"[\"'#]([A-Za-z][\w-]{1,60})")
LONGEST_SCRIPT = 300
"""Characters of what a click does."""


def is_question(element: Element) -> bool:
    """Whether an element asks something."""
    return string(element).rstrip().endswith(QUESTION_MARKS)


def opens(element: Element) -> bool:
    """Whether an element says that a click on it unfolds something."""
    return element.get("aria-expanded") is not None or element.get("aria-controls") is not None


def is_term(button: Element) -> bool:
    """Whether a button in a list is what it asks, a heading of it or a <dt>: a click on it unfolds the answer."""
    around = button.getparent()
    return around is not None and around.tag in MAY_TITLE and opens(button)


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
