"""Image: a picture of an article, and how its real address is found behind lazy loaders and placeholders."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from html import escape
from urllib.parse import unquote

from newscrawl.extract.vocabulary.names import Element, roles

WIDEST = 1600
"""Pixels. Of several sizes the largest up to this is taken: enough for a blog on a dense screen, not the print file."""

LARGE = 600
"""Pixels. As wide as a column of text: what says it is so is taken before an address that says no size."""

NARROW = 120
"""Pixels. An address that says it is narrower is a preview that a script replaces, where better is at hand."""

ICON = 48
"""Pixels. An image that says it is smaller both ways is an icon or a tracking pixel."""

_SETS = ("srcset", "data-srcset", "data-lazy-srcset", "data-original-set", "data-src-set", "data-sources")
_LAZY = (
    "data-src", "data-original", "data-lazy-src", "data-lazy", "data-hi-res-src", "data-full-src", "data-full",
    "data-large-file", "data-orig-file", "data-url", "data-image", "data-img", "data-img-url", "data-image-url",
    "data-lazyload", "data-echo", "data-original-src", "data-actualsrc", "data-delayed-url", "data-main",
    "data-img-src", "data-file", "data-path",
)  # fmt: skip
"""Where lazy loaders keep the address: lazysizes, WP Rocket, jQuery.lazyload, echo.js, Jetpack and newsrooms' own."""

_PLACEHOLDER = re.compile(
    r"(?:^|[/_.-])(?:spacer|blank|placeholder|place-holder|pixel|1x1|1px|transparent|loading|loader|lazy(?:load)?|"
    r"grey|gray|lqip|dummy|no-?image|noimg|empty|clear|trans|fallback|default-?image|preload)(?:[_.-]|\d|$)",
    re.IGNORECASE,
)
"""File names of what stands in for an image until a script has run."""

_TRACKER = re.compile(
    r"//(?:[\w.-]*\.)?(?:vgwort\.de|doubleclick\.net|scorecardresearch\.com|google-analytics\.com|gravatar\.com|"
    r"feedburner\.com|feedsportal\.com|stats\.wordpress\.com|pixel\.wp\.com|chartbeat\.net|ioam\.de|cloudfront\.net/pixel|"
    r"facebook\.com/tr|adform\.net|adsystem\.com)",
    re.IGNORECASE,
)

_WIDTH_IN_ADDRESS = re.compile(r"[?&/_-](?:w|width|wid|imwidth|resize)[=_]?(\d{2,4})(?!\d)")


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


Attributes = dict[str, str]

IMAGE_TAGS = frozenset({"img", "amp-img"})


def is_custom_image(element: Element) -> bool:
    """Whether an element of the page's own kind ("brand-image", "x-lazy-img") is filled with an image by a script."""
    tag = element.tag
    return "-" in tag and "picture" in roles(tag) and next(element.iter("img"), None) is None


def image_html(element: Element, absolute: Callable[[str], str]) -> tuple[str, Image] | None:
    """A clean <img> for an <img>, <amp-img> or <picture>; None where it is no picture.

    `absolute`: an address of the page -> an absolute one, or "".
    """
    img = element if element.tag in ("img", "amp-img") else next(element.iter("img", "amp-img"), element)
    attributes = {str(name): str(value) for name, value in img.items()}
    if _is_no_picture(attributes):
        return None
    address = _best(img, attributes)
    url = absolute(address) if address else ""
    if not url or _TRACKER.search(url):
        return None
    alt = " ".join(attributes.get("alt", "").split())
    return f"<img{_kept(attributes, url, alt)}>", Image(url=url, alt=alt)


def best_address(img: Element) -> str:
    """The address of the real image as the page writes it; "" where there is only a placeholder."""
    return _best(img, {str(name): str(value) for name, value in img.items()})


def background_address(box: Element) -> str:
    """The address of the picture behind a box, from its style or from where a lazy loader keeps it; "" without one."""
    style = box.get("style")
    behind = style.partition("background-image")[2] if style else box.get("data-bg") or box.get("data-background-image")
    if not behind:
        return largest(sizes(box.get("data-bgset") or ""))
    return (behind.partition("url(")[2].partition(")")[0] if "url(" in behind else behind).strip("'\" ")


