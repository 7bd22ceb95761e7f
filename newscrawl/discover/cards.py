"""Article links on a listing that nobody described: found by where they stand, what they say and how they look."""

import re
from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from itertools import islice

from newscrawl.discover.dates import Date, read_date
from newscrawl.discover.link import Link
from newscrawl.discover.url_shape import score
from newscrawl.element import Element
from newscrawl.extract.page.tree import text_of
from newscrawl.extract.vocabulary.names import has_role
from newscrawl.text.scripts import IN_CJK
from newscrawl.urls.parts import split
from newscrawl.urls.resolve import web_address
from newscrawl.urls.sites import same_site

ENOUGH = 3
"""Points that make a link an article's.

Found on the listings of tests/unit/discover/test_listing.py and the links of 121 real pages."""

_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5"))
_AROUND = frozenset(("nav", "footer", "header", "form"))
_SAYS_NOTHING = re.compile(
    r"^\W*(read (more|on)|continue reading|more|mehr|weiterlesen|lire la suite|leer más|阅读全文|更多|详情)\b.*", re.I
)
# A card holds a headline, a summary and a date; what is longer is a page or an article, with other dates.
_CARD_TEXT = 1000
# Links of a card; levels around a link, and forms of a page, that are looked at.
_CARD_LINKS, _LEVELS, _FORMS = 30, 100, 10
_NUMBERED = re.compile(r"(?<=\s)\S*\d\S*|(?<=\s)(first|last|odd|even)(?=\s|$)")


@dataclass(slots=True)
class _Card:
    """What all links to one address say together: a picture's, a headline's and "read more"."""

    points: int = -99
    texts: list[str] = field(default_factory=list)
    heading: str = ""
    date: Date | None = None
    folder: str = ""
    place: str = ""
    """What the elements around its headline are called; without a headline, those around its link, and its folder."""


def cards(page: Element, url: str) -> list[Link]:
    """The article links of a listing in its order, with the headline and the date that stand by them."""
    found: dict[str, _Card] = {}
    frame = _frame(page)
    held: set[Element] = set()  # else lxml makes an element's object anew for each link inside of it
    for a in page.iter("a"):
        address = web_address(a.get("href") or "", url)
        if address and address != url and same_site(address, url) and not _is_vast(a):
            elsewhere = 0 if split(address).netloc == split(url).netloc else 1
            ancestors = [e for e in islice(a.iterancestors(), _LEVELS) if e is not frame]
            held.update(ancestors)
            _add(found.setdefault(address, _Card(folder=_folder(address))), a, score(address) - elsewhere, ancestors)
    of_articles = _places(found.values())
    return [
        _link(address, card)
        for address, card in found.items()
        if card.points >= ENOUGH or (card.points >= 0 and card.place in of_articles)
    ]


def _places(found: Collection[_Card]) -> set[str]:
    """The places where most of the links, and more than one, are articles: there a short headline is one, too."""
    every = Counter(card.place for card in found)
    good = Counter(card.place for card in found if card.points >= ENOUGH)
    return {place for place, count in good.items() if place and count > 1 and 2 * count >= every[place]}


def _frame(page: Element) -> Element | None:
    """The form that the whole page stands in, as ASP.NET writes them: it holds most of its links."""
    links = _links_in(page)
    return next((form for form in islice(page.iter("form"), _FORMS) if 2 * _links_in(form) > links), None)


def _links_in(element: Element) -> int:
    return sum(1 for _ in element.iter("a"))


def _add(card: _Card, a: Element, of_address: int, ancestors: list[Element]) -> None:
    text = text_of(a)
    heading = any(e.tag in _HEADINGS for e in ancestors[:4]) or any(e.tag in _HEADINGS for e in a.iter())
    card.points = max(card.points, of_address + _of_text(text) + (2 if heading else 0) + _of_place(a, ancestors))
    if text and not _SAYS_NOTHING.match(text):
        card.texts.append(text)
        if (heading and not card.heading) or (card.folder and not card.place):
            card.place = " ".join(map(_called, (a, *ancestors[:4]))) + ("" if heading else f" {card.folder}")
        card.heading = card.heading or (_heading_in(a) or text if heading else "")
    card.date = card.date or _date_near(ancestors)


def _folder(address: str) -> str:
    """The folder that an address stands in, below its site's root, where pages of all kinds are."""
    return split(address).path.rstrip("/").rpartition("/")[0]


def _is_vast(element: Element) -> bool:
    """Whether it holds more links than a card; in a nest of links each would be read with all that are in it."""
    return next(islice(element.iter("a"), _CARD_LINKS, None), None) is not None


def _called(element: Element) -> str:
    """An element's tag and class, without the numbers that tell one from the next."""
    return _NUMBERED.sub("", f"{element.tag} {element.get('class') or ''}")


def _of_text(text: str) -> int:
    """A headline is a phrase; a section's name is a word or two."""
    words = len(text.split()) + len(IN_CJK.findall(text)) // 2
    return 1 if words >= 4 else -1 if 0 < words <= 2 and not _SAYS_NOTHING.match(text) else 0


def _of_place(a: Element, ancestors: list[Element]) -> int:
    near = ancestors[:6]
    if any(e.tag in _AROUND and not _in_article(e) for e in ancestors):
        return -4
    if any(has_role(e, "beside cards") for e in (a, *ancestors[:3])):
        return -4
    carded = any(e.tag == "article" or has_role(e, "card") for e in near)
    return 1 if carded else 0


def _in_article(header: Element) -> bool:
    """A card has a header of its own."""
    return header.tag in ("header", "footer") and any(
        e.tag in ("article", "li") for e in islice(header.iterancestors(), _LEVELS)
    )


def _heading_in(a: Element) -> str:
    return next((text_of(e) for e in a.iter(*_HEADINGS)), "")


def _date_near(ancestors: list[Element]) -> Date | None:
    """The date of the card around a link: of the first element outwards that has exactly one."""
    for element in ancestors[:5]:
        if element.tag in ("body", "main") or _is_vast(element) or len(text_of(element)) > _CARD_TEXT:
            return None
        times = [text for e in element.iter("time") if (text := e.get("datetime") or "")]
        if times:
            return read_date(times[0]) if len(set(times)) == 1 else None
    return None


def _link(address: str, card: _Card) -> Link:
    return Link(
        url=address,
        title=card.heading or max(card.texts, key=len, default=""),
        published=card.date.moment if card.date else None,
        published_precision=card.date.precision if card.date else "second",
    )


def dates(links: list[Link]) -> Iterator[datetime]:
    """The publication dates that a listing's cards give."""
    yield from (link.published for link in links if link.published)
