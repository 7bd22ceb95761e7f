"""What a page is on which no text was found, or none but words on consent to tracking."""

from lxml import etree

from newscrawl.extract.fields import bot_check, consent
from newscrawl.extract.fields.listing_page import has_teasers, is_declared
from newscrawl.extract.fields.paywall import is_behind_wall
from newscrawl.extract.fields.refusal_reasons import Reason
from newscrawl.extract.fields.shown import THIN, Shown, titles
from newscrawl.extract.page import structured
from newscrawl.extract.page.page import Page
from newscrawl.extract.page.tree import elements, text_of

# Characters of what a page says to who runs no scripts.
SAID = 20

_NOSCRIPTS = etree.XPath("descendant::noscript")
_EMPTY_ROOTS = etree.XPath(
    'descendant::app-root[not(*)] | descendant::div[@id="root" or @id="app" or @id="__next" or @id="__nuxt"][not(*)]'
)


def why_empty(page: Page, shown: Shown) -> Reason:
    """Why next to no text was found."""
    if is_behind_wall(page):
        return "paywall"
    kinds = {kind for node in page.json_ld for kind in structured.kinds(node)}
    if page.meta("og:type").lower().startswith("video") or "videoobject" in kinds:
        return "video"
    if has_teasers(page):
        return "listing"
    if bot_check.is_captcha(page.source):
        return "challenge"
    if _is_built_by_scripts(page):
        return "JavaScript"
    if consent.is_wall(page, titles(page, shown), ""):
        return "consent wall"
    return "JavaScript" if _speaks_without_scripts(page) else "no text"


def of_consent(page: Page, shown: Shown) -> Reason | None:
    """What a page is whose text speaks of consent to tracking alone; None where it does not."""
    if consent.is_wall(page, titles(page, shown), shown.text) and not _is_built_by_scripts(page):
        return "consent wall"
    is_banner = not is_declared(page) and len(shown.text) < THIN and consent.is_banner(page, shown.text)
    return why_empty(page, shown) if is_banner else None


def _is_built_by_scripts(page: Page) -> bool:
    return bool(elements(_EMPTY_ROOTS, page.tree))


def _speaks_without_scripts(page: Page) -> bool:
    return sum(len(text_of(noscript)) for noscript in elements(_NOSCRIPTS, page.tree)) >= SAID