def _best(img: Element, attributes: Attributes) -> str:
    src = attributes.get("src", "").strip()
    lazy = _lazy(attributes)
    real = src if _is_real(src) else ""
    if real and not lazy and not _is_preview(real) and not any(name in attributes for name in _SETS):
        return real
    candidates = [c for name in _SETS if name in attributes for c in sizes(attributes[name])]
    candidates += [c for source in _sources(img) for name in _SETS for c in sizes(source.get(name) or "")]
    best = largest([c for c in candidates if _is_real(c[1])])
    if real and not lazy and not _is_preview(real) and not _is_large(candidates, best):
        return real
    return lazy if lazy and not (best and _is_preview(lazy)) else best or real


def _is_large(candidates: list[tuple[float, str]], best: str) -> bool:
    """Whether a `srcset` says that its best is as large as a page shows: then `src`, of unknown size, is not needed."""
    return any(width >= LARGE for width, url in candidates if url == best)


def _lazy(attributes: Attributes) -> str:
    """The address that waits for a script in one attribute or another."""
    named = {n: v for n, v in attributes.items() if n.startswith("data-") and n not in _SETS}
    if not named:
        return ""
    found = next((n for n in _LAZY if n in named and _is_address(named[n])), "")
    found = found or next((n for n, v in named.items() if _LAZY_NAME.search(n) and _is_address(v)), "")
    return named[found].strip() if found else ""


_LAZY_NAME = re.compile("src|lazy|original")


def _is_address(value: str) -> bool:
    value = value.strip()
    return _is_real(value) and "/" in value and " " not in value and "{" not in value


def _sources(img: Element) -> Iterator[Element]:
    """The <source> elements of the <picture> around an image; old parsers nest them into each other."""
    around = img.getparent()
    while around is not None and around.tag in ("source", "picture", "span"):
        if around.tag == "picture":
            yield from around.iter("source")
            return
        around = around.getparent()


def sizes(srcset: str) -> list[tuple[float, str]]:
    """The candidates of a `srcset`: (width in pixels, 1000 for each pixel density, 0 where none is said; address)."""
    found = []
    for candidate in re.split(r",\s+|,(?=https?://|//|/)", srcset.strip()):
        url, _, size = candidate.strip().rstrip(",").partition(" ")
        number = size.strip()[:-1]
        if url and not _SIZE_ALONE.fullmatch(url) and (not size or _NUMBER.fullmatch(number)):
            found.append((float(number) * (1000 if size.strip().endswith("x") else 1) if number else 0.0, url))
    return found


_NUMBER = re.compile(r"[0-9]{1,6}(?:\.[0-9]{1,4})?")
_SIZE_ALONE = re.compile(rf"{_NUMBER.pattern}[wxh]")


def largest(candidates: list[tuple[float, str]]) -> str:
    """The widest address up to WIDEST, else the narrowest above it."""
    fitting = [c for c in candidates if c[0] <= WIDEST]
    if fitting:
        return max(fitting, key=lambda c: c[0])[1]
    return min(candidates, key=lambda c: c[0])[1] if candidates else ""


def _is_real(url: str) -> bool:
    if not url or url.startswith(("data:", "about:", "blob:", "#", "{")):
        return False
    name = url.partition("?")[0].partition("#")[0].rpartition("/")[2]
    return not _PLACEHOLDER.search(unquote(name) if "%" in name else name)


def _is_preview(url: str) -> bool:
    width = _WIDTH_IN_ADDRESS.search(url)
    return width is not None and int(width[1]) < NARROW


def _is_no_picture(attributes: Attributes) -> bool:
    width, height = _pixels(attributes.get("width")), _pixels(attributes.get("height"))
    if (0 <= width <= ICON and 0 <= height <= ICON) or width in (0, 1) or height in (0, 1):
        return True
    return "class" in attributes and "no picture" in roles(attributes["class"])


def _pixels(value: str | None) -> int:
    """A width or height attribute in pixels; -1 where it says none."""
    number = (value or "").strip().removesuffix("px")
    return int(number) if number.isascii() and number.isdigit() and len(number) < 6 else -1


def _kept(attributes: Attributes, url: str, alt: str) -> str:
    kept = {"src": url, "alt": alt}
    for name in ("width", "height"):
        if name in attributes and (size := _pixels(attributes[name])) > 1:
            kept[name] = str(size)
    for name in ("loading", "data-recalc-dims", "title"):
        if attributes.get(name):
            kept[name] = attributes[name]
    if names := [n for n in attributes.get("class", "").split() if n.startswith(_IMAGE_CLASSES)]:
        kept["class"] = " ".join(names)
    return "".join(f' {name}="{escape(value)}"' for name, value in kept.items())


_IMAGE_CLASSES = ("align", "size-", "wp-image-", "wp-caption")
"""What WordPress writes on its images, as style sheets of static sites know it."""
