"""Captions: what stands below a picture, with its credit told apart, and whole figures."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from html import escape, unescape
from itertools import islice

from lxml import etree

from newscrawl.element import Element
from newscrawl.extract.body.background_images import background_address
from newscrawl.extract.body.blocks import Block
from newscrawl.extract.body.embeds import EMBED_TAGS, embed_html, stand_in_html
from newscrawl.extract.body.image_addresses import is_preview
from newscrawl.extract.body.images import IMAGE_TAGS, Image, image_html, is_custom_image
from newscrawl.extract.body.linked_embeds import address_alone, linked_film
from newscrawl.extract.body.stand_ins import still_of
from newscrawl.extract.vocabulary.boilerplate import reason_for
from newscrawl.extract.vocabulary.names import roles_of
from newscrawl.extract.vocabulary.phrases import all_phrases
from newscrawl.urls.resolve import Absolute

LONGEST_CAPTION = 400
"""Characters. What is longer beside a picture is text."""

_KEPT_INLINE = frozenset("a b em i strong sub sup".split())
_UNSEEN = frozenset(
    "script style noscript template svg button img picture source iframe video audio select input label".split()
)


@dataclass(frozen=True, slots=True)
class Caption:
    """A caption as inline HTML and as plain text without its credit."""

    html: str = ""
    text: str = ""
    credit: str = ""


@dataclass(frozen=True, slots=True)
class Figure:
    """A finished <figure> (or what stands for one) and its images."""

    html: str
    images: list[Image]
    is_embed: bool = False


def caption_of(element: Element, absolute: Absolute) -> Caption:
    """The caption that an element holds, all its text; credits marked as <small>."""
    html, text, credit = list[str](), list[str](), list[str]()
    closing: dict[Element, str] = {}
    crediting: Element | None = None
    walker = etree.iterwalk(element, events=("start", "end"))
    for event, node in walker:
        if event == "start":
            if node is not element and _is_unseen(node):
                walker.skip_subtree()
                continue
            if node.tag in _BREAKS or _is_set_apart(node):
                html.append(" ")
                text.append(" ")
            if crediting is None and _is_credit(node):
                crediting = node
                html.append('<small class="credit">')
            if node is not element and (tags := _tags(node, absolute)):
                html.append(tags[0])
                closing[node] = tags[1]
            _put(node.text, html, text if crediting is None else credit)
            continue
        if node in closing:
            html.append(closing.pop(node))
        if node is crediting:
            html.append("</small>")
            crediting = None
        if node is not element:
            _put((" " if node.tag in _BREAKS else "") + (node.tail or ""), html, text if crediting is None else credit)
    return _told_apart("".join(html), " ".join("".join(text).split()), " ".join("".join(credit).split()))


_BREAKS = frozenset("p div br li figcaption footer section dd dt h3 h4 h5 h6".split())


def _is_set_apart(node: Element) -> bool:
    """Whether a <span> follows another element at once: caption and credit, which the page's style sets apart."""
    before = node.getprevious() if node.tag == "span" else None
    return before is not None and not before.tail


def _is_unseen(node: Element) -> bool:
    if node.tag in _UNSEEN:
        return True
    names = node.get("class")
    return names is not None and ("pswp-caption-content" in names or reason_for(names) == "hidden")


def _put(text: str | None, html: list[str], words: list[str]) -> None:
    if text:
        html.append(escape(text, quote=False))
        words.append(text)


def _tags(node: Element, absolute: Absolute) -> tuple[str, str] | None:
    if node.tag not in _KEPT_INLINE:
        return None
    if node.tag != "a":
        return f"<{node.tag}>", f"</{node.tag}>"
    url = absolute(node.get("href") or "")
    return (f'<a href="{escape(url)}">', "</a>") if url else None


def _is_credit(node: Element) -> bool:
    if node.tag in ("cite", "footer"):
        return True
    return "credit" in roles_of(node, "class", "itemprop")


