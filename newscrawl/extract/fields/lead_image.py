"""The lead image: the picture that the page itself shows with the headline.

og:image is made for social networks: cropped, stamped with the paper's name, sometimes another picture altogether. So
the page's own picture is taken where it shows one, and what is declared (JSON-LD image, og:image) helps to find it:

1. the first picture above or next to the headline that is a declared one, by its file's name or its id in the address;
   in the version of a meta tag where the page has no JSON-LD with crops of it;
2. the first picture between the headline and the text, where it stands in a figure or in an element called lead, hero
   …; where something is declared, not one that stands behind the text's beginning;
3. a declared one further down the page;
4. the declared one itself, JSON-LD's before og:image, unless it is the site's stand-in: by its file's name, or as three
   other articles declared it that did not show it either;
5. one that is called like the headline, else the body's first picture.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from html import escape
from itertools import chain, islice, takewhile
from urllib.parse import unquote

from lxml import etree

from newscrawl.extract.body.body import Body
from newscrawl.extract.body.captions import caption_of, figure_caption
from newscrawl.extract.body.image_sources import (
    background_address,
    best_address,
    is_blurred,
    is_preview,
    names_picture,
    said_at,
    stated_width,
)
from newscrawl.extract.body.images import IMAGE_TAGS, Image, is_no_picture
from newscrawl.extract.body.media import AROUND_PICTURES
from newscrawl.extract.body.text_map import length_of
from newscrawl.extract.fields.headline import same
from newscrawl.extract.page import structured
from newscrawl.extract.page.links import leads_away
from newscrawl.extract.page.page import Page, text_of
from newscrawl.extract.vocabulary.boilerplate import verdict
from newscrawl.extract.vocabulary.names import roles_of
from newscrawl.text.plain import plain
from newscrawl.urls.parts import split, without_fragment
from newscrawl.urls.pictures import file_of, innermost, is_one_of, is_whole, picture_key, same_picture, unshown_key

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

# Boxes around a headline above which its picture may stand; those that hold all of a page.
LEVELS_OF_HEADLINE = 3
_WHOLE = ("article", "main", "body")

# Boxes around a picture alone, behind which its caption may stand.
BOX_LEVELS = 3

# Levels above a picture among which the link around it is looked for.
LINK_LEVELS = 3

# Reasons for which the body leaves something out that also stand around an article's own picture.
_AROUND_OWN = AROUND_PICTURES | {"hidden", "page furniture"}
_AUTHORS = "autor(?:[aei]?[ns]?|innen|ka|zy)|authors?"
_OF_PEOPLE = re.compile(rf"/(?:{_AUTHORS}|profiles?|people|person|reporters?|redaktion|staff)/", re.I)

_PORTRAIT = re.compile(rf"gravatar\.com/avatar|/(?:{_AUTHORS}|avatars)/", re.I)

# File names of what stands in where an article has no picture.
_STAND_IN = re.compile(
    r"^default[_.-]|[_.-]default\.\w+$|(?:^|[_.-])(?:logo|placeholder|fallback|share|sharing|facebook|og[_-]?image|social-?(?:card|share|image)|"
    r"no-?image|branded|favicon|publication-cover|android-chrome|mstile|apple-touch|blank|generic|dummy|divider|spacer)(?:[_.-]|$)|\.svg$",
    re.I,
)


# Addresses of what was cut for social networks, which ask for 1.91 : 1.
_FOR_NETWORKS = re.compile(r"1200x6[23]\d|1200\D{1,3}6[23]\d\b|[/_-](?:og|social|thumb\w*|share\w*)[/_.-]", re.I)


@dataclass(frozen=True, slots=True)
class Lead:
    """The lead image with what the page says of it."""

    image: Image = Image(url="")
    source: str = ""
    unshown: frozenset[int] = frozenset()
    """The key of one that the page declares and does not show (`newscrawl.urls.pictures.unshown_key`)."""


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
    keys = [picture_key(picture.url) for picture in declared]
    marks = [mark for stem, ids in keys for mark in (stem, *ids) if mark]
    above = frozenset(headline.iterancestors()) if headline is not None else frozenset()
    hero = boxed = None
    for picture in _shown(page, headline, marks):
        at_top = picture.paragraphs <= STANDFIRST
        if not at_top and (hero or not marks):
            break
        is_declared = _may_be(picture.url, marks) and is_one_of(picture_key(picture.url), keys)
        below = at_top and picture.paragraphs >= 0
        if not is_declared and (hero or not below or not _leads(picture.element, body if declared else Body())):
            continue
        if not is_declared and _leads_to_other(page, picture.element):
            continue
        if _is_boxed(picture.element, above, body):
            boxed = boxed or (picture if is_declared and below and not _is_site_s(picture.url, page) else None)
        elif is_declared:
            return _as_shown(page, picture, declared, body)
        elif not declared or not _is_in_text(picture, body):
            hero = picture
    if hero and not declared and _is_in_text(hero, body):
        hero = _above_headline(page, headline, body) or hero
    if at_headline := boxed or hero:
        return _as_shown(page, at_headline, declared, body)
    for own in declared:
        key = unshown_key(own.url)
        if not _stands_in(own.url) and key not in page.rules.repeated and not _is_site_s(own.url, page):
            return Lead(_as_declared(page, own), own.source, frozenset({key}))
    if named := _named_after(page, headline, body):
        return Lead(_described(page, named, declared, body), "the picture called like the headline")
    if cover := _above_headline(page, headline, body):
        return Lead(_described(page, cover, declared, body), "the picture above the headline")
    if behind := _behind_headline(page, headline):
        return Lead(Image(url=behind), "the picture behind the headline")
    inside = next((image for image in body.images if not _stands_in(image.url)), None)
    return Lead(inside, "the body's first picture") if inside else Lead()


def _named_after(page: Page, headline: etree._Element | None, body: Body) -> _Shown | None:
    """The first picture whose alternative text is the headline: a cover that stands above it, or behind it."""
    if headline is None:
        return None
    name, above = text_of(headline), frozenset(headline.iterancestors())
    for element in islice(page.tree.iter(*IMAGE_TAGS), PICTURES):
        if same(element.get("alt") or "", name) and not _is_boxed(element, above, body):
            url = "" if is_no_picture(element) else page.absolute(best_address(element))
            if url and not _stands_in(url):
                return _Shown(element, url, -1)
    return None


def _above_headline(page: Page, headline: etree._Element | None, body: Body) -> _Shown | None:
    """The one picture of the box right above the headline, or above a box that begins with it."""
    around = [] if headline is None else [headline, *islice(headline.iterancestors(), LEVELS_OF_HEADLINE)]
    for box in takewhile(lambda box: box.tag not in _WHOLE, around):
        if (above := next(box.itersiblings(preceding=True), None)) is not None:
            pictures = list(islice(above.iter(*IMAGE_TAGS), 2))
            if len(pictures) != 1 or not _is_lead_box(above) or _leads_to_other(page, pictures[0]):
                return None
            url = "" if is_no_picture(pictures[0]) else page.absolute(best_address(pictures[0]))
            leads = url and not _stands_in(url) and not _is_of_others(above) and _leads(pictures[0], body)
            return _Shown(pictures[0], url, -1) if leads else None
    return None


def _behind_headline(page: Page, headline: etree._Element | None) -> str:
    """The picture that is the background of a box around the headline, or of an empty one right above it."""
    has_any = headline is not None and (b"background" in page.source or b"data-bg" in page.source)
    around = (
        [headline, *islice(headline.iterancestors(), LEVELS_OF_HEADLINE)] if headline is not None and has_any else []
    )
    for box in takewhile(lambda box: box.tag not in _WHOLE, around):
        above = next(box.itersiblings(preceding=True), None)
        for at in [box] if above is None or text_of(above) else [box, above]:
            url = page.absolute(background_address(at))
            if url and not _stands_in(url) and not _is_site_s(url, page):
                return url
    return ""


def _is_lead_box(box: etree._Element) -> bool:
    """Whether a box is a figure with a caption at most, or its names say that its picture leads."""
    is_figure = box.tag in ("figure", "picture", *IMAGE_TAGS) or {"lead picture", "figure"} <= roles_of(box)
    return is_figure and length_of(text_of(box)) <= CAPTION_LENGTH


def _as_shown(page: Page, picture: _Shown, declared: list[_Declared], body: Body) -> Lead:
    """A picture that the page shows, in the version that is to be taken."""
    image = _described(page, picture, declared, body)
    if version := _declared_version(picture.url, declared):
        return Lead(replace(image, url=version.url), version.source)
    at_top = picture.paragraphs <= STANDFIRST
    return Lead(image, "the picture at the headline" if at_top else "the page's version of the declared image")


def _declared_version(shown: str, declared: list[_Declared]) -> _Declared | None:
    """The declared version of a shown picture where it is the better one.

    JSON-LD lists crops for search engines. A page without gives out one picture by its meta tags, the article's own.
    """
    if any(file_of(own.url) == file_of(shown) for own in declared):
        return None
    if is_preview(shown) or 0 < stated_width(shown) < SMALL:
        return next((own for own in declared if same_picture(own.url, shown)), None)
    if any(own.source == "JSON-LD image" for own in declared):
        return None
    return next((own for own in declared if is_whole(own.url, of=shown) or not _is_crop(own, shown)), None)


def _is_crop(own: _Declared, shown: str) -> bool:
    """Whether a declared picture is no version of the shown one, or one that was cut for social networks."""
    return not same_picture(own.url, shown) or _stands_in(own.url) or _FOR_NETWORKS.search(own.url) is not None


def _is_in_text(picture: _Shown, body: Body) -> bool:
    """Whether a picture stands in the text, behind its beginning: then it is one of the text's own."""
    before, src, _ = body.html.partition(f'src="{escape(picture.url)}"')
    return bool(src) and ("<p>" in before or "<h" in before)


