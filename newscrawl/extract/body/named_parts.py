"""Boxes called after a part of the article that they hold: an embed, code, tabs, a rating."""

from itertools import islice, takewhile

from newscrawl.element import Element
from newscrawl.extract.body.alike_rows import ROW_LEVELS, holds_rows, marks_row
from newscrawl.extract.body.disclosure_titles import is_question, opens
from newscrawl.extract.body.embeds import is_embed
from newscrawl.extract.body.markup import HEADINGS
from newscrawl.extract.body.tabs import holds_panel, holds_tabs
from newscrawl.extract.page.tree import has_more, is_longer, string
from newscrawl.extract.vocabulary.boilerplate import verdict
from newscrawl.extract.vocabulary.names import has_role

PAYWALLED_SHARE = 0.1
"""Search engines ask sites to name the text behind a paywall ("paywall" in JSON-LD's cssSelector), so a box of that
name with this share of the text is the article; with less it is the plea."""

LARGEST_MENU = 300
"""Elements of a list of words that is called so: what is larger lays out the page."""

PROSE = 60
"""Characters of running text (a sentence) in a box from which its names alone do not leave it out."""


def holds_what_it_is_called_after(box: Element, reason: str, weight: float, total: float) -> bool:
    """Whether a box that its name speaks against holds a part of the article. `weight`: of `total`, the container's."""
    match reason:
        case "role tablist":
            return weight >= PROSE and holds_panel(box)
        case "paywall":
            return weight > PAYWALLED_SHARE * total
        case "related":
            return next(box.iter("a"), None) is None or _holds_embed(box)
        case "share" | "player":
            return _holds_embed(box)
        case "navigation":
            if opens(box) and is_question(box):
                return True
            is_text = holds_panel(box) if weight >= PROSE else (_is_list_of_words(box) or holds_tabs(box))
            return is_text or _holds_code(box)
        case "page furniture":
            return _holds_code(box) or _is_verdict(box) or holds_rows(box) or marks_row(box)
    return False


def _is_verdict(element: Element) -> bool:
    """Whether a box of headings holds words alone, nothing to count, to press or to follow: a fact check's rating."""
    if next(element.iter(*HEADINGS), None) is None:
        return False
    has_tools = next(element.iter("a", "button", "input", "form", "svg", "img", "time", "script"), None) is not None
    return not has_tools and not any(map(str.isdigit, string(element)))


def _is_list_of_words(box: Element) -> bool:
    """Whether a box, with those of its name around it, has words enough and nothing to follow: a restaurant's menu."""
    called = verdict(box)
    whole = [box, *takewhile(lambda around: verdict(around) == called, islice(box.iterancestors(), ROW_LEVELS))][-1]
    if has_more(whole, LARGEST_MENU) or not is_longer(whole, PROSE):
        return False
    return next(whole.iter("a", "button", "input", "select", "label", "svg"), None) is None


def _holds_code(element: Element) -> bool:
    return next(element.iter("pre"), None) is not None


def _holds_embed(element: Element) -> bool:
    return any(
        is_embed(e) or has_role(e, "quoted post") for e in element.iter("iframe", "video", "audio", "blockquote")
    )
