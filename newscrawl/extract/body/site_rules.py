"""What a site's own rules say of the body: where it stands, and what in it is none of it."""

from newscrawl.extract.page.page import Page
from newscrawl.extract.vocabulary.names import Element


def chosen_by_rule(page: Page) -> tuple[list[Element], str, list[str]]:
    """The elements of the first body selector that matches, its name, and those that matched nothing where none did."""
    for number, selector in enumerate(page.rules.body, 1):
        if found := page.select(selector):
            return _outermost(found), f"{selector} (rule {number})", []
    return [], "", [f"body: {selector}" for selector in page.rules.body]


def removed_by_rule(page: Page) -> dict[Element, str]:
    """The elements that the site's rules leave out, and which rule does."""
    chosen: dict[Element, str] = {}
    for selector in page.rules.remove:
        chosen.update(dict.fromkeys(page.select(selector), f"rule {selector}"))
    return chosen


def _outermost(found: list[Element]) -> list[Element]:
    """Without elements that stand inside another of them."""
    chosen = set(found)
    return [e for e in found if not any(a in chosen for a in e.iterancestors())]
