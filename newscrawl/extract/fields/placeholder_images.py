"""Placeholder images: what a site shows or declares where an article has no picture, and the site's own signs."""

import re
from itertools import islice

from newscrawl.extract.page.page import Page
from newscrawl.extract.vocabulary.names import roles_of
from newscrawl.urls.pictures import file_of

_PLACEHOLDER = re.compile(
    r"^default(?:-?(?:pic|img|image|photo|thumb))?[_.-]|[_.-]default\.\w+$|^(?:null|undefined)$|(?:^|[_.-])qr-?code[_.-]|(?:^|[_.-])(?:logo|placeholder|fallback|share|sharing|facebook|og[_-]?image|social-?(?:card|share|image)|"
    r"no-?image|branded|favicon|publication-cover|android-chrome|mstile|apple-touch|blank|generic|dummy|divider|spacer)(?:[_.-]|$)|\.svg$",
    re.I,
)
"""File names of what stands in where an article has no picture."""


def is_placeholder(url: str) -> bool:
    """Whether a picture's file is called so that it is no picture of the article."""
    return bool(_PLACEHOLDER.search(file_of(url)))


def is_sign_or_portrait(url: str, page: Page) -> bool:
    """Whether a page that does not show a picture as the article's shows it as the site's sign or a portrait."""
    if any(page.absolute(e.get("href") or "") == url for e in page.tree.iter("link") if "icon" in (e.get("rel") or "")):
        return True
    shown = [e for e in page.tree.iter("img") if page.absolute(e.get("src") or "") == url]
    boxes = [(e, *islice(e.iterancestors(), 1)) for e in shown]
    return bool(boxes) and all(any("no picture" in roles_of(e, "class", "id") for e in around) for around in boxes)