def _stands_in(url: str) -> bool:
    """Whether a picture's file is called so that it is no picture of the article."""
    return bool(_STAND_IN.search(file_of(url)))


def _is_site_s(url: str, page: Page) -> bool:
    """Whether a page that does not show a picture as the article's shows it as the site's sign or a portrait."""
    if any(page.absolute(e.get("href") or "") == url for e in page.tree.iter("link") if "icon" in (e.get("rel") or "")):
        return True
    shown = [e for e in page.tree.iter("img") if page.absolute(e.get("src") or "") == url]
    boxes = [(e, *islice(e.iterancestors(), 1)) for e in shown]
    return bool(boxes) and all(any("no picture" in roles_of(e, "class", "id") for e in around) for around in boxes)


def _may_be(url: str, marks: list[str]) -> bool:
    """Whether a declared picture's name or id stands in an address at all: quicker to see than to take it apart."""
    url = innermost(url).lower()
    return any(mark in url for mark in marks)


def _may_have(element: etree._Element, marks: list[str]) -> bool:
    """The same by all that is written at an image, before its addresses are told apart."""
    said = said_at(element)
    said = (unquote(unquote(said)) if "%" in said else said).lower().replace("\\/", "/")
    return any(mark in said for mark in marks)


def _declared(page: Page) -> Iterator[_Declared]:
    """The pictures that the page declares, each address once, without its authors' portraits."""
    met = {page.absolute(structured.text(one.get("image"), "contentUrl", "url")) for one in _people(page)}
    for value in page.said("image")[:DECLARED]:
        url = page.absolute(structured.text(value, "contentUrl", "url", "@id"))
        if url and url not in met and not _PORTRAIT.search(url) and not _is_page(url, page):
            met.add(url)
            yield _Declared(url, "JSON-LD image", value if isinstance(value, dict) else {})
    for name in IMAGE_METAS:
        url = page.absolute(page.meta(name))
        if url and url not in met and not _PORTRAIT.search(url) and not _is_page(url, page):
            met.add(url)
            yield _Declared(url, f"meta {name}", {})


