"""What is no article, and why: the reasons in their order.

A page is refused where it shows itself as something else and has next to no text. Long texts are never refused for
words in their titles: an article about a 404 page or about cookies is an article.
"""

import re

from newscrawl.extract.fields import bare_page, bot_check
from newscrawl.extract.fields.empty_page import of_consent, why_empty
from newscrawl.extract.fields.listing_page import is_declared, is_listing
from newscrawl.extract.fields.refusal_reasons import Reason
from newscrawl.extract.fields.shown import LEAST, TEASER, THIN, Shown
from newscrawl.extract.fields.stubs import of_stub
from newscrawl.extract.page.page import Page
from newscrawl.text.scripts import ideographic

# Characters of a body. The largest of 2,061 real ones has 193,000. Every stage, and the store, reads the whole.
MOST = 1_000_000

# Characters of what a shop says of a thing; who writes more may sell a book beside it.
THING = 1000

# Bytes in which a page begins; templates leave hundreds of blank lines before it.
BEGINNING = 65_536

# How files begin that are no HTML.
_OTHER_FILES = (b"%PDF", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"PK\x03\x04", b"{", b"RIFF")


def wall(html: bytes, page: Page) -> Reason | None:
    """A reason to refuse a page before anything is looked for: what is no HTML, and bot checks."""
    start = html[:BEGINNING].lstrip()
    if not start or start.startswith(_OTHER_FILES) or b"<" not in start:
        return "no HTML"
    if page.is_too_large:
        return "too large"
    return "challenge" if not is_declared(page) and _is_bot_check(page) else None


def _is_bot_check(page: Page) -> bool:
    title = page.head_title
    titled = len(title) < 60 and page.phrases.says_challenge(title) and _letters(page) < THIN
    titled = titled and bare_page.stands_alone(page)
    return titled or (_letters(page) < 2 * THIN and bot_check.is_bot_check(page.source))


def refuse(page: Page, shown: Shown) -> Reason | None:
    """A reason why what was found is no article, or None."""
    if len(shown.html) > MOST:
        return "too large"
    text = shown.text.strip()
    size = len(text) * (2 if ideographic(text) else 1)
    if size < THIN and (reason := of_stub(page, shown)):
        return reason
    if size < LEAST or not re.search(r"\w\w", text):
        return why_empty(page, shown)
    if page.article_node is None and size < TEASER and (reason := of_consent(page, shown)):
        return reason
    if is_listing(page, text, dated=shown.dates.published is not None):
        return "listing"
    return None if page.article_node is not None or shown.dates.is_on_page else _of_site(page, shown, size)


def _of_site(page: Page, shown: Shown, size: int) -> Reason | None:
    """What a page without a date is where it is none of a site's stories by how it is made."""
    if bare_page.sells(page) or (size < THING and bare_page.has_basket(page)):
        return "shop"
    if size >= THIN / 2 or is_declared(page):
        return None
    if bare_page.stands_for_another(page, f"{shown.title} {shown.text}"):
        return "notice"
    return "no text" if not shown.title or bare_page.is_of_the_site(page) else None


def _letters(page: Page) -> int:
    """Characters of the page's paragraphs."""
    return sum(len(p.text or "") for p in page.tree.iter("p"))
