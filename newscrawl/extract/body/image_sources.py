"""Where a page keeps the address of an image: `src`, sizes, a lazy loader's attribute of any name, a style.

Which of them is the picture itself is seen by the addresses: what stands in until a script has run is called
"placeholder", is data, is blurred or is as wide as a thumb.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from urllib.parse import unquote

from newscrawl.extract.vocabulary.names import Element

WIDEST = 1600
"""Pixels. Of several sizes the largest up to this is taken: enough for a blog on a dense screen, not the print file."""

ENOUGH = 700
"""Pixels. Where no size up to WIDEST has as many, the next one above is taken."""

LARGE = 600
"""Pixels. As wide as a column of text: what says it is so is taken before an address that says no size."""

DENSITY = 500.0
"""Pixels. What a picture of one pixel density is taken to be wide, where nothing says it."""

NARROW = 120
"""Pixels. An address that says it is narrower is a preview that a script replaces, where better is at hand."""

_SETS = ("srcset", "data-srcset", "data-lazy-srcset", "data-original-set", "data-src-set", "data-sources")
_LAZY = (
    "data-src", "data-original", "data-lazy-src", "data-lazy", "data-hi-res-src", "data-full-src", "data-full",
    "data-large-file", "data-orig-file", "data-url", "data-image", "data-img", "data-img-url", "data-image-url",
    "data-lazyload", "data-echo", "data-original-src", "data-actualsrc", "data-delayed-url", "data-main",
    "data-img-src", "data-file", "data-path",
)  # fmt: skip
"""Where lazy loaders keep the address: lazysizes, WP Rocket, jQuery.lazyload, echo.js, Jetpack and newsrooms' own."""

_NAMED_LAZY = re.compile("src|lazy|original")
_NAMED_WHOLE = re.compile("full|large|zoom|hi-?res|big")
_NO_SOURCE = re.compile(r"href|link|share|pin|page|author|avatar|caption|title|alt\b|style|sizes|class|\bid\b|usemap")
"""Attributes whose addresses lead elsewhere, and those that hold none."""

_STANDS_IN = re.compile(
    r"(?:^|[/_.-])(?:spacer|place-?holder|1x1|1px|lazyload|lqip|no-?image|noimg|default-?image)(?:[_.-]|\d|$)|"
    r"^(?:(?:img|image|pic|thumb|bg|ajax|t|s)[_-])?(?:blank|pixel|transparent|load(?:ing|er)|lazy|gr[ae]y|dummy|empty|"
    r"clear|trans|fallback|preload)(?:[_-]?(?:\d+(?:x\d+)?|loading|lazy|pixel|image|img|placeholder))*(?:\.\w+)?$|"
    r"(?:^|[/_.-])(?:blank|transparent|load(?:ing|er)|lazy|gr[ae]y|empty|clear|fallback)(?:[_.-].*)?\.(?:gif|svg)$",
    re.IGNORECASE,
)
"""File names of what stands in for an image until a script has run; a photograph of a grey seal is a picture."""

_TEMPLATE = re.compile(r"[{}]|%7[bd]|^[^?]*(?<!\w)\*(?!\w)", re.IGNORECASE)
"""What a script fills in. A star between letters is part of a name, one in a query leaves a height open."""

_OF_TEMPLATES = ("{", "}", "%7", "*")
"""One of these stands there."""

_PICTURE = re.compile(r"\.(?:jpe?g|png|webp|avif|gif|jfif)(?:[?#/!@:~&].*)?$", re.IGNORECASE)
_FOR_SHARING = re.compile(
    r"//(?:[\w.-]*\.)?(?:facebook|twitter|x|pinterest|linkedin|whatsapp|reddit|vk|telegram)\.(?:com|me)/|/shar(?:e|er)\b",
    re.IGNORECASE,
)
_ADDRESS_IN_JSON = re.compile(r"(?:https?:)?//[^\s\"'<>\\,]+|(?<=[\"'])/[^\s\"'<>\\]+")
_NUMBER = re.compile(r"[0-9]{1,6}(?:\.[0-9]{1,4})?")
_SIZE_ALONE = re.compile(rf"{_NUMBER.pattern}[wxh]")
_LARGE_KEY = re.compile(r"(?:large|full|orig|big|xl|max|hi-?res|desktop)\w{0,9}[\"']?\s*:\s*[\"'{[]*$", re.IGNORECASE)
"""Before an address in JSON: what says that it is the large one."""

