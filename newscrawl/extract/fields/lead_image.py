"""The lead image: the picture that the page itself shows with the headline.

og:image is made for social networks: cropped, stamped with the paper's name, sometimes another picture altogether. So
the page's own picture is taken where it shows one, and what is declared (JSON-LD image, og:image) only helps to find
it:

1. the first picture above or next to the headline that is a declared one, by its file's name or its id in the address;
2. the first picture between the headline and the text, where it stands in a figure or in an element called lead, hero
   …;
3. a declared one further down the page;
4. the declared one itself, JSON-LD's before og:image, unless it is the site's stand-in;
5. the body's first picture.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from urllib.parse import unquote

from lxml import etree

from newscrawl.extract.body.body import Body
from newscrawl.extract.body.captions import figure_caption
from newscrawl.extract.body.images import Image, best_address
from newscrawl.extract.body.media import AROUND_PICTURES
from newscrawl.extract.page import structured
from newscrawl.extract.page.page import Page, text_of
from newscrawl.extract.vocabulary.boilerplate import verdict
from newscrawl.extract.vocabulary.names import roles_of

IMAGE_METAS = (
    "og:image",
    "og:image:secure_url",
    "og:image:url",
    "twitter:image",
    "twitter:image:src",
    "parsely-image-url",
)

# Pictures looked at. The lead stands at the top; what comes later belongs to the text or to teasers.
PICTURES = 200

# Pictures that JSON-LD lists are crops of the first, or the text's own, which come later.
DECLARED = 4

# A standfirst of one paragraph may stand between the headline and its picture. Shorter ones are bylines and datelines.
STANDFIRST, PARAGRAPH = 1, 80

# Characters. A box with more holds the text too; the longest captions seen have 500.
CAPTION_LENGTH = 600

# Pixels, as stated. Less than SMALL is an icon or a portrait; a picture of WIDE or more (advertising's rectangles have
# 336 at most) leads wherever it stands below the headline, unless it is a banner: FLAT times as wide as high.
SMALL, WIDE, FLAT = 200, 340, 2.5

# Reasons for which the body leaves something out that also stand around an article's own picture.
_AROUND_OWN = AROUND_PICTURES | {"hidden", "page furniture"}
_OF_PEOPLE = re.compile(r"/(?:autor\w*|authors?|profiles?|people|person|reporters?|redaktion|staff)/", re.I)

# File names that say nothing of the picture: a common last part of addresses that hold the id before it.
_COMMON = frozenset(
    "image original master default jpeg webp large medium small photo picture thumbnail thumb lead main social".split()
)

# File names of what stands in where an article has no picture.
_STAND_IN = re.compile(
    r"(?:^|[_.-])(?:logo|default|placeholder|fallback|share|sharing|facebook|og-?image|social-?(?:card|share|image)|"
    r"no-?image|branded|favicon|apple-touch|blank|generic|dummy|divider|spacer)(?:[_.-]|$)|\.svg$",
    re.I,
)
_SIZE = re.compile(
    r"[-_@~](?:\d+x\d*|w?\d{2,4}[wp]?|[whsxv]\d+|\d+x|scaled|v?-?\d+to\d+.*|v\d+_\d+.*|_?\d{1,2})$", re.I
)
_ENDING = re.compile(r"(?:\.(?:jpe?g|png|webp|avif|gif|jfif|ece|img))+$")
_WORD = re.compile(r"[0-9a-zA-Z]{7,}")
_DAY = re.compile(r"(?:19|20)\d{6,8}")

# An id has so many digits, or is so long and has one: a word of a headline has neither.
DIGITS, LONG_ID = 4, 16


@dataclass(frozen=True, slots=True)
class Lead:
    """The lead image with what the page says of it."""

    image: Image = Image(url="")
    source: str = ""


@dataclass(frozen=True, slots=True)
class _Shown:
    """A picture that the page shows."""

    element: etree._Element
    url: str
    paragraphs: int
    """How many paragraphs stand between the headline and it; -1 above the headline."""


@dataclass(frozen=True, slots=True)
class _Declared:
    """A picture that the page names as the article's."""

    url: str
    source: str
    node: structured.Node
    """What JSON-LD says of it; empty for one of a meta tag."""


