"""Where a page keeps the address of an image: `src`, sizes, a lazy loader's attribute of any name, a style.

Which of them is the picture itself is seen by the addresses: what stands in until a script has run is called
"placeholder", is data, is blurred or is as wide as a thumb.
"""

import re
from collections.abc import Iterator
from itertools import islice

from newscrawl.element import Element
from newscrawl.extract.body.image_addresses import (
    has_less,
    is_preview,
    is_real,
    is_set,
    may_be_picture,
    name_in,
    names_picture,
    stated_width,
)
from newscrawl.extract.body.image_widths import (
    DENSITY,
    ENOUGH,
    SETS,
    THUMBNAIL,
    WIDEST,
    Attributes,
    Candidate,
    known_width,
    largest,
    pixels,
    sizes,
)
from newscrawl.extract.body.lazy_images import LARGE, lazy_address

SMALLEST = 200
"""Pixels. A picture as narrow leads to its whole, whatever that is called; a wiki's "File:Rain.jpg" is a page."""

NEAR, MOST_IN_WRAPPER = 6, 2
"""Elements around an image among which its link stands, behind boxes of the image and of what lies over it."""

_WHOLE_NUMBER = re.compile(r"(?<!\d)\d{2,4}(?!\d)", re.ASCII)

_ORDERED = re.compile(r"([^?#]+\.(?:jpe?g|png|webp|avif))/[^?#]+$", re.IGNORECASE)

_NAMED_SMALL = re.compile(
    r"(?<![a-z])(?:thumb(?:nail)?s?|tn|small|mini(?:atures?)?|vignettes?)(?![a-z])[^?#]{0,120}(?:[?#]|\Z)",
    re.IGNORECASE,
)
"""At the end of the address of a picture that is made small for a row of them."""

_SAID_SMALL = re.compile(r"[_/.-](?:tiny|low-?res|lo-?res|micro|preview|blurry)[_/.-]", re.IGNORECASE)
"""In the addresses of what a script replaces, if another address stands beside it."""


def best_address(img: Element) -> str:
    """The address of the real image as the page writes it; "" where there is only a placeholder."""
    attributes = {str(name): str(value) for name, value in img.items()}
    if widths := attributes.get("data-widths"):
        attributes = _with_width(attributes, widths)
    src = attributes.get("src", "").strip()
    real = src if is_real(src) else ""
    is_needed = not real or is_preview(real) or _SAID_SMALL.search(real) is not None
    lazy = lazy_address(attributes, is_needed=is_needed) if len(attributes) > 1 else ""
    known = known_width(attributes, real) or next((w for w, url in _of_sources(img) if url == real), 0.0)
    own = candidates = [c for c in _own_sizes(attributes) if is_real(c[1])]
    if candidates or known or not real:  # what a <source> offers may be cut for another screen
        candidates = own + [c for c in _of_sources(img) if is_real(c[1])]
    best = largest(candidates)
    if whole := _linked_whole(img, real or lazy, known):
        return whole
    is_to_replace = not real or lazy or is_preview(real)
    if not is_to_replace and not _is_better(candidates, best, 0.9 * known if own else known + 1):
        return real
    is_smaller = _is_narrower(lazy, best, candidates) and not _is_whole_of(lazy, best)
    found = lazy if lazy and not (best and (is_smaller or is_preview(lazy))) else best or real
    return _whole(found) or linked_picture(img)


def _linked_whole(img: Element, small: str, known: float) -> str:
    """The whole picture that the link around a small one leads to; `known`: how wide the small one is."""
    known = stated_width(small) or known
    whole = linked_picture(img) if small and known <= THUMBNAIL else ""
    is_tiny = 0 < known <= SMALLEST or _NAMED_SMALL.search(small) or _SAID_SMALL.search(small)
    return whole if whole and ((is_tiny and ":" not in name_in(whole)) or _may_be_of(whole, small)) else ""


def _with_width(attributes: Attributes, widths: str) -> Attributes:
    """The attributes with a width in the addresses that leave it to a script, out of those that it may choose."""
    width = largest([(float(number), number) for number in _WHOLE_NUMBER.findall(widths)[:40]])
    return {name: value.replace("{width}", width) for name, value in attributes.items()} if width else attributes


def _is_of(whole: str, small: str) -> bool:
    """Whether two addresses are one picture, by its name: "bridge.jpg" and "bridge-300x200.jpg"."""
    stem = _stem(whole)
    return len(stem) > SHORTEST and whole != small and _stem(small).startswith(stem)


def _may_be_of(whole: str, small: str) -> bool:
    """The same of the picture that a small one's link leads to: "bridge.jpg" for "csm_bridge_4f.jpg"."""
    stem, other = _stem(whole), _stem(small)
    return (
        _is_of(whole, small)
        or (len(stem) > 2 * SHORTEST and stem in other)
        or _without_size(stem) == _without_size(other) != other
    )


