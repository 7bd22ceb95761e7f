"""Whether a picture is the site's, another article's or a person's: the boxes and the link around it say so."""

import re
from itertools import islice

from newscrawl.element import Element
from newscrawl.extract.body.body import Body
from newscrawl.extract.body.image_addresses import names_picture
from newscrawl.extract.body.media import AROUND_PICTURES
from newscrawl.extract.fields.declared_images import AUTHORS
from newscrawl.extract.page.links import leads_away
from newscrawl.extract.page.page import Page
from newscrawl.extract.vocabulary.boilerplate import verdict
from newscrawl.extract.vocabulary.names import roles_of
from newscrawl.urls.parts import split

# Levels above a picture among which the link around it is looked for.
LINK_LEVELS = 3

# Reasons for which the body leaves something out that also stand around an article's own picture.
_AROUND_OWN = AROUND_PICTURES | {"hidden", "page furniture"}
_OF_PEOPLE = re.compile(rf"/(?:{AUTHORS}|profiles?|people|person|reporters?|redaktion|staff)/", re.I)


def is_in_foreign_box(img: Element, own: frozenset[Element], body: Body) -> bool:
    """Whether a picture belongs to the site, to another article or to a person, by what stands around it.

    Boxes tell it as they do in the body, up to the first that holds the headline (`own`) or much of the text.
    """
    for depth, around in enumerate(img.iterancestors()):
        if around in own or body.is_heavy(around):
            return False
        is_of_person = depth < 2 and around.tag == "a" and _OF_PEOPLE.search(around.get("href") or "")
        if is_of_person or is_foreign_box(around):
            return True
    return False


def is_foreign_box(box: Element) -> bool:
    """Whether the names, the role or the tag of a box make it no part of the article."""
    said = roles_of(box, "class", "id")
    reason = "" if box.tag == "source" else verdict(box)
    if reason == "related" and (box.tag == "figure" or "picture" in said):  # "teaser-image": the size of a picture
        return False
    is_person = (box.get("itemtype") or "").endswith("schema.org/Person")
    return is_person or (reason != "" and reason not in _AROUND_OWN) or "no picture" in said


def leads_to_other_page(page: Page, img: Element) -> bool:
    """Whether a picture stands in the link to another page of the site, as those of other stories do."""
    link = next((a for a in islice(img.iterancestors(), LINK_LEVELS) if a.tag == "a"), None)
    if link is None or names_picture(link.get("href") or ""):
        return False
    return leads_away(page, link) and not _is_below(page, link)


def _is_below(page: Page, link: Element) -> bool:
    """Whether a link leads to a page below the article's own: its gallery, a picture of it."""
    here, there = split(page.url).path.rstrip("/"), split(page.absolute(link.get("href"))).path
    return here != "" and there.startswith(f"{here}/")