def _is_page(url: str, page: Page) -> bool:
    """Whether an address is the page's own or a home page's, as systems fill in where there is no picture."""
    return without_fragment(url) == without_fragment(page.url) or not (split(url).path.strip("/") or split(url).query)


def _people(page: Page) -> list[structured.Node]:
    return [one for one in page.said("author") if isinstance(one, dict)]


def _as_declared(page: Page, own: _Declared) -> Image:
    """A declared picture with what its JSON-LD node, else the page, says of it."""
    credit = structured.text([own.node.get(name) for name in ("creditText", "copyrightHolder", "creator", "author")])
    alt = "" if own.node else plain(page.meta("og:image:alt", "twitter:image:alt"))
    return Image(url=own.url, caption=structured.text(own.node.get("caption")), credit=credit, alt=alt)


def _shown(page: Page, headline: etree._Element | None, marks: list[str]) -> Iterator[_Shown]:
    """The page's first pictures that may be the article's, with their real addresses.

    Away from the headline only what is declared may be: `marks` of it stand in its address.
    """
    paragraphs, count = -1 if headline is not None else 0, 0
    for element in page.tree.iter("img", "amp-img", "p", *([headline.tag] if headline is not None else [])):
        tag = element.tag
        if element is headline:
            paragraphs = 0
        elif tag == "p":
            paragraphs += 0 <= paragraphs <= STANDFIRST and length_of(text_of(element)) >= PARAGRAPH
        elif count >= PICTURES:
            return
        elif not 0 <= paragraphs <= STANDFIRST and not _may_have(element, marks):
            count += 1
        elif tag in IMAGE_TAGS and "no picture" not in roles_of(element, "class", "id"):
            url = "" if is_no_picture(element) else page.absolute(best_address(element))
            if url and not _stands_in(url) and not is_blurred(url):
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
    is_person = (element.get("itemtype") or "").endswith("schema.org/Person")
    return is_person or (reason != "" and reason not in _AROUND_OWN) or "no picture" in said


