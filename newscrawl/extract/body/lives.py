"""Lives: who wrote an article, told in a paragraph below it, which is the page's and not the text's.

Such a paragraph is known by the name above it: of a link, of a link to an author's page, or of a second byline. One
that only begins with a name may be about somebody in the news.
"""

import re
from collections.abc import Iterable
from itertools import islice

from newscrawl.element import Element
from newscrawl.extract.body.blocks import LONGEST_LABEL, Block, ends_sentence
from newscrawl.extract.page import structured
from newscrawl.extract.page.links import leads_to_author_page
from newscrawl.extract.page.page import Page
from newscrawl.extract.page.tree import is_longer, text_of
from newscrawl.extract.vocabulary.phrases import Phrases
from newscrawl.extract.vocabulary.places import names_a_place
from newscrawl.text.letters import letters

LEVELS = 4
"""Boxes around such a paragraph inside the author's box."""

MOST_WORDS = 4
"""Of a name."""

_QUOTES = frozenset('"“”„«»「')


def is_life(block: Block, phrases: Phrases) -> bool:
    """Whether a last paragraph tells of the author."""
    stood = block.stood
    if block.kind != "paragraph" or stood is None:
        return False
    inner = next((e for e in (stood, *islice(stood.iterancestors(), LEVELS)) if e.getprevious() is not None), None)
    before = None if inner is None else inner.getprevious()
    if before is None or is_longer(before, LONGEST_LABEL):
        return False
    return _names(block.text, before, is_beside=inner is stood) or _is_byline(block.text, text_of(before), phrases)


def may_be_life(block: Block) -> bool:
    """Whether a block is a paragraph as short as what is told of an author."""
    return block.kind == "paragraph" and len(block.text) <= LONGEST_LIFE


def tells_of(block: Block, writers: list[str], bylines: Iterable[str], phrases: Phrases) -> bool:
    """Whether a last paragraph begins with the name of who wrote the article, or says how to write to them."""
    text = block.text.lstrip("*— ")
    if any(text.startswith(name) and _GOES_ON.match(text, len(name)) for name in writers):
        return True
    if "@" in text and len(text) <= 2 * LONGEST_LABEL and any(name in text for name in writers):
        return True
    mail = _MAIL.search(text) if "@" in text and len(text) <= 2 * LONGEST_LABEL else None
    if mail is None and not _begins_with_name(text):  # as most, without a look at all lines at the headline
        return False
    lines = list(bylines)
    if mail and any(_is_of_mail(name, mail[1]) for name in (*writers, *filter(phrases.bylines.is_byline, lines))):
        return True
    return _QUOTES.isdisjoint(text) and any(_is_byline(text, line, phrases) for line in lines)


def _begins_with_name(text: str) -> bool:
    """Whether a text may begin with a name of two words or more: "Jane Doe", "Jan van der Meer"; never "The town"."""
    first, _, rest = text.partition(" ")
    second = rest.partition(" ")[0]
    return not first[:1].islower() and (len(second) < SHORTEST_WORD or not second[:1].islower())


SHORTEST_WORD = 5
"""Letters of a word that begins small and is no part of a name."""


def _is_of_mail(line: str, mailbox: str) -> bool:
    """Whether a name or a byline ends in the surname that stands in the name of a mailbox: "jane.doe"."""
    surname = letters(line.split(" ")[-1]) if " " in line else ""
    return len(surname) >= LEAST_SURNAME and surname in letters(mailbox)


_MAIL = re.compile(r"([\w.+-]{3,40})@[\w-]{1,60}\.\w")
LEAST_SURNAME = 4


def names_writer(block: Block, writers: list[str]) -> bool:
    """Whether a line is the name of who wrote the article, perhaps with a place or a role behind it, and no more."""
    if block.kind != "paragraph" or len(block.text) > LONGEST_LABEL or ends_sentence(block.text):
        return False
    behind = (block.text[len(name) :] for name in writers if block.text.startswith(name))
    return any(not rest or _BEHIND_NAME.match(rest) for rest in behind)


_BEHIND_NAME = re.compile(r"\s?[,|/–\-(·]")
"""What stands between a name and its bearer's place or role."""


LONGEST_LIFE = 700
"""Characters."""

_GOES_ON = re.compile(r",? (?:\(\d\d\) )?[^\W\d_A-Z]")
"""What stands behind a name in a sentence about its bearer: a small letter; a speaker in an interview has a colon."""


def writers_of(page: Page) -> list[str]:
    """The names of those whom a page declares as its authors, of two words or more."""
    said = [page.meta("author", "article:author_name", "parsely-author")]
    said += [structured.text(value, "name") or structured.text(value) for value in page.said("author")]
    return list(filter(_may_be_name, said))


def names_of_links(elements: list[Element]) -> list[str]:
    """The names that those of the elements say that lead to an author's page."""
    return [name for e in elements if e.tag == "a" and leads_to_author_page(e) and _may_be_name(name := text_of(e))]


def _may_be_name(name: str) -> bool:
    is_name = " " in name and LEAST_NAME <= len(name) <= LONGEST_LABEL and "," not in name
    return is_name and not names_a_place(name)  # in Danish "/by/new-york" leads to a city


LEAST_NAME = 5


def _names(text: str, before: Element, *, is_beside: bool) -> bool:
    """Whether a name in a link is all that stands beside a paragraph, or such a link leads to the author's page."""
    links = [(link, text_of(link)) for link in before.iter("a")]
    if is_beside and links and links[0][1] == text_of(before):
        return " " in links[0][1] and text.startswith(links[0][1])
    if ends_sentence(text_of(before)):
        return False  # a paragraph of the text that mentions an author
    return any(" " in name and name in text for link, name in links if leads_to_author_page(link))


def _is_byline(text: str, line: str, phrases: Phrases) -> bool:
    """Whether a line is a byline that ends in the name with which a paragraph begins; an interview has quotations."""
    if not _QUOTES.isdisjoint(text):
        return False
    words = line.split(" ")
    names = [" ".join(words[-count:]) for count in range(2, min(MOST_WORDS, len(words) - 1) + 1)]
    return any(map(text.startswith, names)) and phrases.bylines.is_byline(line)
