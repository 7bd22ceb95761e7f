"""The titles that a page gives out, and the element of its headline, by which a body is known to begin."""

from itertools import islice

from newscrawl.element import Element
from newscrawl.extract.body.beginnings import says_title, tells
from newscrawl.extract.page.page import Page
from newscrawl.extract.page.tree import string
from newscrawl.text.letters import letters


def titles_of(page: Page, headline: str) -> list[str]:
    """The headline and what else the page gives out for one, by their letters alone."""
    node = page.article_node or {}
    stated = node.get("headline")
    found = (headline, page.head_title, page.meta("og:title"), stated if isinstance(stated, str) else "")
    return [t for said in dict.fromkeys(found) if tells(t := letters(said))]


def headline_element(page: Page, titles: list[str]) -> Element | None:
    """The headline's element: the <h1> or else the <h2> that says the title, else the first <h1> with text.

    On a page without any <h1> it may be an <h3>; where none of these says it, a line of its own.
    """
    first = None
    for element in page.h1s[:10]:
        text = string(element)
        if says_title(text, titles):
            return element
        if first is None and text.strip():
            first = element
    lower = ("h2",) if first is not None else ("h2", "h3")
    headings = (e for e in islice(page.tree.iter(*lower), 10) if next(e.iter("a"), None) is None or e.tag == "h2")
    found = next((e for e in headings if says_title(string(e), titles)), first)
    return found if found is not None else _plain_headline(page, titles)


_NO_LINES = frozenset({"a", "title", "option", "script"})


def _plain_headline(page: Page, titles: list[str]) -> Element | None:
    """The first element without others in it that says the title and is no link: headings beside it may say others."""
    lines = (e for e in page.elements if not len(e) and e.text and e.tag not in _NO_LINES)
    return next((e for e in lines if says_title(e.text or "", titles)), None)
