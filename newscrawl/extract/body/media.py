"""Media: pictures and embeds of a page as blocks."""

import re
from itertools import islice

from lxml import etree

from newscrawl.element import Element
from newscrawl.extract.body.background_images import address_behind
from newscrawl.extract.body.block_captions import add_caption, says_alt, set_caption
from newscrawl.extract.body.blocks import LONGEST_LABEL, RUNNING, Block, ends_sentence
from newscrawl.extract.body.captions import LONGEST_CAPTION, is_prose
from newscrawl.extract.body.consent_boxes import asks_in_box
from newscrawl.extract.body.embed_blocks import embed_block, film_within, held_back, kept_block, post_html
from newscrawl.extract.body.embed_pages import name_and_page
from newscrawl.extract.body.embeds import (
    EMBED_TAGS,
    embed_html,
    is_embed,
    link_figure,
    link_html,
    post_of,
    post_of_script,
    stand_in_html,
)
from newscrawl.extract.body.figure_captions import figure_caption, with_stated
from newscrawl.extract.body.figures import figure_html, read_figure
from newscrawl.extract.body.image_addresses import names_picture
from newscrawl.extract.body.image_sources import SMALLEST, linked_picture
from newscrawl.extract.body.image_widths import pixels
from newscrawl.extract.body.images import IMAGE_TAGS, image_html, is_custom_image
from newscrawl.extract.body.kept_markup import parsed
from newscrawl.extract.body.linked_embeds import VIDEOS, bookmark, linked_embed
from newscrawl.extract.body.markup import HEADINGS
from newscrawl.extract.body.quoted_posts import noted_post
from newscrawl.extract.body.stand_ins import notes_frame
from newscrawl.extract.page.tree import is_longer, string
from newscrawl.extract.vocabulary.names import has_role, roles_of, words_of
from newscrawl.text.letters import letters
from newscrawl.urls.resolve import Absolute

MEDIA_TAGS = frozenset({"img", "amp-img", "picture", "figure", "noscript", "script", "template", *EMBED_TAGS})

NEAR_LINK = 3
"""Elements around a picture among which its link stands."""

MOST_BEHIND = 4
"""Elements of a link without words that are asked for the picture behind them."""

AROUND_PICTURES = frozenset({"<button>", "role button", "window", "player"})
"""Reasons to leave something out that also stand around pictures: what enlarges one, a video with its still."""

AROUND_EMBEDS = frozenset({"cookie notice", "player", "window", "share", "<button>", "role button"})
"""Reasons to leave something out that also stand around embeds: "share" around a bookmark, a card of another site."""


def media_block(element: Element, absolute: Absolute) -> Block | None:
    """The block of a picture, an embed or a script that draws a graphic; None where there is nothing to show."""
    tag = element.tag
    if tag in ("script", "template") or tag in EMBED_TAGS:
        return embed_block(element, absolute)
    if tag == "figure":
        figure = read_figure(element, absolute)
        if figure is None:
            return None
        return Block("embed" if figure.is_embed else "figure", figure.html, images=figure.images, tag="figure")
    return _without_script(element, absolute) if tag == "noscript" else _picture(element, absolute)


def _without_script(noscript: Element, absolute: Absolute) -> Block | None:
    """What a <noscript> shows in place of a lazy picture or a frame; its content may be escaped."""
    shown = next(noscript.iter("img", "iframe", "video", "audio"), None)
    if shown is None and "<i" in (noscript.text or ""):
        shown = next(parsed(noscript.text or "").iter("img", "iframe"), None)
    if shown is None:
        return None
    return _picture(shown, absolute) if shown.tag == "img" else media_block(shown, absolute)


def empty_box_block(element: Element, absolute: Absolute) -> Block | None:
    """The picture or post of a box that is filled by a style or a script alone; None for any other box."""
    if element.get("data-href") and is_embed(element):
        html = embed_html(element, absolute)
        quote = next(element.iter("blockquote"), None)
        if html and quote is not None:
            html = post_html(quote, absolute(element.get("data-href") or ""), "fb-post", absolute)
        return Block("embed", html) if html else None
    if (url := post_of(element, absolute)) and string(element).strip():
        return Block("embed", post_html(element, url, "quoted-post", absolute))
    if post := post_of_script(element):
        url = absolute(post)
        return Block("embed", post_html(element, url, "quoted-post", absolute)) if url else None
    if html := noted_post(element):
        return Block("embed", html)
    if block := (kept_block(element, absolute) if notes_frame(element) else None):
        return block
    if html := stand_in_html(element, absolute):
        return Block("embed", html)
    if is_custom_image(element):
        return _picture(element, absolute)
    return None if string(element).strip() else _picture_behind(element, absolute)


def _picture_behind(box: Element, absolute: Absolute) -> Block | None:
    address = address_behind(box)
    return _picture(etree.Element("img", src=address), absolute) if address else None


def captioned_behind(box: Element, absolute: Absolute) -> Block | None:
    """The picture behind a box in which nothing but its caption stands; None for any other box."""
    caption = next((e for e in islice(box.iter("div", "p", "span"), MOST_BEHIND) if has_role(e, "caption")), None)
    if caption is None or is_longer(box, LONGEST_CAPTION) or string(caption).strip() != string(box).strip():
        return None
    if (
        next(box.iter("a", *IMAGE_TAGS, *HEADINGS), None) is not None
        or (block := _picture_behind(box, absolute)) is None
    ):
        return None
    set_caption(block, figure_caption(box, absolute))
    return block


