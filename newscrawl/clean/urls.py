"""Addresses in a body: which ones may stay, and how they are spelt."""

import re

from newscrawl.urls.resolve import EDGES, LONGEST, joined

_SCHEME = re.compile(r"([a-z][a-z0-9+.\-]*):", re.IGNORECASE)
# A host that is one, and a port that is a number; with anything else a browser has an idea of its own.
_WEB = re.compile(
    r"https?://(?:[^/?#@\s\\]*@)?(?:[^/?#@:\[\]\s\\<>^|%]+|\[[0-9a-f:.]+\])(?::\d{0,5})?(?=[/?#]|\Z)", re.IGNORECASE
)
_SMALL_RASTER = re.compile(r"data:image/(?:png|gif|jpe?g|webp);base64,[A-Za-z0-9+/]+={0,2}\Z", re.IGNORECASE)
# An inline icon or a pixel-sized preview is at most a few kB; a photograph does not belong into a post's text.
DATA_IMAGE_CHARACTERS = 16_384
# An address up to a blank, and what stands between it and the next comma (HTML, 4.8.4.2.2). Possessive, so that it
# takes time in proportion to the length.
_CANDIDATE = re.compile(r"[\s,]*+(\S*+)([^,]*+)")
_SIZE = re.compile(r"\d{1,5}(?:\.\d{1,5})?[wx]\Z")


def link_url(raw: str, base_url: str) -> str:
    """A link's address: absolute http(s), mailto or tel; "" where it may not stay."""
    url = _plain(raw)
    scheme = _SCHEME.match(url)
    if scheme and scheme[1].lower() in ("mailto", "tel"):
        return url
    return _web_url(url, base_url)


def media_url(raw: str, base_url: str) -> str:
    """The address of what a browser loads by itself: absolute http(s); "" where it may not stay."""
    return _web_url(_plain(raw), base_url)


def image_url(raw: str, base_url: str) -> str:
    """As `media_url`; a small raster image may also stand in the address itself (`data:`)."""
    url = _plain(raw, DATA_IMAGE_CHARACTERS)
    if url[:5].lower() == "data:":
        return url if _SMALL_RASTER.match(url) else ""
    return _web_url(url, base_url)


def srcset(raw: str, base_url: str) -> str:
    """A `srcset` with the candidates that may stay, or ""."""
    kept = (_candidate(match, base_url) for match in _CANDIDATE.finditer(raw[: 10 * LONGEST]))
    return ", ".join(filter(None, kept))


def _candidate(match: re.Match[str], base_url: str) -> str:
    """One picture of a `srcset`: its clean address and its size; "" where either is none."""
    raw, size = match[1], match[2].strip()
    if size and not _SIZE.match(size):
        return ""
    url = media_url(raw.rstrip(","), base_url)
    return f"{url} {size}".rstrip() if url else ""


def _plain(raw: str, limit: int = LONGEST) -> str:
    """What a browser's URL parser sees: no blanks at the edges, no tabs or newlines inside (WHATWG URL, 4.4)."""
    url = raw.strip(EDGES).replace("\t", "").replace("\n", "").replace("\r", "")
    return url if len(url) <= limit else ""


def _web_url(url: str, base_url: str) -> str:
    if url and not _SCHEME.match(url):
        url = joined(base_url, url.replace("\\", "/"))
    return url if _WEB.match(url) else ""