_LARGE_BEHIND = re.compile(r",\s{0,3}\(?(?:x{0,3}large|full|retina|desktop)\b", re.IGNORECASE)

_IS_SET = re.compile(r"\S\s+\d{2,4}w\s*(?:,|$)")
_WIDTH = re.compile(
    r"(?:^|[?&/_,;:-])(?:w|width|wid|imwidth|resize|max|fit|fill)[=_:/]?(\d{1,4})(?!\d)|"
    r"[/_@=-](\d{2,4})x(?:0|\d{2,4})(?!\d)",
    re.IGNORECASE,
)
_BLURRED = re.compile(
    r"(?:[?&/,_;:-]|^)(?:e_)?blur(?:[=_:(,]?\d|=true)|[_/.-]blur(?:red)?[_/.-]|\blqip\b", re.IGNORECASE
)
LONGEST_KEY = 60
"""Characters before an address that are looked at."""

_SAID_SMALL = re.compile(r"[_/.-](?:tiny|low-?res|lo-?res|micro|preview|blurry)[_/.-]", re.IGNORECASE)
"""In the addresses of what a script replaces, if another address stands beside it."""

_BACKGROUND = re.compile(
    r"(?:background(?:-image)?|--[a-z][\w-]{0,40})\s*:[^;]{0,500}?url\(\s*['\"]?([^'\")]+)", re.IGNORECASE
)
_BEHIND = re.compile(r"^data-(?!share)[\w-]{0,20}(?:bg|backg|imag|img|phot|pict|poster|src)")
"""Attributes of an empty box that may hold the address of its picture."""

Attributes = dict[str, str]


def best_address(img: Element) -> str:
    """The address of the real image as the page writes it; "" where there is only a placeholder."""
    attributes = {str(name): str(value) for name, value in img.items()}
    if widths := attributes.get("data-widths"):
        attributes = _with_width(attributes, widths)
    src = attributes.get("src", "").strip()
    real = src if is_real(src) else ""
    is_needed = not real or is_preview(real) or _SAID_SMALL.search(real) is not None
    lazy = _lazy(attributes, is_needed=is_needed) if len(attributes) > 1 else ""
    known = _known_width(attributes, real) or next((w for w, url in _of_sources(img) if url == real), 0.0)
    own = candidates = [c for c in _own_sizes(attributes) if is_real(c[1])]
    if candidates or known or not real:  # what a <source> offers may be cut for another screen
        candidates = own + [c for c in _of_sources(img) if is_real(c[1])]
    best = largest(candidates)
    if (
        known < THUMBNAIL
        and real
        and (whole := linked_picture(img))
        and ((0 < known <= SMALLEST and ":" not in _name(whole)) or _is_of(whole, real))
    ):
        return whole
    if (
        real
        and not lazy
        and not is_preview(real)
        and not _is_better(candidates, best, 0.9 * known if own else known + 1)
    ):
        return real
    is_smaller = _is_better(candidates, best, stated_width(lazy) + 1) and not _is_of(lazy, best)
    found = lazy if lazy and not (best and (is_smaller or is_preview(lazy))) else best or real
    return _whole(found) or linked_picture(img)


def _with_width(attributes: Attributes, widths: str) -> Attributes:
    """The attributes with a width in the addresses that leave it to a script, out of those that it may choose."""
    width = largest([(float(number), number) for number in _WHOLE_NUMBER.findall(widths)[:40]])
    return {name: value.replace("{width}", width) for name, value in attributes.items()} if width else attributes


_WHOLE_NUMBER = re.compile(r"(?<!\d)\d{2,4}(?!\d)", re.ASCII)


def _is_of(whole: str, small: str) -> bool:
    """Whether two addresses are one picture, by its name: "bridge.jpg" and "bridge-300x200.jpg"."""
    stem = _name(whole).rpartition(".")[0]
    return len(stem) > 2 and whole != small and _name(small).startswith(stem)


def _whole(url: str) -> str:
    """An address without the orders to a server that come behind a picture's name and make a preview of it."""
    return cut[1] if is_preview(url) and (cut := _ORDERED.match(url)) else url


_ORDERED = re.compile(r"([^?#]+\.(?:jpe?g|png|webp|avif))/[^?#]+$", re.IGNORECASE)


def _name(url: str) -> str:
    return url.partition("?")[0].rpartition("/")[2]


