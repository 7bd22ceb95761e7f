"""What kind of image some bytes are, and how large, read from their first bytes without decoding anything.

Whatever a server says of them: an SVG with scripts or a page served as image/jpeg is none of these kinds.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

# Pixels on a side. Browsers refuse 65,536 and more, photographs have 10,000; a file of 50 KB may claim 2³¹ and fill the
# memory of whoever shows it.
LARGEST = 20_000
# Pixels on a side: what is smaller is there to count readers.
SMALLEST = 3

# JPEG's "start of frame" segments: all of C0 to CF but tables (C4), extensions (C8) and conditioning (CC).
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}


@dataclass(frozen=True, slots=True)
class ImageInfo:
    """An image as its bytes tell."""

    ending: str
    """Of its file name: jpg, png, gif, webp or avif."""

    width: int
    height: int


def image_info(data: bytes) -> ImageInfo | None:
    """The image in some bytes; None where they are none of the known kinds, or one that is not to be shown."""
    for ending, size in KINDS.items():
        if found := size(data):
            width, height = found
            good = SMALLEST <= width <= LARGEST and SMALLEST <= height <= LARGEST
            return ImageInfo(ending, width, height) if good else None
    return None


Size = tuple[int, int] | None


def png(data: bytes) -> Size:
    if data[:8] != b"\x89PNG\r\n\x1a\n" or data[12:16] != b"IHDR" or len(data) < 24:
        return None
    return big(data[16:20]), big(data[20:24])


def gif(data: bytes) -> Size:
    return (little(data[6:8]), little(data[8:10])) if re.match(rb"GIF8[79]a....", data, re.S) else None


def jpeg(data: bytes) -> Size:
    """Walks from segment to segment until one tells the size."""
    if data[:3] != b"\xff\xd8\xff":
        return None
    at = 2
    while at + 9 <= len(data) and data[at] == 0xFF:
        kind = data[at + 1]
        if kind in _FRAMES:
            return big(data[at + 7 : at + 9]), big(data[at + 5 : at + 7])
        at += 1 if kind == 0xFF else 2 + big(data[at + 2 : at + 4])
    return None


def webp(data: bytes) -> Size:
    if data[:4] != b"RIFF" or data[8:12] != b"WEBP" or len(data) < 30:
        return None
    match data[12:16]:
        case b"VP8X":
            return little(data[24:27]) + 1, little(data[27:30]) + 1
        case b"VP8L":
            bits = little(data[21:25])
            return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
        case b"VP8 ":
            return little(data[26:28]) & 0x3FFF, little(data[28:30]) & 0x3FFF
    return None


def avif(data: bytes) -> Size:
    """The first "image spatial extents" among the properties at the file's head."""
    if data[4:8] != b"ftyp" or not re.search(rb"avi[fs]", data[8:64]):
        return None
    found = re.search(rb"ispe\0\0\0\0(.{4})(.{4})", data[:65536], re.S)
    return (big(found[1]), big(found[2])) if found else None


def big(data: bytes) -> int:
    return int.from_bytes(data, "big")


def little(data: bytes) -> int:
    return int.from_bytes(data, "little")


KINDS: dict[str, Callable[[bytes], Size]] = {"jpg": jpeg, "png": png, "gif": gif, "webp": webp, "avif": avif}