def find_lead(page: Page, headline: etree._Element | None, body: Body) -> Lead:
    """The article's lead image; an empty one where it has none."""
    declared = list(_declared(page))
    keys = [_key(picture.url) for picture in declared]
    marks = [mark for stem, ids in keys for mark in (stem, *ids) if mark]
    above = frozenset(headline.iterancestors()) if headline is not None else frozenset()
    hero = boxed = None
    for picture in _shown(page, headline):
        at_top = picture.paragraphs <= STANDFIRST
        if not at_top and (hero or not marks):
            break
        is_declared = _may_be(picture.url, marks) and _is_one_of(_key(picture.url), keys)
        below = at_top and picture.paragraphs >= 0
        if not is_declared and (hero or not below or not _leads(picture.element)):
            continue
        if _is_boxed(picture.element, above, body):
            boxed = boxed or (picture if is_declared and below else None)
        elif is_declared:
            source = "the picture at the headline" if at_top else "the page's version of the declared image"
            return Lead(_described(page, picture, declared, body), source)
        else:
            hero = picture
    if at_headline := boxed or hero:
        return Lead(_described(page, at_headline, declared, body), "the picture at the headline")
    for own in declared:
        if not _stands_in(own.url):
            return Lead(_as_declared(page, own), own.source)
    inside = next((image for image in body.images if not _stands_in(image.url)), None)
    return Lead(inside, "the body's first picture") if inside else Lead()


def _stands_in(url: str) -> bool:
    """Whether a picture's file is called so that it is no picture of the article."""
    return bool(_STAND_IN.search(_path(url).rpartition("/")[2]))


def _path(url: str) -> str:
    """An address without its query and fragment."""
    return url.partition("?")[0].partition("#")[0]


def _may_be(url: str, marks: list[str]) -> bool:
    """Whether a declared picture's name or id stands in an address at all: quicker to see than to take it apart."""
    url = _innermost(url).lower()
    return any(mark in url for mark in marks)


Key = tuple[str, frozenset[str]]
"""What tells a picture in its address: the file's name without size and ending, and ids."""


def same_picture(a: str, b: str) -> bool:
    """Whether two addresses are versions of one picture: crops, sizes and formats aside.

    >>> same_picture("https://a.com/2024/05/cat-on-roof-300x200.jpg", "https://cdn.a.com/w1200/cat-on-roof.webp")
    True
    """
    return _is_one_of(_key(a), [_key(b)])


def _is_one_of(key: Key, others: list[Key]) -> bool:
    stem, ids = key
    telling = len(stem) >= 8 or (len(stem) >= 4 and stem not in _COMMON)
    return any((telling and stem == other) or not ids.isdisjoint(other_ids) for other, other_ids in others)


@lru_cache(maxsize=64)
def _key(url: str) -> Key:
    url = _innermost(url)
    return _stem(url), _tokens(url)


def _stem(url: str) -> str:
    """The file's name without size and ending."""
    name = _ENDING.sub("", _path(url).rstrip("/").rpartition("/")[2].lower())
    while (shorter := _SIZE.sub("", name)) != name:
        name = shorter
    return "" if name in _COMMON else name


def _tokens(url: str) -> frozenset[str]:
    """The ids in an address: hashes, UUIDs' parts, long numbers; not days."""
    words = _WORD.findall(_path(url))
    return frozenset(w.lower() for w in words if _is_id(w) and not _DAY.fullmatch(w))


def _is_id(word: str) -> bool:
    digits = sum(map(str.isdigit, word))
    return digits >= DIGITS or (digits > 0 and len(word) >= LONG_ID)


def _innermost(url: str) -> str:
    """The picture's address inside a resizer's (https://resizer/?url=https%3A%2F%2F…)."""
    url = unquote(unquote(url)) if "%" in url else url
    at = max(url.rfind("https://"), url.rfind("http://"))
    return url[at:] if at > 0 else url


def _declared(page: Page) -> Iterator[_Declared]:
    """The pictures that the page declares, each address once."""
    met = set()
    for value in page.said("image")[:DECLARED]:
        url = page.absolute(structured.text(value, "contentUrl", "url", "@id"))
        if url and url not in met:
            met.add(url)
            yield _Declared(url, "JSON-LD image", value if isinstance(value, dict) else {})
    for name in IMAGE_METAS:
        url = page.absolute(page.meta(name))
        if url and url not in met:
            met.add(url)
            yield _Declared(url, f"meta {name}", {})


