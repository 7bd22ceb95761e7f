"""Teasers' pictures: what stays of a link to another story of the site once its headline went.

The headline stands in the link around the picture, or in one beside it that leads to the same page. Where the body
says it, as a list of recipes or of products does, the picture belongs to what it says.
"""

from collections.abc import Iterator
from html import escape
from itertools import chain, islice

from newscrawl.element import Element
from newscrawl.extract.body.blocks import LEAST_HEADLINE, Block
from newscrawl.text.letters import letters

LEVELS = 3
"""The link of a picture and boxes around it, beside one of which the link of its headline stands."""

MOST_LINKS, MOST_TEXTS = 4, 24
"""Links and texts beside a picture that are looked at; what holds more is more than a headline."""

AROUND_HEADLINE = 200
"""Characters that a teaser says beside its headline; what says more is a part of a text."""


def headline_of(link: Element) -> str:
    """The headline of the teaser that a picture's link is of, its letters alone; "" where it is of none."""
    said = _text_of(link)
    if len(said) >= LEAST_HEADLINE:
        return letters(said)
    address = link.get("href")
    for beside in _beside(link):
        others = (other for other in islice(beside.iter("a"), MOST_LINKS) if other.get("href") == address)
        headline = max(map(_text_of, others), key=len, default="")
        if len(headline) >= LEAST_HEADLINE:
            return letters(headline) if len(_text_of(beside)) < len(headline) + AROUND_HEADLINE else ""
    return ""


def _beside(link: Element) -> Iterator[Element]:
    """What stands next before and behind a link and the boxes around it."""
    for box in islice(chain([link], link.iterancestors()), LEVELS):
        for is_before in (True, False):
            siblings = (e for e in islice(box.itersiblings(preceding=is_before), LEVELS) if e.tag != "br")
            yield from islice(siblings, 1)


def _text_of(element: Element) -> str:
    return " ".join("".join(map(str, islice(element.itertext(), MOST_TEXTS))).split())


def said_by(blocks: list[Block]) -> str:
    """The letters of a body."""
    return letters(" ".join(block.text for block in blocks))


def is_linked(address: str, blocks: list[Block]) -> bool:
    """Whether the words of a body lead to an address, too."""
    link = f'href="{escape(address)}"'
    return any(block.linked and link in block.html for block in blocks)