def _told_apart(html: str, text: str, credit: str) -> Caption:
    """A caption whose credit may still stand at its end, behind a mark that the trade uses."""
    html = " ".join(html.split()).replace('<small class="credit"></small>', "").strip()
    if not credit and (start := all_phrases().credits.credit_start(text)) >= 0:
        text, credit = text[:start].rstrip(" ([|,/–—-"), text[start:].strip()
    return Caption(html=html if text or credit else "", text=text, credit=credit)


def read_figure(figure: Element, absolute: Absolute) -> Figure | None:
    """A <figure> (or a box like one) with one picture or embed; None where it holds neither."""
    embed = next((e for e in figure.iter(*EMBED_TAGS) if e.tag != "embed"), None)
    if embed is not None:
        if html := embed_html(embed, absolute):
            return _embed_figure(figure, html, absolute)
    found = _pictures(figure, absolute)
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


def _pictures(figure: Element, absolute: Absolute) -> list[tuple[str, Image]]:
    """The pictures of a figure, each once: a preview gives way to what comes for readers without scripts."""
    found: list[tuple[str, Image]] = []
    places: dict[str, int] = {}  # by the names of files: a figure may hold thousands
    last: Element | None = None
    for img in list(figure.iter(*IMAGE_TAGS)) or list(filter(is_custom_image, figure.iter())) or _behind(figure):
        if (clean := image_html(img, absolute)) is None:
            continue
        picture = clean[0], with_stated(clean[1], img)
        name = file_name(clean[1].url)
        known = places.get(name, len(found) - 1 if stands_for(img, last) else -1)
        if known < 0:
            places[name] = len(found)
            found.append(picture)
            last = img
        elif is_preview(found[known][1].url):
            places.pop(file_name(found[known][1].url), None)
            places.setdefault(name, known)
            found[known] = picture
    return found or list(filter(None, (image_html(img, absolute) for img in _escaped(figure))))


def _escaped(figure: Element) -> Iterator[Element]:
    """The pictures that a figure has for readers without scripts, where these are written as text."""
    for noscript in figure.iter("noscript"):
        if "<img" in (noscript.text or ""):
            yield from etree.fromstring(f"<div>{noscript.text}</div>", etree.HTMLParser()).iter("img")


def stands_for(img: Element, shown: Element | None) -> bool:
    """Whether an image is another one for readers without scripts: its <noscript> follows that at once."""
    around = next((a for a in islice(img.iterancestors(), NEAR) if a.tag == "noscript"), None)
    before = None if around is None else around.getprevious()
    return before is not None and not (before.tail or "").strip() and any(i is shown for i in before.iter(*IMAGE_TAGS))


def _behind(figure: Element) -> list[Element]:
    """The pictures behind a figure's boxes or drawn into its SVG, as images."""
    boxes = (
        (box, address) for box in figure.iter("div", "span", "a", "figure") if (address := background_address(box))
    )
    drawn = ((image.getparent(), image.get("href") or image.get("xlink:href") or "") for image in figure.iter("image"))
    found = ((box, address) for box, address in (*boxes, *drawn) if box is not None and address)
    return [etree.Element("img", src=address, alt=box.get("aria-label") or "") for box, address in found]


def _embed_figure(figure: Element, html: str, absolute: Absolute) -> Figure:
    caption = figure_caption(figure, absolute)
    return Figure(html=with_caption(html, caption.html), images=[], is_embed=True)


def figure_caption(figure: Element, absolute: Absolute) -> Caption:
    """The caption of a figure: its <figcaption>, else what has a caption's name, else all its text."""
    for element in figure.iter("figcaption"):
        caption = caption_of(element, absolute)
        if caption.html:
            return _with_credit_beside(caption, figure, element, absolute)
    for element in figure.iter("div", "span", "p", "small", "footer"):
        if "caption" in roles_of(element):
            caption = caption_of(element, absolute)
            if caption.html:
                return _with_credit_beside(caption, figure, element, absolute)
    beside = _caption_beside(figure)
    return caption_of(figure if beside is None else beside, absolute)


NEAR = 3
"""Boxes around a figure in which its <figcaption> may stand beside it."""


