"""Image: a picture of an article."""

import re
from dataclasses import dataclass
from html import escape
from itertools import islice
from urllib.parse import unquote

from lxml import etree

from newscrawl.element import Element
from newscrawl.extract.body.control_signs import is_control_sign
from newscrawl.extract.body.image_addresses import is_blurred, is_preview, names_picture
from newscrawl.extract.body.image_sources import best_address, linked_picture
from newscrawl.extract.body.image_widths import Attributes, pixels
from newscrawl.extract.body.tracking_pixels import is_counter
from newscrawl.extract.vocabulary.names import gives_role
from newscrawl.urls.domain import without_www
from newscrawl.urls.parts import host_of
from newscrawl.urls.resolve import Absolute

ICON = 48
"""Pixels. An image that says it is smaller both ways is an icon or a tracking pixel."""

PORTRAIT = 100
"""Pixels. A square image that says it is no larger shows who writes, where no larger one is behind it."""

BUTTON = (88, 31)
"""The width and height of the web's buttons: of licences, of friendly sites."""

RATIOS = frozenset({(16, 9), (4, 3), (3, 2), (9, 16), (3, 4), (2, 3), (16, 10), (21, 9)})
"""Widths and heights that state a shape: as many pixels no image has."""

LONGEST_FORMULA = 300
"""Characters of the text that a formula's image stands for."""

LONGEST_ADDRESS = 1000
"""Characters of an address that may hold a formula."""

_MAY_HOLD_TEX = re.compile(r"\\|%5C|%5E%7B|_%7B|\^\{", re.I)
_TEX = re.compile(r"\\[A-Za-z]{2}|[\^_]\{[^{}]{1,40}\}")
"""A command or an index in braces."""

_FIELD = re.compile(r"^\w{1,20}=")
_FILE_ENDING = re.compile(r"\.(?:svg|png|gif|jpe?g|webp)$", re.I)

_FORMULA = re.compile(r"\b(?:latex|mathjax|math-inline|mwe-math-fallback-image-inline|emoji)\b|latex\.php", re.I)

_TRACKER = re.compile(
    r"//(?:[\w.-]*\.)?(?:vgwort\.de|doubleclick\.net|scorecardresearch\.com|google-analytics\.com|gravatar\.com|"
    r"feedburner\.com|feedsportal\.com|stats\.wordpress\.com|pixel\.wp\.com|chartbeat\.net|ioam\.de|cloudfront\.net/pixel|"
    r"facebook\.com/tr|adform\.net|adsystem\.com)",
    re.IGNORECASE,
)


_PIXEL = re.compile(r"(?:^|[;\s])(?:width|height)\s*:\s*[01]px", re.IGNORECASE)

_SIDE = re.compile(r"(?<![\w-])(width|height):\s{0,3}([0-9]{1,4})px")

_BANNER = re.compile(
    r"(?:banner|(?<![^\W_])cta(?![^\W_])|(?<!\d)(?:728x90|970x250|468x60|160x600)(?!\d))[^/?#]*(?:$|[?#])",
    re.IGNORECASE,
)
"""Files called so that a click on them leads elsewhere: a "call to action", the sizes of advertising."""

_SHOP = re.compile(r"//(?:play\.google\.com/store|(?:apps|itunes)\.apple\.com|appgallery\.huawei\.com)/")


@dataclass(frozen=True, slots=True)
class Image:
    """A picture with what the page says of it."""

    url: str
    """Absolute address."""

    caption: str = ""
    """Plain text, without the credit where the page keeps the two apart."""

    credit: str = ""
    """Who made it, as the page says."""

    alt: str = ""
    """Its alternative text."""


IMAGE_TAGS = frozenset({"img", "amp-img"})


def is_custom_image(element: Element) -> bool:
    """Whether an element of the page's own kind ("brand-image", "x-lazy-img") is filled with an image by a script."""
    tag = element.tag
    return "-" in tag and gives_role(tag, "picture") and next(element.iter("img"), None) is None


def image_html(element: Element, absolute: Absolute) -> tuple[str, Image] | None:
    """A clean <img> for an <img>, <amp-img> or <picture>; None where it is no picture."""
    if element.tag != "picture":
        return _clean(element, absolute)
    found = (_clean(img, absolute) for img in list(element.iter(*IMAGE_TAGS)) or [_of_sources(element)])
    return next(filter(None, found), None)


def _of_sources(picture: Element) -> Element:
    """The image that a script puts into a <picture> that has sources alone."""
    sources = (source.get("srcset") or source.get("data-srcset") or "" for source in picture.iter("source"))
    sets = ", ".join(filter(None, sources))
    return etree.Element("img", src=picture.get("data-iesrc") or "", srcset=sets, alt=picture.get("data-alt") or "")


def _clean(img: Element, absolute: Absolute) -> tuple[str, Image] | None:
    if is_no_picture(img):
        return None
    address = best_address(img)
    url = absolute(address) if address and not (is_blurred(address) and is_preview(address)) else ""
    if not url or _TRACKER.search(url) or is_control_sign(url) or _is_banner(img, url, absolute):
        return None
    attributes = {str(name): str(value) for name, value in img.items()}
    alt = alt_of(img)
    return f"<img{_kept(attributes, url, alt)}>", Image(url=url, alt=alt)


_NO_WORDS = re.compile(r"__\w+|undefined|null|\[object \w+\]|\{\{.*\}\}|\$\{.*\}", re.IGNORECASE)
"""What systems write where they have no alternative text: Webflow's "__wf_reserved_inherit", what a template left."""


