"""Pictures at the end: what stays of other stories, partners, shops and banners below a text once their words went."""

from itertools import islice, takewhile

from newscrawl.element import Element
from newscrawl.extract.body.blocks import Block
from newscrawl.extract.body.image_addresses import names_picture
from newscrawl.extract.page.page import Page
from newscrawl.extract.vocabulary.names import roles_of
from newscrawl.urls.domain import without_www
from newscrawl.urls.parts import split

FEWEST = 2
"""Pictures of a row from which it is none of the article's; one alone may show what its link tells of."""

LEVELS = 4
"""Boxes around a picture in which its link stands."""


def without_pictures_at_end(blocks: list[Block], page: Page, removed: list[tuple[str, str]]) -> list[Block]:
    """Without the pictures below a text that have no caption and lead to other pages."""
    row = list(takewhile(_is_bare, reversed(blocks)))
    away = [block for block in row if block.picture is not None and _leads_away(page, block.picture)]
    if len(away) < FEWEST or len(row) == len(blocks):
        return blocks
    for block in away:
        block.leave_out("links", removed)
    gone = set(map(id, away))
    return [block for block in blocks if id(block) not in gone]


def _is_bare(block: Block) -> bool:
    return block.kind == "rule" or (block.kind == "figure" and "<figcaption" not in block.html)


def _leads_away(page: Page, picture: Element) -> bool:
    """Whether a picture's link leads to another page: none of its site's photographs, of a host of them, of its own."""
    around = [picture, *islice(picture.iterancestors(), LEVELS)]
    link = next((e for e in around if e.tag == "a"), None)
    if link is None or any("gallery" in roles_of(e) for e in around):
        return False
    here, there = split(page.url), split(page.absolute(link.get("href")))
    if not there.netloc or names_picture(there.path) or "attachment_id" in there.query:
        return False
    if without_www(there.netloc) == without_www(here.netloc):
        return not f"{there.path.rstrip('/')}/".startswith(f"{here.path.rstrip('/')}/")
    return not _hosts(there.netloc, picture, page)


def _hosts(host: str, picture: Element, page: Page) -> bool:
    """Whether a picture comes from where its link leads: a host of photographs ("flickr" for "staticflickr")."""
    name = without_www(host).rpartition(".")[0].rpartition(".")[2]
    return name in split(page.absolute(picture.get("src"))).netloc