def _stem(url: str) -> str:
    return name_in(url).rpartition(".")[0]


SHORTEST = 2
"""Letters of a file's name that tell nothing."""


def _without_size(stem: str) -> str:
    """The name of a file without what says its size; the whole name where nothing else is in it."""
    return _SIZE_IN_NAME.sub("", stem) or stem


_SIZE_IN_NAME = re.compile(
    r"(?:[-_.](?:\d{2,4}(?:x\d{2,4})?|gross|klein|large|small|medium|big|full|orig(?:inal)?|thumb(?:nail)?|tn|mini|[tsmlbz]|xl|hd|"
    r"hi-?res|preview|grande|piccol[ao]|petite?|duze|male|stor|liten)){1,2}\Z",
    re.IGNORECASE,
)
"""The words at the end of a file's name."""


def _is_whole_of(whole: str, small: str) -> bool:
    """Whether a picture's address is another's without its size; one with the same name may say a size elsewhere."""
    return name_in(whole) != name_in(small) and _is_of(whole, small)


def _whole(url: str) -> str:
    """An address without the orders to a server that come behind a picture's name and make a preview of it."""
    return cut[1] if is_preview(url) and (cut := _ORDERED.match(url)) else url


def _own_sizes(attributes: Attributes) -> Iterator[Candidate]:
    for name, value in attributes.items():
        if name in SETS or (name != "sizes" and is_set(value)):
            yield from sizes(value)


def _of_sources(img: Element) -> Iterator[Candidate]:
    for source in sorted(_sources(img), key=_is_of_new_format):
        stated = max(0, pixels(source.get("width")))
        for name in SETS:
            found = sizes(source.get(name) or "")
            if len(found) == 1 and not found[0][0] and not stated:
                yield stated_width(found[0][1]) or _width_of_screen(source, found[0][1], img), found[0][1]
            else:
                yield from ((_of_source(size, stated), url) for size, url in found)


def _is_of_new_format(source: Element) -> bool:
    """Whether a <source> is in a format that not all programs read: of two of one size it comes behind the other."""
    return (source.get("type") or "") in ("image/webp", "image/avif", "image/jxl")


_FROM_WIDTH = re.compile(r"min-width\s?:\s?(\d{3,4})(?:\.\d{1,3})?px")


def _width_of_screen(source: Element, address: str, img: Element) -> float:
    """More than the width of the narrowest screen of a <source>; 0 where it says none, or is in another format."""
    if source.get("type") or has_less(address, than=img.get("src") or ""):
        return 0.0
    least = _FROM_WIDTH.search(source.get("media") or "")
    return min(float(least[1]) + 1, WIDEST) if least else 0.0


def _of_source(size: float, stated: float) -> float:
    """What a <source> says of its width counts where its candidate says a pixel density or nothing."""
    return stated if stated and size in (0.0, DENSITY) else size


def _is_better(candidates: list[Candidate], best: str, known: float) -> bool:
    """Whether `best` says that it is as large as a page shows, and `src` is not much larger, as far as it says."""
    width = next((width for width, url in candidates if url == best), 0.0)
    if known > WIDEST:
        return ENOUGH <= width < known
    return width >= LARGE and width >= known and not (width > WIDEST and known >= ENOUGH)


def _is_narrower(lazy: str, best: str, candidates: list[Candidate]) -> bool:
    """Whether an address that waits for a script is that of a narrower picture than the best of the sets."""
    width = stated_width(lazy)
    return _is_better(candidates, best, width if width >= WIDEST else width + 1) and not has_less(best, than=lazy)


def linked_picture(img: Element) -> str:
    """The picture that the link around an image leads to; "" where it leads elsewhere."""
    link = next(filter(_is_no_wrapper, islice(img.iterancestors(), NEAR)), None)
    href = (link.get("href") or "").strip() if link is not None and link.tag == "a" else ""
    return href if names_picture(href) and may_be_picture(href) and (img.get("src") or img.get("srcset")) else ""


def _is_no_wrapper(around: Element) -> bool:
    """Whether an element around an image is more than the box of it alone."""
    if around.tag in _OF_PICTURE:
        return False
    return around.tag not in ("span", "div") or next(islice(around, MOST_IN_WRAPPER, None), None) is not None


_OF_PICTURE = ("picture", "source")


def said_at(img: Element) -> str:
    """All that the attributes of an image, of its sources and of the link around it hold, in one text."""
    around = img.getparent()
    boxes = [img, *_sources(img)] if around is None else [img, around, *_sources(img)]
    return " ".join(str(value) for box in boxes for value in box.values())


def _sources(img: Element) -> Iterator[Element]:
    """The <source> elements of the <picture> around an image; old parsers nest them into each other."""
    around = img.getparent()
    while around is not None and around.tag in ("source", "picture", "span"):
        if around.tag == "picture":
            yield from around.iter("source")
            return
        around = around.getparent()
