"""The picture behind a box: in its style, or where a lazy loader keeps it."""

import re
from itertools import islice

from newscrawl.element import Element
from newscrawl.extract.body.image_addresses import is_real, may_be_picture, names_picture
from newscrawl.extract.body.image_widths import largest, sizes
from newscrawl.extract.body.lazy_images import held_address

_BACKGROUND = re.compile(
    r"(?:background(?:-image)?|--[a-z][\w-]{0,40})\s*:[^;]{0,500}?url\(\s*['\"]?([^'\")]+)", re.IGNORECASE
)
_URL = re.compile(r"url\(\s*['\"]?([^'\")]+)")
_IN_SET = re.compile(
    r"(?:url\(|['\"])\s{0,3}['\"]?([^\s'\"(),]{5,500})['\"]?\)?\s{1,3}(?:type\([^()]{0,40}\)\s{1,3})?(\d(?:\.\d{1,2})?x)"
)
"""The pictures for screens of several densities: image-set(url("a.jpg") 1x, "b.jpg" type("image/jpeg") 2x)."""

_BEHIND = re.compile(r"^data-(?!share)[\w-]{0,20}(?:bg|backg|imag|img|phot|pict|poster|src|thumb)")
"""Attributes of an empty box that may hold the address of its picture."""


def background_address(box: Element) -> str:
    """The address of the picture behind a box, from its style or from where a lazy loader keeps it; "" without one."""
    style = box.get("style") or ""
    if "image-set(" in style and (address := largest(sizes(", ".join(map(" ".join, _IN_SET.findall(style)))))):
        return address if is_real(address) else ""
    if found := _BACKGROUND.search(style):
        address = found[1].strip()
        is_named = not found[0].startswith("--") or names_picture(address)
        return address if is_named and is_real(address) else ""
    behind = box.get("data-bg") or box.get("data-background-image")
    if not behind:
        return largest(sizes(_as_srcset(box.get("data-bgset") or ""))) or _held_behind(box)
    return (behind.partition("url(")[2].partition(")")[0] if "url(" in behind else behind).strip("'\" ")


def address_behind(box: Element) -> str:
    """The same, or the whole picture that the link around a small one leads to."""
    address = background_address(box)
    link = next((e for e in islice(box.iterancestors(), 2) if e.tag == "a"), None) if address else None
    whole = "" if link is None else (link.get("href") or "").strip()
    return whole if names_picture(whole) and may_be_picture(whole) else address


def _as_srcset(bgset: str) -> str:
    """The pictures that lazysizes may put behind a box, without the screens for which it takes each."""
    return ", ".join(part.partition("[")[0].strip() for part in bgset.split("|"))


def _held_behind(box: Element) -> str:
    """The picture whose address stands in an attribute of a box, alone or as JSON."""
    held = (str(value) for name, value in box.items() if _BEHIND.search(str(name)))
    bare = (found[1] if (found := _URL.search(value)) else value for value in held)
    return next((a for value in bare if names_picture(a := held_address(value))), "")