def alt_of(img: Element) -> str:
    """The alternative text of an image on one line."""
    alt = " ".join((img.get("alt") or "").split())
    return "" if _NO_WORDS.fullmatch(alt) else alt


def is_no_picture(img: Element) -> bool:
    """Whether an image is an icon, a portrait or a pixel that counts readers."""
    if is_counter(img) or _leads_to_shop(img):
        return True
    if (style := img.get("style")) and (_PIXEL.search(style) or _is_styled_icon(style)):
        return True
    sides = pixels(img.get("width")), pixels(img.get("height"))
    is_filled = sides == (0, 0) and bool(img.get("sizes"))
    is_icon = all(0 <= side <= ICON for side in sides) and sides not in RATIOS and not is_filled
    if 1 in sides or sides == BUTTON or is_icon or (_is_portrait(sides) and not _has_larger(img)):
        return True
    return bool(names := img.get("class")) and gives_role(names, "no picture")


def _is_styled_icon(style: str) -> bool:
    sides = dict(_SIDE.findall(style))
    return len(sides) == 2 and all(int(side) <= ICON for side in sides.values())


def _is_portrait(sides: tuple[int, int]) -> bool:
    return sides[0] == sides[1] and ICON < sides[0] <= PORTRAIT


def _has_larger(img: Element) -> bool:
    """Whether a larger version of an image is known: in a set of sizes, or behind the link around it."""
    return bool(img.get("srcset") or img.get("data-srcset") or img.get("data-src") or linked_picture(img))


def _leads_to_shop(img: Element) -> bool:
    """Whether an image is the badge of a shop for apps."""
    around = img.getparent()
    return around is not None and around.tag == "a" and _SHOP.search(around.get("href") or "") is not None


def _is_banner(img: Element, url: str, absolute: Absolute) -> bool:
    """Whether an image is called a banner, or has the size or the shape of one, and leads elsewhere than to itself."""
    link = next((e for e in islice(img.iterancestors(), 2) if e.tag == "a"), None)
    if link is None or not (_BANNER.search(url) or _is_strip(img) or _stands_in_banner(link, absolute)):
        return False
    leads_to = link.get("href") or ""
    return bool(leads_to) and not names_picture(leads_to)


def _stands_in_banner(link: Element, absolute: Absolute) -> bool:
    """Whether a link leads to another site and the box around it is called a banner."""
    box = link.getparent()
    if box is None or "banner" not in (box.get("class") or "").lower():
        return False
    return without_www(host_of(absolute(link.get("href") or ""))) != without_www(host_of(absolute("/")))


def _is_strip(img: Element) -> bool:
    """Whether an image says that it is three times as wide as it is high, or more, or as high as it is wide."""
    sides = [pixels(img.get("width")), pixels(img.get("height"))]
    if max(sides) < 0 and (style := img.get("style")):
        sides = [int(side) for _, side in _SIDE.findall(style)[:2]] or sides
    short, long = sorted((*sides, 0, 0))[-2:]
    return 1 < short and 3 * short <= long


def is_small(img: Element) -> bool:
    """Whether an image says of one side that it is a line high, and nothing of the other: a flag, an icon."""
    sides = pixels(img.get("width")), pixels(img.get("height"))
    return 0 < max(sides) <= ICON


def sign_of(img: Element) -> str:
    """What an image stands for in a line, if it draws a sign or a formula: its alternative text; else "".

    A formula that is drawn by a service stands in the image's address, where the alternative text says no more than
    "equation".
    """
    alt = " ".join((img.get("alt") or "").split())
    if (not alt or alt.isalpha()) and (formula := _formula_in(img.get("src") or "")):
        return formula
    if not alt or len(alt) > LONGEST_FORMULA:
        return ""
    is_sign = len(alt) < 9 and not any(map(str.isalnum, alt)) and not alt.isascii()
    return alt if is_sign or _FORMULA.search(f"{img.get('class') or ''} {img.get('src') or ''}") else ""


def _formula_in(address: str) -> str:
    """The formula in TeX that a service draws, which is the last part or a field of its address; else ""."""
    if not _MAY_HOLD_TEX.search(address) or len(address) > LONGEST_ADDRESS:
        return ""
    path, _, query = address.partition("?")
    name, ending = _FILE_ENDING.subn("", path.rpartition("/")[2])
    fields = [_FIELD.sub("", field) for field in query.replace("+", " ").split("&")]
    said = (" ".join(unquote(field).split()) for field in (*fields, *([name] if "%7B" in name or not ending else [])))
    return next((text for text in said if _TEX.search(text)), "")


def _kept(attributes: Attributes, url: str, alt: str) -> str:
    kept = {"src": url, "alt": alt}
    for name in ("width", "height"):
        if name in attributes and (size := pixels(attributes[name])) > 1:
            kept[name] = str(size)
    for name in ("loading", "data-recalc-dims", "title"):
        if attributes.get(name):
            kept[name] = attributes[name]
    if names := [n for n in attributes.get("class", "").split() if n.startswith(_IMAGE_CLASSES)]:
        kept["class"] = " ".join(names)
    return "".join(f' {name}="{escape(value)}"' for name, value in kept.items())


_IMAGE_CLASSES = ("align", "size-", "wp-image-", "wp-caption")
"""What WordPress writes on its images, as style sheets of static sites know it."""
