"""The pictures of a figure, each once."""

import re
from collections.abc import Iterator
from itertools import islice

from lxml import etree

from newscrawl.element import Element
from newscrawl.extract.body.background_images import background_address
from newscrawl.extract.body.figure_captions import with_stated
from newscrawl.extract.body.image_addresses import is_preview
from newscrawl.extract.body.images import IMAGE_TAGS, Image, image_html, is_custom_image
from newscrawl.extract.body.kept_markup import parsed
from newscrawl.extract.body.twins import file_of_sizes, is_lesser
from newscrawl.urls.resolve import Absolute

AROUND = 3
"""Boxes around a picture in which the <noscript> that holds it may stand."""


def pictures_in(figure: Element, absolute: Absolute) -> list[tuple[str, Image]]:
    """The pictures of a figure, each once, as clean tags and with what is known of them.

    A preview gives way to what comes for readers without scripts.
    """
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
        elif gives_way(found[known][1].url, clean[1].url):
            places.pop(file_name(found[known][1].url), None)
            places.setdefault(name, known)
            found[known] = picture
    return found or list(filter(None, (image_html(img, absolute) for img in _escaped(figure))))


def gives_way(shown: str, other: str) -> bool:
    """Whether a picture's address is that of a preview, or of a smaller file, of which another is the larger one."""
    return any(is_less(shown) and not is_less(other) for is_less in (is_preview, is_lesser))


def _escaped(figure: Element) -> Iterator[Element]:
    """The pictures that a figure has for readers without scripts, where these are written as text."""
    for noscript in figure.iter("noscript"):
        if "<img" in (noscript.text or ""):
            yield from parsed(noscript.text or "").iter("img")


def stands_for(img: Element, shown: Element | None) -> bool:
    """Whether an image is another one for readers without scripts: its <noscript> follows that at once."""
    around = next((a for a in islice(img.iterancestors(), AROUND) if a.tag == "noscript"), None)
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


def file_name(url: str) -> str:
    """The last part of an address without its query and without what tells a size: what sizes of one picture share."""
    return file_of_sizes(re.split(r"[?#]", url)[0].rstrip("/")).rsplit("/", 1)[-1]
