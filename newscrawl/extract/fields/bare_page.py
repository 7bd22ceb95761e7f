"""What shows that a page with next to no text is no article by how it is made, in whatever language it speaks.

Error pages have a name or a code, shops a price, and pages of a site's own affairs say that they are none of its news.
"""

import re
from collections.abc import Iterator
from itertools import chain, islice

from lxml import etree

from newscrawl.extract.page import structured
from newscrawl.extract.page.page import Page
from newscrawl.extract.page.tree import text_of
from newscrawl.extract.vocabulary.name_table import ERROR_PAGES
from newscrawl.extract.vocabulary.shop_phrases import puts_into_basket
from newscrawl.urls.house_paths import is_of_house
from newscrawl.urls.slugs import says_one, words_of

# Links and pictures of a whole page that stands alone: a gate, a choice. News has a menu.
FEW = 8

# Elements around a heading whose names are looked at.
LEVELS = 6

# Seconds. Pages of news that load anew wait for minutes.
SOON = 30

# Characters of a code with its words: "Error 503 Service Unavailable".
LONGEST_CODE = 60

_CODE = re.compile(
    r"(?:[^\W\d]+\W{1,3}){0,2}4(?:0[0134]|10|51)|(?:[^\W\d]+\W{1,3}){1,2}(?:4\d\d|5[02]\d)|5(?:0[0234]|2\d)"
)
"""A code of HTTP, perhaps behind a word or two: "404", "Error 503". With a word behind it a number counts things."""

_TITLE_PARTS = re.compile(r"\s[|–—·-]\s")
_STATIC = re.compile(r"\bpage-id-\d")
_REFRESH = re.compile(r"\s{0,9}(\d{1,3})\s{0,9}[;,]\s{0,9}url\s{0,9}=['\"\s]{0,9}([^'\"\s]{0,2000})", re.I)
_CONTROLS = etree.XPath(
    "boolean(descendant::form[descendant::select or descendant::button or descendant::input["
    '@type="submit" or @type="radio" or @type="checkbox" or @type="email" or @type="tel" or @type="date"]]'
    '[not(@role="search")][not(descendant::input[@type="search"])])'
)
_SCRIPTS = etree.XPath("boolean(descendant::script[@src])")
_OF_ARTICLES = etree.XPath('boolean(descendant::article or descendant::time or descendant::*[@itemprop="articleBody"])')


def is_error(page: Page) -> bool:
    """Whether a page is an error's: its system calls it so, or its title is a code and nothing else."""
    return any(map(_is_error_name, _names_above(page))) or _is_titled_with_code(page)


def leads_away(page: Page) -> bool:
    """Whether a page takes its reader to another one in a moment."""
    return any(
        (found := _REFRESH.match(meta.get("content") or "")) is not None
        and int(found[1]) <= SOON
        and page.absolute(found[2]) != page.url
        for meta in page.tree.iter("meta")
        if (meta.get("http-equiv") or "").lower() == "refresh" and next(meta.iterancestors("noscript"), None) is None
    )


def is_of_the_site(page: Page) -> bool:
    """Whether a page that has no date says that it is none of a site's stories, or asks for something alone."""
    kind = page.meta("og:type").lower()
    if (
        kind == "website"
        or is_of_house(page.url)
        or (not kind and page.h1s and "noindex" in page.meta("robots").lower())
    ):
        return True
    body = next(page.tree.iter("body"), None)
    is_static = body is not None and _STATIC.search(body.get("class") or "") is not None
    return is_static or _asks(page) or _is_of_scripts(page)


def stands_for_another(page: Page, said: str) -> bool:
    """Whether a page's address is made from a headline of which it says no word. `said`: all that it says.

    Of 2,016 real articles six say none; none of these is both short and without a date.
    """
    words = words_of(page.url)
    return len(words) >= FEWEST_WORDS and not says_one(said, words) and not _is_in_section(page, words)


def _is_in_section(page: Page, words: frozenset[str]) -> bool:
    """Whether these words are those of a folder to which the page has a link: "/press-releases-and-notices/12"."""
    folder = page.url.rstrip("/").rpartition("/")[0]
    links = (page.absolute(link.get("href") or "") for link in page.tree.iter("a"))
    return words_of(folder) == words and any(address.rstrip("/") == folder for address in links)


FEWEST_WORDS = 3
"""Words of an address that is made from a headline."""


def sells(page: Page) -> bool:
    """Whether a page offers a thing at a price."""
    if page.meta("og:type").lower().startswith(("product", "og:product")):
        return True
    return any("product" in structured.kinds(node) and node.get("offers") for node in page.json_ld)


def has_basket(page: Page) -> bool:
    """Whether a page has a button that puts a thing into a basket."""
    return any(puts_into_basket(text_of(button)) for button in islice(page.tree.iter("button"), MOST_BUTTONS))


MOST_BUTTONS = 60
"""Buttons of a page that are looked at."""


def _names_above(page: Page) -> Iterator[str]:
    """The names of the first heading and of what it stands in, the page's body at last."""
    heading = next(chain(page.h1s, page.tree.iter("h2")), None)  # a window for the site's search has an <h2> as well
    around = [] if heading is None else [heading, *islice(heading.iterancestors(), LEVELS)]
    for element in (*around, *islice(page.tree.iter("body"), 1)):
        yield from (element.get("class") or "").lower().split()
        yield (element.get("id") or "").lower()


def _is_error_name(name: str) -> bool:
    return name in ERROR_PAGES


def _is_titled_with_code(page: Page) -> bool:
    parts = (*_TITLE_PARTS.split(page.head_title[:200]), *map(text_of, page.h1s[:1]))
    return any(_CODE.fullmatch(part[:LONGEST_CODE].strip(" !.")) for part in parts)


def stands_alone(page: Page) -> bool:
    """Whether a page leads nowhere else: bot checks, gates and choices have no menu."""
    return next(islice(page.tree.iter("a", "img"), FEW, None), None) is None


def _asks(page: Page) -> bool:
    """Whether a page that stands alone has a form to choose, to confirm or to enter."""
    return stands_alone(page) and bool(_CONTROLS(page.tree)) and not _OF_ARTICLES(page.tree)


def _is_of_scripts(page: Page) -> bool:
    """Whether a page that stands alone, and shows no more than a line or two, lives by its scripts: a queue, a gate."""
    return stands_alone(page) and bool(_SCRIPTS(page.tree)) and not _OF_ARTICLES(page.tree)
