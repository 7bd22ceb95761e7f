"""Stubs: what a page is that says a line or two, by its words and by how it is made."""

import re
from collections.abc import Iterator
from itertools import islice

from lxml import etree

from newscrawl.extract.fields import bare_page
from newscrawl.extract.fields.listing_page import is_declared
from newscrawl.extract.fields.paywall import LONGEST_LINE
from newscrawl.extract.fields.refusal_reasons import Reason
from newscrawl.extract.fields.shown import LEAST, THIN, Shown, titles
from newscrawl.extract.page import structured
from newscrawl.extract.page.page import Page
from newscrawl.extract.page.tree import elements, text_of
from newscrawl.extract.vocabulary.names import has_role
from newscrawl.text.letters import letters

# Sentences of a thin text in which it says that it is a notice.
NOTICED = 2

_PASSWORD = etree.XPath('descendant::input[@type="password"]')
_PASSWORD_OF_POST = etree.XPath('descendant::input[@name="post_password"]')
_SENTENCE_ENDS = re.compile(r"\n+|(?<=[.!?。！？।])\s+|(?<=[。！？])")
_QUOTED = re.compile(r"[“„«][^”“»]{0,300}[”“»]|\"[^\"\n]{0,300}\"")
_SCRIPT = re.compile(r"java ?script|자바스크립트|جافا ?سكريبت|جاوا ?اسکریپت", re.I)


def of_stub(page: Page, shown: Shown) -> Reason | None:
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
    said = titles(page, shown)
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


def _is_login(page: Page, shown: Shown, said: str) -> bool:
    return bool(elements(_PASSWORD, page.tree)) and (page.phrases.says_login(said) or len(shown.text) < LEAST)


def _kept_back(page: Page, shown: Shown) -> Reason | None:
    """What stands in the text's place where a thin one is none: a notice, a paywall, or a form for a password."""
    if reason := _notice(page, shown):
        return reason
    first = next(_sentences(shown.text), "")
    if (len(first) < LONGEST_LINE and page.phrases.says_members_only(first)) or _is_of_wall(page, first):
        return "paywall"
    is_form = elements(_PASSWORD_OF_POST, page.tree) or page.phrases.says_login(first)
    return "login" if is_form and elements(_PASSWORD, page.tree) else None


def _is_of_wall(page: Page, first: str) -> bool:
    """Whether a sentence stands in a box that is called a wall, below a line that says who may read on."""
    walls = (e for e in page.tree.iter("div", "section", "aside") if has_role(e, "wall", "class", "id"))
    before = (text.partition(first)[0] for wall in walls if first and first in (text := text_of(wall)))
    return any(0 < len(line) < LONGEST_LINE and page.phrases.holds_wall(line) for line in before)


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
