"""Figures: a <figure> of the page, or a box like one, made anew with its pictures or its embed."""

import re
from dataclasses import dataclass, replace
from html import escape

from lxml import etree

from newscrawl.element import Element
from newscrawl.extract.body.consent_boxes import asks_in_box
from newscrawl.extract.body.embed_blocks import block_within
from newscrawl.extract.body.embeds import EMBED_TAGS, embed_html, stand_in_html
from newscrawl.extract.body.figure_captions import figure_caption
from newscrawl.extract.body.figure_pictures import pictures_in
from newscrawl.extract.body.images import IMAGE_TAGS, Image
from newscrawl.extract.body.linked_embeds import address_alone, linked_film
from newscrawl.extract.body.stand_ins import still_of
from newscrawl.urls.resolve import Absolute


@dataclass(frozen=True, slots=True)
class Figure:
    """A finished <figure> (or what stands for one) and its images."""

    html: str
    images: list[Image]
    is_embed: bool = False


def read_figure(figure: Element, absolute: Absolute) -> Figure | None:
    """A <figure> (or a box like one) with one picture or embed; None where it holds neither."""
    embed = next((e for e in figure.iter(*EMBED_TAGS) if e.tag != "embed"), None)
    if embed is not None:
        if html := embed_html(embed, absolute):
            return _embed_figure(figure, html, absolute)
    elif block := block_within(figure, absolute):
        return _embed_figure(figure, block.html, absolute)
    found = pictures_in(figure, absolute)
    if not found:
        waiting = () if next(figure.iter("blockquote"), None) is not None else figure.iter()
        html = next((html for e in waiting if (html := stand_in_html(e, absolute))), "")
        if not html and (html := _address_within(figure)):
            return _embed_figure(next(figure.iter("figcaption"), etree.Element("p")), html, absolute)
        return _embed_figure(figure, html, absolute) if html else None
    if film := linked_film(figure, absolute) or _film_behind(figure, absolute):
        return _embed_figure(next(figure.iter("figcaption"), etree.Element("p")), film, absolute)
    caption = figure_caption(figure, absolute)
    tags = "".join(html for html, _ in found)
    images = [image for _, image in found]
    if caption.html:
        images = [replace(image, caption=caption.text, credit=caption.credit) for image in images]
    return Figure(html=figure_html(tags, caption.html, figure), images=images)


def _film_behind(figure: Element, absolute: Absolute) -> str:
    """The film whose still lies behind a box of a figure, if it shows no picture else."""
    if next(figure.iter(*IMAGE_TAGS), None) is not None:
        return ""
    return next((html for e in figure.iter("div") if still_of(e) and (html := stand_in_html(e, absolute))), "")


def _address_within(figure: Element) -> str:
    """The embed whose bare address a figure holds, where the page's system could not ask its site."""
    return next((html for box in figure.iter("div", "p") if (html := address_alone((box.text or "").strip()))), "")


def _embed_figure(figure: Element, html: str, absolute: Absolute) -> Figure:
    caption = figure_caption(figure, absolute)
    if next(figure.iter("figcaption"), None) is None and asks_in_box(figure, html):
        return Figure(html=html, images=[], is_embed=True)
    return Figure(html=with_caption(html, caption.html), images=[], is_embed=True)


def figure_html(tags: str, caption: str, figure: Element | None = None) -> str:
    """A <figure> around finished tags, with what WordPress writes on one."""
    attributes = "" if figure is None else _figure_attributes(figure)
    below = f"<figcaption>{caption}</figcaption>" if caption else ""
    return f"<figure{attributes}>{tags}{below}</figure>"


def with_caption(html: str, caption: str) -> str:
    """A finished figure with a caption below."""
    if not caption or not html.endswith("</figure>"):  # a post's quotation says what it is
        return html
    return f"{html.removesuffix('</figure>')}<figcaption>{caption}</figcaption></figure>"


def _figure_attributes(figure: Element) -> str:
    kept = {}
    if (value := figure.get("id") or "").startswith("attachment_"):
        kept["id"] = value
    if names := " ".join(n for n in (figure.get("class") or "").split() if n == "wp-caption" or n.startswith("align")):
        kept["class"] = names
    if width := re.search(r"(?:^|;)\s*width:\s*(\d+)px", figure.get("style") or ""):
        kept["style"] = f"width:{width[1]}px"
    if (value := figure.get("aria-describedby") or "").startswith("caption-attachment-"):
        kept["aria-describedby"] = value
    return "".join(f' {name}="{escape(value)}"' for name, value in kept.items())
