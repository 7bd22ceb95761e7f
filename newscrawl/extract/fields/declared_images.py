"""Declared images: the pictures that a page names as its article's, in JSON-LD and in meta tags."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import unquote

from newscrawl.element import Element
from newscrawl.extract.body.control_signs import is_control_sign
from newscrawl.extract.body.image_addresses import is_preview, stated_width
from newscrawl.extract.body.image_sources import said_at
from newscrawl.extract.body.images import Image
from newscrawl.extract.fields.placeholder_images import is_placeholder
from newscrawl.extract.page import structured
from newscrawl.extract.page.page import Page
from newscrawl.text.plain import plain
from newscrawl.urls.parts import split, without_fragment
from newscrawl.urls.pictures import file_of, innermost, is_one_of, is_whole, picture_key, same_picture

IMAGE_METAS = (
    "og:image",
    "og:image:secure_url",
    "og:image:url",
    "twitter:image",
    "twitter:image:src",
    "parsely-image-url",
)

# Pictures that JSON-LD lists are crops of the first, or the text's own, which come later.
DECLARED = 4

# Properties of a JSON-LD image that say whose it is.
CREDITS = ("creditText", "copyrightHolder", "creator", "author")

# Pixels. A shown picture that its address says to be narrower is an icon or a portrait, or made small for a list.
ICON_WIDTH = 200

AUTHORS = "autor(?:[aei]?[ns]?|innen|ka|zy)|authors?"
"""Folders of authors' portraits and pages, as a pattern."""

_PORTRAIT = re.compile(rf"gravatar\.com/avatar|/(?:{AUTHORS}|avatars)/", re.I)

_FOR_NETWORKS = re.compile(r"1200x6[23]\d|1200\D{1,3}6[23]\d\b|[/_-](?:og|social|thumb\w*|share\w*)[/_.-]", re.I)
"""Addresses of what was cut for social networks, which ask for 1.91 : 1."""


_NEXT_ADDRESS = re.compile(r"(?<=\.jpg|\.png)(?=https?://)|(?<=\.jpeg|\.webp)(?=https?://)|,\s?(?=https?://)", re.I)
"""Where a second address begins in a meta tag into which a system wrote all pictures of a gallery."""


@dataclass(frozen=True, slots=True)
class Declared:
    """A picture that the page names as the article's."""

    url: str
    source: str
    node: structured.Node
    """What JSON-LD says of it; empty for one of a meta tag."""


class DeclaredImages:
    """The pictures that a page names as its article's, JSON-LD's before those of meta tags."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self.images = list(_declared(page))
        self._keys = [picture_key(own.url) for own in self.images]
        self.marks = [mark for stem, ids in self._keys for mark in (stem, *ids) if mark]
        """What stands in the address of one of them: its file's name, or its ids."""

    def include(self, url: str) -> bool:
        """Whether a shown picture is one of them; its marks alone tell quickly of most that it is none."""
        address = innermost(url).lower()
        return any(mark in address for mark in self.marks) and is_one_of(picture_key(url), self._keys)

    def may_include(self, img: Element) -> bool:
        """Whether one of them may be shown here, by all that is written at an image, before its address is known."""
        said = said_at(img) if self.marks else ""
        said = (unquote(unquote(said)) if "%" in said else said).lower().replace("\\/", "/")
        return any(mark in said for mark in self.marks)

    def better_version(self, shown: str) -> Declared | None:
        """The declared version of a shown picture where it is the better one.

        JSON-LD lists crops for search engines. A page without gives out one picture by its meta tags, the article's
        own.
        """
        if any(file_of(own.url) == file_of(shown) for own in self.images):
            return None
        if is_preview(shown) or 0 < stated_width(shown) < ICON_WIDTH:
            return next((own for own in self.images if same_picture(own.url, shown)), None)
        if any(own.source == "JSON-LD image" for own in self.images):
            return None
        return next((own for own in self.images if is_whole(own.url, of=shown) or not _is_crop(own, shown)), None)

    def described(self, own: Declared) -> Image:
        """One of them with what its JSON-LD node, else the page, says of it."""
        credit = structured.text(list(map(own.node.get, CREDITS)))
        alt = "" if own.node else plain(self._page.meta("og:image:alt", "twitter:image:alt"))
        return Image(url=own.url, caption=structured.text(own.node.get("caption")), credit=credit, alt=alt)

    @property
    def captioned(self) -> Image:
        """The first of which JSON-LD has a caption; an empty one where it has none."""
        return next((self.described(own) for own in self.images if own.node.get("caption")), Image(url=""))


def _declared(page: Page) -> Iterator[Declared]:
    """The pictures that the page declares, each address once, without its authors' portraits."""
    people = [one for one in page.said("author") if isinstance(one, dict)]
    met = {page.absolute(structured.text(one.get("image"), "contentUrl", "url")) for one in people}
    for declared in _named(page):
        if declared.url and declared.url not in met and not _PORTRAIT.search(declared.url):
            if not _is_page(declared.url, page):
                met.add(declared.url)
                yield declared


def _named(page: Page) -> Iterator[Declared]:
    for value in page.said("image")[:DECLARED]:
        url = page.absolute(structured.text(value, "contentUrl", "url", "@id"))
        yield Declared(url, "JSON-LD image", value if isinstance(value, dict) else {})
    for name in IMAGE_METAS:
        first = _NEXT_ADDRESS.split(page.meta(name), maxsplit=1)[0]
        yield Declared(page.absolute(first), f"meta {name}", {})


def in_microdata(page: Page) -> str:
    """The address of a wide picture that microdata names as an article's without showing it; else ""."""
    for element in page.microdata.get("image", ())[:DECLARED]:
        item = next((e for e in element.iterancestors() if e.get("itemscope") is not None), None)
        if item is None or not _ARTICLE.search(item.get("itemtype") or ""):
            continue
        told = {e.get("itemprop"): e.get("content") or e.get("href") or "" for e in element.iter("meta", "link")}
        url = page.absolute(told.get("url") or told.get("contentUrl") or "")
        if url and _WIDE.fullmatch(told.get("width", "")):
            return "" if is_placeholder(url) or is_control_sign(url) or _PORTRAIT.search(url) else url
    return ""


_ARTICLE = re.compile(r"/(?:\w*Article|BlogPosting)/?\Z")
_WIDE = re.compile(r"(?:[6-9]|[1-9]\d)\d\d(?:px)?")
"""Pixels of a picture that is no crop for lists."""


def _is_page(url: str, page: Page) -> bool:
    """Whether an address is the page's own or a home page's, as systems fill in where there is no picture."""
    return without_fragment(url) == without_fragment(page.url) or not (split(url).path.strip("/") or split(url).query)


def _is_crop(own: Declared, shown: str) -> bool:
    """Whether a declared picture is no version of the shown one, or one that was cut for social networks."""
    return not same_picture(own.url, shown) or is_placeholder(own.url) or is_for_networks(own.url)


def is_for_networks(url: str) -> bool:
    """Whether a picture's address says that it was cut for social networks."""
    return _FOR_NETWORKS.search(url) is not None