def is_counter(img: Element) -> bool:
    """Whether an image has no file's name and nobody is to see it, or its host counts: it counts readers."""
    source = img.get("src") or ""
    counts = _COUNTS.match(source) is not None or (len(img.keys()) < FEW and _is_hidden(img.get("style")))
    return counts and not _PICTURE.search(source)


def _is_hidden(style: str | None) -> bool:
    return style is not None and _HIDDEN.search(style.replace(" ", "")) is not None


_HIDDEN = re.compile(r"display:none|visibility:hidden|(?:left|top):-\d{3}")
_COUNTS = re.compile(
    r"(?:https?:)?//(?:[\w-]{1,30}\.)?(?:mc|counter|count|hits?|stats?|pixel|track(?:er|ing)?|analytics|beacon|metrics?|top-fwz\d)"
    r"\d?\.[\w-]+\.",
    re.IGNORECASE,
)
"""Hosts that are called after what they do."""


FEW = 4
"""Attributes of an image that counts readers; lazy ones, which are hidden at first, have more."""

THUMBNAIL = 400
"""Pixels. Of a narrower picture the link around it may lead to the whole."""

SMALLEST = 200
"""Pixels. A picture as narrow leads to its whole, whatever that is called; a wiki's "File:Rain.jpg" is a page."""


def background_address(box: Element) -> str:
    """The address of the picture behind a box, from its style or from where a lazy loader keeps it; "" without one."""
    if found := _BACKGROUND.search(box.get("style") or ""):
        address = found[1].strip()
        is_named = not found[0].startswith("--") or _PICTURE.search(address) is not None
        return address if is_named and is_real(address) else ""
    behind = box.get("data-bg") or box.get("data-background-image")
    if not behind:
        return largest(sizes(box.get("data-bgset") or "")) or _held_behind(box)
    return (behind.partition("url(")[2].partition(")")[0] if "url(" in behind else behind).strip("'\" ")


def _held_behind(box: Element) -> str:
    """The picture whose address stands in an attribute of a box, alone or as JSON."""
    held = (str(value) for name, value in box.items() if _BEHIND.search(str(name)))
    return next((a for value in held if _PICTURE.search(a := _address(value))), "")


def sizes(srcset: str) -> list[tuple[float, str]]:
    """The candidates of a `srcset`: (width in pixels, for densities a guess, 0 where none is said; address)."""
    found = []
    for candidate in re.split(r",\s+|,(?=https?://|//|/)", srcset.strip()):
        url, _, size = candidate.strip().rstrip(",").partition(" ")
        size = size.strip()
        number = size[:-1]
        if url and not _SIZE_ALONE.fullmatch(url) and (not size or _NUMBER.fullmatch(number)):
            found.append((_width(float(number), size, url) if number else 0.0, url))
    return found


def _width(number: float, size: str, url: str) -> float:
    """A candidate's width. Of a pixel density nothing is known but what its address says."""
    return (stated_width(url) or DENSITY * number) if size.endswith("x") else number


def largest(candidates: list[tuple[float, str]]) -> str:
    """The widest address up to WIDEST, else the narrowest above it."""
    fitting = max((c for c in candidates if c[0] <= WIDEST), key=lambda c: c[0], default=None)
    above = min((c for c in candidates if c[0] > WIDEST), key=lambda c: c[0], default=None)
    if fitting and (above is None or fitting[0] >= ENOUGH):
        return fitting[1]
    return above[1] if above else ""


@lru_cache(maxsize=1024)
def is_real(url: str) -> bool:
    """Whether an address is a picture's own, not that of what stands in for it or of what a script fills in."""
    if not url or url.startswith(("data:", "about:", "blob:", "#", "{")) or _is_set(url):
        return False
    if any(map(url.__contains__, _OF_TEMPLATES)) and _TEMPLATE.search(url):
        return False
    name = url.partition("?")[0].partition("#")[0].rpartition("/")[2]
    return not _STANDS_IN.search(unquote(name) if "%" in name else name)


def is_preview(url: str) -> bool:
    """Whether an address says that its picture is blurred, or as small as those are that a script replaces."""
    return 0 < stated_width(url) < NARROW or is_blurred(url)


def names_picture(address: str) -> bool:
    """Whether an address ends like a picture's file."""
    return _PICTURE.search(address) is not None


def is_blurred(url: str) -> bool:
    """Whether an address says that its picture is blurred."""
    lower = url.lower()
    return ("blur" in lower or "lqip" in lower) and _BLURRED.search(lower) is not None


