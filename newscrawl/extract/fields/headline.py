"""The headline: which of a page's titles is believed.

Publishers write up to four headlines for one article: for readers (<h1>), for search (JSON-LD, <title>) and for social
networks (og:title). Believed, in this order:

1. the site's own selector;
2. what <h1> and og:title say alike: no reader has seen another;
3. JSON-LD's headline: where those two differ, the publisher's word on which it is;
4. og:title, then <h1>, then the other meta tags, then the one <h2> above the text where <title> is short, then <title>.

Where JSON-LD has none, what <h1> and <title> say alike goes before an og:title with no word of either: the name of a
section or a site. Where JSON-LD's headline is a description, what <h1> and its name say alike is taken.

All without the site's name behind them, <title> also without one before it. A headline cut short (search engines asked
for 110 characters) gives way to the longer one that begins with it, one led by a kicker ("Olympia: Die Sieger") to
another that lacks the kicker or has a different one. Of several that differ in nothing but spaces and quotation marks
the shown one is taken.
"""

import re
from dataclasses import dataclass

from newscrawl.element import Element
from newscrawl.extract.fields.poorer_titles import Title, poorer_title
from newscrawl.extract.fields.shown_titles import LONGEST, headline_element, is_below, shown_begin, shown_text
from newscrawl.extract.fields.site_in_title import without_heading_of_site, without_name_before, without_site
from newscrawl.extract.fields.title_versions import mended, outvotes, same, uncut
from newscrawl.extract.page import structured
from newscrawl.extract.page.page import Page
from newscrawl.text.letters import letters
from newscrawl.text.plain import plain

_FILE_NAME = re.compile(r"[a-z\d]+(?:[-_][a-z\d]+){2,}")
"""What editors call a page among themselves: "car-seat-test-autumn-2018"."""


@dataclass(frozen=True, slots=True)
class Headline:
    """The headline, where it comes from and the element that shows it, if one does."""

    text: str = ""
    source: str = ""
    element: Element | None = None
    missed: tuple[str, ...] = ()
    """The site's own selectors where they matched nothing."""


def find_headline(page: Page) -> Headline:
    """The page's headline; empty where it has none."""
    for selector in page.rules.title:
        for element in page.select(selector):
            if text := shown_text(element):
                return Headline(text, selector, element)
    text, source = _generic(page)
    return Headline(text, source, headline_element(page, text), tuple(f"title: {s}" for s in page.rules.title))


def _generic(page: Page) -> Title:
    names = page.site_names
    shown = [t for t in map(shown_text, page.h1s[:8]) if t]
    social = without_site(plain(page.meta("og:title"))[:LONGEST], names, shown)
    social = "" if shown and (_FILE_NAME.fullmatch(social) or letters(social) in names) else social
    social = without_heading_of_site(page, without_name_before(social, names, shown))
    declared = without_site(structured.text((page.article_node or {}).get("headline"))[:LONGEST], names, shown)
    social = social if declared else shown_begin(page, uncut(social, page.head_title, shown), shown)
    if agreed := next((t for t in shown if social and same(t, social)), ""):
        return mended(agreed, social, [*shown, declared]), "h1 and og:title"
    if declared:
        if named := _named(page, declared, shown):
            return named, "h1 and JSON-LD name"
        return mended(declared, social, shown), "JSON-LD headline"
    outvoting = next((t for t in shown if social and outvotes(t, social, page.head_title)), "")
    is_name = same(outvoting, without_site(page.head_title, names, shown)) and is_below(page, social)
    if outvoting and not is_name:
        return outvoting, "h1 and title"
    if social:
        return mended(social, social, shown), "og:title"
    return poorer_title(page, shown)


def _named(page: Page, declared: str, shown: list[str]) -> str:
    """What <h1> and the article's own name in JSON-LD say alike, where its headline is a description."""
    name = structured.text((page.article_node or {}).get("name"))
    is_other = not any(same(t, declared) for t in (name, page.head_title, *shown))
    return next((t for t in shown if is_other and same(t, name)), "")
