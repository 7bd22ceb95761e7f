"""Calls: boxes among the paragraphs that call a reader to something: a heading, perhaps a line, and a button below."""

from itertools import islice

from newscrawl.element import Element
from newscrawl.extract.body.blocks import QUESTION_MARKS, Block
from newscrawl.extract.body.markup import HEADINGS
from newscrawl.extract.page.tree import has_more, is_alike, is_longer, string
from newscrawl.text.sentences import has_several

LONGEST_CALL, LONGEST_BUTTON = 300, 40
"""Characters of such a box, and of its button."""

MOST_LINES, MOST_ELEMENTS = 3, 40
"""Of such a box."""

LARGEST_CARD, LONGEST_CARD = 120, 1500
"""Elements and characters of a card of parts; what has more is the text."""

MOST_LINKS = 10
"""Links around a box of which one may lead to the same as its button."""


def calls(box: Element, inside: list[Block]) -> bool:
    """Whether a box is a call: "Plan your run", "Sign up for free".

    Several alike in a row are a list: of products, of a house's own works. `inside`: what is left of the box.
    """
    if not 0 < len(inside) <= MOST_LINES or sum([b.chars for b in inside]) > LONGEST_CALL:
        return False
    if has_more(box, MOST_ELEMENTS):
        return False
    if _asks_to_choose(box, inside[-1]):
        return True
    if inside[0].kind != "heading":
        return False
    links = list(islice(box.iter("a"), 2))
    return len(links) == 1 and _ends_in_button(box, links[0]) and not _is_listed(box, links[0])


def _asks_to_choose(box: Element, last: Block) -> bool:
    """Whether a box ends with a question and buttons to answer it: a poll, "Was this helpful?".

    A paragraph that ends so is text, and the buttons turn its pages or copy it.
    """
    if not last.text.endswith(QUESTION_MARKS) or has_several(last.text):
        return False
    buttons = list(islice(box.iter("button"), MOST_LINKS))
    return len(buttons) > 1 and all(0 < len(string(button).strip()) <= LONGEST_BUTTON for button in buttons)


def _ends_in_button(box: Element, link: Element) -> bool:
    said, around = string(link).strip(), link.getparent()
    if not 2 < len(said) <= LONGEST_BUTTON or around is None or _is_of_text(around):
        return False
    is_alone = not (link.tail or "").strip() and (around is box or string(around).strip() == said)
    return is_alone and string(box).rstrip().endswith(said)


def _is_of_text(around: Element) -> bool:
    """Whether what a link stands in is a part of a text: no button is the last of a list's items or a table's facts."""
    return around.tag in ("p", "dd", "td", *HEADINGS) or (around.tag == "li" and around.getprevious() is not None)


def _is_listed(box: Element, link: Element) -> bool:
    """Whether a box beside it looks the same, or another link there leads to the same: to one of several works."""
    beside = (e for e in (box.getprevious(), box.getnext()) if e is not None)
    if any(is_alike(e, box) for e in beside):
        return True
    around = box.getparent()
    if around is not None and _is_part_of_card(box, around):
        return True
    links = () if around is None else islice(around.iter("a"), MOST_LINKS)
    return any(e is not link and e.get("href") == link.get("href") for e in links)


def _is_part_of_card(box: Element, card: Element) -> bool:
    """Whether the part before a box heads a list as the box heads its text: a test's pros and cons, its verdict."""
    before = box.getprevious()
    if before is None or before.tag != box.tag or has_more(card, LARGEST_CARD) or is_longer(card, LONGEST_CARD):
        return False
    heading = next(box.iter(*HEADINGS), None)
    if heading is None or next(before.iter("a", "button"), None) is not None:
        return False
    return [e.tag for e in islice(before, 2)] in ([heading.tag, "ul"], [heading.tag, "ol"])
