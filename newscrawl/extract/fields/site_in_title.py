"""The site's name in a title, behind the headline or before it."""

import re
from itertools import dropwhile, islice

from newscrawl.extract.fields.shown_titles import lower_headings
from newscrawl.extract.fields.title_cuts import KICKER, NAME_LENGTH, SEPARATOR, TITLE_PARTS
from newscrawl.extract.fields.title_versions import same
from newscrawl.extract.page.page import Page
from newscrawl.extract.page.tree import text_of
from newscrawl.text.letters import letters as key
from newscrawl.text.plain import plain

_DASHES = frozenset("\u2013\u2014")

NAME_SHARE = 0.6
"""A site's name and its section behind a headline are shorter than this share of the whole."""

LINKS = 40
"""Links of a page's top, the logo among them."""

_HOME = re.compile(r"(?:https?://[^/?#]+)?/?(?:index\.\w+|home)?")

FOOT = 50_000
"""Bytes of a page's foot."""

_COPYRIGHT = re.compile(rb"(?:\xc2\xa9|&copy;|&#169;|[Cc]opyright\b)[^<]{4,120}")


def logos(page: Page) -> frozenset[str]:
    """The site's names as the links to its home page show them: a logo's text, or what its picture is called."""
    found = set()
    for link in islice(page.tree.iter("a"), LINKS):
        if _HOME.fullmatch(link.get("href") or "no address"):
            pictures = (e.get("alt") or "" for e in link.iter("img"))
            found |= {text for text in map(key, (text_of(link), link.get("title") or "", *pictures)) if len(text) > 2}
    return frozenset(found)


def owners(page: Page) -> frozenset[str]:
    """The parts of <title> that the page's line of copyright names: the site's name."""
    parts = [part for part in map(key, TITLE_PARTS.split(page.head_title)[1:]) if len(part) > 3]
    line = _COPYRIGHT.search(page.source, max(0, len(page.source) - FOOT)) if parts else None
    said = key(plain(line[0].decode("utf-8", "replace"))) if line else ""
    return frozenset(part for part in parts if part in said)


def named_site(page: Page) -> str:
    """The site's name behind the headline in <title>, where host, logo or line of copyright say it, too."""
    head, *rest = TITLE_PARTS.split(page.head_title)
    name = rest[-1].strip(" |") if head and rest else ""
    called = key(name)
    is_said = called in page.site_names or (called and (called in logos(page) or called in owners(page)))
    return name if is_said else ""


def without_site(title: str, names: frozenset[str], shown: list[str]) -> str:
    """A title without the site's name, and the section before it, at its end."""
    cuts = [m for m in SEPARATOR.finditer(title) if m.start() and m.end() < len(title)]
    for cut in cuts:
        head, tail = title[: cut.start()].rstrip(), title[cut.end() :]
        if any(same(head, t) for t in shown):
            return head
        if len(tail) < NAME_SHARE * len(title) and _is_name(tail, cut[0].strip(), names):
            return head
    head, colon, tail = title.rpartition(":")  # as systems set it that do not know which of both is the name
    return head.rstrip() if colon and key(head) and key(tail) in names else title


def _is_name(tail: str, sign: str, names: frozenset[str]) -> bool:
    """Whether a title's end, behind a `sign`, is the site's name, or a section and the name.

    Of "This – and that | Site" the dash is the headline's own.
    """
    parts = [key(part) for part in SEPARATOR.split(tail)]
    signs = {found[0].strip() for found in SEPARATOR.finditer(tail)}
    return key(tail) in names or (
        parts[-1] in names and (sign not in _DASHES or signs == {sign} or names.issuperset(parts))
    )


def without_heading_of_site(page: Page, title: str) -> str:
    """A title without the site's name, where that is a linked <h1>, and a lower heading shows the rest.

    The section between both is the <h1> of some pages, as theirs is of the whole list.
    """
    site = [name for e in page.h1s if e.find("a") is not None and (name := key(text_of(e)))]
    is_section = not {key(part) for part in TITLE_PARTS.split(title)[1:-1]}.isdisjoint(
        key(text_of(e)) for e in page.h1s
    )
    if not is_section and (key(title) in site or not key(title).endswith(tuple(site))):
        return title
    return without_site(title, frozenset(), lower_headings(page))


def without_site_before(title: str, names: frozenset[str], headings: list[str]) -> str:
    """A title without what stands before it: the site's name, or what the heading that shows the rest lacks."""
    if any(same(title, t) for t in headings):
        return title
    for cut in KICKER.finditer(title):
        head, rest = title[: cut.start()], title[cut.end() :]
        longer = len(rest) >= max(NAME_LENGTH, len(head))
        if rest and (key(head) in names or (longer and _is_below(rest, head, headings))):
            return rest
    return title


def _is_below(rest: str, head: str, headings: list[str]) -> bool:
    """Whether a heading shows the rest of a title, and none below it the head: then the rest is the site's name."""
    below = dropwhile(lambda t: not same(rest, t), headings)
    return next(below, None) is not None and not any(same(head, t) for t in below)


def without_name_before(title: str, names: frozenset[str], shown: list[str]) -> str:
    """A title without the site's name before it, where no heading shows both."""
    rest = title if any(same(title, t) for t in shown) else without_site_before(title, names, [])
    return rest if 2 * len(rest) > len(title) or any(same(rest, t) for t in shown) else title
