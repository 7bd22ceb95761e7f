"""Addresses of images: correctly encoded, without tracking, and the lead image as the article itself shows it."""

import re
from html import escape, unescape
from urllib.parse import urljoin, urlsplit, urlunsplit

from w3lib.url import safe_url_string

# Who sent a reader, not which picture is shown. Sizes (`w`, `resize`, `quality` …) stay: without them a CDN answers
# with the original of many megabytes.
_TRACKING = re.compile(r"(?:utm_\w+|fbclid|gclid|msclkid|igshid|mc_[ce]id|cmpid|ref_src)=[^&]*(?:&|\Z)")
# A percent sign that begins no escape.
_LONE_PERCENT = re.compile(r"%(?![0-9a-fA-F]{2})")
_IMG = re.compile(r'<img(?:\s+[\w-]+(?:="[^"]*")?)*\s*/?>')
_SIZES = re.compile(r'\s(?:width|height)="[^"]*"')
_SRC = re.compile(r'(\ssrc=")([^"]*)"')


def image_address(address: str, page: str) -> str:
    """An image's address: absolute, percent-encoded once, tracking parameters off; "" where it is none.

    >>> image_address("//e.com/a b.jpg?w=770&resize=770%2C433&utm_source=x", "https://e.com/")
    'https://e.com/a%20b.jpg?w=770&resize=770%2C433'
    """
    if not address:
        return ""
    try:
        parts = urlsplit(safe_url_string(_LONE_PERCENT.sub("%25", urljoin(page, address.strip()))))
    except ValueError:  # e.g. an open bracket where a host stands
        return ""
    if parts.scheme not in ("http", "https") or not parts.hostname:
        return ""
    query = _TRACKING.sub("", parts.query).rstrip("&")
    return urlunsplit((parts.scheme, parts.netloc, parts.path, query, ""))


def images_of(body: str) -> list[str]:
    """The addresses of a clean body's images in its order, those that stand in the body as data left out."""
    found = (_SRC.search(img) for img in _IMG.findall(body))
    return [address for src in found if src and not (address := unescape(src[2])).startswith("data:")]


def with_image_addresses(body: str, page: str) -> str:
    """A clean body with `image_address` done to each of its images."""
    return _IMG.sub(lambda img: _SRC.sub(lambda src: _rewritten(src, page), img[0]), body)


def _rewritten(src: re.Match[str], page: str) -> str:
    address = unescape(src[2])
    if address.startswith("data:"):
        return src[0]
    return f'{src[1]}{escape(image_address(address, page) or address)}"'


def with_images(body: str, shown: dict[str, tuple[str, int, int]]) -> str:
    """A clean body with other addresses, widths and heights for some of its images."""
    return _IMG.sub(lambda img: _replaced(img[0], shown), body)


def _replaced(img: str, shown: dict[str, tuple[str, int, int]]) -> str:
    src = _SRC.search(img)
    if src is None or (found := shown.get(unescape(src[2]))) is None:
        return img
    address, width, height = found
    bare = _SIZES.sub("", img)
    return _SRC.sub(lambda src: f'{src[1]}{escape(address)}" width="{width}" height="{height}"', bare)


def lead_image(image: str, shown: list[str]) -> str:
    """The lead image: as the article shows it where it does, for previews name another size; else its first image."""
    if not image:
        return shown[0] if shown else ""
    path = urlsplit(image).path
    return next((address for address in shown if urlsplit(address).path == path), image)
