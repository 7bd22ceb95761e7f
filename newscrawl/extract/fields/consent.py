"""Consent wall: a page that asks for consent to tracking in place of what was asked for, and not a banner beside it."""

from collections.abc import Iterator
from itertools import islice

from lxml import etree

from newscrawl.element import Element
from newscrawl.extract.page.page import Page
from newscrawl.extract.page.tree import elements, text_of
from newscrawl.urls.parts import host_of

# Links and pictures of a whole page. Walls lead to the imprint and the partners; pages with a banner have a menu.
FEW = 12

# Characters of a button's label.
LONGEST_LABEL = 40

# Words that tell where no button does: of a text, of a banner's, and of one whose title tells too.
MANY, SOME, ENOUGH = 5, 4, 2

# Characters for each of which a text says one of the words: where no button tells, in a wall's line, in a banner.
OF_TEXT, OF_LINE, OF_BANNER = 100, 120, 60

_BUTTONS = etree.XPath(
    'descendant::*[self::button or self::a or @onclick or @role="button"]'
    ' | descendant::input[@type="submit" or @type="button"]'
)


def is_wall(page: Page, title: str, text: str) -> bool:
    """Whether a page is little more than a text, which may be none, that asks for consent."""
    if host_of(page.url).startswith(("consent.", "cmp.")):
        return True
    return _is_bare(page) and _is_about(page, text) and (_has_button(page) or _says_enough(page, title, text))


def is_banner(page: Page, text: str) -> bool:
    """Whether a text is a banner's alone."""
    return _words(page, text) >= max(SOME, len(text) / OF_BANNER) and _is_about(page, text)


def _is_bare(page: Page) -> bool:
    return next(islice(page.tree.iter("a", "img"), FEW, None), None) is None


def _is_about(page: Page, text: str) -> bool:
    about = sum(len(line) for line in text.splitlines() if _words(page, line) > len(line) / OF_LINE)
    return about >= len(text) / 2


def _says_enough(page: Page, title: str, text: str) -> bool:
    return _words(page, text) >= (ENOUGH if page.phrases.titles_consent(title) else max(MANY, len(text) / OF_TEXT))


def _words(page: Page, text: str) -> int:
    return page.phrases.of_consent.count(text)


def _has_button(page: Page) -> bool:
    return any(map(page.phrases.accepts, _labels(page)))


def _labels(page: Page) -> Iterator[str]:
    return (label for label in map(_label, elements(_BUTTONS, page.tree)) if len(label) <= LONGEST_LABEL)


def _label(button: Element) -> str:
    return text_of(button) or button.get("value") or button.get("aria-label") or ""
