"""What kind of image some bytes are, and how large."""

import struct

import pytest

from newscrawl.images.size import ImageInfo, image_info
from tests.support.pictures import AVIF, GIF, JPEG, SVG, WEBP, png


@pytest.mark.parametrize(
    ("data", "found"),
    [
        (png(30, 20), ImageInfo("png", 30, 20)),
        (GIF, ImageInfo("gif", 5, 4)),
        (JPEG, ImageInfo("jpg", 128, 96)),
        (WEBP, ImageInfo("webp", 100, 50)),
        (AVIF, ImageInfo("avif", 640, 480)),
        (png(1, 1), None),
        (b"\x89PNG\r\n\x1a\n" + struct.pack(">I", 13) + b"IHDR" + struct.pack(">II", 2**31 - 1, 2**31 - 1), None),
        (SVG, None),
        (b"<html><img src=x></html>", None),
        (b"", None),
        (JPEG[:9], None),
        (b"\xff\xd8\xff\xe0\0\0" * 99, None),
        (b"GIF89a", None),
    ],
)
def test_what_an_image_is_stands_in_its_bytes(data: bytes, found: ImageInfo | None) -> None:
    assert image_info(data) == found
