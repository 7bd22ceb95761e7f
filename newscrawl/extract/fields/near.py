"""Near: what stands around an article's headline, where its byline, its date and its category stand."""

import re
from collections.abc import Iterator
from functools import cached_property
from itertools import chain, islice, takewhile

from newscrawl.element import Element
from newscrawl.extract.body.text_map import length_of
from newscrawl.extract.page.links import leads_away, leads_to_author_page, links_at
from newscrawl.extract.page.page import Page
from newscrawl.extract.page.tree import is_longer, preceding, text_of
from newscrawl.extract.vocabulary.boilerplate import SILENT_TAGS
from newscrawl.extract.vocabulary.name_table import Role
from newscrawl.extract.vocabulary.names import roles_of
from newscrawl.extract.vocabulary.phrases import Phrases

# Elements after and before the headline that are looked at for what says itself what it is.
FAR_AFTER, FAR_BEFORE = 120, 60

# What does not say so stands nearer, before the text begins; a paragraph of so many characters is text.
LINE_AFTER, LINE_BEFORE, TEXT_LENGTH = 40, 6, 240

# Characters of a line; of short paragraphs together, behind which the text has begun. A standfirst is shorter.
LONGEST_LINE, PARAGRAPHS = 80, 400

# Boxes around what is not the article's own; characters of another story's card; levels that are looked at.
_OF_OTHERS = frozenset({"figure", "figcaption", "blockquote", "pre", "code"})
_NOT_ITS_OWN: frozenset[Role] = frozenset({"comments", "related", "quotation", "discussion"})
_ITEM_OF_OTHERS = re.compile(r"/(?:Comment|UserComments|Review|Answer|ListItem|ImageObject|VideoObject)\b")
LONGEST_CARD, MOST_LEVELS = 600, 12

# Characters of a link around a name, or around a headline alone.
LONGEST_LINK = 80

# Characters of a line that counts the comments and links to them, with the date beside it.
COMMENTS_COUNTED = 80


class Near:
    """What stands around a headline; nothing where there is none. Each text and each box is looked at once."""

    def __init__(self, page: Page, headline: Element | None) -> None:
        self.page = page
        self.headline = headline
        self.around = frozenset() if headline is None else frozenset(headline.iterancestors())
        """The elements around the headline, which are the article's or the page's."""
        self.bylines: list[Element] | None = None
        """Those that are bylines by their names, once `named_bylines` has looked for them."""
        self._texts: dict[Element, str] = {}
        self._of_others: dict[Element, bool | list[Element]] = {}

    @cached_property
    def behind(self) -> list[Element]:
        """All elements behind the headline in the page's order, without those inside it."""
        if self.headline is None:
            return []
        inside = sum(1 for _ in self.headline.iter())
        return self.page.elements[self.page.elements.index(self.headline) + inside :]

    def tagged(self, *tags: str) -> Iterator[Element]:
        """Those of them that have one of these tags."""
        wanted = frozenset(tags)
        return (e for e in self.behind if e.tag in wanted)

    @cached_property
    def after(self) -> list[Element]:
        """The nearest of them."""
        return self.behind[:FAR_AFTER]

    @cached_property
    def before(self) -> list[Element]:
        """The elements before the headline, nearest first."""
        return [] if self.headline is None else list(islice(preceding(self.headline), FAR_BEFORE))

    def all(self) -> Iterator[Element]:
        """Those behind the headline, then those before it."""
        yield from self.after
        yield from self.before

    @cached_property
    def lines(self) -> list[Element]:
        """The elements that may hold a line at the headline: those above the text, and the nearest before it."""
        above = takewhile(self._is_no_text, takewhile(AboveText(self, PARAGRAPHS), self.after))
        return [*islice(above, LINE_AFTER), *self.before[:LINE_BEFORE]]

    def _is_no_text(self, element: Element) -> bool:
        return element.tag != "p" or length_of(self.text(element)) <= TEXT_LENGTH

    def text(self, element: Element) -> str:
        """All text inside an element on one line."""
        if (known := self._texts.get(element)) is None:
            known = self._texts[element] = text_of(element)
        return known

    def all_text(self) -> str:
        """What stands around the headline in one text."""
        near = chain(reversed(self.before), () if self.headline is None else [self.headline], self.after)
        return " ".join(" ".join((e.text or "", e.tail or "")) for e in near if e.tag not in SILENT_TAGS)

    def is_of_others(self, element: Element) -> bool:
        """Whether an element stands in a comment, a picture's caption, a listing of code, or another story's card.

        A heading that holds the element itself is a byline's.
        """
        if element.tag in _OF_OTHERS:
            return True
        boxes = [element, *islice(element.iterancestors(), MOST_LEVELS)]
        for box in boxes[1:]:
            if box in self.around:
                return False
            if (known := self._of_others.get(box)) is None:
                known = self._of_others[box] = self._as_box(box)
            if known is True or (known and any(heading not in boxes for heading in known)):
                return True
        return False

    @cached_property
    def _is_in_article(self) -> bool:
        return any(box.tag == "article" for box in self.around)

    def _is_other_headline(self, heading: Element) -> bool:
        said = "" if self.headline is None else self.text(self.headline)
        return self.text(heading) not in ("", said)

    def _as_box(self, box: Element) -> bool | list[Element]:
        """Whether a box is none of the article's own; else, where it may be a card, its headings that lead away."""
        if box.tag in _OF_OTHERS:
            return True
        if is_called(box, _NOT_ITS_OWN, self.page.phrases):
            return True
        if box.tag == "a" and is_longer(box, LONGEST_LINK) and self._is_story(box):
            return True  # a card, all of which leads to its story
        if (kind := box.get("itemtype")) and _ITEM_OF_OTHERS.search(kind):
            return True
        if box.tag == "article" and self._is_in_article and any(map(self._is_other_headline, box.iter("h1"))):
            return True  # the next one, for who reads on
        if not is_longer(box, LONGEST_CARD) and any(field.get("type") == "email" for field in box.iter("input")):
            return True  # of a newsletter
        leading = list(filter(self._leads_away, box.iter("h2", "h3", "h4")))
        return leading if leading and len(self.text(box)) <= LONGEST_CARD else False

    def _leads_away(self, heading: Element) -> bool:
        return any(map(self._is_story, links_at(heading)))

    def _is_story(self, link: Element) -> bool:
        """Whether a link leads to another page of the site that is no author's."""
        return not leads_to_author_page(link) and leads_away(self.page, link)


class AboveText:
    """Whether an element still stands above the article's text; asked for each in the page's order."""

    def __init__(self, near: Near, left: float) -> None:
        self._near = near
        self._left = left

    def __call__(self, element: Element) -> bool:
        if element.tag in ("p", "div", "td"):
            text = self._near.text(element) if element.tag == "p" else (element.text or "").strip()
            self._left -= length if (length := length_of(text)) >= LONGEST_LINE else 0
        return self._left > 0


def is_called(box: Element, others: frozenset[Role], phrases: Phrases) -> bool:
    """Whether the names of a box give it one of these roles of what is not the article's own.

    A line called after comments that only says how many there are stands among the article's own.
    """
    said = roles_of(box, "class", "id")
    return not others.isdisjoint(said) and not ("comments" in said and _counts_comments(box, phrases))


def _counts_comments(box: Element, phrases: Phrases) -> bool:
    """Whether a box is a line with a number beside its date: "5 May 2024 | 33 Comments"."""
    return not is_longer(box, COMMENTS_COUNTED) and any(map(str.isdigit, phrases.dates.without_date(text_of(box))))
