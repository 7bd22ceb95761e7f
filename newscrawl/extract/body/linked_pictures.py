"""Linked pictures: what stays of other stories, people, shops and banners in a text once their words went.

Told by where a picture's link leads: to the site's front page (a logo), to a page of an author (a portrait), or, in a
row below the text or with its caption in the link, to any other page.
"""

import re
from dataclasses import replace
from html import unescape
from itertools import groupby, islice, takewhile

from newscrawl.element import Element
from newscrawl.extract.body.blocks import LONGEST_LABEL, Block
from newscrawl.extract.body.image_addresses import names_picture
from newscrawl.extract.body.images import IMAGE_TAGS
from newscrawl.extract.body.markup import TAG
from newscrawl.extract.body.networks import is_network, shares
from newscrawl.extract.body.teaser_pictures import headline_of, is_linked, said_by
from newscrawl.extract.page.links import leads_away, leads_to_author_page
from newscrawl.extract.page.page import Page
from newscrawl.extract.vocabulary.names import roles_of
from newscrawl.text.letters import letters
from newscrawl.urls.domain import name_of, without_www
from newscrawl.urls.parts import split

FEWEST = 2
"""Pictures of a row from which it is none of the article's; one alone may show what its link tells of."""

LEAST_ROW = 3
"""Pictures of a row within the text, each with a page of its own behind it."""

_OF_PICTURE = re.compile(r"/(?:photos?|fotos?|images?|pictures?|bilder)/\d{1,12}/?$")
"""The end of the path of a photograph's own page."""

_ALBUMS = re.compile(r"(?:^|\.)(?:flickr\.com|flic\.kr|500px\.com|smugmug\.com|imgur\.com)$")
"""Hosts of nothing but pictures, from which sites copy them."""

_LINKS = re.compile(r'<a href="([^"<>]*)"[^<>]*>(?:(?!</a>).)*</a>', re.DOTALL)

LEVELS = 4
"""Boxes around a picture in which its link stands."""


def without_linked_pictures(blocks: list[Block], page: Page, removed: list[tuple[str, str]]) -> list[Block]:
    """Without pictures that are none of the article's, as their links or their captions say."""
    reasons = {id(block): reason for block in blocks if block.kind == "figure" and (reason := _reason(page, block))}
    row = list(takewhile(lambda block: block.kind == "rule" or _is_bare(block), reversed(blocks)))
    away = [block for block in row if block.picture is not None and _leads_away(page, block.picture)]
    if len(away) >= FEWEST and len(row) < len(blocks):
        reasons |= {id(block): "links" for block in away}
    reasons |= _rows(blocks, page) | _cards(blocks, page) | _teasers(blocks, page)
    for block in blocks if reasons else ():
        if id(block) in reasons:
            block.leave_out(reasons[id(block)], removed)
    return [block for block in blocks if id(block) not in reasons]


def _rows(blocks: list[Block], page: Page) -> dict[int, str]:
    """The pictures without captions side by side that lead to pages of the site of which the body says nothing."""
    found: dict[int, str] = {}
    for is_bare, group in groupby(blocks, key=_is_bare):
        row = list(group)
        links = [_to_own_site(page, block) for block in row] if is_bare and len(row) >= LEAST_ROW else []
        pages = {page.absolute(link.get("href")) for link in links if link is not None}
        if len(pages) >= LEAST_ROW and None not in links and not any(is_linked(there, blocks) for there in pages):
            found |= {id(block): "links" for block in row}
    return found


def _teasers(blocks: list[Block], page: Page) -> dict[int, str]:
    """The pictures without a caption that lead to other stories of the site whose headlines the body does not say."""
    links = ((block, link) for block in blocks if (link := _to_own_site(page, block)) is not None)
    teasers = [(block, link, headline) for block, link in links if (headline := headline_of(link))]
    said = said_by(blocks) if teasers else ""
    apart = [(block, link) for block, link, headline in teasers if headline not in said]
    return {id(block): "teaser" for block, link in apart if not is_linked(page.absolute(link.get("href")), blocks)}


def _to_own_site(page: Page, block: Block) -> Element | None:
    """The link around a picture without a caption, if it leads to another page of the site."""
    if (picture := block.picture) is None or not _is_bare(block) or not _leads_away(page, picture):
        return None
    link = _link_of(picture)
    return link if link is not None and leads_away(page, link) else None


