"""IMAGES=download: real images beside the posts, and nothing else."""

import base64
import struct
import zlib
from pathlib import Path

import pytest

from newscrawl.images.size import ImageInfo, image_info
from tests.support.crawling import posts, scrapy
from tests.support.server import Server, moved, page


def png(width: int, height: int, note: bytes = b"") -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    rows = zlib.compress((b"\0" + b"\xff" * 3 * width) * height)
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"tEXt", note) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")
    )


GIF = base64.b64decode("R0lGODlhBQAEAIAAAP///wAAACwAAAAABQAEAAACBISPqVkAOw==")
JPEG = (
    b"\xff\xd8\xff\xe0\0\x10JFIF\0\1\1\0\0\1\0\1\0\0"
    + b"\xff\xc0\0\x11\x08\0\x60\0\x80\3\1\x22\0\2\x11\1\3\x11\1"
    + b"\0" * 40
)
WEBP = b"RIFF\x24\0\0\0WEBPVP8X\x0a\0\0\0\0\0\0\0" + (99).to_bytes(3, "little") + (49).to_bytes(3, "little")
AVIF = b"\0\0\0\x1cftypavif\0\0\0\0avifmif1" + b"\0\0\0\x14ispe\0\0\0\0" + struct.pack(">II", 640, 480)
SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'


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


TEXT = "".join(
    f"<p>The council met again, and this is sentence {n} of what it said of the new bridge.</p>" for n in range(20)
)
SOURCES = {
    "/good.png": page(png(30, 20), content_type="image/png"),
    "/same.png": page(png(30, 20), content_type="image/png"),
    "/moved.png": moved("/there.png"),
    "/there.png": page(png(40, 40), content_type="image/png"),
    "/mistyped": page(JPEG, content_type="text/html"),
    "/dot.png": page(png(1, 1), content_type="image/png"),
    "/drawing.svg": page(SVG, content_type="image/svg+xml"),
    "/page.jpg": page("<html><script>alert(1)</script></html>", content_type="image/jpeg"),
    "/gone.jpg": page("gone", status=404),
    "/huge.png": page(png(50, 50, b"x" * 200_000), content_type="image/png"),
    "/private/secret.png": page(png(60, 60), content_type="image/png"),
}
LEFT = ["/dot.png", "/drawing.svg", "/page.jpg", "/gone.jpg", "/huge.png", "/private/secret.png"]


def article(server: Server) -> str:
    elsewhere = server.url("/inside.png", "127.0.0.9")
    images = "".join(f'<figure><img src="{src}" alt="{src}"></figure>{TEXT}' for src in [*SOURCES, elsewhere])
    return (
        "<html><head><title>The bridge</title><meta property='og:type' content='article'>"
        f"<meta property='og:image' content='{server.url('/good.png')}'>"
        "<meta property='article:published_time' content='2026-11-22T08:00:00Z'></head>"
        f"<body><article><h1>The council talks about the bridge</h1>{images}{TEXT}</article></body></html>"
    )


def test_images_stand_beside_the_posts(tmp_path: Path) -> None:
    with Server() as server:
        for path, answer in SOURCES.items():
            server.on(path, answer)
        server.on("/robots.txt", page("User-agent: *\nDisallow: /private"))
        server.on("/story", page(article(server)))
        command = ("crawl", "article", "-a", f"url={server.url('/story')}", "-s", "IMAGES=download")
        fast = ("-s", "DOWNLOAD_DELAY=0", "-s", "IMAGE_MAX_BYTES=100000", "-s", "RETRY_TIMES=0")
        done = scrapy(*command, *fast, output=tmp_path)
        [post] = posts(tmp_path, "article")
        text = post.read_text()
        files = sorted(path for path in (tmp_path / "images" / "article").iterdir())
        assert {path.read_bytes() for path in files} == {png(30, 20), png(40, 40), JPEG}, done.said
        assert len(files) == 3, "the same bytes twice"
        for name in files:
            assert f'src="/images/article/{name.name}"' in text
        for path in LEFT:
            assert f'src="{server.url(path)}"' in text, path
        assert server.url("/inside.png", "127.0.0.9") in text
        assert {hit.host.partition(":")[0] for hit in server.log} == {"127.0.0.1"}
        assert "/private/secret.png" not in server.paths
        assert 'width="30" height="20"' in text
        assert "thumbnail: '/images/article/" in text
        assert "Traceback" not in done.said
        server.log.clear()
        scrapy(*command, *fast, "-s", "INCREMENTAL=false", output=tmp_path)
        assert not {"/good.png", "/same.png", "/mistyped"} & set(server.paths), "asked for again"
        assert post.read_text() == text


def test_images_are_left_where_they_are_by_default(tmp_path: Path) -> None:
    with Server() as server:
        server.on("/story", page(article(server)))
        scrapy("crawl", "article", "-a", f"url={server.url('/story')}", "-s", "DOWNLOAD_DELAY=0", output=tmp_path)
        assert server.paths.count("/good.png") == 0
        assert not (tmp_path / "images").exists()
        wrong = scrapy("crawl", "article", "-a", f"url={server.url('/story')}", "-s", "IMAGES=yes", output=tmp_path)
    assert wrong.code == 2 and "link and download are accepted" in wrong.said
