"""Whether something on a page is another story's, a comment's or a picture's: a box around it says so.

It does by its names, its role, its tag, or by a link to another page with words enough to be a headline. The boxes
around the headline are the article's own.
"""

import re
from itertools import chain, islice, takewhile

from newscrawl.element import Element
from newscrawl.extract.body.text_map import length_of
from newscrawl.extract.fields.near import LONGEST_CARD, Near, is_called
from newscrawl.extract.page import links
from newscrawl.extract.page.tree import text_of
from newscrawl.extract.vocabulary.name_table import Role
from newscrawl.extract.vocabulary.names import has_role, words_of
from newscrawl.text.scripts import IN_CJK

# Boxes around an element that are looked at, and elements of a story's card: of deep nests and whole pages the nearest.
LEVELS, PARTS_OF_CARD = 30, 200

# Characters of a headline that leads to its story; names of authors and sections are shorter.
HEADLINE_LINK = 25

LEVELS_OF_TAG = 3

# A link of fewer characters and fewer words is a name: of an author, a section.
NAME_LINK, WORDS_OF_HEADLINE = 40, 3

# Words of a heading that is a headline; names have fewer.
HEADLINE_WORDS = 4

_OTHERS: frozenset[Role] = frozenset({"other story"})
_FOREIGN_TAGS = frozenset({"nav", "figcaption", "figure", "form"})
_FOREIGN_ARIA = frozenset({"navigation", "complementary", "contentinfo"})
_OF_LISTS = re.compile(
    r"/(?:profil(?:es?|s)?|staff|experts?|users?|members?|tags?|categor(?:y|ies)|kategorien?|rubri(?:k|que))/"
    r"|/(?:autor|author)-[^/]+/?$|/(?:19|20)\d\d/\d\d?(?:/\d\d?)?/?$"
)
_SIDEBARS = frozenset({"sidebar", "sidebars", "aside"})
_OWN_RELS = frozenset({"author", "category", "tag", "bookmark"})
_HEADINGS = ("h2", "h3", "h4", "h5", "h6")


class OtherStories:
    """The boxes of a page that are not its article's. Each is looked at once."""

    def __init__(self, near: Near) -> None:
        self.page = near.page
        self._own = near.around
        self._known: dict[Element, bool] = {}

    def hold(self, element: Element) -> bool:
        """Whether an element stands in such a box."""
        nearest = islice(chain([element], element.iterancestors()), LEVELS)
        return any(map(self._is_another_s, takewhile(lambda box: box not in self._own, nearest)))

    def hold_as_sidebar(self, element: Element) -> bool:
        """Whether an element stands in a sidebar of the page, and there in no card or list of other stories."""
        nearest = islice(element.iterancestors(), LEVELS)
        foreign = list(filter(self._is_another_s, takewhile(lambda box: box not in self._own, nearest)))
        return bool(foreign) and all(map(_is_sidebar, foreign)) and not any(map(self.is_card, foreign))

    def is_card(self, box: Element) -> bool:
        """Whether a box is small and leads to another story, and not to this page."""
        inside = list(islice(box.iter(), PARTS_OF_CARD))
        if len(inside) == PARTS_OF_CARD:
            return False
        linked = [e for e in inside if e.tag == "a"][:10]
        is_of_others = any(map(self._leads_away, linked)) and not any(links.leads_here(self.page, a) for a in linked)
        return is_of_others and length_of(text_of(box)) < LONGEST_CARD

    def _is_another_s(self, box: Element) -> bool:
        if (known := self._known.get(box)) is None:
            known = self._known[box] = self._stands_for_another(box)
        return known

    def _stands_for_another(self, box: Element) -> bool:
        if box.tag in ("body", "html"):
            return False
        if box.tag in _FOREIGN_TAGS or box.get("role", "") in _FOREIGN_ARIA:
            return True
        if is_called(box, _OTHERS, self.page.phrases):
            return True
        return self._leads_away(box) if box.tag == "a" else self.is_card(box)

    def _leads_away(self, link: Element) -> bool:
        """Whether a link leads to another page of the site with a headline."""
        is_own = not _OWN_RELS.isdisjoint((link.get("rel") or "").lower().split())
        if is_own or not is_headline(link) or _is_tag(link) or self._leads_to_list(link):
            return False
        return links.leads_away(self.page, link)

    def _leads_to_list(self, link: Element) -> bool:
        """Whether a link leads to what an author wrote, to a section or to a day: a byline's, however long it is."""
        text, address = text_of(link), link.get("href") or ""
        if links.leads_to_author_page(link) or _OF_LISTS.search(address) or self.page.phrases.dates.is_date(text):
            return True
        return len(text) < NAME_LINK and len(text.split()) < WORDS_OF_HEADLINE and not IN_CJK.search(text)


def _is_sidebar(box: Element) -> bool:
    """Whether a box is beside the text; a footer and a menu, which have that role too, are not."""
    names = f"{box.get('class') or ''} {box.get('id') or ''}"
    return box.tag == "aside" or box.get("role") == "complementary" or not _SIDEBARS.isdisjoint(words_of(names))


def _is_tag(link: Element) -> bool:
    """Whether the names right around a link say that it is a tag."""
    return any(has_role(box, "tags") for box in islice(link.iterancestors(), LEVELS_OF_TAG))


def is_headline(link: Element) -> bool:
    """Whether a link has words enough to be a headline, or fewer in a heading."""
    text = text_of(link)
    if len(text) + (0 if text.isascii() else len(IN_CJK.findall(text))) >= HEADLINE_LINK:
        return True
    parent = link.getparent()
    in_heading = next(link.iter(*_HEADINGS), None) is not None or (parent is not None and parent.tag in _HEADINGS)
    return in_heading and len(text.split()) >= HEADLINE_WORDS