def _leads_to_other(page: Page, element: etree._Element) -> bool:
    """Whether a picture stands in the link to another page of the site, as those of other stories do."""
    link = next((a for a in islice(element.iterancestors(), LINK_LEVELS) if a.tag == "a"), None)
    return link is not None and leads_away(page, link) and not names_picture(link.get("href") or "")


def _is_box_of_picture(element: etree._Element) -> bool:
    return not roles_of(element).isdisjoint(("figure", "caption"))


def _leads(element: etree._Element, body: Body) -> bool:
    width, height = _stated(element, "width"), _stated(element, "height")
    style = (element.get("style") or "").replace(" ", "")
    if 0 < width < SMALL or "width:1px" in style or "display:none" in style:
        return False
    around = list(islice(element.iterancestors(), 4))
    if any(a.tag in ("figure", "picture") or ("lead picture" in roles_of(a) and not body.is_heavy(a)) for a in around):
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
    own = picture_key(picture.url)
    inside = next((i for i in body.images[:3] if i.url == picture.url or is_one_of(picture_key(i.url), [own])), None)
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
    behind = _behind(element)
    if behind is None or "caption" not in roles_of(behind) or length_of(text_of(behind)) > CAPTION_LENGTH:
        return "", ""
    caption = caption_of(behind, page.absolute)
    return caption.text, caption.credit


def _behind(element: etree._Element) -> etree._Element | None:
    """What stands right behind a picture, or behind the boxes that hold nothing else."""
    boxes = chain([element], takewhile(lambda box: not text_of(box), islice(element.iterancestors(), BOX_LEVELS)))
    return next((behind for box in boxes if (behind := box.getnext()) is not None and text_of(behind)), None)
