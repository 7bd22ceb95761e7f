"""What is no article, and why; and what stands before a paywall.

A page is refused where it shows itself as something else and has next to no text. Long texts are never refused for
words in their titles: an article about a 404 page or about cookies is an article.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Literal

from lxml import etree

from newscrawl.article import Access
from newscrawl.element import Element
from newscrawl.extract.fields import bare_page, bot_check, consent
from newscrawl.extract.fields.dates import Dates
from newscrawl.extract.fields.listing_page import has_teasers, is_declared, is_listing
from newscrawl.extract.page import structured
from newscrawl.extract.page.page import Page
from newscrawl.extract.page.tree import elements, text_of
from newscrawl.extract.vocabulary.names import has_role
from newscrawl.text.letters import letters
from newscrawl.text.scripts import ideographic

Reason = Literal[
    "no HTML", "too large", "challenge", "consent wall", "login", "paywall", "not found", "JavaScript", "notice",
    "listing", "shop", "video", "no text",
]  # fmt: skip

REASONS: dict[Reason, str] = {
    "no HTML": "the bytes are no HTML page",
    "too large": "the page has more than 30,000 elements, or the body 1,000,000 characters",
    "challenge": 'a bot check stands before the page ("Just a moment…")',
    "consent wall": "the page asks for consent to tracking instead of showing the article",
    "login": "the page is a login form",
    "paywall": "nothing but a teaser stands before the paywall",
    "not found": "the page says that there is no such page, though the server sent it as found",
    "JavaScript": "the page is built by JavaScript, which is not run here, and holds no text of its own",
    "notice": "the page shows a notice and no article: maintenance, a closed region, an old browser, an age, an app …",
    "listing": "the page lists articles and is none itself",
    "shop": "the page offers a thing for sale",
    "video": "the page shows a video and has no text of its own",
    "no text": "no text was found that could be an article",
}
"""Every reason for which a page is no article, with what it means."""

OF_THE_VISITOR = frozenset({"challenge", "consent wall", "login", "paywall", "JavaScript", "notice"})
"""Reasons that mean the visitor, or the hour, and not the page: with a login or a browser it may be an article."""

# Characters. Error pages, walls and stubs say less; of 400 real articles three are shorter, all of them with JSON-LD.
THIN = 600

# Characters of a body. The largest of 2,061 real ones has 193,000. Every stage, and the store, reads the whole.
MOST = 1_000_000

# Characters. What a page must have at least: a news flash of one sentence.
LEAST = 60

# Characters. What a paywalled page shows before the wall is seldom more where the publisher means it.
TEASER = 2500

# Bytes in which a page begins; templates leave hundreds of blank lines before it.
BEGINNING = 65_536

# Characters of what a page says to who runs no scripts.
SAID = 20

# Sentences of a thin text in which it says that it is a notice.
NOTICED = 2

# Characters of a line that says who may read on.
LONGEST_LINE = 200


_PASSWORD = etree.XPath('descendant::input[@type="password"]')
_PASSWORD_OF_POST = etree.XPath('descendant::input[@name="post_password"]')
_NOSCRIPTS = etree.XPath("descendant::noscript")
_EMPTY_ROOTS = etree.XPath(
    'descendant::app-root[not(*)] | descendant::div[@id="root" or @id="app" or @id="__next" or @id="__nuxt"][not(*)]'
)
_SENTENCE_ENDS = re.compile(r"\n+|(?<=[.!?。！？।])\s+|(?<=[。！？])")
_QUOTED = re.compile(r"[“„«][^”“»]{0,300}[”“»]|\"[^\"\n]{0,300}\"")
_SCRIPT = re.compile(r"java ?script|자바스크립트|جافا ?سكريبت|جاوا ?اسکریپت", re.I)
# How files begin that are no HTML.
_OTHER_FILES = (b"%PDF", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"PK\x03\x04", b"{", b"RIFF")


@dataclass(frozen=True, slots=True)
class Shown:
    """What was found on a page, as far as a refusal asks."""

    title: str
    text: str
    html: str
    dates: Dates


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
    if size < THIN and (reason := _of_thin(page, shown)):
        return reason
    if size < LEAST or not re.search(r"\w\w", text):
        return _why_empty(page, shown)
    if page.article_node is None and size < TEASER and (reason := _of_consent(page, shown)):
        return reason
    if is_listing(page, text, dated=shown.dates.published is not None):
        return "listing"
    return None if page.article_node is not None or shown.dates.is_on_page else _of_site(page, size)


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


def _of_site(page: Page, size: int) -> Reason | None:
    """What a page without a date is where it is none of a site's stories by how it is made."""
    if bare_page.sells(page):
        return "shop"
    return "no text" if size < THIN / 2 and not is_declared(page) and bare_page.is_of_the_site(page) else None


def _of_thin(page: Page, shown: Shown) -> Reason | None:
    """What a page is that says a line or two: by its words, and by how it is made."""
    if reason := _declared_stub(page, shown) if is_declared(page) else _stub(page, shown):
        return reason
    if page.article_node is not None:
        return None
    if page.meta("og:type").lower() == "profile":
        return "listing"
    if _shows_its_headline(page, shown):
        return None
    if bare_page.is_error(page):
        return "not found"
    return "notice" if bare_page.leads_away(page) else None


def _stub(page: Page, shown: Shown) -> Reason | None:
    said = _said(page, shown)
    if page.phrases.says_challenge(said) and bare_page.stands_alone(page):
        return "challenge"
    says = page.phrases.says_not_found
    if (says.in_words if _shows_its_headline(page, shown) else says)(said):
        return "not found"
    return _kept_back(page, shown) or ("login" if _is_login(page, shown, said) else None)


