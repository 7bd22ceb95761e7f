"""Where the links of a page lead: to the page itself, or away to another of the site."""

from collections.abc import Iterator

from lxml import etree

from newscrawl.extract.page.page import Page
from newscrawl.urls.domain import without_www
from newscrawl.urls.parts import split


def links_at(element: etree._Element) -> Iterator[etree._Element]:
    """The links inside an element, and the one directly around it."""
    yield from element.iter("a")
    parent = element.getparent()
    if parent is not None and parent.tag == "a":
        yield parent


def leads_here(page: Page, link: etree._Element) -> bool:
    """Whether a link leads to the very page that it stands on."""
    return page.absolute(link.get("href")) == page.url


def leads_away(page: Page, link: etree._Element) -> bool:
    """Whether a link leads to another page of the site that is no section above this one."""
    here, there = split(page.url), split(page.absolute(link.get("href")))
    is_above = f"{here.path.rstrip('/')}/".startswith(f"{there.path.rstrip('/')}/")
    return bool(there.netloc) and without_www(there.netloc) == without_www(here.netloc) and not is_above
