"""Paywalls: whether the whole article is there, and what says that the rest is for members."""

from itertools import islice

from newscrawl.article import Access
from newscrawl.element import Element
from newscrawl.extract.fields.shown import TEASER, THIN
from newscrawl.extract.page import structured
from newscrawl.extract.page.page import Page
from newscrawl.extract.page.tree import text_of
from newscrawl.extract.vocabulary.names import has_role

# Characters of a line that says who may read on.
LONGEST_LINE = 200


def access(page: Page, text: str) -> Access:
    """Whether the whole article is there: "partial" where the page says that it is paid for and shows a part."""
    free = structured.text(_free(page)).lower()
    node = page.article_node or {}
    is_teaser = len(text) < TEASER and _is_for_members(page)
    if not is_teaser and free not in ("false", "no") and not (len(text) < THIN and _has_wall(page)):
        return "full"
    whole = structured.text(node.get("articleBody"))
    if whole:
        return "partial" if len(text) < 0.7 * len(whole) else "full"
    return "partial" if len(text) < TEASER else "full"


def _free(page: Page) -> list[str]:
    node = page.article_node or {}
    values = [node.get(key) for key in ("isAccessibleForFree", "isAccessibleforFree")] + [
        page.meta("isaccessibleforfree")
    ]
    return [str(v) for v in values if v is not None and v != ""]


def is_behind_wall(page: Page) -> bool:
    """Whether a page says in any way that its text is for those who pay, or for members."""
    return structured.text(_free(page)).lower() == "false" or _has_wall(page) or _is_for_members(page)


def _has_wall(page: Page) -> bool:
    return any(has_role(element, "wall", "class", "id") for element in page.tree.iter())


def _is_for_members(page: Page) -> bool:
    """Whether a heading or a paragraph says that the rest is for members: Ghost's, Substack's, Jetpack's stubs."""
    lines = map(text_of, filter(_is_innermost, page.tree.iter(*_LINES)))
    return any(page.phrases.says_members_only(line) for line in lines if len(line) < LONGEST_LINE)


_LINES = ("h1", "h2", "h3", "h4", "p")


def _is_innermost(element: Element) -> bool:
    """Whether a line holds no other: of lines nested into each other all the text would be read each time."""
    return not len(element) or next(islice(element.iter(*_LINES), 1, None), None) is None