def _as_declared(page: Page, own: _Declared) -> Image:
    """A declared picture with what its JSON-LD node, else the page, says of it."""
    credit = structured.text([own.node.get(name) for name in ("creditText", "copyrightHolder", "creator", "author")])
    alt = "" if own.node else structured.plain(page.meta("og:image:alt", "twitter:image:alt"))
    return Image(url=own.url, caption=structured.text(own.node.get("caption")), credit=credit, alt=alt)


def _shown(page: Page, headline: etree._Element | None) -> Iterator[_Shown]:
    """The page's first pictures that may be the article's, with their real addresses."""
    paragraphs, count = -1 if headline is not None else 0, 0
    for element in page.tree.iter("img", "amp-img", "p", *([headline.tag] if headline is not None else [])):
        if element is headline:
            paragraphs = 0
        elif element.tag == "p":
            paragraphs += 0 <= paragraphs <= STANDFIRST and len(text_of(element)) >= PARAGRAPH
        elif count >= PICTURES:
            return
        elif element.tag in ("img", "amp-img") and "no picture" not in roles_of(element, "class", "id"):
            url = page.absolute(best_address(element))
            if url and not _stands_in(url):
                count += 1
                yield _Shown(element, url, paragraphs)


def _is_boxed(element: etree._Element, own: frozenset[etree._Element], body: Body) -> bool:
    """Whether a picture belongs to the site, to another article or to a person, by what stands around it.

    Boxes tell it as they do in the body, up to the first that holds the headline (`own`) or much of the text.
    """
    for depth, around in enumerate(element.iterancestors()):
        if around in own or body.is_heavy(around):
            return False
        if (depth < 2 and around.tag == "a" and _OF_PEOPLE.search(around.get("href") or "")) or _is_of_others(around):
            return True
    return False


def _is_of_others(element: etree._Element) -> bool:
    said = roles_of(element, "class", "id")
    reason = "" if element.tag == "source" else verdict(element)
    if reason == "related" and (element.tag == "figure" or "picture" in said):  # "teaser-image": the size of a picture
        return False
    return (reason != "" and reason not in _AROUND_OWN) or "no picture" in said


def _is_box_of_picture(element: etree._Element) -> bool:
    return not roles_of(element).isdisjoint(("figure", "caption"))


def _leads(element: etree._Element) -> bool:
    width, height = _stated(element, "width"), _stated(element, "height")
    if 0 < width < SMALL or "width:1px" in (element.get("style") or "").replace(" ", ""):
        return False
    around = list(islice(element.iterancestors(), 4))
    if any(a.tag in ("figure", "picture") or "lead picture" in roles_of(a) for a in around):
        return True
    is_banner = height > 0 and width > FLAT * height
    is_boxed = any(_is_box_of_picture(a) for a in around[:2])
    return not is_banner and (is_boxed or (width >= WIDE and height > 0))


def _stated(element: etree._Element, side: str) -> int:
    """An image's width or height in pixels as its attribute states it; 0 where it does not."""
    value = (element.get(side) or "").strip().removesuffix("px")
    return int(value) if value.isascii() and value.isdigit() and len(value) < 6 else 0


def _described(page: Page, picture: _Shown, declared: list[_Declared], body: Body) -> Image:
    """A shown picture with the caption that its figure, else the body, else JSON-LD has for it."""
    alt = " ".join((picture.element.get("alt") or "").split())
    own = _key(picture.url)
    inside = next((i for i in body.images[:3] if i.url == picture.url or _is_one_of(_key(i.url), [own])), None)
    caption, credit = (inside.caption, inside.credit) if inside else _caption(picture.element, page)
    said = next((_as_declared(page, own) for own in declared if own.node.get("caption")), Image(url=""))
    return Image(url=picture.url, caption=caption or said.caption, credit=credit or said.credit, alt=alt)


def _caption(element: etree._Element, page: Page) -> tuple[str, str]:
    """The caption and credit of the figure, or the box named like one, around a picture."""
    for depth, around in enumerate(element.iterancestors()):
        is_box = depth < 4 and _is_box_of_picture(around) and len(text_of(around)) <= CAPTION_LENGTH
        if around.tag == "figure" or is_box:
            caption = figure_caption(around, page.absolute)
            if caption.text or caption.credit:
                return caption.text, caption.credit
    return "", ""
