"""Linked embeds: what stands on a page as a link or an address and is shown as a player, a post or a card there."""

import re

from newscrawl.element import Element
from newscrawl.extract.body.blocks import Block
from newscrawl.extract.body.embed_pages import has_page, name_and_page
from newscrawl.extract.body.embeds import known_html, link_figure
from newscrawl.extract.body.images import IMAGE_TAGS
from newscrawl.extract.page.tree import text_of
from newscrawl.urls.parts import host_of
from newscrawl.urls.resolve import Absolute

VIDEOS = frozenset({"YouTube", "Vimeo", "Dailymotion"})

LONGEST_ADDRESS = 300
"""Characters."""

_OF_EMBEDS = re.compile(r"embed|tweet|video|player|consent", re.IGNORECASE)
_IS_SHOWN = re.compile(r"embed|player|(?:^|\s)gie-", re.IGNORECASE)
_IS_CARD = re.compile(r"(?:bookmark|blog|link|ogp)-?card|link-?preview|embedly-card|embedded-post(?!-)", re.IGNORECASE)


def linked_embed(box: Element, absolute: Absolute) -> Block | None:
    """The one embed to which links of a consent tool's or a player's box lead, for who does not want it loaded."""
    if _OF_EMBEDS.search(box.get("class") or "") is None:
        return None
    found = {name_and_page(url) for link in box.iter("a") if has_page(url := absolute(link.get("href") or ""))}
    name, page = found.pop() if len(found) == 1 else ("", "")
    return Block("embed", link_figure(page, name)) if name else None


def embed_beside(reason: str, box: Element, absolute: Absolute) -> Block | None:
    """The embed of a box that goes by its contents: the one that its links lead to, or that a form asks to load."""
    if reason == "links":
        return linked_embed(box, absolute)
    html = known_html(box, absolute) if reason == "form" else ""
    return Block("embed", html) if html else None


def shown_link(link: Element, absolute: Absolute) -> Block | None:
    """What a link with words leads to, if its class says that a script shows it in its place."""
    names = link.get("class") or ""
    if _IS_SHOWN.search(names) is None and link.get("data-pin-do") is None:
        return None
    url = absolute(link.get("href") or "")
    name, page = name_and_page(url) if url else ("", "")
    if not (name and has_page(url)) and not (url and _IS_CARD.search(names)):
        return None
    return Block("embed", link_figure(page, name or host_of(page), _headline_in(link)))


def bookmark(box: Element, absolute: Absolute) -> Block | None:
    """The page of another site that a box shows as a card with its headline; None for any other box."""
    if _IS_CARD.search(box.get("class") or "") is None:
        return None
    link = next(box.iter("a"), None)
    url = absolute(link.get("href") or "") if link is not None else ""
    if link is None or not url or host_of(url) == host_of(absolute("/")):
        return None
    return Block("embed", link_figure(url, host_of(url), _headline_in(box) or text_of(link)))


def _headline_in(card: Element) -> str:
    """What a part of a card says that is called its title; all that the card says where none is."""
    parts = (e for e in card.iter("div", "span", "strong", "p") if "title" in (e.get("class") or ""))
    return next(filter(None, map(text_of, parts)), "") or text_of(card)


def address_alone(text: str) -> str:
    """A line that is nothing but the address of a film or post, which a system would have made an embed of it."""
    if not text.startswith("http") or len(text) > LONGEST_ADDRESS or " " in text or not has_page(text):
        return ""
    name, page = name_and_page(text)
    return link_figure(page, name)


def linked_film(figure: Element, absolute: Absolute) -> str:
    """The film to which the picture of a figure leads."""
    for link in figure.iter("a"):
        name, page = name_and_page(absolute(link.get("href") or ""))
        if name in VIDEOS and next(link.iter(*IMAGE_TAGS), None) is not None:
            return link_figure(page, name)
    return ""
