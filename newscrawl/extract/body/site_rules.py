"""What a site's own rules say of the body: where it stands, and what in it is none of it."""

from newscrawl.element import Element
from newscrawl.extract.page.page import Page


def chosen_by_rule(page: Page) -> tuple[list[Element], str, list[str]]:
    """The elements of the first body selector that matches, its name, and those that matched nothing where none did."""
    for number, selector in enumerate(page.rules.body, 1):
        if found := page.select(selector):
            return _outermost(found), f"{selector} (rule {number})", []
    return [], "", [f"body: {selector}" for selector in page.rules.body]


def removed_by_rule(page: Page) -> tuple[dict[Element, str], list[str]]:
    """The elements that the site's rules leave out, with the rule that does, and the rules that matched nothing."""
    chosen: dict[Element, str] = {}
    missed: list[str] = []
    for selector in page.rules.remove:
        if found := page.select(selector):
            chosen.update(dict.fromkeys(found, f"rule {selector}"))
        else:
            missed.append(f"remove: {selector}")
    return chosen, missed


def _outermost(found: list[Element]) -> list[Element]:
    """Without elements that stand inside another of them."""
    chosen = set(found)
    return [e for e in found if not any(a in chosen for a in e.iterancestors())]
