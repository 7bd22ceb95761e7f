"""Placeholder images: what a site shows or declares where an article has no picture, and the site's own signs."""

import re
from itertools import islice

from newscrawl.extract.page.page import Page
from newscrawl.extract.vocabulary.names import has_role
from newscrawl.urls.pictures import file_of, without_query

_PLACEHOLDER = re.compile(
    r"^default(?:-?(?:pic|img|image|photo|thumb))?[_.-]|[_.-]default\.\w+$|^(?:null|undefined)$|(?:^|[_.-])qr-?code[_.-]|(?:^|[_.-])(?:logo|placeholder|fallback|share|sharing|facebook|og[_-]?image|social-?(?:card|share|image)|"
    r"wordmark|(?:site|page|print|header|footer|web|news|brand|social)logo|no-?image|branded|favicon|publication-cover|android-chrome|mstile|apple-touch|blank|generic|dummy|divider|spacer)(?:[_.-]|$)|\.svg$",
    re.I,
)
"""File names of what stands in where an article has no picture."""


_ICON = re.compile(
    r"^(?:[a-z0-9]{1,20}[_.-]){0,2}icons?(?:[_.-]?v?[0-9x]{1,9}){0,3}\.(?:png|gif|webp|ico)$|"
    r"(?:^|[_.-])(?:social|share|app|site|web)[_.-]icons?\.jpe?g$|^icon[_-][a-z0-9]{1,30}(?:[_-][a-z0-9]{1,30})?\.(?:png|gif)$",
    re.I,
)
"""Files called "social-icon" or "icon-mail"; photographs of an icon ("fashion-icon.jpg") are no PNG."""

_OF_SIGNS = re.compile(
    r"/(?:logos?|(?:fb|app|web|social)?icons?|placeholders?|blavatar)/[^/]{1,80}\Z|hubspot\.com/cta/|/wp-content/themes/",
    re.I,
)
"""Folders of what is no picture of an article: signs, a blog's own portrait, a theme's, buttons of a marketing tool."""


def is_placeholder(url: str) -> bool:
    """Whether a picture's file or its folder is called so that it is no picture of the article."""
    file = file_of(url)
    return bool(_PLACEHOLDER.search(file) or _ICON.search(file) or _OF_SIGNS.search(without_query(url)))


def is_sign_or_portrait(url: str, page: Page) -> bool:
    """Whether a page that does not show a picture as the article's shows it as the site's sign or a portrait."""
    if any(page.absolute(e.get("href") or "") == url for e in page.tree.iter("link") if "icon" in (e.get("rel") or "")):
        return True
    shown = [e for e in page.tree.iter("img") if page.absolute(e.get("src") or "") == url]
    boxes = [(e, *islice(e.iterancestors(), 1)) for e in shown]
    return bool(boxes) and all(any(has_role(e, "no picture", "class", "id") for e in around) for around in boxes)
