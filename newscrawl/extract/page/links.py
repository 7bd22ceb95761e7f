"""Where the links of a page lead: to the page itself, to an author's, or away to another of the site."""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice

from newscrawl.element import Element
from newscrawl.extract.page.page import Page
from newscrawl.urls.domain import without_www
from newscrawl.urls.parts import split

# Texts in the link of a sign, and its characters with the spaces of the source.
PARTS_OF_SIGN, LONGEST_SIGN = 8, 40

# Pages of authors, to which bylines lead. (Pages of "people" are about those in the news.)
_AUTHOR_PAGE = re.compile(
    r"(?<!/licenses)/(?:autor(?:[aei]?[ns]?|innen|ius|ka|zy)|authors?|auteurs?|editors|redakteur\w*|journalist\w*|reporters?|columnists?|writers?|contributors?|skribent\w*|"
    r"yazar(?:lar)?|kirjoittajat?|toimittajat?|forfattere?|penulis|szerzok?|avtor[iy]?|autoriai|[ck]olumnist[aei]s?|firm(?:as?|e)|tac-?gia|by|bylines?|giornalist[aei]|redaktor\w*|dziennikarze|novinar[iky]*)/"
)
"""In an address in lower case."""

_OWN_ACCOUNT = re.compile(r"/@[\w.-]{2,40}/?")

_ACCOUNT = re.compile(r"(?:https?://[\w.-]{4,60})?/@[\w.-]{2,40}/?(?:\?.{0,200})?")


def links_at(element: Element) -> Iterator[Element]:
    """The links inside an element, and the one directly around it."""
    yield from element.iter("a")
    parent = element.getparent()
    if parent is not None and parent.tag == "a":
        yield parent


def is_anchor(element: Element) -> bool:
    """Whether an element in a heading is the sign that links to that heading: "¶", "#"."""
    if element.tag != "a" or not (element.get("href") or "").startswith("#"):
        return False
    text = "".join(map(str, islice(element.itertext(), PARTS_OF_SIGN)))
    return len(text) <= LONGEST_SIGN and not any(map(str.isalnum, text))


def leads_here(page: Page, link: Element) -> bool:
    """Whether a link leads to the very page that it stands on."""
    return page.absolute(link.get("href")) == page.url


def leads_to_author_page(link: Element) -> bool:
    return _is_author_page(link.get("href") or "")


@lru_cache(maxsize=2048)
def _is_author_page(address: str) -> bool:
    return _AUTHOR_PAGE.search(address.lower()) is not None or _OWN_ACCOUNT.fullmatch(address) is not None


def leads_to_account(link: Element) -> bool:
    """Whether a link leads to somebody's account here or elsewhere, as newsletters' bylines do: "/@jane"."""
    return _ACCOUNT.fullmatch(link.get("href") or "") is not None


def leads_away(page: Page, link: Element) -> bool:
    """Whether a link leads to another page of the site that is no section above this one."""
    here, there = split(page.url), split(page.absolute(link.get("href")))
    is_above = f"{here.path.rstrip('/')}/".startswith(f"{there.path.rstrip('/')}/")
    return bool(there.netloc) and without_www(there.netloc) == without_www(here.netloc) and not is_above
