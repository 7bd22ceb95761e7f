"""Breadcrumbs: the steps of the path on which a page says that it stands."""

import re
from functools import lru_cache
from itertools import islice

from newscrawl.element import Element
from newscrawl.extract.fields.topic_links import MOST_LINKS
from newscrawl.extract.page.page import Page
from newscrawl.extract.page.tree import text_of
from newscrawl.extract.vocabulary.phrases import all_phrases
from newscrawl.urls.domain import registrable
from newscrawl.urls.parts import host_of, split


def path_steps(page: Page) -> list[str]:
    """The steps of the first path that is marked up as microdata."""
    boxes = page.tree.iter("ul", "ol", "nav", "div", "li") if b"BreadcrumbList" in page.markup else ()
    path = next(filter(_is_path, boxes), None)
    named = path.iter() if path is not None else ()
    return [text_of(e) for e in named if "name" in (e.get("itemprop") or "").split()]


_IN_ENGLISH, _IN_OTHERS = ("rumb", "path", "you-are-here"), ("ariane", "migas", "pankuzu", "kruimel")
"""One of these stands in every name of a path: quicker to see than the name."""

_PATH = re.compile(
    r"breadcrumb|\bcrumbs?\b|crumb-?trail|\bariane\b|\bmigas\b|\bpathway\b|you-are-here|pankuzu|topic-?path|kruimel",
    re.IGNORECASE,
)


def shown_steps(page: Page) -> list[str]:
    """The steps of the first path that says by its names that it is one: its links behind the one to the home page.

    Where the path is one link alone, it is the section's.
    """
    paths = (
        box
        for box in page.tree.iter("nav", "ol", "ul", "div", "p")
        if _is_called_path(box.get("class"), box.get("id"), box.get("aria-label"))
    )
    found = next(filter(None, (_steps_in(path, page) for path in islice(paths, MOST_PATHS))), [])
    return found or _signed_steps(page)


def _signed_steps(page: Page) -> list[str]:
    """The steps of a path that no name calls one: from the home page on, the same sign behind each link."""
    for link in islice(page.tree.iter("a"), MOST_ABOVE):
        sign, path = (link.tail or "").strip(), link.getparent()
        if sign in _SIGNS and path is not None and not split(page.absolute(link.get("href"))).path.strip("/"):
            links = list(islice(path.iter("a"), MOST_LINKS))
            if links[0] is link and all((step.tail or "").strip()[:1] == sign for step in links[:-1]):
                return _steps_in(path, page)
    return []


_SIGNS = frozenset("> » › → ▸".split())
"""Between the steps of a path."""

MOST_ABOVE = 150
"""Links of a page's top."""


@lru_cache(maxsize=8192)
def _is_called_path(*names: str | None) -> bool:
    called = " ".join(filter(None, names)).lower()
    return any(map(called.__contains__, (*_IN_ENGLISH, *_IN_OTHERS))) and _PATH.search(called) is not None


MOST_PATHS = 5
"""Boxes of one page that are called paths."""


def _steps_in(path: Element, page: Page) -> list[str]:
    links = [e for e in islice(path.iter("a"), MOST_LINKS) if not _leads_off(e, page)]
    leads_home = links and (_is_top(page.absolute(links[0].get("href"))) or _is_called_home(text_of(links[0])))
    steps = links[1:] if leads_home else links if len(links) == 1 else []
    own = split(page.url).path.rstrip("/").rpartition("/")[2]
    return [
        name for name in map(text_of, steps) if name[:1].isalnum() and "{" not in name and not _is_no_step(name, own)
    ]


def _is_top(address: str) -> bool:
    return not split(address).path.strip("/")


def _is_called_home(name: str) -> bool:
    """Whether a path's first link is called the home page, which has an address of its own: "/de/index.html"."""
    return all_phrases().is_home(name)


def _leads_off(link: Element, page: Page) -> bool:
    """Whether a link leads to the page in another language, to another site, or writes a mail."""
    address = link.get("href") or ""
    host = host_of(page.absolute(address))
    is_other = bool(host) and registrable(host) != registrable(host_of(page.url))
    language = (link.get("hreflang") or "")[:2].lower()
    is_translated = bool(language) and all(claim[:2].lower() != language for claim, _ in page.claims)
    return is_other or is_translated or address.startswith("mailto:")


def _is_no_step(name: str, own: str) -> bool:
    """Whether a link in a path is a day, or the page itself by the last part of its address."""
    return sum(map(str.isdigit, name)) >= DIGITS_OF_DAY or name == own


DIGITS_OF_DAY = 5


def _is_path(element: Element) -> bool:
    return (element.get("itemtype") or "").endswith("/BreadcrumbList")