@lru_cache(maxsize=1024)
def stated_width(url: str) -> float:
    """The width that an address says its picture has; 0 where it says none."""
    widths = _WIDTH.findall(url)
    return float(widths[-1][0] or widths[-1][1]) if widths else 0.0


def _own_sizes(attributes: Attributes) -> Iterator[tuple[float, str]]:
    for name, value in attributes.items():
        if name in _SETS or (name != "sizes" and _is_set(value)):
            yield from sizes(value)


def _is_set(value: str) -> bool:
    """Whether an attribute's value is a list of addresses, each with a width."""
    return "w" in value and len(value.split(None, 1)) > 1 and _IS_SET.search(value) is not None


def _of_sources(img: Element) -> Iterator[tuple[float, str]]:
    for source in _sources(img):
        stated = _number(source.get("width"))
        for name in _SETS:
            yield from ((_of_source(size, stated), url) for size, url in sizes(source.get(name) or ""))


def _number(value: str | None) -> float:
    value = (value or "").strip().removesuffix("px")
    return float(value) if value.isascii() and value.isdigit() and len(value) < 6 else 0.0


def _known_width(attributes: Attributes, address: str) -> float:
    """The width of a picture as its address or else its element says; 0 where neither does."""
    return stated_width(address) or _number(attributes.get("width"))


def _of_source(size: float, stated: float) -> float:
    """What a <source> says of its width counts where its candidate says a pixel density or nothing."""
    return stated if stated and size in (0.0, DENSITY) else size


def _is_better(candidates: list[tuple[float, str]], best: str, known: float) -> bool:
    """Whether `best` says that it is as large as a page shows, and `src` is not much larger, as far as it says."""
    width = next((width for width, url in candidates if url == best), 0.0)
    if known > WIDEST:
        return ENOUGH <= width < known
    return width >= LARGE and width >= known and not (width > WIDEST and known >= ENOUGH)


def _lazy(attributes: Attributes, *, is_needed: bool) -> str:
    """The address that waits for a script in one attribute or another. `is_needed`: the image has no other."""
    held = {n: v.strip() for n, v in attributes.items() if n not in _SETS and n != "src" and ("/" in v or "." in v)}
    known = (n for n in _LAZY if n in held)
    named = (n for n in held if n.startswith("data-") and _NAMED_LAZY.search(n))
    for name in (*known, *named):
        if found := _address(held[name]):
            return found
    is_small = is_needed or 0 < _known_width(attributes, attributes.get("src", "")) < THUMBNAIL
    whole = (n for n in held if is_small and n.startswith("data-") and _NAMED_WHOLE.search(n))
    if found := next((a for n in whole if _PICTURE.search(a := _address(held[n]))), ""):
        return found
    if not is_needed:
        return ""
    others = [v for n, v in held.items() if not _NO_SOURCE.search(n)]
    found = next((a for v in others if _PICTURE.search(a := _address(v))), "")
    return found or next((a for v in others if (a := _address(v)).startswith(("https://", "http://", "//"))), "")


def _address(value: str) -> str:
    """The image's address that an attribute's value is, or holds as JSON; "" for any other value."""
    if value.startswith(("{", "[")):
        value = value.replace("\\/", "/")
        found = [(m, m[0]) for m in _ADDRESS_IN_JSON.finditer(value)]
        real = [(m.span(), a) for m, a in found if is_real(a) and not _FOR_SHARING.search(a)]
        return largest([(stated_width(a) or LARGE * _is_called_large(value, *at), a) for at, a in real])
    is_address = "/" in value and " " not in value and is_real(value) and not _FOR_SHARING.search(value)
    return value if is_address else ""


def _is_called_large(value: str, at: int, end: int) -> bool:
    """Whether the key before an address in JSON says that it is the large one, or a word behind it."""
    return (
        _LARGE_KEY.search(value, max(0, at - LONGEST_KEY), at) is not None
        or _LARGE_BEHIND.match(value, end) is not None
    )


def linked_picture(img: Element) -> str:
    """The picture that the link around an image leads to; "" where it leads elsewhere."""
    around = img.getparent()
    href = (around.get("href") or "").strip() if around is not None and around.tag == "a" else ""
    is_picture = _PICTURE.search(href) and is_real(href) and not _FOR_SHARING.search(href)
    return href if is_picture and (img.get("src") or img.get("srcset")) else ""


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