def embed_of_box(box: Element, reason: str, absolute: Absolute) -> Block | None:
    """The embed for which a box that is left out stands: a player's own, one held back, one that is linked."""
    if reason == "share":
        return bookmark(box, absolute)
    if (reason == "player" or notes_frame(box)) and (block := empty_box_block(box, absolute)):
        return block
    if reason.endswith(("<button>", "role button")):
        return None
    if reason == "cookie notice" and (html := stand_in_html(box, absolute)):
        return Block("embed", html)
    held = None if reason == "window" and box.tag != "a" else held_back(box, absolute)
    return held or (film_within(box, absolute) if reason == "player" else None) or linked_embed(box, absolute)


def link_block(link: Element, absolute: Absolute) -> Block | None:
    """What a link without words leads to, if a script or a style shows that in its place; None for any other link."""
    if not len(link):
        html = link_html(link, absolute)
        return Block("embed", html) if html else None
    if not names_picture(link.get("href") or "") or string(link).strip() or next(link.iter("img"), None) is not None:
        return None
    behind = (_picture_behind(box, absolute) for box in islice(link.iter("span", "div", "i"), MOST_BEHIND))
    return next(filter(None, behind), None)


def _picture(image: Element, absolute: Absolute) -> Block | None:
    """The block of a picture that stands alone, or of the video to which the link around it leads."""
    link = next((e for e in islice(image.iterancestors(), NEAR_LINK) if e.tag == "a"), None)
    name, page = ("", "") if link is None else name_and_page(absolute(link.get("href") or ""))
    if name in VIDEOS:
        return Block("embed", link_figure(page, name, image.get("alt") or ""))
    clean = image_html(image, absolute)
    return (
        Block("figure", figure_html(clean[0], ""), images=[with_stated(clean[1], image)], tag="img") if clean else None
    )


def large_picture(element: Element) -> Element | None:
    """The picture that a button or a link enlarges, if it is no icon: a figure, or an image in several sizes."""
    figure = next(element.iter("figure"), None)
    if figure is not None and next(figure.iter("img"), None) is not None:
        return figure
    is_link = element.tag == "a"  # a window itself may hold anything
    images = (i for i in element.iter("img") if _has_sizes(i) or (is_link and pixels(i.get("width")) > SMALLEST))
    return next(images, None)


def _has_sizes(img: Element) -> bool:
    return bool(img.get("srcset") or img.get("data-srcset") or linked_picture(img))


def merge_caption(inside: list[Block], box: Element, absolute: Absolute) -> Block | None:
    """The picture of a box that holds one and a short text, with the text as its caption; None for other boxes.

    A list's text is that of its items, one of which may be shown.
    """
    figures = [b for b in inside if b.kind in ("figure", "embed") and "<figcaption" not in b.html]
    if len(figures) != 1 or box.tag in ("ul", "ol", "dl"):
        return None
    if figures[0].kind == "embed" and asks_in_box(box, figures[0].html):
        return None
    texts = [b for b in inside if b.kind == "paragraph"]
    if any("caption" in b.roles for b in texts):
        inside = [b for b in inside if not _labels_picture(b)]
        texts = [b for b in inside if b.kind == "paragraph"]
    if not texts or len(texts) + 1 != len(inside) or sum(b.chars for b in texts) > LONGEST_CAPTION:
        return None
    if not all(_is_caption(b, box) or says_alt(b, figures[0]) for b in texts):
        return None
    if any(_is_text(b, box) for b in inside[: inside.index(figures[0])]):
        return None
    told = figure_caption(box, absolute)
    if told.credit and letters(told.text + told.credit) == letters("".join(b.text for b in texts)):
        set_caption(figures[0], told)  # inline elements side by side, of which one is the credit's
    else:
        add_caption(figures[0], texts)
    return figures[0]


def _labels_picture(block: Block) -> bool:
    """Whether a block is nothing but the words of a link to a picture: "Enlarge", beside what says what is seen."""
    is_link = block.kind == "paragraph" and block.is_link and block.chars <= LONGEST_LABEL
    return is_link and _TO_PICTURE.search(block.html) is not None


_TO_PICTURE = re.compile(r'<a href="[^"]{1,500}\.(?:jpe?g|png|webp)"', re.IGNORECASE)


def _is_text(above: Block, box: Element) -> bool:
    """Whether what stands above a box's picture is text that it shows: a step of a recipe, some sentences."""
    if not ends_sentence(above.text) or not (above.roles | roles_of(box)).isdisjoint(("caption", "credit", "figure")):
        return False
    return "li" in (above.tag, box.tag) or above.chars >= RUNNING / 2


def _is_caption(block: Block, box: Element) -> bool:
    if not block.roles.isdisjoint(("caption", "credit")):
        return True
    if block.is_link:
        return False
    is_called = box.tag in ("table", "figure") or not roles_of(box).isdisjoint(("figure", "caption"))
    if block.tag != "p" or box.tag == "table":
        return is_called or not is_prose(block.text)
    if "text" in words_of(box.get("class") or ""):  # "media-text": a paragraph beside a picture
        return False
    return is_called