def _cards(blocks: list[Block], page: Page) -> dict[int, str]:
    """The pictures side by side that lie in links to other pages with their captions, and the heading above them."""
    found: dict[int, str] = {}
    before: Block | None = None
    for is_figure, group in groupby(blocks, key=lambda block: block.kind == "figure"):
        row = list(group)
        cards = [block for block in row if is_figure and _is_card(page, block)]
        if len(cards) >= FEWEST:
            found |= {id(block): "card" for block in cards}
            if before is not None and before.kind == "heading" and len(cards) == len(row):
                found[id(before)] = "heads cards"
        before = row[-1]
    return found


def _is_card(page: Page, block: Block) -> bool:
    if (picture := block.picture) is None or _is_bare(block) or (link := _link_of(picture)) is None:
        return False
    return next(link.iter("figcaption"), None) is not None and _leads_away(page, picture)


def _reason(page: Page, block: Block) -> str:
    """Why a picture is none of the article's wherever it stands."""
    caption = block.images[0].caption if block.images else ""
    link = None if block.picture is None else _link_of(block.picture)
    if page.phrases.is_advertisement(caption):
        if link is not None and not names_picture(link.get("href") or ""):
            return "ad"
        _uncaption(block)  # the mark of what stood below a picture of the article's own
    elif caption and _is_of_buttons(block):
        _uncaption(block)
    if link is None:
        return ""
    if leads_to_author_page(link) and len(caption) < 2 * LONGEST_LABEL:
        return "author box"
    if not _is_bare(block):
        return ""
    if _is_button(page.absolute(link.get("href")), block):
        return "network"
    here, there = split(page.url), split(page.absolute(link.get("href")))
    is_front = without_www(there.netloc) == without_www(here.netloc) and there.path in ("", "/") and not there.query
    return "logo" if is_front and here.path not in ("", "/") and not (link.get("href") or "").startswith("#") else ""


def _is_button(address: str, block: Block) -> bool:
    """Whether a picture's link shares the page in a network, or the picture is called like the network it leads to."""
    host = split(address).netloc
    if not is_network(host):
        return False
    name = split(block.images[0].url).path.rpartition("/")[2] if block.images else ""
    network = name_of(host)
    is_called_so = len(network) > 1 and network in name.lower() and not name.lower().endswith((".jpg", ".jpeg"))
    return is_called_so or shares(address)


def _is_of_buttons(block: Block) -> bool:
    """Whether a caption is nothing but links, one of which shares the picture in a network."""
    html = block.html.partition("<figcaption")[2].partition(">")[2].partition("</figcaption")[0]
    is_shared = any(shares(unescape(link[1])) for link in _LINKS.finditer(html))
    return is_shared and not letters(TAG.sub("", _LINKS.sub("", html)))


def _uncaption(block: Block) -> None:
    block.html = block.html.partition("<figcaption")[0] + "</figure>"
    block.images = [replace(image, caption="") for image in block.images]


def _is_bare(block: Block) -> bool:
    return block.kind == "figure" and "<figcaption" not in block.html


def _link_of(picture: Element) -> Element | None:
    """The link around a picture, in its figure or around that."""
    return next((e for e in islice(_shown(picture).iterancestors(), LEVELS) if e.tag == "a"), None)


def _shown(picture: Element) -> Element:
    return next(picture.iter(*IMAGE_TAGS), picture)


def _leads_away(page: Page, picture: Element) -> bool:
    """Whether a picture's link leads to another page: none of its site's photographs, of a host of them, of its own."""
    link = _link_of(picture)
    if link is None or any("gallery" in roles_of(e) for e in (picture, *islice(picture.iterancestors(), LEVELS))):
        return False
    here, there = split(page.url), split(page.absolute(link.get("href")))
    is_of_picture = names_picture(there.path) or _OF_PICTURE.search(there.path) or "attachment_id" in there.query
    if not there.netloc or is_of_picture or _ALBUMS.search(there.netloc):
        return False
    if without_www(there.netloc) == without_www(here.netloc):
        return not f"{there.path.rstrip('/')}/".startswith(f"{here.path.rstrip('/')}/")
    return name_of(there.netloc) == name_of(here.netloc) or not _hosts(there.netloc, picture, page)


def _hosts(host: str, picture: Element, page: Page) -> bool:
    """Whether a picture comes from where its link leads: a host of photographs ("flickr" for "staticflickr")."""
    return name_of(host) in split(page.absolute(_shown(picture).get("src"))).netloc