def _declared_stub(page: Page, shown: Shown) -> Reason | None:
    """What a page is that calls itself an article and says a line or two, as templates write that on every page."""
    heading = next(map(text_of, page.h1s[:1]), "")
    if page.article_node is None and len(shown.text) < THIN / 2 and len(heading) < LONGEST_LINE / 4:
        said = _QUOTED.sub(" ", shown.text if "404" in heading else heading)
        phrases = page.phrases.says_not_found
        says = phrases.is_all_of if _shows_its_headline(page, shown) else phrases
        if not any(map(str.isdigit, said)) and says(said):
            return "not found"
        if _is_login(page, shown, heading):
            return "login"
    return _kept_back(page, shown)


def _said(page: Page, shown: Shown) -> str:
    return f"{page.head_title} | {shown.title}"


def _is_login(page: Page, shown: Shown, said: str) -> bool:
    return bool(elements(_PASSWORD, page.tree)) and (page.phrases.says_login(said) or len(shown.text) < LEAST)


def _kept_back(page: Page, shown: Shown) -> Reason | None:
    """What stands in the text's place where a thin one is none: a notice, a paywall, or a form for a password."""
    if reason := _notice(page, shown):
        return reason
    first = next(_sentences(shown.text), "")
    if len(first) < LONGEST_LINE and page.phrases.says_members_only(first):
        return "paywall"
    is_form = elements(_PASSWORD_OF_POST, page.tree) or page.phrases.says_login(first)
    return "login" if is_form and elements(_PASSWORD, page.tree) else None


def _notice(page: Page, shown: Shown) -> Reason | None:
    """Whether a thin text is a notice: its heading or one of its first sentences is, quotations aside.

    News of a service that is unavailable has a notice's words in the midst of its sentences.
    """
    text = _QUOTED.sub(" ", shown.text)
    headings = [_QUOTED.sub(" ", said) for said in map(text_of, page.h1s[:1])] or [page.head_title]
    says = page.phrases.says_notice
    is_headed = _shows_its_headline(page, shown)
    if any(map(says.is_all_of if is_headed else says, headings)):
        return "JavaScript" if any(map(_SCRIPT.search, headings)) else "notice"
    for said in filter(says, islice(_sentences(text), NOTICED)):
        if _SCRIPT.search(said):
            return "JavaScript"
        if not is_headed or says.is_said_alone(said[:LONGEST_LINE]):
            return "notice"
    return None


def _shows_its_headline(page: Page, shown: Shown) -> bool:
    """Whether a page has a date, and stands under the headline that it declares, as news does."""
    if not shown.dates.is_on_page:
        return False
    headline = letters(shown.title)
    declared = (page.head_title, page.meta("og:title"), structured.text((page.article_node or {}).get("headline")))
    is_declared_one = bool(headline) and any(headline in letters(title) for title in declared)
    return is_declared_one and any(letters(text_of(h1)) == headline for h1 in page.h1s)


def _sentences(text: str) -> Iterator[str]:
    return filter(None, (part.strip() for part in _SENTENCE_ENDS.split(text)))


def _why_empty(page: Page, shown: Shown) -> Reason:
    if structured.text(_free(page)).lower() == "false" or _has_wall(page) or _is_for_members(page):
        return "paywall"
    kinds = {kind for node in page.json_ld for kind in structured.kinds(node)}
    if page.meta("og:type").lower().startswith("video") or "videoobject" in kinds:
        return "video"
    if has_teasers(page):
        return "listing"
    if bot_check.is_captcha(page.source):
        return "challenge"
    if elements(_EMPTY_ROOTS, page.tree):
        return "JavaScript"
    if consent.is_wall(page, _said(page, shown), ""):
        return "consent wall"
    return "JavaScript" if _speaks_without_scripts(page) else "no text"


def _of_consent(page: Page, shown: Shown) -> Reason | None:
    """What a page is whose text speaks of consent to tracking alone; None where it does not."""
    if consent.is_wall(page, _said(page, shown), shown.text) and not elements(_EMPTY_ROOTS, page.tree):
        return "consent wall"
    is_banner = not is_declared(page) and len(shown.text) < THIN and consent.is_banner(page, shown.text)
    return _why_empty(page, shown) if is_banner else None


def _speaks_without_scripts(page: Page) -> bool:
    return sum(len(text_of(noscript)) for noscript in elements(_NOSCRIPTS, page.tree)) >= SAID


def _has_wall(page: Page) -> bool:
    return any(has_role(element, "wall", "class", "id") for element in page.tree.iter())


def _is_for_members(page: Page) -> bool:
    """Whether a heading or a paragraph says that the rest is for members: Ghost's, Substack's, Jetpack's stubs."""
    lines = map(text_of, filter(_is_innermost, page.tree.iter(*_LINES)))
    return any(page.phrases.says_members_only(line) for line in lines if len(line) < LONGEST_LINE)


_LINES = ("h1", "h2", "h3", "h4", "p")


def _is_innermost(element: Element) -> bool:
    """Whether a line holds no other: of lines nested into each other all the text would be read each time."""
    return next(islice(element.iter(*_LINES), 1, None), None) is None


def _letters(page: Page) -> int:
    """Characters of the page's paragraphs."""
    return sum(len(p.text or "") for p in page.tree.iter("p"))
