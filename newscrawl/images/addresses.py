"""Addresses of images: correctly encoded, without tracking, and the lead image as the article itself shows it."""

import re
from urllib.parse import urlunsplit

from w3lib.url import safe_url_string

from newscrawl.clean import Attributes, CleanHTML, image_sources, with_images
from newscrawl.urls.parts import split
from newscrawl.urls.resolve import EDGES, can_be_asked_for, joined
from newscrawl.urls.tracking import CAMPAIGN, CLICKS

# Which click a reader came by, not which picture is shown. All else stays: without its size (`w`, `resize` …) a CDN
# answers with the original of many megabytes, and what is a visit's number on a page may be a picture's here.
_TRACKING = re.compile(rf"(?<![^?&])(?:{CAMPAIGN}\w+|{'|'.join(sorted(CLICKS))})=[^&]*(?:&|\Z)")
# A percent sign that begins no escape.
_LONE_PERCENT = re.compile(r"%(?![0-9a-fA-F]{2})")
# An address that is as it should be, as most are; what remains costs 20 microseconds to read and spell.
_REGULAR = re.compile(
    r"https?://[a-z0-9.\-]+(?:/(?!\.)(?:[A-Za-z0-9_~.\-]|%[0-9A-Fa-f]{2})*)+"
    r"(?:\?(?:[A-Za-z0-9_~.,&=\-]|%[0-9A-Fa-f]{2})+(?<!&))?\Z"
)


def image_address(address: str, page: str) -> str:
    """An image's address: absolute, percent-encoded once, tracking parameters off; "" where it is none.

    >>> image_address("//e.com/a b.jpg?w=770&resize=770%2C433&utm_source=x", "https://e.com/")
    'https://e.com/a%20b.jpg?w=770&resize=770%2C433'
    """
    if not address or (_REGULAR.match(address) and not _TRACKING.search(address)):
        return address
    try:
        parts = split(safe_url_string(_LONE_PERCENT.sub("%25", joined(page, address.strip(EDGES)))))
    except ValueError:  # a port that is no number
        return ""
    if not can_be_asked_for(parts.geturl()):
        return ""
    query = _TRACKING.sub("", parts.query).rstrip("&")
    # Joining an address to a page drops an empty ";" at its end: so does this, or the second time would differ.
    return urlunsplit((parts.scheme, parts.netloc, parts.path.rstrip(";"), query, ""))


def images_of(body: str) -> list[str]:
    """The addresses of a clean body's images in its order, those that stand in the body as data left out."""
    return [address for address in image_sources(body) if not address.startswith("data:")]


def with_image_addresses(body: str, page: str) -> CleanHTML:
    """A body, clean, with `image_address` done to each of its images."""

    def addressed(attributes: Attributes) -> Attributes:
        return [(name, _rewritten(value, page) if name == "src" else value) for name, value in attributes]

    return with_images(body, page, addressed)


def _rewritten(address: str, page: str) -> str:
    return address if address.startswith("data:") else image_address(address, page)


def with_images_shown(body: str, page: str, shown: dict[str, tuple[str, int, int]]) -> CleanHTML:
    """A body, clean, with other addresses, widths and heights for some of its images."""

    def replaced(attributes: Attributes) -> Attributes:
        found = shown.get(dict(attributes).get("src", ""))
        return _resized(attributes, *found) if found else attributes

    return with_images(body, page, replaced)


def _resized(attributes: Attributes, address: str, width: int, height: int) -> Attributes:
    """The attributes with another address, its size behind it in place of the old one's."""
    new = [("src", address), ("width", str(width)), ("height", str(height))]
    kept = [pair for pair in attributes if pair[0] not in ("width", "height")]
    at = next(n for n, (name, _) in enumerate(kept) if name == "src")
    return [*kept[:at], *new, *kept[at + 1 :]]


def lead_image(image: str, shown: list[str]) -> str:
    """The lead image: as the article shows it where it does, for previews name another size; else its first image."""
    if not image:
        return shown[0] if shown else ""
    path = split(image).path
    return next((address for address in shown if path in address and split(address).path == path), image)
