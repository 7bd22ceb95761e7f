"""The caption of a figure: below its picture, beside it, or in an attribute of the picture."""

import re
from dataclasses import replace
from html import escape, unescape
from itertools import islice

from newscrawl.element import Element
from newscrawl.extract.body.captions import Caption, caption_of, is_credit, told_apart
from newscrawl.extract.body.image_addresses import names_picture
from newscrawl.extract.body.images import Image
from newscrawl.extract.body.markup import TAG
from newscrawl.extract.vocabulary.names import has_role
from newscrawl.urls.resolve import Absolute


def figure_caption(figure: Element, absolute: Absolute) -> Caption:
    """The caption of a figure: its <figcaption>, else what has a caption's name, else all its text."""
    for element in figure.iter("figcaption"):
        caption = caption_of(element, absolute)
        if caption.html:
            return _with_credit_beside(caption, figure, element, absolute)
    for element in figure.iter("div", "span", "p", "small", "footer"):
        if has_role(element, "caption"):
            caption = caption_of(element, absolute)
            if caption.html:
                return _with_credit_beside(caption, figure, element, absolute)
    if (beside := _caption_beside(figure)) is None or (box := beside.getparent()) is None:
        return _stated_in(figure) or caption_of(figure, absolute)
    return _with_credit_beside(caption_of(beside, absolute), box, beside, absolute)


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


def _with_credit_beside(caption: Caption, figure: Element, inside: Element, absolute: Absolute) -> Caption:
    """A caption and the credit that stands elsewhere in the figure."""
    if caption.credit:
        return caption
    for element in figure.iter("figcaption", "div", "span", "p", "small", "footer", "cite"):
        if is_credit(element) and inside not in element.iterancestors() and element not in inside.iterancestors():
            beside = caption_of(element, absolute)
            text = beside.text or beside.credit
            if text and text not in caption.text:
                small = f' <small class="credit">{escape(text, quote=False)}</small>'
                return Caption(html=caption.html + small, text=caption.text, credit=text)
    return caption


_STATED = ("data-caption", "data-image-caption")
_STATED_BY_LINK = (*_STATED, "data-sub-html", "data-caption-title", "data-title", "data-description")
"""The same of a link to the whole picture: attributes of scripts that show it in a window."""

_NO_WORDS = re.compile(r"[\w.#-]*|.*[{}].*", re.ASCII | re.DOTALL)
"""A file's name, where in the page the words stand, or what a template left."""


def _stated_in(figure: Element) -> Caption | None:
    """The caption in an attribute of a link around the picture of a figure whose text is the labels of buttons."""
    if next(figure.iter("ul", "ol", "menu", "button"), None) is None:
        return None
    links = (e for img in islice(figure.iter("img"), 1) for e in islice(img.iterancestors(), NEAR) if e.tag == "a")
    told = next((told for link in links if (told := _stated(link))), None)
    return None if told is None else replace(told, html=escape(told.text, quote=False))


def _stated(holder: Element) -> Caption | None:
    """The caption that an element has in an attribute."""
    if not holder.attrib or next(islice(holder.iter("img"), MOST_PICTURES, None), None) is not None:
        return None
    names = _STATED_BY_LINK if holder.tag == "a" and names_picture(holder.get("href") or "") else _STATED
    value = next((v for name in names if (v := holder.get(name)) and not _NO_WORDS.fullmatch(v)), "")
    text = " ".join(TAG.sub(" ", unescape(value)).split())
    return told_apart("", text, " ".join((holder.get("data-credit") or "").split())) if text else None


MOST_PICTURES = 3
"""Pictures of an element whose caption is that of each."""


def with_stated(image: Image, element: Element) -> Image:
    """An image with the caption that it or the link around it has in an attribute, for the window that enlarges it."""
    around = list(islice(element.iterancestors(), NEAR))
    for holder in (element, *around[:1], *(e for e in around[1:] if e.tag == "a")):
        if told := _stated(holder):
            return replace(image, caption=told.text, credit=told.credit)
    return image
