"""Hero images: pictures that lead an article by their place and size alone, or that are called like its headline.

They are asked for where a page declares nothing, and above the headline only where nothing leads below it.
"""

from collections.abc import Iterator
from itertools import islice, takewhile

from newscrawl.element import Element
from newscrawl.extract.body.background_images import background_address
from newscrawl.extract.body.body import Body
from newscrawl.extract.body.images import IMAGE_TAGS
from newscrawl.extract.body.text_map import length_of
from newscrawl.extract.fields.foreign_images import is_foreign_box, is_in_foreign_box, leads_to_other_page
from newscrawl.extract.fields.image_captions import CAPTION_LENGTH, is_figure_by_name
from newscrawl.extract.fields.placeholder_images import is_placeholder, is_sign_or_portrait
from newscrawl.extract.fields.shown_images import PICTURES, ShownImage, shown_address
from newscrawl.extract.fields.title_versions import same
from newscrawl.extract.page.page import Page
from newscrawl.extract.page.tree import is_longer, text_of
from newscrawl.extract.vocabulary.names import has_role, roles_of

# Pixels, as stated. Less than SMALL is an icon or a portrait; a picture of WIDE or more (advertising's rectangles have
# 336 at most) leads wherever it stands below the headline, unless it is a banner: FLAT times as wide as high.
SMALL, WIDE, FLAT = 200, 340, 2.5

# Boxes around a picture that may say that it leads, and the nearest, which may be named like a figure.
LEVELS, NEAREST = 4, 2

# Boxes around a headline above which its picture may stand; those that hold all of a page.
LEVELS_OF_HEADLINE = 3
_WHOLE, _PAGE = ("article", "main", "body"), ("body",)


def is_hero(img: Element, body: Body) -> bool:
    """Whether a picture at the headline leads: by its size, its figure, or the names around it."""
    width, height = _stated(img, "width"), _stated(img, "height")
    style = (img.get("style") or "").replace(" ", "")
    if 0 < width < SMALL or "width:1px" in style or "display:none" in style:
        return False
    around = list(islice(img.iterancestors(), LEVELS))
    if any(a.tag in ("figure", "picture") or (has_role(a, "lead picture") and not body.is_heavy(a)) for a in around):
        return True
    is_banner = height > 0 and width > FLAT * height
    is_boxed = any(map(is_figure_by_name, around[:NEAREST]))
    return not is_banner and (is_boxed or (width >= WIDE and height > 0) or (width > 0 and _is_captioned(img)))


def _is_captioned(img: Element) -> bool:
    """Whether what is called a caption stands right below a picture, as at no icon and no advertisement."""
    below = img.getnext()
    return (
        below is not None and below.tag in _CAPTION_TAGS and has_role(below, "caption") and is_longer(below, SHORTEST)
    )


_CAPTION_TAGS, SHORTEST = ("div", "p", "span"), 30
"""What captions are set in where no figure holds them, and their characters at least."""


def is_wide(img: Element) -> bool:
    """Whether a picture that says nothing of its height is as wide as a column of text."""
    return (_stated(img, "width") >= WIDE or img.get("width") == "100%") and not img.get("height")


def called_like_headline(page: Page, headline: Element | None, body: Body) -> ShownImage | None:
    """The first picture whose alternative text is the headline: a cover that stands above it, or behind it."""
    if headline is None:
        return None
    name, above = text_of(headline), frozenset(headline.iterancestors())
    for img in islice(page.tree.iter(*IMAGE_TAGS), PICTURES):
        if same(img.get("alt") or "", name) and not is_in_foreign_box(img, above, body):
            if url := shown_address(page, img):
                return ShownImage(img, url, -1)
    return None


def above_headline(page: Page, headline: Element | None, body: Body) -> ShownImage | None:
    """The one picture of the box right above the headline, or above a box that begins with it."""
    for box in _around(headline, _PAGE):
        if (above := next(box.itersiblings(preceding=True), None)) is not None:
            pictures = list(islice(above.iter(*IMAGE_TAGS), 2))
            if len(pictures) != 1 or not _is_lead_box(above) or leads_to_other_page(page, pictures[0]):
                return None
            url = shown_address(page, pictures[0])
            leads = url and not is_foreign_box(above) and is_hero(pictures[0], body)
            return ShownImage(pictures[0], url, -1) if leads else None
    return None


MOST_BELOW = 2
"""Elements below a headline, or a box of it, of which one may be empty but for its picture; a byline stands between."""


def behind_headline(page: Page, headline: Element | None) -> str:
    """The picture that is the background of a box around the headline, or of an empty one above or below it."""
    if b"url(" not in page.markup and b"data-b" not in page.markup:
        return ""
    for box in _around(headline):
        above = next(box.itersiblings(preceding=True), None)
        beside = [above, *islice(box.itersiblings(), MOST_BELOW)]
        for at in [box, *(e for e in beside if e is not None and _may_be_behind(e))]:
            url = page.absolute(background_address(at))
            if url and not is_placeholder(url) and not is_sign_or_portrait(url, page):
                return url
    return ""


LONGEST_KICKER = 120
"""Characters of what stands on a picture above or below the headline."""


def _may_be_behind(box: Element) -> bool:
    """Whether a box is empty but for what lies behind it, or is called after a lead picture and says a few words."""
    return not is_longer(box, 0) or ("lead picture" in roles_of(box) and not is_longer(box, LONGEST_KICKER))


def _around(headline: Element | None, whole: tuple[str, ...] = _WHOLE) -> Iterator[Element]:
    """A headline and the nearest boxes around it, up to one that holds all of the page."""
    around = [] if headline is None else [headline, *islice(headline.iterancestors(), LEVELS_OF_HEADLINE)]
    return takewhile(lambda box: box.tag not in whole, around)


def _is_lead_box(box: Element) -> bool:
    """Whether a box is a figure with a caption at most, or its names say that its picture leads."""
    is_figure = box.tag in ("figure", "picture", *IMAGE_TAGS) or {"lead picture", "figure"} <= roles_of(box)
    is_figure = is_figure or (len(box) == 1 and box[0].tag == "figure")
    return is_figure and length_of(text_of(box)) <= CAPTION_LENGTH


def _stated(img: Element, side: str) -> int:
    """An image's width or height in pixels as its attribute states it; 0 where it does not."""
    value = (img.get(side) or "").strip().removesuffix("px")
    return int(value) if value.isascii() and value.isdigit() and len(value) < 6 else 0