def _caption_beside(figure: Element) -> Element | None:
    """The <figcaption> that stands outside its figure, in a box that holds no other figure."""
    for box in islice(figure.iterancestors(), NEAR):
        if sum(1 for _ in islice(box.iter("figure"), 2)) > 1:
            return None
        if (found := next(box.iter("figcaption"), None)) is not None:
            return found
    return None


_STATED = ("data-caption", "data-image-caption")


def with_stated(image: Image, element: Element) -> Image:
    """An image with the caption that it or the link around it has in an attribute, for the window that enlarges it."""
    around = element.getparent()
    for holder in (element,) if around is None else (element, around):
        for name in _STATED:
            if value := holder.get(name):
                text = " ".join(re.sub(r"<[^<>]*+>", " ", unescape(value)).split())
                told = _told_apart("", text, "")
                return replace(image, caption=told.text, credit=told.credit)
    return image


def show_stated(figure: Block) -> None:
    """Put the caption that an image has in an attribute alone below it, where the page shows none."""
    image = figure.images[0] if len(figure.images) == 1 else None
    if image is not None and (image.caption or image.credit) and "<figcaption" not in figure.html:
        credit = f'<small class="credit">{escape(image.credit, quote=False)}</small>' if image.credit else ""
        figure.html = with_caption(figure.html, f"{escape(image.caption, quote=False)} {credit}".strip())


def _with_credit_beside(caption: Caption, figure: Element, inside: Element, absolute: Absolute) -> Caption:
    """A caption and the credit that stands elsewhere in the figure."""
    if caption.credit:
        return caption
    for element in figure.iter("div", "span", "p", "small", "footer", "cite"):
        if _is_credit(element) and inside not in element.iterancestors() and element not in inside.iterancestors():
            beside = caption_of(element, absolute)
            text = beside.text or beside.credit
            if text and text not in caption.text:
                small = f' <small class="credit">{escape(text, quote=False)}</small>'
                return Caption(html=caption.html + small, text=caption.text, credit=text)
    return caption


def figure_html(tags: str, caption: str, figure: Element | None = None) -> str:
    """A <figure> around finished tags, with what WordPress writes on one."""
    attributes = "" if figure is None else _figure_attributes(figure)
    below = f"<figcaption>{caption}</figcaption>" if caption else ""
    return f"<figure{attributes}>{tags}{below}</figure>"


def with_caption(html: str, caption: str) -> str:
    """A finished figure with a caption below."""
    return html.removesuffix("</figure>") + f"<figcaption>{caption}</figcaption></figure>" if caption else html


def add_caption(figure: Block, texts: list[Block]) -> None:
    """Put paragraphs below a figure as its caption."""
    inner = " ".join(b.html.partition(">")[2].rpartition("<")[0] for b in texts)
    caption = " ".join(b.text for b in texts if "credit" not in b.roles)
    credit = " ".join(b.text for b in texts if "credit" in b.roles)
    set_caption(figure, _told_apart(inner, caption, credit))


def set_caption(figure: Block, told: Caption) -> None:
    """Put a finished caption below a figure."""
    figure.html = with_caption(figure.html, told.html)
    figure.images = [replace(i, caption=told.text, credit=told.credit) for i in figure.images]


def is_caption_again(text: Block, figure: Block) -> bool:
    """Whether a paragraph below a picture says its caption once more."""
    return any(i.caption and i.caption == text.text for i in figure.images)


def says_alt(text: Block, figure: Block) -> bool:
    """Whether a paragraph says what a picture's alternative text says: then it is its caption."""
    if text.is_link:
        return False
    said = " ".join(text.text.lower().split())
    alts = (" ".join(i.alt.lower().split()) for i in figure.images)
    return len(said) > SAID and any(len(alt) > SAID and (alt.startswith(said) or said.startswith(alt)) for alt in alts)


SAID = 12
"""Characters of an alternative text and a paragraph that are not the same by chance."""


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


def file_name(url: str) -> str:
    """The last part of an address without its query: what two sizes of one picture mostly share."""
    return re.split(r"[?#]", url)[0].rstrip("/").rsplit("/", 1)[-1].lower()
